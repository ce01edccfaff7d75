// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

extension NearbyPlan {
    /// The price by term, counted off the plan as it stands: answers ask for it hundreds of times.
    public var terms: PriceTerms {
        var terms = PriceTerms()
        for term in PriceTerms.Term.allCases { terms[term] = pounds(of: term) }
        return terms
    }

    private func pounds(of term: PriceTerms.Term) -> Double {
        let policy = instance.week.policy
        switch term {
        case .unmet:
            return instance.lines.indices.reduce(0) {
                $0 + instance.lines[$1].unmetPrice * Double(state.unmet[$1])
            }
        case .bookings:
            return SessionPay(instance, isDeployed: state.option.map { $0 >= 0 }).cost.reduce(0, +)
        case .registeredOnDelegable:
            return state.count.indices.reduce(0) {
                $0 + Double(state.count[$1]) * tables.contactPrice[$1]
            }
        case .avoidableDoubleHanded:
            return instance.lines.indices.reduce(0) { pounds, i in
                guard let column = tables.model.layout.avoidable[i] else { return pounds }
                return pounds + Double(avoidable(ofLine: i)) * tables.model.program.cost[column]
            }
        case .away: return Double(count(where: isAway)) * policy.awaySession
        case .teamChange: return Double(teamChanges) * policy.teamChange
        case .unsafeStaffing: return Double(missingHeads) * policy.unsafeStaffing
        case .disruption:
            guard let current = instance.currentTeam else { return 0 }
            return Double(count { current[$0] != team(ofCell: $0) }) * policy.disruptionSession
        }
    }

    private func team(ofCell cell: Int) -> Int? {
        let option = Int(state.option[cell])
        return option < 0 ? nil : Int(tables.optionTeam[option])
    }

    private func count(where isCounted: (Int) -> Bool) -> Int {
        state.option.indices.reduce(0) { $0 + (isCounted($1) ? 1 : 0) }
    }

    private func isAway(_ cell: Int) -> Bool {
        let (s, t) = instance.personAndSession(ofCell: cell)
        guard let k = team(ofCell: cell),
            let home = instance.homeTeam[instance.personDay(s, instance.calendar.dayOfSession[t])]
        else { return false }
        return k != home
    }

    /// Teams beyond the first on each person's days.
    private var teamChanges: Int {
        var changes = 0
        for s in 0..<instance.staffCount {
            for sessions in instance.calendar.sessionsOfDay {
                var teams: [Int] = []
                for t in sessions {
                    if let k = team(ofPerson: s, session: t), !teams.contains(k) { teams.append(k) }
                }
                changes += max(0, teams.count - 1)
            }
        }
        return changes
    }
}
