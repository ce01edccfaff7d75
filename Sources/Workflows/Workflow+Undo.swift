// SPDX-License-Identifier: GPL-3.0-or-later

import PlanFolder
import Reading

extension Workflow {
    /// Brings the plan back that stood in a folder before the one of now, which is kept in its place.
    ///
    /// - Returns: Where the plan is that stood in the folder.
    public func undo(plan: FilePath) throws(WorkflowError) -> FilePath {
        try WorkflowError.writing { () throws(PlanFolderError) in try FormerPlan.exchange(with: plan) }
    }

    /// Keeps the plan that is about to be replaced. A plan that was searched for is not lost where the former one
    /// cannot be kept: then that is told.
    func keepFormer(_ target: FilePath) {
        do throws(PlanFolderError) {
            guard let kept = try FormerPlan.keep(target) else { return }
            tell(
                .notice(
                    "The plan that stood in \(target) is kept in \(kept); skillmix undo \(target) brings it back."
                ))
        } catch {
            tell(.warning("The plan that stood in \(target) could not be kept: \(error.description)"))
        }
    }
}
