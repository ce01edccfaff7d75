// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import Reading
import TestSupport
import Testing
import Workforce

@Suite("What is wrong with a change file")
struct ChangeFileErrorTests {
    /// Two people, one of them in two rows, in two teams for two days.
    static var week: Week {
        var world = TinyWorld()
        world.days = 2
        world.staff.append(TinyWorld.person("P-4", "support-worker", .bank, hourlyCost: 18))
        world.staff[1].person = "P-2"
        world.staff[3].person = "P-2"
        world.teams.append(TinyWorld.team("B"))
        world.teams[1].pathway = "P2"
        world.rota = ["P-1": ["R@B", "R"], "P-2": ["R", "R"], "P-3": ["A"], "P-4": ["", "", "A"]]
        world.demand("D-1", "care", contacts: 5)
        world.demand("D-2", "transfer", contacts: 4, team: "B", singleHanded: 1)
        world.decisions = [
            DelegationDecision(
                activity: "rehabilitation", .allow, reason: "seen", by: "AHP lead", on: world.start)
        ]
        return world.week
    }

    /// Every diagnostic of a file read and applied, each as its first line.
    static func problems(_ text: String, _ week: Week = Self.week) -> [String] {
        let diagnostics = Diagnostics()
        let file = ChangeFile.read(InputFile(path: "c.yaml", bytes: Array(text.utf8)), diagnostics)
        let changed = file?.applied(to: week, diagnostics)
        #expect((changed == nil) == diagnostics.hasErrors)
        return diagnostics.sorted.map { String($0.description.split(separator: "\n")[0]) }
    }

    struct Case: Sendable, CustomStringConvertible {
        let text: String
        let problems: [String]

        init(_ text: String, _ problems: String...) { (self.text, self.problems) = (text, problems) }

        var description: String { text }
    }

    static let cases = [
        // Keys and values.
        Case(
            "absence: []",
            "c.yaml:1:1: error: key 'absence' of the change file is not known; did you mean 'absences'?"),
        Case(
            "absences:\n  - {staf: P-1}",
            "c.yaml:2:5: error: an absence has none of 'staff', 'rate'",
            "c.yaml:2:6: error: key 'staf' of an absence is not known; did you mean 'staff'?"),
        Case(
            "absences:\n  - {staff: P-1, rate: 0.1}",
            "c.yaml:2:18: error: key 'rate' does not go with 'staff' in an absence"),
        Case(
            "absences:\n  - {rate: 1.5, reason: X}",
            "c.yaml:2:12: error: rate '1.5' is more than 1",
            "c.yaml:2:25: error: reason 'X' is not known; did you mean 'S'?"),
        Case("demand:\n  - {factor: 0}", "c.yaml:2:14: error: factor '0' is not above 0"),
        Case("rates:\n  - {factor: -1}", "c.yaml:2:14: error: factor '-1' is less than 0"),
        Case(
            "demand:\n  - {line: D-1}", "c.yaml:2:5: error: a change of demand has none of 'contacts', 'add'"),
        Case(
            "teams:\n  - {team: A}", "c.yaml:2:5: error: a change of a team does not say what is otherwise"),
        Case("teams:\n  - {team: A, span: }", "c.yaml:2:21: error: span is blank"),
        Case(
            "availability:\n  - {staff: P-3, sessions: [2026-11-23 am], mark: S}",
            "c.yaml:2:51: error: mark 'S' is not one that can be given"),
        Case(
            "availability:\n  - {staff: P-3, sessions: [2026-11-23 am], mark: blank, team: A}",
            "c.yaml:2:58: error: key 'team' does not go with 'mark: blank' in an availability"),
        Case(
            "demand:\n  - {new: {line: X~1, team: A, activity: care, priority: urgent, contacts: 2}}",
            "c.yaml:2:12: error: line 'X~1' contains '~', which only lines made of others do"),
        Case(
            "demand:\n  - {new: {line: X, team: A, activity: care, priority: urgent, contacts: 2, source: home}}",
            "c.yaml:2:85: error: source 'home' is not known"),
        Case("", "c.yaml:1: error: the file is empty"),
        Case(
            "draws: {absense: {support-worker: 0.06}}",
            "c.yaml:1:9: error: key 'absense' of draws is not known; did you mean 'absence'?"),
        Case(
            "draws: {absence: {suport-worker: 0.06, student: 1.5}, dispersion: 0.5}",
            "c.yaml:1:49: error: student '1.5' is more than 1",
            "c.yaml:1:67: error: dispersion '0.5' is less than 1"),
        Case(
            "draws: {absence: {suport-worker: 0.06}}",
            "c.yaml:1:19: error: There is no role suport-worker in the week's framework; did you mean 'support-worker'?"
        ),
        Case("policy: {agency_cap: -1}", "c.yaml:1:22: error: agency_cap '-1' is less than 0"),
        Case(
            "policy: {agency_cup: 1}",
            "c.yaml:1:10: error: key 'agency_cup' of policy is not known; did you mean 'agency_cap'?"),
        Case(
            "contingency: {P1: 0.2}",
            "c.yaml:1:19: warning: '0.2' of the contacts of P1 held in reserve is much"),
        // Names and sessions.
        Case(
            "absences:\n  - {staff: P-9, from: 2026-11-25 am}",
            "c.yaml:2:13: error: There is nobody with the identifier P-9 in staff.csv; did you mean 'P-1'?",
            "c.yaml:2:24: error: There is no session 2026-11-25 am in the week; did you mean '2026-11-23 am'?"
        ),
        Case(
            "absences:\n  - {staff: P-1, from: 2026-11-24 am, until: 2026-11-23 pm}",
            "c.yaml:2:46: error: 2026-11-23 pm comes before 2026-11-24 am; name the earlier one first"),
        Case(
            "placements:\n  - {staff: P-1, team: A, from: 2026-11-30}",
            "c.yaml:2:33: error: 2026-11-30 is no day of the week; give one of 2026-11-23 to 2026-11-24"),
        Case(
            "moved:\n  - {staff: P-1, base_locality: moon}",
            "c.yaml:2:33: error: There is no locality moon in teams.csv, staff.csv or travel.csv"),
        Case(
            "agreements:\n  - {employer: trust, organisation: council}",
            "c.yaml:2:37: error: No team in teams.csv is run by council"),
        Case(
            "activities:\n  - {activity: assessment, add_professions: [dance]}",
            "c.yaml:2:46: error: No role of the week's framework is of the profession dance"),
        Case(
            "people:\n  - {like: P-1, add: 1, prefix: N}\navailability:\n  - {staff: N-1, sessions: [2026-11-23 am], mark: A}",
            "c.yaml:4:13: error: 'N-1' is added under people, which comes after this part"),
        Case(
            "demand:\n  - {line: D-1, add: -6}",
            "c.yaml:2:22: error: contacts of D-1 is out of range; give a number of 0 to 100,000"),
        Case(
            "availability:\n  - {staff: P-3, sessions: [2026-11-23 am], mark: A, minutes: 900}",
            "c.yaml:2:63: error: minutes of P-3 on 2026-11-23 am is out of range; give a number of 1 to 240"),
        Case(
            "sign_offs:\n  - {staff: P-3, competency: care, level: 9}",
            "c.yaml:2:43: error: level of care is out of range; give a number of 1 to 4"),
        Case(
            "delegation:\n  - {status: approved, activity: care}",
            "c.yaml:2:34: error: care has no delegated block in the framework; it would have to say who may be delegated to and who supervises before it can be tried"
        ),
        Case(
            "convert:\n  - {from: care, to: care, share: 0.5}",
            "c.yaml:2:22: error: Contacts of care are given as care already"),
        Case(
            "demand:\n  - {new: {line: X, team: A, activity: care, priority: urgent, contacts: 2, single_handed_contacts: 1}}",
            "c.yaml:2:101: error: A contact of care takes one worker anyway; leave single_handed_contacts out"
        ),
        // What contradicts itself.
        Case(
            "absences:\n  - {staff: P-2, until: 2026-11-23 pm}\n  - {staff: P-4, from: 2026-11-23 pm, reason: L}",
            "c.yaml:3:13: error: absences of 'P-4' overlap, first in line 2"),
        Case(
            "availability:\n  - {staff: P-3, sessions: [2026-11-23 am], mark: A}\n  - {staff: P-3, sessions: [2026-11-23 am, 2026-11-23 pm], mark: R}",
            "c.yaml:3:29: error: the cell of 'P-3' on 2026-11-23 am is named twice in one part, first in line 2"
        ),
        Case(
            "demand:\n  - {factor: 2, lines: [D-1]}\n  - {line: D-1, add: 1}\n  - {remove: D-1}",
            "c.yaml:4:14: error: line 'D-1' is named twice in one part, first in line 3"),
        Case(
            "teams:\n  - {team: A, min_staff: 1}\n  - {team: A, span: 2}",
            "c.yaml:3:12: error: team 'A' is named twice in one part, first in line 2"),
        Case(
            "people:\n  - {staff: P-1, pace: 1}\n  - {remove: P-1}",
            "c.yaml:3:14: error: 'P-1' is named twice in one part, first in line 2"),
        Case(
            "absences:\n  - {staff: P-3}\npeople:\n  - {remove: P-3}",
            "c.yaml:2:13: error: 'P-3' is changed here and removed in line 4"),
        Case(
            "sign_offs:\n  - {staff: P-2, competency: care, level: 2}\n  - {withdraw: {staff: P-4, competency: care}}",
            "c.yaml:3:24: error: 'P-4' is signed off and withdrawn in 'care', first in line 2"),
        Case(
            "sign_offs:\n  - {staff: P-2, competency: care, level: 2}\n"
                + "  - {staff: P-2, competency: care, level: 3, signed_off_on: 2026-11-24}\n"
                + "  - {staff: P-2, competency: care, level: 3, signed_off_on: 2026-11-23}",
            "c.yaml:4:13: error: 'P-2' in 'care' is named twice in one part, first in line 2"),
        Case(
            "delegation:\n  - {activity: rehabilitation, status: withdrawn}",
            "c.yaml:2:16: error: the delegation of 'rehabilitation' is withdrawn, and decisions.csv allows it"
        ),
        Case(
            "placements:\n  - {staff: P-3, team: A, until: 2026-11-23}\n  - {staff: P-3, lift: true}",
            "c.yaml:3:13: error: placements of 'P-3' overlap, first in line 2"),
        Case(
            "moved:\n  - {staff: P-3, home_team: A}\n  - {staff: P-3, home_team: B}",
            "c.yaml:3:13: error: 'P-3' is named twice in one part, first in line 2"),
        Case(
            "demand:\n  - {remove: D-1}\n  - {factor: 2, lines: [D-1]}",
            "c.yaml:3:25: error: 'D-1' is gone by then: this file removes it"),
        Case(
            "people:\n  - {remove: P-3}\n  - {like: P-3, add: 1, prefix: N}",
            "c.yaml:3:12: error: 'P-3' is gone by then: this file removes it"),
        // What contradicts itself has its own faults, too, and none that only follow.
        Case(
            "teams:\n  - {team: B, min_staff: 1}\n  - {team: B, closed: [2026-11-30 am]}",
            "c.yaml:3:12: error: team 'B' is named twice in one part, first in line 2",
            "c.yaml:3:24: error: There is no session 2026-11-30 am in the week; did you mean '2026-11-23 am'?"
        ),
        Case(
            "moved:\n  - {staff: P-3, home_team: A}\n  - {staff: P-3, base_locality: moon}",
            "c.yaml:3:13: error: 'P-3' is named twice in one part, first in line 2",
            "c.yaml:3:33: error: There is no locality moon in teams.csv, staff.csv or travel.csv"),
        Case(
            "people:\n  - {remove: P-3}\nsign_offs:\n  - {staff: P-3, competency: care, level: 9}",
            "c.yaml:4:13: error: 'P-3' is changed here and removed in line 2",
            "c.yaml:4:43: error: level of care is out of range; give a number of 1 to 4"),
        Case(
            "demand:\n  - {line: D-1, add: -3}\n  - {line: D-1, add: -4}",
            "c.yaml:3:12: error: line 'D-1' is named twice in one part, first in line 2"),
        // What does not go together any more.
        Case(
            "teams:\n  - {team: B, closed: [2026-11-23 am]}",
            "c.yaml:2:12: error: 'P-1' is pinned to 'B' on 2026-11-23 am, and cannot be sent there any more: the team is closed then"
        ),
        Case(
            "availability:\n  - {staff: P-4, sessions: [2026-11-23 am], mark: R}",
            "c.yaml:2:29: error: 'P-4' and 'P-2' are one person, who is on duty or away in both rows on 2026-11-23 am"
        ),
    ]

    @Test("Every fault is told with its line and column", arguments: cases)
    func fault(_ one: Case) { #expect(Self.problems(one.text) == one.problems) }

    @Test("What looks alike and is none is no fault")
    func sound() {
        let texts = [
            "change: Nothing\nabsences:\n",
            "absences:\n  - {staff: P-2, until: 2026-11-23 am}\n  - {staff: P-4, from: 2026-11-23 pm}",
            "people:\n  - {like: P-1, add: 1, prefix: N}\n  - {like: P-1, add: 1, prefix: N}",
            "people:\n  - {like: P-1, add: 1, prefix: N}\nsign_offs:\n  - {staff: N-1, competency: care, level: 4}",
            "demand:\n  - {factor: 2, lines: [D-1]}\n  - {factor: 2, lines: [D-1]}\n  - {remove: D-1}",
            "absences:\n  - {staff: P-1}\navailability:\n  - {staff: P-1, sessions: [2026-11-23 am], mark: A, team: [A, B]}",
            "draws: {absence: {support-worker: 0.06}, dispersion: 1.5}",
        ]
        for text in texts { #expect(Self.problems(text) == [], "\(text)") }
    }

    @Test("Figures beyond what the tables take are told at the value that makes them")
    func beyond() {
        func week(_ edit: (inout TinyWorld) -> Void) -> Week {
            var world = TinyWorld()
            edit(&world)
            return world.week
        }
        let dear = week { $0.staff[0].hourlyCost = 20_000 }
        #expect(Self.problems("rates:\n  - {factor: 50}", dear) == [])
        #expect(
            Self.problems("rates:\n  - {factor: 51}", dear) == [
                "c.yaml:2:14: error: hourly_cost of P-1, times the factor, is out of range; give a number of 0 to 1,000,000"
            ])
        let many = week {
            $0.demand("D-1", "care", contacts: 60_000)
            $0.demand("D-1~rehabilitation", "rehabilitation", contacts: 50_000)
        }
        let convert = "convert:\n  - {from: care, to: rehabilitation, share: "
        #expect(Self.problems(convert + "0.8}", many) == [])
        #expect(
            Self.problems(convert + "0.9}", many) == [
                "c.yaml:2:45: error: contacts of D-1~rehabilitation is out of range; give a number of 0 to 100,000"
            ])
        // Eight characters more: 130 are taken.
        let longest = String(repeating: "L", count: 122)
        let reserve = "contingency:\n  P1: 0.1"
        #expect(Self.problems(reserve, week { $0.demand(longest, "care", contacts: 10) }) == [])
        #expect(
            Self.problems(reserve, week { $0.demand(longest + "L", "care", contacts: 10) }).map {
                $0.hasPrefix("c.yaml:2:") && $0.contains("more than 130 characters")
            } == [true])
    }

    @Test("What is expected of a number reads as words")
    func units() {
        let diagnostics = Diagnostics()
        let text = "single_handed: {share: 2}\npeople: [{staff: P-1, pace: 11}]"
        _ = ChangeFile.read(InputFile(path: "c.yaml", bytes: Array(text.utf8)), diagnostics)
        #expect(
            diagnostics.sorted.map(\.expected) == [
                "a number of contacts meant per contact from 0 to 1",
                "a number of times a full pace from 0 to 10",
            ])
    }

    @Test("Everything that is wrong with the form is told at once, of all parts")
    func all() {
        let text = """
            moved: [{staff: P-1}]
            rates: [{factor: 0}]
            teams: [{team: A, days: Someday}]
            single_handed: {share: 2}
            """
        #expect(
            Self.problems(text).map { $0.prefix(10) } == [
                "c.yaml:1:9", "c.yaml:2:1", "c.yaml:3:2", "c.yaml:4:2",
            ])
    }
}
