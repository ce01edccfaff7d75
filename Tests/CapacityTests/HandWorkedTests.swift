// SPDX-License-Identifier: GPL-3.0-or-later

import Capacity
import TestSupport
import Testing
import Workforce

/// Weeks small enough to work out by hand: 210 minutes a session, an assessment takes 80 of them (60 of contact).
@Suite struct HandWorkedTests {
    private func report(_ change: (inout TinyWorld) -> Void) -> CapacityReport {
        var world = TinyWorld()
        change(&world)
        return CapacityReport(week: world.week)
    }

    @Test func `whole contacts leave minutes over`() throws {
        let report = report {
            $0.rota = ["P-1": ["R"]]
            $0.demand("D-1", "assessment", contacts: 3, window: 0...0)
        }
        // Needed: 3 × 60 minutes with people, 3 × 80 of work; 210 hold two, and 50 minutes stay.
        #expect(report.total.contactHours == 3)
        #expect(report.total.workerHours == 4)
        #expect(report.total.people == 1)
        #expect(report.total.rosteredHours == 3.5)
        #expect(report.total.availableHours == 0)
        #expect(report.total.mostContactHours == 2)
        #expect(report.total.shortContacts == 1)
        let shortfall = try #require(report.shortfalls.first)
        #expect(report.shortfalls.count == 1)
        #expect(shortfall.reason == .capacity)
        #expect(
            shortfall.sentence
                == "Assessment in Team A on Mon 23 Nov: 3 contacts wanted, at most 2 can be given: 1 person who may do "
                + "it and be sent there (P-1) has 3.5 hours on duty, and in whole contacts it takes more than that "
                + "gives: 4.0 hours of work.")
    }

    @Test func `a contact that no session has room for is told as that`() {
        let report = report {
            $0.rota = ["P-1": ["R"]]
            $0.teams = [TinyWorld.team("A", travelMinutes: 140)]
            $0.demand("D-1", "assessment", contacts: 1, window: 0...0)
        }
        #expect(
            report.shortfalls.map(\.sentence) == [
                "Assessment in Team A on Mon 23 Nov: 1 contact wanted, none can be given: a contact takes 220 minutes "
                    + "of work there, and no session of P-1 leaves more than 210 for it."
            ])
    }

    @Test func `what two rows of a human offer in one session is there once`() {
        func hours(_ rows: [[String]], _ change: (inout TinyWorld) -> Void = { _ in }) -> [Double] {
            let report = report {
                $0.rota = ["P-2": rows[0], "P-3": rows[1]]
                for row in [1, 2] { $0.staff[row].person = "Ann" }
                $0.demand("D-1", "care", contacts: 20)
                change(&$0)
            }
            return [Double(report.total.people), report.total.availableHours]
        }
        #expect(hours([["A"], ["A"]]) == [1, 3.5])
        // The row with more of the session, whichever it is.
        #expect(hours([["A/120"], ["A"]]) == [1, 3.5])
        #expect(hours([["A"], ["A/120"]]) == [1, 3.5])
        #expect(hours([["A"], ["", "A"]]) == [1, 7])
        // One session a day is the human's, not each row's.
        #expect(hours([["A"], ["", "A"]]) { $0.policy.maximumSessionsPerDay = 1 } == [1, 3.5])
        // Four hours of pay are all that the smaller of two limits leaves.
        #expect(hours([["A"], ["", "A"]]) { $0.staff[2].maximumHours = 4 } == [1, 3.5])
        // A cap of the one row leaves the other's session.
        #expect(hours([["A"], ["A", "A"]]) { $0.policy.bankCap = 36 } == [1, 3.5])
        #expect(hours([["A"], ["A", "A"]]) == [1, 7])
    }

    @Test func `a line of two days is no day's shortfall, though its people have one day`() {
        let report = report {
            $0.days = 2
            $0.rota = ["P-1": ["R", "", "", ""]]
            $0.demand("D-1", "assessment", contacts: 3, window: 0...3)
        }
        #expect(report.days.map(\.shortContacts) == [0, 0])
        #expect(report.days.map(\.fixedContacts) == [0, 0])
        // Two sessions a day of the four: half of three contacts each.
        #expect(report.days.map(\.contacts) == [1.5, 1.5])
        #expect(report.days.map(\.rosteredHours) == [3.5, 0])
        #expect(report.shortfalls.map(\.from) == ["2026-11-23"])
        #expect(report.shortfalls.map(\.until) == ["2026-11-24"])
        #expect(report.total.shortContacts == 1)
    }

    @Test func `people wanted for two things at once are short of them together`() throws {
        let report = report {
            $0.rota = ["P-1": ["R"]]
            $0.activities[1].delegated = nil
            $0.demand("D-1", "assessment", contacts: 2, window: 0...0)
            $0.demand("D-2", "rehabilitation", contacts: 4, window: 0...0)
        }
        // 160 and 180 minutes fit alone; of both, 210 minutes hold at best 4 × 45: 160 of 280 contact minutes.
        #expect(report.activities.map(\.shortContacts) == [0, 0])
        #expect(report.total.mostContactHours < 280.0 / 60)
        #expect(report.total.mostContactHours >= 160.0 / 60)
        let sentences = report.shortfalls.map(\.sentence)
        #expect(sentences.count == 1)
        #expect(
            try #require(sentences.first).hasPrefix(
                "Team A as a whole, on Mon 23 Nov: 4.7 hours of contact wanted"))
    }

    @Test func `work is counted for two where two are needed, and once where one is enough`() {
        let report = report {
            $0.rota = ["P-1": ["R"], "P-2": ["R"]]
            $0.demand("D-1", "transfer", contacts: 3, singleHanded: 1, window: 0...0)
        }
        // Two double-handed contacts of 2 × 30 minutes, one single-handed of 40.
        #expect(abs(report.total.workerHours - 160.0 / 60) < 1e-9)
        #expect(report.total.contactHours == 1.5)
        #expect(report.shortfalls.isEmpty)
    }

    @Test func `what was given before leaves no more for one worker than is wanted`() {
        let report = report {
            $0.rota = ["P-1": ["R", "R"], "P-2": ["R", "R"]]
            $0.demand("D-1", "transfer", contacts: 3, singleHanded: 3)
            $0.frozenBefore = 1
            $0.current = ["P-1", "P-2"].map { CurrentDeployment(staff: $0, session: 0, team: "A") }
            $0.currentContacts = [
                CurrentContact(
                    line: "D-1", session: 0, staff: "P-1", partner: "P-2", contacts: 2, route: .doubleHanded)
            ]
        }
        // One contact of 40 minutes is left for one worker, not three.
        #expect(abs(report.total.workerHours - 40.0 / 60) < 1e-9)
        #expect(report.shortfalls.isEmpty)
    }

    @Test func `available sessions count as far as hours, sessions a day and the cap let them`() {
        func hours(_ change: (inout TinyWorld) -> Void) -> Double {
            report {
                $0.rota = ["P-3": ["A", "A"]]
                $0.demand("D-1", "care", contacts: 20)
                change(&$0)
            }.total.availableHours
        }
        #expect(hours { _ in } == 7)
        #expect(hours { $0.policy.maximumSessionsPerDay = 1 } == 3.5)
        #expect(hours { $0.staff[2].maximumHours = 6 } == 3.5)
        // A session costs 4 × £18: nothing of the cap is left for the second.
        #expect(hours { $0.policy.bankCap = 143 } == 3.5)
        #expect(hours { $0.policy.bankCap = 144 } == 7)
    }

    @Test func `of A sessions a proof is made with the limits, not without`() {
        let report = report {
            $0.rota = ["P-3": ["A", "A"]]
            $0.policy.maximumSessionsPerDay = 1
            $0.demand("D-1", "care", contacts: 9)
        }
        // A session holds 7 of 30 minutes.
        #expect(report.total.shortContacts == 2)
    }

    private func reason(_ change: (inout TinyWorld) -> Void) -> (reason: UnmetReason?, sentence: String) {
        let found = report(change).shortfalls.first
        return (found?.reason, found?.sentence ?? "nothing is short")
    }

    @Test func `nobody competent`() {
        let (reason, sentence) = reason {
            $0.rota = ["P-2": ["R"]]
            $0.staff.removeFirst()
            $0.demand("D-1", "assessment", contacts: 1)
        }
        #expect(reason == .nobodyCompetent)
        #expect(sentence.contains("1 contact wanted, none can be given: nobody on the roster may do it then"))
        #expect(sentence.contains("it asks for 'therapy' at level 2"))
    }

    @Test func `a delegation that is not approved is named where nobody else may do it`() {
        let (_, sentence) = reason {
            $0.rota = ["P-2": ["R"]]
            $0.staff.removeFirst()
            $0.activities[1].delegated?.status = .proposed
            $0.demand("D-1", "rehabilitation", contacts: 1)
        }
        #expect(sentence.hasSuffix("its delegation is proposed, not approved."))
    }

    @Test func `a review that falls due in the week is called a review, and not a decision`() {
        func sentence(_ change: (inout TinyWorld) -> Void) -> String {
            reason {
                $0.days = 5
                $0.rota = ["P-2": Array(repeating: "R", count: 10)]
                $0.staff.removeFirst()
                $0.activities[1].delegated?.reviewOn = $0.start.adding(days: 2)
                // Wanted from Thursday, and the approval ends on Wednesday.
                $0.demand("D-1", "rehabilitation", contacts: 1, window: 6...9)
                change(&$0)
            }.sentence
        }
        #expect(sentence { _ in }.hasSuffix("its delegation was due for review on 25 November 2026."))
        #expect(
            sentence {
                $0.decisions = [
                    DelegationDecision(
                        activity: "rehabilitation", .refuse, reason: "r", by: "b", on: $0.start)
                ]
            }.hasSuffix("an AHP lead's decision keeps it from being delegated."))
        // Two causes on two days are both told.
        #expect(
            sentence {
                $0.decisions = [
                    DelegationDecision(
                        activity: "rehabilitation", .refuse, reason: "r", by: "b",
                        on: $0.start.adding(days: 4))
                ]
            }.hasSuffix(
                "its delegation was due for review on 25 November 2026; an AHP lead's decision keeps it from being "
                    + "delegated."))
    }

    @Test func `those who could are away, each for a reason`() {
        let (reason, sentence) = reason {
            $0.rota = ["P-1": ["L", "L"], "P-4": ["S", "S"], "P-5": ["", ""], "P-6": ["R", "R"]]
            for id in ["P-4", "P-5", "P-6"] {
                $0.staff.append(TinyWorld.person(id, "physiotherapist", .substantive))
            }
            $0.staff[5].employer = "council"
            $0.demand("D-1", "assessment", contacts: 1)
        }
        #expect(reason == .nobodyAvailable)
        #expect(
            sentence.hasSuffix(
                "4 people may do it then, and none can be sent there: 1 has no session then (P-5), 1 is off sick (P-4), "
                    + "1 is on leave (P-1), 1 is without an agreement with that organisation (P-6)."))
    }

    @Test func `the only one who could is named`() {
        let (_, sentence) = reason {
            $0.rota = ["P-1": ["L", "L"]]
            $0.demand("D-1", "assessment", contacts: 1)
        }
        #expect(sentence.hasSuffix("none can be given: only P-1 may do it then, who is on leave."))
    }

    @Test func `working time, a missing second and missing supervision`() {
        let working = reason {
            $0.rota = ["P-1": ["R", "A"]]
            $0.policy.maximumSessionsPerDay = 1
            $0.demand("D-1", "assessment", contacts: 1, window: 1...1)
        }
        #expect(working.reason == .workingTime)
        #expect(working.sentence.contains("P-1 may do it and be sent there, but working time"))
        let pair = reason {
            $0.rota = ["P-1": ["R"]]
            $0.demand("D-1", "transfer", contacts: 1, window: 0...0)
        }
        #expect(pair.reason == .noPair)
        #expect(pair.sentence.contains("it takes two workers, and besides P-1 nobody"))
        let supervision = reason {
            $0.rota = ["P-2": ["R"]]
            $0.demand("D-1", "rehabilitation", contacts: 1, window: 0...0)
        }
        #expect(supervision.reason == .nobodySupervises)
        let noMinutes = reason {
            $0.rota = ["P-2": ["R"]]
            $0.activities[1].delegated?.supervisionMinutes = 0
            $0.demand("D-1", "rehabilitation", contacts: 1, window: 0...0)
        }
        #expect(noMinutes.reason == .nobodySupervises)
        let student = reason {
            $0.staff.append(TinyWorld.person("S-1", "student", .student))
            $0.activities[2].support = SupportRoute(needs: [Need("care", 1)], kinds: [.support, .student])
            $0.rota = ["S-1": ["R"]]
            $0.demand("D-1", "care", contacts: 1, window: 0...0)
        }
        #expect(student.reason == .noSupervision)
        #expect(student.sentence.contains("have to be accompanied, and nobody registered can be sent there"))
    }

    @Test func `a booking that is dearer than the cap, and one below the minimum, cannot be made`() {
        let cap = reason {
            $0.rota = ["P-3": ["A", ""]]
            $0.policy.bankCap = 71
            $0.demand("D-1", "care", contacts: 1, window: 0...0)
            $0.staff.removeFirst(2)
        }
        #expect(cap.reason == .cap)
        #expect(
            cap.sentence.contains(
                "P-3 may do it and be sent there, but a booking would cost more than the cap"))
        let minimum = reason {
            $0.rota = ["P-3": ["A", ""]]
            $0.policy.bookingMinimumSessions = 2
            $0.demand("D-1", "care", contacts: 1, window: 0...0)
            $0.staff.removeFirst(2)
        }
        #expect(minimum.reason == .workingTime)
        #expect(minimum.sentence.hasSuffix("but no day has as many sessions as a booking has to have."))
    }

    @Test func `hostile names do no harm on a terminal or in a spreadsheet`() throws {
        let report = report {
            $0.rota = ["P-1": ["L", "L"]]
            $0.staff[0].name = "\u{202E}=cmd()<script>"
            $0.teams[0].name = "=1+1\u{202E}"
            $0.demand("D-1", "assessment", contacts: 1)
        }
        #expect(report.lines.allSatisfy { !$0.unicodeScalars.contains("\u{202E}") })
        #expect(report.lines.contains { $0.contains("=cmd()<script> may do it then") })
        let teams = try #require(report.tables.first { $0.name == "teams" })
        #expect(teams.csv.split(separator: "\n")[1].hasPrefix("A,'=1+1"))
    }

    @Test func `a line that wants nothing and a week without demand are reported without fuss`() {
        let report = report {
            $0.rota = ["P-1": ["R"]]
            $0.demand("D-1", "assessment", contacts: 0)
        }
        #expect(report.total.contacts == 0)
        #expect(report.teams.isEmpty)
        #expect(report.shortfalls.isEmpty)
        #expect(report.lines.contains { $0.hasPrefix("No group of care is more than") })
    }
}
