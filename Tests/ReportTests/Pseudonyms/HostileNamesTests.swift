// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import SeededRandom
import TestSupport
import Testing
import Workforce

@testable import Figures
@testable import Report

/// No part of anybody's name is in a report without names, whatever people typed and however they wrote it.
@Suite struct HostileNamesTests {
    /// Names of syllables that no sentence of the report has.
    private static func name(_ random: inout SeededRandom) -> String {
        let letters = ["zq", "xv", "qj", "vx", "jz", "kq", "wq", "zx", "qz", "xj"]
        let vowels = ["a", "o", "u", "é", "ö"]
        return (0...random.pick(0...2)).map { _ in random.pick(letters) + random.pick(vowels) }.joined()
    }

    /// The name as somebody might write it in a sentence.
    private static func written(_ name: String, _ random: inout SeededRandom) -> String {
        switch random.pick(0...5) {
        case 0: name.uppercased()
        case 1: name.lowercased()
        case 2: name.split(separator: " ").joined(separator: "  ")
        case 3: name.split(separator: " ").last.map { "Ms \($0)'s" } ?? name
        case 4: name.split(separator: " ").joined(separator: "\u{A0}")
        default: name.split(separator: " ").first.map { "\($0)-like" } ?? name
        }
    }

    private struct Case {
        var week: Week
        var plan: Plan
        var names: [String] = []
        var findings = Findings()
    }

    private static func make(_ seed: UInt64) -> Case {
        var random = SeededRandom(seed: seed)
        var names: [String] = []
        let week = SmallWeek.week().replacing { parts in
            for row in parts.staff.indices {
                parts.staff[row].name = name(&random).capitalisedWord + " " + name(&random).capitalisedWord
                names.append(parts.staff[row].name)
            }
        }
        func text() -> String { "seen by \(written(random.pick(names), &random)), twice" }
        let hostile = week.replacing { parts in
            for row in parts.teams.indices where random.pick([true, false]) { parts.teams[row].name = text() }
            parts.teams[0].pathway = text()
            parts.staff[0].employer = text()
            parts.teams[1].locality = text()
            parts.demand[0].id = text()
            parts.framework.name = text()
            parts.framework.version = text()
            parts.framework.roles[0].name = text()
            parts.framework.activities[1].name = text()
            parts.framework.activities[1].delegated?.approvedBy = text()
            parts.framework.competencies = [Competency(id: "c", name: text())]
            parts.signOffs = [
                SignOff(
                    staff: "bo", competency: "c", level: 1, signedOffOn: CalendarDay(number: 9000),
                    expiresOn: CalendarDay(number: 9440), signedOffBy: text())
            ]
            parts.decisions = [
                DelegationDecision(
                    activity: "rehab", staff: "bo", team: "kt", .allow, reason: text(), by: text(),
                    on: CalendarDay(number: 9400))
            ]
            parts.overrides = [
                Override(
                    subjects: [.staff("ann"), .other(text())], decision: text(), why: text(), by: text(),
                    on: CalendarDay(number: 9400))
            ]
        }
        var plan = SmallWeek.plan()
        plan.summary.decisions = [
            DelegationDecision(
                activity: "rehab", staff: "bo", team: "kt", .refuse, reason: text(), by: text(),
                on: CalendarDay(number: 9400))
        ]
        plan.summary.inputs = [InputDigest(path: "../" + text() + ".yaml", sha256: "00")]
        plan.contacts[0] = ContactRow(
            line: hostile.demand[0].id, activity: "assess", team: "kt", session: 0, staff: "ann",
            route: .registered, contacts: 1, minutes: 75)
        var made = Case(week: hostile, plan: plan, names: names)
        made.findings.deepDives = [
            DeepDive(
                staff: "bo", availableMinutes: 60, contactMinutes: 6, threshold: 0.3, causes: [],
                remedy: .changes([
                    .placement(PlacementChange(staff: "bo")), .absence(Absence(staff: "ann", .sick)),
                ]))
        ]
        return made
    }

    /// Everything that is given away: what people read, attributes, and every table.
    private static func output(_ one: Case) throws -> String {
        let hidden = Pseudonyms(week: one.week, plan: one.plan)
        var standing = PlanStanding(asMade: one.plan)
        standing.inputs = [.init(path: one.plan.summary.inputs[0].path, change: .changed)]
        let page = ReportPage(
            week: hidden.week, plan: hidden.plan,
            figures: ReportFigures(week: hidden.week, plan: hidden.plan),
            findings: hidden.applied(to: one.findings),
            standing: hidden.applied(
                to: standing,
                breaches: ["\(hidden.week.staff[0].id) is in two places."]),
            notice: hidden.notice)
        let root = try #require(PageElement.root(of: page.html))
        let attributes = root.everything.flatMap { Array($0.attributes.values) }
        return ([root.text] + attributes + page.tables.map(\.csv)).joined(separator: "\n")
    }

    @Test(arguments: 0..<4) func `no part of a name is left in any capitals`(block: Int) throws {
        var parts = 0
        for seed in block * 20..<(block + 1) * 20 {
            let one = Self.make(UInt64(seed))
            let output = try Self.output(one).lowercased()
            for part in one.names.flatMap({ $0.split(separator: " ") }).map({ $0.lowercased() }) {
                // The week as it is does hold it, so that there is something to find.
                parts += 1
                #expect(!output.contains(part), "seed \(seed): \(part)")
            }
            #expect(!output.contains("seen by"), "seed \(seed): free text")
        }
        #expect(parts >= 200)
    }

    @Test func `the report without names says what it leaves out`() throws {
        let output = try Self.output(Self.make(1))
        #expect(output.contains("Text that people typed, such as reasons, is left out."))
        #expect(output.contains("Titles in which part of somebody's name stands are numbered."))
        #expect(output.contains("(left out)"))
        let plain = Pseudonyms(week: SmallWeek.week(), plan: SmallWeek.plan())
        #expect(!plain.notice.contains("Titles"))
        #expect(plain.week.teams.map(\.name) == ["Kestrel team", "Quay ward"])
    }

    @Test(arguments: [
        ("Fern's visit", true), ("FERN MARSH", true), ("Ms Marsh", true), ("c1", true), ("Fern  Marsh", true),
        ("the Marshland ward", true), ("c10 and abc1", false), ("Li was there", true), ("likely", false),
        ("a visit", false), ("", false), ("PT-01.", true), ("pt-011", false), ("7 visits", false),
        ("Ann (7)", true),
    ]) func `parts are found as people write them`(_ text: String, _ stands: Bool) {
        let parts = NameParts(names: ["Fern Marsh", "Q. Li"], identifiers: ["C1", "PT-01", "7"])
        #expect(parts.stand(in: text) == stands)
    }

    /// Renaming once is renaming once: a number that is part of a pseudonym is nobody's identifier.
    @Test func `a decision about somebody on a large roster stays about them`() throws {
        let ids = (1...1_200).map(String.init)
        let week = SmallWeek.week().replacing { parts in
            let (someone, marks) = (parts.staff[1], parts.rota[1])
            parts.staff = ids.map { id in
                var member = someone
                (member.id, member.name) = (id, id)
                return member
            }
            parts.rota = ids.map { _ in marks }
            parts.decisions = ids.map {
                DelegationDecision(
                    activity: "rehab", staff: $0, .allow, reason: "r", by: "Lead", on: parts.framework.day)
            }
        }
        var plan = SmallWeek.plan()
        plan.summary.decisions = week.decisions
        let hidden = Pseudonyms(week: week, plan: plan)
        let people = Set(hidden.week.staff.map(\.id))
        #expect(people.count == 1_200)
        #expect(hidden.week.decisions.allSatisfy { $0.staff.map(people.contains) ?? false })
        #expect(Set(hidden.week.decisions.compactMap(\.staff)).count == 1_200)
        #expect(hidden.plan.summary.decisions == hidden.week.decisions)
    }
}

extension String {
    fileprivate var capitalisedWord: String { prefix(1).uppercased() + dropFirst() }
}

extension Framework {
    fileprivate var day: CalendarDay { CalendarDay(number: 9400) }
}
