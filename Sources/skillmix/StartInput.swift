// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import PlanFolder
import Reading
import Workforce

/// The plan that a search starts from.
enum StartInput {
    /// Reads a plan of the week as it is or was, or ends the command with every problem of it shown.
    static func read(_ path: FilePath, week: Week) throws -> Plan {
        let (plan, diagnostics) = PlanFolder.read(from: path, week: week, keepingOtherSessions: true)
        guard let plan else {
            for diagnostic in diagnostics { Terminal.error(diagnostic.description) }
            throw Ending(code: .usage, message: "\(path): the plan cannot be read; nothing was done.")
        }
        return plan
    }

    /// Says what of the plan cannot be taken over, and ends the command where that is everything.
    static func show(_ report: StartReport, of path: FilePath, week: Week, quiet: Bool) throws {
        guard report.deployments > 0 || report.contacts > 0 else { return }
        let end = week.start.adding(days: week.days - 1)
        guard report.hasKnownSession else {
            throw Ending(
                code: .usage,
                message:
                    "\(path): the plan is of another week, with no session from \(week.start) to \(end); "
                    + "nothing was done. Name a plan of this week, or leave --start out.")
        }
        guard report.hasKnownPerson else {
            throw Ending(
                code: .usage,
                message: "\(path): the plan is of another place, with nobody who is in staff.csv; "
                    + "nothing was done. Name a plan of this week, or leave --start out.")
        }
        guard !quiet, !report.isWhole else { return }
        let deployments = report.deployments - report.deploymentsTaken
        let contacts = report.contacts - report.contactsTaken
        Terminal.error(
            "\(path): \(deployments) of \(counted(report.deployments, "deployment")) and "
                + "\(contacts) of \(counted(report.contacts, "contact")) no longer fit the week.")
    }

    private static func counted(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}
