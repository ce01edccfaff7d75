// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import Reading
import TestSupport
import Testing
import Workforce

/// What a change file makes of a week is planned, priced and audited as any other week, whatever the file says.
@Suite("A tiny week changed by a file")
struct ChangeFileAgreementTests {
    private static let blocks = 0..<10
    private static let seeds: UInt64 = 16

    /// Whether brute force goes through all plans of a week in a moment.
    private static func isTiny(_ week: Week) -> Bool {
        week.staff.count <= 4 && week.demand.count <= 6
            && week.demand.reduce(0) { $0 + $1.contacts } <= 9
    }

    @Test(
        "brute force, model, engine and audit agree, whichever parts the file has",
        Reached("absences", atLeast: 3), Reached("availability", atLeast: 3), Reached("demand", atLeast: 3),
        Reached("convert", atLeast: 3), Reached("teams", atLeast: 3), Reached("people", atLeast: 3),
        Reached("rates", atLeast: 3), Reached("sign_offs", atLeast: 3), Reached("delegation", atLeast: 3),
        Reached("agreements", atLeast: 3), Reached("activities", atLeast: 3),
        Reached("placements", atLeast: 3), Reached("moved", atLeast: 3),
        Reached("single_handed", atLeast: 3), Reached("contingency", atLeast: 3),
        Reached("policy", atLeast: 3), arguments: blocks)
    func agree(block: Int) async throws {
        for seed in UInt64(block) * Self.seeds..<UInt64(block + 1) * Self.seeds {
            let base = RandomWeek.full(seed: seed &+ 60_000)
            let (text, parts) = RandomChangeFile.make(for: base, seed: seed)
            let diagnostics = Diagnostics()
            let file = ChangeFile.read(InputFile(path: "change.yaml", bytes: Array(text.utf8)), diagnostics)
            // Two parts may speak of somebody whom a third takes away, and what is no longer tiny is for others.
            guard let changed = file?.applied(to: base, diagnostics)?.week,
                changed.content != base.content, Self.isTiny(changed)
            else { continue }
            try await expectAgreement(on: changed, seed: seed)
            for part in parts { Reached.here(part) }
        }
    }
}
