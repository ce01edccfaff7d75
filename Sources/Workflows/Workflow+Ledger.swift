// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Ledger
import PlanFolder
import Reading
import Scenarios
import Workforce

/// What runs write down in a ledger.
extension Workflow {
    /// Claims the scenarios of a file.
    func claim(
        _ request: ScenariosRequest, _ file: ScenarioFile, _ input: InputFile, _ limit: ScenarioFile.Limit,
        _ weeks: [(week: WeekAtHand, name: String)], pay: (input: InputFile, path: FilePath)? = nil
    ) throws(WorkflowError) -> RunInHand? {
        guard let use = request.ledger else { return nil }
        var inputs = [LedgerInputs.of(input, at: request.file, keeps: use.keepsInputs)]
        for (week, name) in weeks {
            inputs += try LedgerInputs.of(week, owner: name, keeps: use.keepsInputs)
        }
        if let pay { inputs.append(LedgerInputs.of(pay.input, at: pay.path, keeps: use.keepsInputs)) }
        let (seconds, work): (Double?, Int?) =
            switch limit {
            case .seconds(let seconds): (seconds, nil)
            case .work(let work): (nil, work)
            }
        let claim = RunClaim(
            .scenarios, title: file.title, place: inputs[0].place,
            output: LedgerInputs.place(of: request.folder).description, version: version, seed: request.seed,
            seconds: seconds,
            work: work, inputs: inputs)
        return try RunInHand(claim, in: use, resumes: request.resumes)
    }

    /// Claims a plan.
    func claim(_ request: AllocationRequest, _ week: WeekAtHand) throws(WorkflowError) -> RunInHand? {
        guard let use = request.ledger else { return nil }
        try WorkflowError.writing { () throws(PlanFolderError) in
            // The plan's folder is replaced as a whole.
            var files = week.files
            files.add(request.target, as: "the plan's folder")
            try files.check(within: use.path)
        }
        let name = Self.name(of: week)
        var inputs = try LedgerInputs.of(week, owner: name, keeps: use.keepsInputs)
        if let start = request.start {
            inputs += try LedgerInputs.of(start: start, keeps: use.keepsInputs)
        }
        let options = request.options
        let claim = RunClaim(
            .allocate, title: name, place: LedgerInputs.place(of: week.path).description,
            start: request.start.map { LedgerInputs.place(of: $0).description },
            output: LedgerInputs.place(of: request.target).description, version: version, seed: options.seed,
            seconds: options.timeLimit, work: options.workLimit, gap: options.gap, inputs: inputs)
        return try RunInHand(claim, in: use)
    }

    /// The name of a week: that of its folder, or of its workbook.
    static func name(of week: WeekAtHand) -> String { (week.path.real ?? week.path).name.description }

    /// What came of a plan.
    static func outcome(of allocated: Allocated, _ week: WeekAtHand) -> RunOutcome {
        let plan = allocated.plan
        let figures = CostAndCare.of(ReportFigures(week: week.week, plan: plan))
        return RunOutcome(
            base: name(of: week), scenario: ScenarioFile.base, price: plan.summary.objective,
            bound: plan.summary.bound, figures: figures.map { LedgerFigure($0) },
            planned: PlannedSession.all(of: plan, in: week.week), names: WeekNames(week.week))
    }

    /// What came of scenarios.
    static func outcomes(of results: ScenarioResults) -> [RunOutcome] {
        results.outcomes.compactMap { outcome in
            guard let best = outcome.best, let (week, plan) = best.planned else { return nil }
            return RunOutcome(
                base: outcome.base, scenario: outcome.scenario.name,
                price: outcome.value(CostAndCare.price) ?? best.price,
                bound: outcome.bound,
                // Runs are compared as a whole: what is of pathways and teams stands in the results.
                figures: best.figures.filter { $0.part == .all }.map { figure in
                    LedgerFigure(
                        figure.with(outcome.value(figure.name)), range: outcome.range(figure.name))
                },
                planned: PlannedSession.all(of: plan, in: week), names: WeekNames(week))
        }
    }

    /// The digests of files that were written; those that are not there are left out.
    static func digests(of files: [String], in folder: FilePath) -> [InputDigest] {
        files.compactMap { InputFile.load($0, in: folder, optional: true, Diagnostics())?.digest }
    }
}
