// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import ManyWeeks
import PlanFolder
import Reading
import WeekBooks
import Workforce

extension Workflow {
    /// Reads weeks together, each with the plan in its folder `plan` where there is one, and writes tables and a page.
    ///
    /// - Parameter target: A folder for them, and the folder `plan` of no week, whether or not it is one of these; nil:
    ///   nothing is written.
    public func weeks(_ paths: [FilePath], to target: FilePath? = nil) throws(WorkflowError) -> ManyWeeks {
        var weeks: [WeekAmongMany] = []
        var inputs: [WeekAtHand] = []
        for path in paths {
            let input = try read(week: path)
            inputs.append(input)
            weeks.append(try week(input))
        }
        let many: ManyWeeks
        do throws(ManyWeeks.Problem) {
            many = try ManyWeeks(weeks)
        } catch {
            throw WorkflowError(.input, error.words)
        }
        guard let target else { return many }
        try WorkflowError.writing { () throws(PlanFolderError) in
            var plans = FilesInUse()
            for path in [target, target.followed, target.real].compactMap({ $0 }) where Self.isUsualPlan(path)
            {
                plans.add(path, as: "the folder of a week's plan")
            }
            try plans.check(target)
            for input in inputs {
                var files = input.files
                // Where there is no plan yet, the next one would find something else in its place.
                files.add(Self.usualPlan(of: input.path), as: "the folder of a week's plan")
                try files.check(target)
                try files.check(folder: target, writing: ["report.html"] + many.tables.map(\.path))
            }
            try ReportFolder.write(
                ShownPlan(page: many.page, tables: many.tables, figures: many.remarks), to: target)
        }
        return many
    }

    /// A week with its plan.
    private func week(_ input: WeekAtHand) throws(WorkflowError) -> WeekAmongMany {
        let name = input.path.name.description
        let folder = Self.usualPlan(of: input.path)
        guard folder.exists else { return WeekAmongMany(name: name, week: input.week) }
        let judged = try judge(plan: folder, of: input)
        return WeekAmongMany(name: name, week: input.week, plan: judged.plan, standing: judged.standing)
    }

    /// Whether a path is the folder of a week's plan: it has its name, and lies beside a week's files. Some file systems
    /// do not tell capitals apart.
    private static func isUsualPlan(_ path: FilePath) -> Bool {
        path.name.description.lowercased() == "plan" && path.parent.appending("week.yaml").exists
    }

    /// The folder of a week's plan, where nobody names another: `plan` in the week's folder; of a workbook `NAME-plan`
    /// beside it.
    public static func usualPlan(of week: FilePath) -> FilePath {
        guard WeekBook.isBook(week), let name = week.name.text else { return week.appending("plan") }
        let stem = name.lowercased().hasSuffix(".xlsx") ? String(name.dropLast(5)) : name
        return week.parent.appending(FilePath(stem + "-plan"))
    }
}
