// SPDX-License-Identifier: GPL-3.0-or-later

import Questions
import TestSupport
import Testing
import Trials
import Workforce

/// What somebody asked for is a part of why they are where they are, with what granting it would cost.
@Suite struct ExplainRequestsTests {
    private func asking(_ want: StaffRequest.Want, _ time: StaffRequest.Time, mark: String) -> Week {
        var world = TinyWorld()
        world.rota = ["P-2": [mark]]
        world.demand("D-1", "care", contacts: 1, priority: .critical)
        world.requests = [StaffRequest(staff: "P-2", time: time, want: want)]
        return world.week
    }

    @Test func ofWhatIsOverNothingIsTried() async throws {
        for (time, over) in [
            (
                StaffRequest.Time.session(0),
                "Asked to be off on Mon 23 Nov am: not granted, and the session is over."
            ),
            (.day(0), "Asked to be off on Mon 23 Nov: not granted, and the sessions are over."),
        ] {
            let week = asking(.off, time, mark: "A").replacing {
                $0.frozenBefore = 2
                $0.current = [CurrentDeployment(staff: "P-2", session: 0, team: "A")]
            }
            #expect(try await said(week) == [over])
        }
        let granted = asking(.on, .session(0), mark: "A").replacing {
            $0.frozenBefore = 1
            $0.current = [CurrentDeployment(staff: "P-2", session: 0, team: "A")]
        }
        #expect(try await said(granted) == ["Asked to work on Mon 23 Nov am: granted."])
    }

    private func said(_ week: Week) async throws -> [String] {
        try await PlanAtHand.planned(week).explain(staff: "P-2").sentences.filter { $0.hasPrefix("Asked") }
    }

    @Test func aRequestNotGrantedIsToldWithWhatGrantingItWouldCost() async throws {
        // The contact is worth 30 × £6.00; the request £1.00, and half of it for who is refused most.
        #expect(
            try await said(asking(.off, .session(0), mark: "A")) == [
                "Asked to be off on Mon 23 Nov am: not granted (£1.00). Granted, 1 fewer contact (0.5 hours) would be "
                    + "met in all and the plan would be at most £178.50 dearer (care not met +£180.00, requests not "
                    + "granted −£1.50)."
            ])
    }

    @Test func aRequestGrantedAndOneThatTheRotaDecidesAreToldSo() async throws {
        #expect(
            try await said(asking(.on, .day(0), mark: "A"))
                == ["Asked to work on Mon 23 Nov: granted."])
        #expect(
            try await said(asking(.off, .day(0), mark: "R"))
                == ["Asked to be off on Mon 23 Nov: not granted, because the rota has them on duty."])
    }
}
