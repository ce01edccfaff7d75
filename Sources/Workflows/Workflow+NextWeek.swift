// SPDX-License-Identifier: GPL-3.0-or-later

import Generation
import Intake
import PlanFolder
import Reading
import WeekBooks
import Wording
import Workforce

/// A week that comes after another one.
public struct NextWeekRequest: Sendable {
    /// Where it goes: a folder that is not there yet.
    public var target: FilePath
    /// The week before.
    public var previous: FilePath
    /// The plan of the week before; nil: its folder `plan`, if there is one.
    public var plan: FilePath?
    /// Whether the demand is that of the same weekdays; else there is none yet.
    public var keepsDemand: Bool

    /// A week after another one.
    public init(
        to target: FilePath, after previous: FilePath, plan: FilePath? = nil, keepsDemand: Bool = false
    ) {
        self.target = target
        self.previous = previous
        self.plan = plan
        self.keepsDemand = keepsDemand
    }
}

/// A week that was made after another one.
public struct NextWeekMade: Sendable {
    /// Its first day.
    public let start: CalendarDay
    /// Whether a plan said which sessions were worked beside those on duty.
    public let isByPlan: Bool
    /// Sessions of leave, sickness and training that its rota has taken over.
    public let absences: Int

    /// Whether it is a workbook.
    let isBook: Bool

    /// What was made, and what to look at first.
    public var words: String { isBook ? WeekBook.words(sentence) : sentence }

    private var sentence: String {
        let away =
            absences == 0
            ? "" : ", among it \(Show.counted(absences, "session")) of leave, sickness or training"
        let source =
            isByPlan
            ? "by the rota and the plan before it"
            : "by the rota before it alone, without sessions that were booked, for there is no plan"
        return
            "the week of \(start.iso). What people worked before is \(source). Go through rota.csv, which is that of "
            + "the week before\(away)."
    }
}

extension Workflow {
    /// Writes the week after another one.
    public func nextWeek(_ request: NextWeekRequest) throws(WorkflowError) -> NextWeekMade {
        let input = try read(week: request.previous)
        let framework = input.inputs.map(\.path).first { !WeekReader.files.contains($0) }
        guard let framework,
            let path = WeekFolder.path(
                from: Self.home(of: request.target), to: input.folder.path.appending(FilePath(framework)))
        else {
            throw WorkflowError(
                .output,
                "The way from \(request.target) to the framework of \(request.previous) has a name that is not UTF-8, "
                    + "which week.yaml cannot hold: rename the folder, or make the week elsewhere.")
        }
        let usual = Self.usualPlan(of: request.previous)
        let folder = request.plan ?? (usual.exists ? usual : nil)
        let plan = try folder.map { folder throws(WorkflowError) in try read(plan: folder, of: input.week) }
        let next = NextWeek(
            after: input.week, deployments: plan?.deployments ?? [], frameworkPath: path,
            keepsDemand: request.keepsDemand)
        try write(next.files(), of: input.week.framework, to: request.target)
        return NextWeekMade(
            start: next.week.start, isByPlan: plan != nil, absences: next.absences,
            isBook: WeekBook.isName(of: request.target))
    }
}
