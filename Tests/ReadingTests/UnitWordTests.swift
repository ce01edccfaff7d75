// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Reading

/// The word for its unit behind a number.
@Suite struct UnitWordTests {
    private func read(_ text: String, unit: String, _ diagnostics: Diagnostics) -> Double? {
        var writing = Writing()
        writing.readsHabits = true
        return Field(text, name: "x", place: Place(file: "t.csv", line: 1), writing)
            .decimal(in: 0...100, unit: unit, diagnostics)
    }

    @Test(arguments: [
        ("1.0 WTE", "whole-time equivalents", 1), ("0.6 fte", "whole-time equivalents", 0.6),
        ("0.8 whole-time equivalents", "whole-time equivalents", 0.8), ("1.0 WTE", "WTE", 1),
        ("3 people", "heads", 3), ("4 visits", "contacts a day", 4), ("37.5 hrs", "hours", 37.5),
    ]) func theUnitOfTheColumnMayStandThere(_ text: String, _ unit: String, _ value: Double) {
        let diagnostics = Diagnostics()
        #expect(read(text, unit: unit, diagnostics) == value)
        #expect(!diagnostics.hasErrors)
    }

    @Test(arguments: [
        ("1.0 WTE", "hours"), ("20 hours", "whole-time equivalents"), ("2 days", "contacts a day"),
    ])
    func anotherUnitIsAnError(_ text: String, _ unit: String) {
        let diagnostics = Diagnostics()
        #expect(read(text, unit: unit, diagnostics) == nil)
        #expect(
            diagnostics.sorted.first?.message.hasSuffix("and \(unit) are wanted") == true,
            "\(diagnostics.sorted)")
    }
}
