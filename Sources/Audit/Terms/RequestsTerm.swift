// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What requests that the rows do not grant weigh, person by person, and the fairness weight of the largest sum.
///
/// Who is in several rows of the roster is one person: each of these rows may grant what was asked for in another.
enum RequestsTerm: PricedTerm {
    static func pounds(_ ledger: Ledger) -> Double {
        let week = ledger.facts.week
        // By the first of a person's rows.
        var refused: [Int: Double] = [:]
        for request in week.requests {
            guard let staff = ledger.facts.staffIndex[request.staff] else { continue }
            let rows = ledger.facts.rowsOfPerson[staff]
            guard let first = rows.first, !isGranted(request, to: rows, ledger) else { continue }
            refused[first, default: 0] += request.weight
        }
        var (sum, most) = (0.0, 0.0)
        for (_, pounds) in refused.sorted(by: { $0.key < $1.key }) {
            sum += pounds
            most = max(most, pounds)
        }
        return sum + week.policy.requestFairness * most
    }

    private static func isGranted(_ request: StaffRequest, to rows: [Int], _ ledger: Ledger) -> Bool {
        let week = ledger.facts.week
        var (isPlaced, isAtWork) = (false, false)
        // Teams of the sessions worked; somebody on duty without a place works in none.
        var teams: [String?] = []
        for session in week.sessions.indices where concerns(request, week.sessions[session], session) {
            let places = rows.flatMap { ledger.teams($0, session) }.map { week.teams[$0].id }
            if !places.isEmpty { isPlaced = true }
            let isOnDuty = rows.contains { ledger.facts.mark($0, session).duty == .rostered }
            guard !places.isEmpty || isOnDuty else { continue }
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
