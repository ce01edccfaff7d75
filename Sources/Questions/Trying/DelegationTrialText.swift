// SPDX-License-Identifier: GPL-3.0-or-later

import Trials
import Wording
import Workforce

/// What delegating would do, in lines for the terminal.
public struct DelegationTrialText: CustomStringConvertible {
    private let week: Week
    private let trial: DelegationTrial

    /// The lines of a trial in a week.
    public init(week: Week, trial: DelegationTrial) {
        self.week = week
        self.trial = trial
    }

    /// Whether nothing is tried that does not hold as it is.
    private var isDelegatedAlready: Bool {
        let decisions = DelegationDecisions(week.decisions, of: week.staff)
        let activities = week.framework.activities.filter { trial.activities.contains($0.id) }
        let isDecided = week.decisions.contains {
            trial.activities.contains($0.activity) && $0.ruling == .refuse
        }
        return !isDecided
            && activities.allSatisfy { activity in
                week.teams.allSatisfy { team in
                    (0..<week.days).allSatisfy {
                        decisions.isOpen(activity, in: team.id, on: week.start.adding(days: $0))
                    }
                }
            }
    }

    /// The lines, each ended.
    public var description: String {
        let names = Naming(week: week)
        let activities = Naming.list(trial.activities.map { names.activity($0) })
        let given =
            trial.delegated == 0
            ? "no contact would be: nobody has the sign-offs, the time or a supervisor, or it saves nothing"
            : "\(Show.counted(trial.delegated, "contact")) would be"
        guard !isDelegatedAlready else {
            return
                "\(activities) may be delegated already, to everybody who is fit for it and in every team.\n"
        }
        let lines =
            [
                "If \(activities) might be delegated, \(given).",
                "\(trial.effect.inWords.capitalisedFirst).",
            ] + trial.bettered + [
                "This is an answer, not a decision: no file was changed. An AHP lead's decision goes into decisions.csv."
            ]
        return lines.map { $0 + "\n" }.joined()
    }
}
