// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import Foundation
import Reading
import SeededRandom
import TestSupport
import Testing
import Workforce

/// A change file with every part, damaged at random but always alike for a case number: nothing may trap, and there is
/// no changed week exactly when an error stands.
///
/// 2,000 cases by default; `SKILLMIX_FUZZ_CASES` asks for more.
@Suite struct ChangeFileFuzzTests {
    private static let cases =
        FuzzCases.count(usual: 2000)

    static let text = """
        change: Everything
        absences:
          - {staff: P-2, from: 2026-11-23 am, until: 2026-11-23 pm, reason: L}
          - {roles: [support-worker], employers: [trust], rate: 0.07, seed: 3}
        availability:
          - {staff: P-3, sessions: [2026-11-24 am], mark: A, team: [A, B], minutes: 120}
        demand:
          - {pathways: [P1], factor: 1.2, from: 2026-11-23 am, until: 2026-11-24 pm}
          - {line: D-1, contacts: 13}
          - {new: {line: X1, team: A, activity: care, priority: urgent, contacts: 6, earliest: 2026-11-23 am, latest: 2026-11-24 pm}}
          - {remove: D-2}
        convert:
          - {from: care, to: rehabilitation, share: 0.3, teams: [A]}
        teams:
          - {team: A, min_staff: 3, travel_minutes: 12, span: 2.5, sessions: am pm, days: Mon-Sat}
        people:
          - {like: P-1, add: 2, prefix: NEW}
          - {staff: P-3, contract_hours: 30, hourly_cost: 17.20, role: support-worker, pace: 0.9}
        rates:
          - {employment: bank, factor: 1.05}
        sign_offs:
          - {staff: P-3, competency: care, level: 2, expires_on: 2027-11-30}
          - {withdraw: {staff: P-1, competency: handling}}
        delegation:
          - {activity: rehabilitation, status: approved, review_on: 2027-03-31, approved_by: AHP lead}
        single_handed: {share: 0.33}
        agreements:
          - {employer: trust, organisation: trust, roles: [physiotherapist]}
        contingency: {P1: 0.10}
        policy: {agency_cap: 0, unmet_minute: {critical: 9}, accompanied: [student]}
        activities:
          - {activity: assessment, minutes: 60, record_minutes: 15, add_professions: [physiotherapy]}
        placements:
          - {staff: P-3, team: A, from: 2026-11-23, until: 2026-11-24}
        moved:
          - {staff: P-2, home_team: B, base_locality: town, consultation: true}

        """

    @Test func theFileItselfIsRight() { #expect(ChangeFileErrorTests.problems(Self.text) == []) }

    @Test func noDamageTrapsTheReader() {
        let week = ChangeFileErrorTests.week
        let original = Array(Self.text.utf8)
        let signs = " ,:{}[]-\n\"'#&*~|>@;0123456789.AR/".map { String($0) }
        let more = ["P-1", "null", "1e309", "99999999999999999999", "2026-11-23 am", "factor", "\u{0}", "é"]
        let words: [[UInt8]] = (signs + more).map { Array($0.utf8) }
        var readable = 0
        for number in 0..<Self.cases {
            var random = SeededRandom(seed: UInt64(number))
            var bytes = original
            for _ in 0...random.below(3) {
                let start = random.below(bytes.count + 1)
                let range = start..<min(bytes.count, start + random.below(20))
                switch random.below(4) {
                case 0: bytes.removeSubrange(range)
                case 1: bytes.insert(contentsOf: bytes[range], at: random.below(bytes.count + 1))
                case 2: bytes.replaceSubrange(range, with: words[random.below(words.count)])
                default: bytes.insert(contentsOf: words[random.below(words.count)], at: start)
                }
            }
            let diagnostics = Diagnostics()
            let file = ChangeFile.read(InputFile(path: "c.yaml", bytes: bytes), diagnostics)
            let changed = file?.applied(to: week, diagnostics)
            #expect((changed == nil) == diagnostics.hasErrors, "case \(number)")
            readable += changed == nil ? 0 : 1
        }
        // Some damage is harmless and most is not, or the test would prove little.
        #expect((Self.cases / 100...Self.cases / 2).contains(readable), "\(readable)")
    }
}
