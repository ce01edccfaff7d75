// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import RotationAudit
import RotationOutcome
import Rotations
import Wording
import Workforce

/// How a rotation plan stands to its rotation now: as it was made, changed since, or breaking rules.
struct RotationStanding {
    /// Files of the rotation that are not those the plan was made from.
    private let inputs: [PlanStanding.ChangedInput]
    /// Whether the plan says which files it was made from.
    private let isOriginKnown: Bool
    /// Files of the plan that say something else than when it was made.
    private let edited: [String]
    private let breaches: Int
    private let isStatedRightly: Bool

    init(_ judged: JudgedRotation, of stated: StatedRotation, inputs: [InputDigest]) {
        let made = stated.summary.inputs
        self.inputs = PlanStanding.ChangedInput.all(from: made, to: inputs)
        isOriginKnown = !made.isEmpty
        edited = stated.edited
        breaches = judged.findings.violations.count
        isStatedRightly = judged.discrepancies.isEmpty
    }

    /// What was changed since the plan was made, a sentence each.
    var changes: [String] {
        var changes: [String] = []
        if !isOriginKnown {
            changes.append(
                "The plan does not say from which files it was made: nothing is proved of it.")
        } else if !inputs.isEmpty {
            let files = Naming.list(inputs.map { "\($0.path) (\($0.change.rawValue))" })
            changes.append(
                "The rotation's files have changed since the plan was made: \(files). What was proved of it was proved of the "
                    + "rotation as it was.")
        }
        if !edited.isEmpty {
            changes.append("The plan was changed by hand after it was made: \(Naming.list(edited)).")
        }
        return changes
    }

    /// What people have to know of the plan before anything else.
    var warnings: [String] {
        var warnings = changes
        if breaches > 0 {
            warnings.append(
                "The plan breaks the rotation's rules in \(Show.counted(breaches, "place")); skillmix audit says which."
            )
        }
        if !isStatedRightly {
            warnings.append(
                "The plan's files do not state what its sequences come to by now; what follows is worked out anew."
            )
        }
        return warnings
    }

    /// The summary of a plan that is not as it was made: its price of now, and of what was proved what still holds. That is
    /// nothing where the rotation is another one by now, or where the plan breaks rules and so is none to compare.
    func restated(_ summary: RotationSummary, _ outcome: RotationOutcome) -> RotationSummary {
        var now = summary
        now.price = outcome.facts.price(of: outcome.plan)
        now.objective = now.price.total
        let holds = isOriginKnown && inputs.isEmpty && breaches == 0
        now.bound = holds ? min(summary.bound, now.objective) : 0
        now.gap = now.objective <= 0 ? 0 : (now.objective - now.bound) / now.objective
        now.status = .changed
        return now
    }
}
