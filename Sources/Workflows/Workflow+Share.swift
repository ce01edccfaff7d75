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
    /// - Parameter target: Where to; nil: a folder of the plan's name and `-share`, beside it. In the plan's own folder
    ///   it would change places with it when a plan of before is brought back, and calendars would count backwards.
    public func share(
        plan: FilePath, of week: FilePath, to target: FilePath? = nil
    ) throws(WorkflowError) -> Shared {
        let input = try read(week: week)
        let folder = try WorkflowError.writing { () throws(PlanFolderError) in
            if let target { return target }
            return try PlanFolder.beside(plan, ending: "-share")
        }
        let former = try former(in: folder, of: input)
        let judged = try judge(plan: plan, of: input)
        let shared = try written(to: folder) { () throws(SharingError) in
            try SharedFiles(
                week: input.week, plan: judged.plan,
                figures: ReportFigures(week: input.week, plan: judged.plan), former: former)
        }
        return Shared(
            folder: folder, people: Set(judged.plan.deployments.map(\.staff)).count,
            changedEvents: shared.changedEvents, banner: Banner(judged.standing, of: input.week))
    }

    /// Takes back what was handed out of a week: its sessions are cancelled in the calendars of a folder, whose sheets go.
    /// For a plan that was published too early.
    ///
    /// - Returns: How many events of calendars are cancelled by that.
    public func takeBack(week: FilePath, in folder: FilePath) throws(WorkflowError) -> Int {
        let input = try read(week: week)
        let former = try former(in: folder, of: input)
        return try written(to: folder) { () throws(SharingError) in
            try SharedFiles(takenBack: input.week, former: former)
        }.changedEvents
    }

    /// Who is where in a plan, and does what: what a person's own page shows.
    public func duties(plan: FilePath, of week: FilePath) throws(WorkflowError) -> Duties {
        let input = try read(week: week)
        return Duties(week: input.week, plan: try read(plan: plan, of: input.week))
    }

    /// The calendars that a folder has of an earlier time, where it may be written to.
    private func former(
        in folder: FilePath, of input: WeekAtHand
    ) throws(WorkflowError) -> [(name: String, text: String)] {
        try WorkflowError.writing { () throws(PlanFolderError) in
            try input.files.check(within: folder)
            try ShareFolder.checkWritable(folder, list: SharedFiles.list)
            return try ShareFolder.files(in: folder, below: SharedFiles.calendars, ending: ".ics")
        }
    }

    /// Writes what there is to take away.
    private func written(
        to folder: FilePath, _ make: () throws(SharingError) -> SharedFiles
    ) throws(WorkflowError) -> SharedFiles {
        let shared: SharedFiles
        do throws(SharingError) {
            shared = try make()
        } catch {
            throw WorkflowError(
                .output, "\(folder.appending(error.name)): \(error.reason); nothing was written.")
        }
        try WorkflowError.writing { () throws(PlanFolderError) in
            try ShareFolder.write(
                shared.files.map { ($0.name, $0.text) }, list: SharedFiles.list, to: folder)
        }
        return shared
    }
}
