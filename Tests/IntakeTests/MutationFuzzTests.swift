// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Intake
import Reading
import SeededRandom
import TestSupport
import Testing
import Workforce

/// The small week, damaged at random but always alike for a case number: nothing may trap, and the week is nil
/// exactly when an error stands. A third of the tables are saved in another form first, as spreadsheets do.
///
/// 2,000 cases by default; `SKILLMIX_FUZZ_CASES` asks for more.
@Suite struct MutationFuzzTests {
    private static let cases =
        FuzzCases.count(usual: 2000)

    @Test func noDamageTrapsTheReaders() throws {
        let fixture = WeekFixture().setting(
            "decisions.csv",
            to: """
                activity,staff,team,decision,reason,by,on
                session,bo,north,allow,"seen, three times",A. Lead,2026-11-23
                session,,ward,refuse,team is new,A. Lead,2026-10-01
                session,,,,,,

                """)
        let originals = fixture.files.map { Array($0.text.utf8) }
        var (readable, resaved) = (0, 0)
        try fixture.withFolder { folder in
            for number in 0..<Self.cases {
                var random = SeededRandom(seed: UInt64(number))
                let victim = random.below(originals.count)
                var files = originals
                if number % 3 == 0, fixture.files[victim].path.hasSuffix(".csv") {
                    files[victim] = SavedTable(&random).bytes(of: fixture.files[victim].text)
                    resaved += 1
                }
                let bytes = Damage.done(to: files, at: victim, &random)
                let url = folder.appendingPathComponent(fixture.files[victim].path).standardizedFileURL
                try Data(bytes).write(to: url)
                let reading = WeekReader.read(folder: folder)
                let hasError = reading.diagnostics.contains { $0.severity == .error }
                #expect((reading.week == nil) == hasError, "case \(number)")
                #expect(Self.areInOrder(reading.diagnostics), "case \(number)")
                if let week = reading.week {
                    readable += 1
                    #expect(Self.isConsistent(week), "case \(number)")
                }
                try Data(originals[victim]).write(to: url)
            }
        }
        #expect(resaved > Self.cases / 5)
        // Some damage is harmless and most is not, or the test would prove little.
        #expect((Self.cases / 20...Self.cases / 2).contains(readable))
    }

    /// Whether all but the causes that are told first stand by file, line and column.
    private static func areInOrder(_ diagnostics: [Diagnostic]) -> Bool {
        let rest = diagnostics.indices.dropLast().last { diagnostics[$0 + 1] < diagnostics[$0] } ?? -1
        return rest < 10 && Array(diagnostics[(rest + 1)...]) == diagnostics[(rest + 1)...].sorted()
    }

    /// Whether every reference within the week resolves, as its documentation promises.
    private static func isConsistent(_ week: Week) -> Bool {
        let teams = Set(week.teams.map(\.id))
        let staff = Set(week.staff.map(\.id))
        let roles = Set(week.framework.roles.map(\.id))
        let competencies = Set(week.framework.competencies.map(\.id))
        let activities = Set(week.framework.activities.map(\.id))
        return teams.count == week.teams.count && staff.count == week.staff.count
            && week.rota.count == week.staff.count && week.rota.allSatisfy { $0.count == week.sessions.count }
            && week.rota.joined().allSatisfy { $0.pins.allSatisfy(teams.contains) }
            && week.staff.allSatisfy {
                roles.isSuperset(of: $0.roles) && ($0.homeTeam.map(teams.contains) ?? true)
            }
            && week.signOffs.allSatisfy { staff.contains($0.staff) && competencies.contains($0.competency) }
            && week.demand.allSatisfy {
                teams.contains($0.team) && activities.contains($0.activity)
                    && $0.window.upperBound < week.sessions.count
            }
            && week.decisions.allSatisfy {
                activities.contains($0.activity) && ($0.staff.map(staff.contains) ?? true)
                    && ($0.team.map(teams.contains) ?? true)
            } && week.placements.allSatisfy { staff.contains($0.staff) && teams.contains($0.team) }
            && (week.current ?? []).allSatisfy { staff.contains($0.staff) && teams.contains($0.team) }
            && week.minimums.allSatisfy { teams.contains($0.team) && $0.atLeast > 0 }
            && (week.currentContacts ?? []).allSatisfy { staff.isSuperset(of: $0.workers) }
    }
}
