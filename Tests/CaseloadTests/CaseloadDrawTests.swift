// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import Changes
import Reading
import SeededRandom
import TestSupport
import Testing
import Workforce

@testable import Caseload

/// Draws of a caseload: about what is expected, each case by itself, and changes of the week.
@Suite struct CaseloadDrawTests {
    private static func drawn(_ book: CaseloadBook, _ number: Int, seed: UInt64 = 5) -> [[Int]] {
        let draws = CaseloadDraws(book, week: World.week())
        return (1...number).map { DrawnCaseload($0, seed: seed, draws).contacts }
    }

    @Test("draws come to what is expected on average", Reached(atLeast: 60), arguments: 1...8)
    func draws(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let book = RandomCaseload.book(&random)
        let demand = CaseloadDemand(book, week: World.week())
        let number = 600
        let draws = Self.drawn(book, number)
        for (place, line) in demand.lines.enumerated() {
            let counts = draws.map { Double($0[place]) }
            let mean = counts.reduce(0, +) / Double(number)
            let variance = counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(number - 1)
            // Of some thousand comparisons none is five standard errors off; a line that is hardly ever drawn has a
            // variance of its mean.
            let error = (max(variance, line.expected) / Double(number)).squareRoot()
            #expect(abs(mean - line.expected) <= 5 * error + 1e-9, "\(line.line.id)")
            if line.expected > 0.05 { Reached.here() }
        }
    }

    @Test func theSameSeedDrawsTheSameAndAnotherSomethingElse() throws {
        let (book, _) = World.read(World.files)
        let one = try #require(book)
        #expect(Self.drawn(one, 3) == Self.drawn(one, 3))
        #expect(Self.drawn(one, 3) != Self.drawn(one, 3, seed: 6))
        #expect(Set(Self.drawn(one, 20)).count > 15)
        // The third draw is the same of however many.
        #expect(Self.drawn(one, 9)[2] == Self.drawn(one, 3)[2])
    }

    @Test func aCaseMoreLeavesTheOthersAsTheyWere() throws {
        let (book, _) = World.read(World.files)
        var more = try #require(book)
        let before = Self.drawn(more, 40)
        // Another team, so that lines are its own.
        more.cases.append(
            CareCase(
                id: "C-9", pathway: "P2", team: "B", started: World.day(0), stay: .geometric(mean: 5),
                profile: "ward", source: .stepUp))
        let demand = CaseloadDemand(more, week: World.week())
        let others = demand.lines.indices.filter {
            demand.lines[$0].line.source != .stepUp || demand.lines[$0].line.team == "A"
        }
        let after = Self.drawn(more, 40).map { draw in others.map { draw[$0] } }
        #expect(after == before)
    }

    @Test(
        "draws are changes that make the week they drew, lines held without contacts or not",
        arguments: [false, true])
    func changes(areHeld: Bool) throws {
        let (read, _) = World.read(World.files)
        let book = try #require(read)
        let base = World.week()
        let demand = CaseloadDemand(book, week: base)
        let week = base.replacing { $0.demand = areHeld ? demand.lines.map(\.line) : demand.demand }
        var kinds = Set<String>()
        for number in 1...30 {
            let drawn = DrawnCaseload(number, seed: 2, CaseloadDraws(book, week: week))
            let changes = drawn.changes(of: demand, in: week)
            let text = ChangeFileText(changes, title: "Draw").text
            let diagnostics = Diagnostics()
            let file = ChangeFile.read(InputFile(path: "draw.yaml", bytes: Array(text.utf8)), diagnostics)
            let changed = file?.applied(to: week, diagnostics)?.week
            #expect(diagnostics.sorted.isEmpty)
            let lines = try #require(changed).demand
            for (line, contacts) in zip(demand.lines, drawn.contacts) {
                let own = lines.filter { $0.id == line.line.id || $0.id == line.line.id + "-more" }
                #expect(own.reduce(0) { $0 + $1.contacts } == contacts)
                #expect(own.allSatisfy { $0.source == line.line.source && $0.window == line.line.window })
                if line.isSingleHanded {
                    #expect(own.allSatisfy { $0.singleHandedContacts == $0.contacts })
                    if own.count > 1 { kinds.insert("more") }
                }
                if line.line.contacts == 0, contacts > 0 { kinds.insert(areHeld ? "held" : "new") }
                if line.line.contacts > contacts { kinds.insert("fewer") }
            }
        }
        #expect(kinds == ["more", areHeld ? "held" : "new", "fewer"])
    }

    @Test func aFullServiceTakesNobodyBeyondItsPlaces() throws {
        let profile = CareProfile(
            id: "ward", contacts: [CareProfile.Contacts("care", .aDay(first: 1, last: 1), priority: .routine)]
        )
        let starts = CareStarts(
            pathway: "P2", team: "B", aWeek: 14, stay: .geometric(mean: 10), profile: "ward", capacity: 6)
        let book = CaseloadBook(cases: [], starts: [starts], profiles: [profile])
        // A contact a day and person: 20 would be there, and there is room for 6.
        for draw in Self.drawn(book, 20) { #expect(draw == [6, 6, 6, 6, 6, 6, 6]) }
    }
}
