// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import Changes
import Reading
import TestSupport
import Testing
import Workforce

/// `draws` of a change file, and draws written as one.
@Suite struct DrawsTests {
    private static func file(_ text: String) throws -> ChangeFile {
        let diagnostics = Diagnostics()
        let file = ChangeFile.read(InputFile(path: "c.yaml", bytes: Array(text.utf8)), diagnostics)
        #expect(diagnostics.sorted.isEmpty)
        return try #require(file)
    }

    @Test func whatIsSaidOfDrawsIsReadAndChangesNothing() throws {
        let file = try Self.file("draws: {absence: {support-worker: 0.06, student: 1}, dispersion: 1.5}")
        #expect(
            file.uncertainty == Uncertainty(absence: ["support-worker": 0.06, "student": 1], dispersion: 1.5))
        let week = TinyWorld().week
        #expect(file.applied(to: week, Diagnostics())?.week.content == week.content)
        #expect(try Self.file("draws: {dispersion: 2}").uncertainty == Uncertainty(dispersion: 2))
        #expect(try Self.file("draws:").uncertainty == nil)
        #expect(try Self.file("change: Nothing").uncertainty == nil)
    }

    @Test func aDrawWrittenAndReadAgainIsTheSameWeek() throws {
        var world = TinyWorld()
        world.days = 3
        world.rota = ["P-1": ["R", "R", "R"], "P-2": ["R", "R@A", "R/120", "R"], "P-3": ["A", "C"]]
        world.demand("D-1", "care", contacts: 6, window: 0...1)
        world.demand("D-2", "transfer", contacts: 4, singleHanded: 3, window: 2...5)
        let week = world.week
        let uncertainty = Uncertainty(
            absence: ["support-worker": 0.4, "physiotherapist": 0.2], dispersion: 2)
        var kinds = Set<Bool>()
        for number in 1...30 {
            let changes = Draw(number, seed: 2).changes(of: week, uncertainty)
            let read = try Self.file(ChangeFileText(changes, title: "Draw \(number)").text)
            let again = try #require(read.applied(to: week, Diagnostics()))
            #expect(again.week.content == week.supposing(changes).content)
            kinds.formUnion(changes.map { $0.about == nil })
        }
        #expect(kinds == [true, false])
    }
}
