// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import PlanFolder
import Reading
import Wording
import Workforce

/// The plan that a search starts from.
extension Workflow {
    /// Reads a plan of the week as it is or was, or throws with every problem of it.
    func read(start path: FilePath, _ week: Week) throws(WorkflowError) -> Plan {
        let (plan, diagnostics) = PlanFolder.read(from: path, week: week, keepingOtherSessions: true)
        guard let plan else { throw Self.unreadable(plan: path, diagnostics) }
        return plan
    }

    /// Tells what of the plan cannot be taken over, and throws where that is everything.
    func tell(of report: StartReport, at path: FilePath, _ week: Week) throws(WorkflowError) {
        guard report.deployments > 0 || report.contacts > 0 else { return }
        let end = week.start.adding(days: week.days - 1)
        guard report.hasKnownSession else {
            throw WorkflowError(
                .input,
                "\(path): the plan is of another week, with no session from \(week.start) to \(end); "
                    + "nothing was done. Name a plan of this week, or start without one.")
        }
        guard report.hasKnownPerson else {
            throw WorkflowError(
                .input,
                "\(path): the plan is of another place, with nobody who is in staff.csv; "
                    + "nothing was done. Name a plan of this week, or start without one.")
        }
        guard !report.isWhole else { return }
        let deployments = report.deployments - report.deploymentsTaken
        let contacts = report.contacts - report.contactsTaken
        tell(
            .notice(
                "\(path): \(deployments) of \(Show.counted(report.deployments, "deployment")) and "
                    + "\(contacts) of \(Show.counted(report.contacts, "contact")) no longer fit the week."))
    }
}
