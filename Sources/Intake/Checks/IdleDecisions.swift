// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

extension WeekTables {
    /// Says of each decision that changes nothing in these days why that is. Where somebody was refused what they go
    /// on giving by the registered route, it is a warning.
    func checkDecisionEffects() {
        let files = [
            WeekFile.path, TableSchema.teams.path, TableSchema.staff.path, TableSchema.signOffs.path,
            TableSchema.demand.path,
            TableSchema.decisions.path,
        ]
        guard let horizon = basis.horizon, let framework = basis.framework, files.allSatisfy(isSound),
            !decisions.values.isEmpty
        else { return }
        let effects = DecisionEffects(
            decisions.values, framework: framework, teams: teams.values, staff: staff.values,
            signOffs: signOffs.values, demand: demand.values, horizon: horizon)
        for (index, field) in decisions.fields.enumerated() {
            guard let idle = effects.idle(index) else { continue }
            let decision = decisions.values[index]
            guard let reason = words(idle, decision, horizon) else { continue }
            let message = "\(field.shown) changes nothing in these days: \(reason)"
            if idle == .registeredRoute, decision.ruling == .refuse {
                field.warning(
                    message, expected: "nothing here: what a registered person may do is for their sign-offs",
                    diagnostics)
            } else {
                field.notice(message, diagnostics)
            }
        }
    }

    /// Why a decision changes nothing; nil where that is told otherwise.
    private func words(
        _ idle: DecisionEffects.Idle, _ decision: DelegationDecision, _ horizon: Horizon
    ) -> String? {
        let who = decision.staff.map { "'\($0)'" } ?? "nobody on the roster"
        let activity = "'\(decision.activity)'"
        switch idle {
        case .later: return "it holds from \(decision.on), and the last day is \(horizon.last)"
        case .replaced(let other): return "line \(line(other)) decides the same later"
        case .outranked(let other):
            return "line \(line(other)) says more exactly whom it concerns, and counts"
        case .same(let other): return "line \(line(other)) decides the same without it"
        case .notWanted:
            return "no line of demand.csv asks for \(activity)"
                + (decision.team.map { " in '\($0)'" } ?? "") + " on the days on which it holds"
        case .registeredRoute:
            return "\(who) gives \(activity) by the registered route, which no decision closes"
        case .registeredPerson: return "\(who) is registered, and nothing is delegated to registered people"
        case .ownRoute: return "\(who) gives \(activity) within their own role"
        case .notFit:
            return decision.staff == nil
                ? "\(who) has the role and the sign-offs to have \(activity) delegated to them"
                : "\(who) has not the role or the sign-offs for \(activity)"
        case .open: return "\(activity) may be delegated there without it"
        case .closed(.proposed):
            return "the delegation of \(activity) is only proposed, and closed without it"
        case .closed(.withdrawn): return "the delegation of \(activity) is withdrawn, and closed without it"
        case .closed(.approved):
            // To allow it before the review is told where the date stands.
            return decision.ruling == .allow
                ? nil : "the delegation of \(activity) was due for review, and is closed without it"
        case .closed(nil): return "\(who) may take no part in \(activity) with it or without it"
        }
    }

    private func line(_ index: Int) -> Int { decisions.fields[index].place.line ?? 0 }
}
