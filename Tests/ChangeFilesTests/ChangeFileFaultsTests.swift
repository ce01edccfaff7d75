// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import Reading
import Testing
import Workforce

/// A file of which some entries are wrong in their form: what is wrong with the others is told at once.
@Suite struct ChangeFileFaultsTests {
    private static func problems(_ text: String, for week: Week?) -> [String] {
        let diagnostics = Diagnostics()
        let file = ChangeFile.read(
            InputFile(path: "c.yaml", bytes: Array(text.utf8)), for: week, diagnostics)
        #expect(file == nil)
        return diagnostics.sorted.map { String($0.description.split(separator: "\n")[0]) }
    }

    @Test func namesFiguresAndContradictionsAreToldBesideFaultsOfForm() {
        let text = """
            demand:
              - {factor: 0}
              - {line: D-9, add: 1}
              - {line: D-1, add: -6}
            teams:
              - {team: A, min_staff: 1}
              - {team: A, closed: [2026-11-30 am]}
            sign_offs:
              - {staff: P-9, competency: care, level: 9}
            """
        let form = "c.yaml:2:14: error: factor '0' is not above 0"
        // A new line may be what the first entry was to be, and contacts may be more by it.
        #expect(
            Self.problems(text, for: ChangeFileErrorTests.week) == [
                form,
                "c.yaml:7:12: error: team 'A' is named twice in one part, first in line 6",
                "c.yaml:7:24: error: There is no session 2026-11-30 am in the week; did you mean '2026-11-23 am'?",
                "c.yaml:9:13: error: There is nobody with the identifier P-9 in staff.csv; did you mean 'P-1'?",
                "c.yaml:9:43: error: level of care is out of range; give a number of 1 to 4",
            ])
        #expect(Self.problems(text, for: nil) == [form])
    }

    @Test func whoMayBeAddedByWhatCannotBeReadIsNotCalledUnknown() {
        let text = """
            peopel:
              - {like: P-1, add: 1, prefix: N}
            sign_offs:
              - {staff: N-1, competency: care, level: 9}
            """
        #expect(
            Self.problems(text, for: ChangeFileErrorTests.week) == [
                "c.yaml:1:1: error: key 'peopel' of the change file is not known; did you mean 'people'?",
                "c.yaml:4:43: error: level of care is out of range; give a number of 1 to 4",
            ])
    }
}
