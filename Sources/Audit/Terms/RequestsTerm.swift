// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What requests that the rows do not grant weigh, person by person, and the fairness weight of the largest sum.
enum RequestsTerm: PricedTerm {
    static func pounds(_ ledger: Ledger) -> Double {
        let week = ledger.facts.week
        var refused = week.staff.map { _ in 0.0 }
        for request in week.requests {
            guard let staff = ledger.facts.staffIndex[request.staff], !isGranted(request, to: staff, ledger)
            else { continue }
            refused[staff] += request.weight
        }
        var (sum, most) = (0.0, 0.0)
        for pounds in refused {
            sum += pounds
            most = max(most, pounds)
        }
        return sum + week.policy.requestFairness * most
    }

    private static func isGranted(_ request: StaffRequest, to staff: Int, _ ledger: Ledger) -> Bool {
        let week = ledger.facts.week
        var (isPlaced, isAtWork) = (false, false)
        // Teams of the sessions worked; somebody on duty without a place works in none.
        var teams: [String?] = []
        for session in week.sessions.indices where concerns(request, week.sessions[session], session) {
            let places = ledger.teams(staff, session).map { week.teams[$0].id }
            if !places.isEmpty { isPlaced = true }
            guard !places.isEmpty || ledger.facts.mark(staff, session).duty == .rostered else { continue }
            isAtWork = true
            if places.isEmpty { teams.append(nil) } else { teams += places }
        }
        switch request.want {
        case .on: return isPlaced
        case .off: return !isAtWork
        case .team(let team): return isAtWork && teams.allSatisfy { $0 == team }
        }
    }

    private static func concerns(_ request: StaffRequest, _ session: Session, _ position: Int) -> Bool {
        switch request.time {
        case .session(let asked): asked == position
        case .day(let asked): session.dayIndex == asked
        }
    }
}
