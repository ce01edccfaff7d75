// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import PlanFolder
import Reading
import Sharing
import Workforce

/// What people take away of a plan, written.
public struct Shared: Sendable {
    /// Where it lies.
    public let folder: FilePath
    /// How many people have sessions.
    public let people: Int
    /// How many events of calendars handed out before have changed or are cancelled.
    public let changedEvents: Int
    /// What there is to say of the plan before anything else.
    public let banner: Banner
}

extension Workflow {
    /// Writes calendars, sheets, shifts and messages of a plan. Calendars in the folder are gone on from: what is no
    /// more is cancelled in them.
    ///
    /// - Parameter target: Where to; nil: `share` in the plan's folder.
    public func share(
        plan: FilePath, of week: FilePath, to target: FilePath? = nil
    ) throws(WorkflowError) -> Shared {
        let input = try read(week: week)
        let folder = target ?? plan.appending("share")
        let former = try WorkflowError.writing { () throws(PlanFolderError) in
            try input.files.check(within: folder)
            try ShareFolder.checkWritable(folder, list: SharedFiles.list)
            return try ShareFolder.files(in: folder, below: SharedFiles.calendars, ending: ".ics")
        }
        let judged = try judge(plan: plan, of: input)
        let shared: SharedFiles
        do throws(SharingError) {
            shared = try SharedFiles(
                week: input.week, plan: judged.plan,
                figures: ReportFigures(week: input.week, plan: judged.plan), former: former)
        } catch {
            throw WorkflowError(
                .output, "\(folder.appending(error.name)): \(error.reason); nothing was written.")
        }
        try WorkflowError.writing { () throws(PlanFolderError) in
            try ShareFolder.write(
                shared.files.map { ($0.name, $0.text) }, list: SharedFiles.list, to: folder)
        }
        return Shared(
            folder: folder, people: Set(judged.plan.deployments.map(\.staff)).count,
            changedEvents: shared.changedEvents, banner: Banner(judged.standing, of: input.week))
    }
}
