// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import TestSupport
import Testing
import Workforce

@Suite("What differs between two weeks")
struct WeekDifferenceTests {
    private var base: Week {
        var world = TinyWorld()
        world.days = 2
        world.rota = ["P-1": ["R", "R@A", "R"], "P-2": ["R", "A"]]
        world.demand("D-1", "care", contacts: 5)
        world.staff[0].name = "Ann"
        return world.week
    }

    private func sentences(_ text: String) throws -> [String] {
        let changed = try RoundTripTests.applied([text], to: base)
        return WeekDifference.between(base, changed).map { "\($0.part.rawValue): \($0.sentence)" }
    }

    @Test("Each part has its sentence, with what it is and what it was")
    func parts() throws {
        #expect(WeekDifference.between(base, base) == [])
        let text = """
            absences: [{staff: P-1, until: 2026-11-23 pm}]
            demand: [{line: D-1, contacts: 7}, {new: {line: X, team: A, activity: care, priority: urgent, contacts: 2}}]
            teams: [{team: A, min_staff: 2}]
            people: [{staff: P-2, pace: 0.5, hourly_cost: 16}, {remove: P-3}]
            sign_offs: [{withdraw: {staff: P-1, competency: care}}]
            delegation: [{activity: rehabilitation, review_on: 2027-03-31}]
            policy: {bank_cap: 10}
            activities: [{activity: assessment, minutes: 50}]
            """
        #expect(
            try sentences(text) == [
                "people: P-3 is gone.", "people: P-2: pace 0.5 instead of blank.",
                "rates: P-2: hourly cost 16.00 instead of 15.00.",
                "marks: Ann (P-1): S instead of R on Mon 23 Nov am.",
                "marks: Ann (P-1): S instead of R@A on Mon 23 Nov pm.",
                "demand: D-1 (Reablement call, Team A): contacts 7 instead of 5.",
                "demand: X (Reablement call, Team A) is new: team A, activity care, priority urgent, contacts 2, earliest "
                    + "2026-11-23 am, latest 2026-11-24 pm.",
                "teams: Team A (A): min staff 2 instead of 0.",
                "sign_offs: Ann (P-1)'s sign-off in “care” at level 3 from 2026-10-24 is gone.",
                "sign_offs: P-3's sign-off in “therapy” at level 3 from 2026-10-24 is gone.",
                "sign_offs: P-3's sign-off in “care” at level 3 from 2026-10-24 is gone.",
                "sign_offs: P-3's sign-off in “handling” at level 3 from 2026-10-24 is gone.",
                "delegation: Rehabilitation: review on 2027-03-31 instead of blank.",
                "activities: Assessment: minutes 50 instead of 60.",
                "policy: The policy's bank_cap: 10.00 instead of none.",
            ])
    }

    @Test("Marks that change alike in sessions one after the other are one sentence")
    func runs() throws {
        #expect(
            try sentences("availability: [{staff: P-3, sessions: [2026-11-23 pm, 2026-11-24 am], mark: A}]")
                == [
                    "marks: P-3: A instead of blank from Mon 23 Nov pm to Tue 24 Nov am."
                ])
    }

    @Test("Shares of low utilisation differ one by one, and supervision in force counts")
    func shares() throws {
        #expect(
            try sentences("policy: {low_utilisation: {registered: 0.5, support-worker: 0.25}}") == [
                "policy: The policy's low_utilisation.registered: 0.5 instead of 0.33.",
                "policy: The policy's low_utilisation.support-worker: 0.25 instead of none.",
            ])
        let supervised = base.replacing {
            $0.currentSupervision = [
                SupervisionRow(
                    supervisor: "P-1", session: 0, group: "A", activity: "rehabilitation", minutes: 5)
            ]
        }
        #expect(
            WeekDifference.between(base, supervised).map(\.sentence) == [
                "The plan in force (current/) is another."
            ])
    }
}
