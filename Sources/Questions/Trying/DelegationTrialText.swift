// SPDX-License-Identifier: GPL-3.0-or-later

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

    /// The lines, each ended.
    public var description: String {
        let names = Naming(week: week)
        let activities = Naming.list(trial.activities.map { names.activity($0) })
        let given =
            trial.delegated == 0
            ? "no contact would be: nobody has the sign-offs, the time or a supervisor, or it saves nothing"
            : "\(Show.counted(trial.delegated, "contact")) would be"
        let lines =
            [
                "If \(activities) might be delegated, \(given).",
                "\(Naming.effect(trial.effect).capitalisedFirst).",
            ]
            + Answer.TermFact.sentences(trial.terms)
            + [
                "This is an answer, not a decision: no file was changed. An AHP lead's decision goes into decisions.csv."
            ]
        return lines.map { $0 + "\n" }.joined()
    }
}

extension String {
    /// The text with its first letter large, to begin a sentence.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
