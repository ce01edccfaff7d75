// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import ChangeFiles
import Changes
import Figures
import GLPK
import Generation
import Intake
import PlanFolder
import Reading
import Report
import Surges
import Wording
import Workforce

/// A week that its people cannot manage, to be called for.
public struct CallsRequest: Sendable {
    /// The week.
    public var week: FilePath
    /// The plan of it that people work by.
    public var plan: FilePath
    /// The change files, in the order in which they are applied.
    public var changes: [FilePath]
    /// The first session that is not over; nil: as the week has it.
    public var from: String?
    /// Where the call list goes, with the changed week and its plan: nothing yet, or an earlier list.
    public var target: FilePath
    /// People who said yes, `S` or `S@SESSION`.
    public var accepted: [String]
    /// People who said no, `S` or `S@SESSION`.
    public var declined: [String]
    /// What is asked of the ladder.
    public var options: SurgeOptions
    /// The risk with which people stand by, above 0 and below 1; nil: nobody is to.
    public var standbyRisk: Double?
    /// How the week is drawn, besides what the change files say of it; nil: it is not.
    public var draws: DrawOptions?

    /// Calls for a week.
    public init(
        _ week: FilePath, plan: FilePath, changes: [FilePath] = [], from: String? = nil, to target: FilePath,
        accepted: [String] = [],
        declined: [String] = [], options: SurgeOptions = SurgeOptions(), draws: DrawOptions? = nil,
        standbyRisk: Double? = nil
    ) {
        (self.week, self.plan, self.changes, self.target) = (week, plan, changes, target)
        (self.from, self.accepted, self.declined, self.options) = (from, accepted, declined, options)
        (self.draws, self.standbyRisk) = (draws, standbyRisk)
    }
}

/// A call list that was made and written.
public struct CallsMade: Sendable {
    /// Whom to call.
    public let surge: Surge
    /// What the change files say that they are.
    public let titles: [String]
    /// Who is to stand by, and with which risk; nil: that was not asked.
    public let standby: (needs: [Standby], risk: Double)?
    /// How the week may turn out; nil: nothing was drawn.
    public let outlook: Outlook?
    /// Whether somebody stopped the draws.
    public let isInterrupted: Bool
}

extension Workflow {
    /// Climbs the ladder of a week and writes the call list, keeping what was typed into an earlier one.
    ///
    /// - Returns: Nil where somebody asked to stop: then nothing was written.
    public func calls(_ request: CallsRequest) async throws(WorkflowError) -> CallsMade? {
        let input = try read(week: request.week)
        for remark in input.remarks { tell(.remark(remark)) }
        try check(request, input)
        try checkFlags(in: request.target.appending(FilePath(SurgeFolder.plan)))
        let base = try inForce(plan: request.plan, from: request.from, in: input)
        let rows = base.plan?.rows ?? PlanRows()
        let (changed, files) = try applied(request.changes, to: base.week)
        try checkSize(changed, path: request.week)
        var (sheet, seen) = try sheet(request.target, changed)
        let flags = AnswerFlags(accepted: request.accepted, declined: request.declined)
        let problems = flags.put(into: &sheet, changed, plan: rows)
        guard problems.isEmpty else {
            throw WorkflowError(.input, problems.joined(separator: "\n") + "\nNothing was written.")
        }
        let (answers, remarks) = sheet.answers.counted(in: changed, plan: rows)
        for remark in remarks { tell(.warning(remark)) }
        let options = request.options
        let surge = await stop.unlessRaised { flag in
            Surge(changed, plan: rows, answers: answers, options: options) { flag.isCancelled }
        }
        guard let surge else { return nil }
        for remark in surge.remarks { tell(.warning(remark)) }
        let (outlook, isInterrupted) = try await drawn(surge, request, files.map(\.file))
        let answered = Self.file(of: answers, in: changed, as: surge.week, options.breakGlass)
        let folder = try changedFolder(
            of: input, as: surge.week, files.map(\.input) + [answered].compactMap(\.self), isInForceNew: true)
        let standby = request.standbyRisk.map { risk in
            let said = files.compactMap(\.file.uncertainty).last ?? Uncertainty()
            let asked = StandbyOptions(risk: risk, uncertainty: said, on: request.options.on)
            return (needs: surge.standby(asked), risk: risk)
        }
        let made = CallsMade(
            surge: surge, titles: files.map(\.file.title), standby: standby, outlook: outlook,
            isInterrupted: isInterrupted)
        try write(
            made, CallList(surge, sheet: sheet), folder, replacing: seen, request, told: input.remarks,
            flags: base.plan?.flags ?? [])
        return made
    }

    /// How the week may turn out, with the draws there are once somebody asks to stop.
    private func drawn(
        _ surge: Surge, _ request: CallsRequest, _ files: [ChangeFile]
    ) async throws(WorkflowError) -> (outlook: Outlook?, isInterrupted: Bool) {
        guard var options = request.draws else { return (nil, false) }
        if let said = files.compactMap(\.uncertainty).last {
            options.uncertainty = said
        } else {
            tell(
                .notice(
                    "No change file says anything of draws: contacts vary as those that come one by one do, and "
                        + "nobody falls ill. See docs/surge.md."))
        }
        let (flag, tell, seed) = (stop.cancellation(), tell, request.options.seed)
        let drawn = options
        let outlook = await onOwnThread { () -> Outlook? in
            Outlook(surge, drawn, seed: seed) {
                flag.isCancelled
            } progress: {
                tell(.drawn($0, of: drawn.number))
            }
        }
        tell(.searched(.plan))
        if outlook == nil {
            tell(
                .warning(
                    "You stopped it before the first draw was planned: nothing is said of draws, and draws.csv and "
                        + "book-now.csv of an earlier list go."))
        }
        return (outlook, stop.isRaised)
    }

    // MARK: Files

    /// The week and the plan that people work by are left as they are.
    private func check(_ request: CallsRequest, _ input: WeekAtHand) throws(WorkflowError) {
        try check(request.target, isOutside: input)
        try WorkflowError.writing { () throws(PlanFolderError) in
            var files = input.files
            files.add(planIn: request.plan, as: "one of the files of the plan in force")
            try files.check(
                folder: request.target,
                writing: [
                    CallSheet.file, SurgeFolder.page, UnmetTable.file, StandbyTable.file, CallsSummary.file,
                ]
                    + OutlookTables.names)
            try files.check(
                folder: request.target.appending(FilePath(SurgeFolder.week)),
                writing: WeekReader.files + [ChangedFolder.framework])
            try files.check(planIn: request.target.appending(FilePath(SurgeFolder.plan)))
            try SurgeFolder.checkWritable(request.target, calls: CallSheet.file)
        }
    }

    /// Reads the week as its files say it, and writes it with its plan, the list and the page.
    private func write(
        _ made: CallsMade, _ list: CallList, _ files: [(name: String, bytes: [UInt8])],
        replacing seen: [UInt8]?, _ request: CallsRequest, told: [Diagnostic],
        flags: [RedFlag]
    ) throws(WorkflowError) {
        let reading = try WorkflowError.writing { () throws(PlanFolderError) in
            try WeekFolder.look(at: files, beside: request.target) { WeekReading($0) }
        }
        guard reading.isRight(made.surge.week) else { throw reading.error(unlike: made.surge.week) }
        // What is to be said of the week as it was is said.
        for remark in reading.diagnostics where !told.contains(remark) { tell(.remark(remark)) }
        let week = made.surge.week
        var plan = made.surge.now.plan(origin: PlanOrigin(version: version, inputs: reading.inputs))
        let planFolder = request.target.appending(FilePath(SurgeFolder.plan))
        let earlier = PlanFolder.flags(in: planFolder).flags
        plan.flags = RedFlag.joined(replaced: earlier ?? [], start: flags)
        let figures = ReportFigures(week: week, plan: plan)
        plan.flags = figures.flags.items
        let shown = shown(
            ReportPage(week: week, plan: plan, figures: figures, findings: .allLeftOut), in: planFolder)
        let page = SurgePage(
            made.surge, list, titles: made.titles, breakGlass: request.options.breakGlass,
            outlook: made.outlook, standby: made.standby)
        let drawn = made.outlook.map { OutlookTables($0, week: week).files } ?? []
        let standby = made.standby.map { StandbyTable($0.needs, week: week).table.csv }
        let summary = try Self.summary(of: made)
        // Tables of earlier draws go, also where nothing was drawn before somebody asked to stop: they are of other answers.
        let tables =
            OutlookTables.names.map { name in (name: name, text: drawn.first { $0.name == name }?.text) }
            + [
                (name: StandbyTable.file, text: standby),
                (name: UnmetTable.file, text: UnmetTable(made.surge).csv),
                (name: CallsSummary.file, text: summary),
            ]
        do throws(PlanFolderError) {
            try SurgeFolder.write(
                calls: (CallSheet.file, list.text), replacing: seen, page: page.html, tables: tables,
                week: files, plan: plan, of: week, shown: shown, to: request.target)
        } catch {
            let sheet = request.target.appending(CallSheet.file)
            guard (try? sheet.read(atMost: InputFile.tableLimit)) == seen else {
                throw WorkflowError(
                    .output,
                    "\(sheet): somebody has typed into it meanwhile; nothing was written. Run the command again."
                )
            }
            throw WorkflowError(.output, error.description)
        }
        tell(of: FlagsCarried(figures.flags, isUnread: earlier == nil), in: planFolder)
    }

    /// The answers as a change file, so that the changed week says what it was made by; nil: there are none.
    private static func file(
        of answers: CallAnswers, in changed: Week, as week: Week, _ breakGlass: String?
    ) -> InputFile? {
        let changes = answers.changes(in: changed)
        let cap = week.policy.agencyCap.flatMap { $0 == changed.policy.agencyCap ? nil : $0 }
        guard !changes.isEmpty || cap != nil else { return nil }
        let text = answersText(changes, title: "Answers to calls", cap: cap, breakGlass)
        return InputFile(path: "answers.yaml", bytes: Array(text.utf8))
    }

    /// A change file of answers.
    ///
    /// - Parameters:
    ///   - cap: The cap on agency with which those come who said yes; nil: the week's own.
    ///   - breakGlass: Why agency is called beyond it.
    static func answersText(
        _ changes: [Change], title: String, cap: Double?, _ breakGlass: String?
    ) -> String {
        let why = cap == nil ? "" : breakGlass.map { "; agency beyond the cap: \($0)" } ?? ""
        return ChangeFileText(changes, title: title + why).text
            + (cap.map { "policy: {agency_cap: \(PolicyFigure.text($0))}\n" } ?? "")
    }

    // MARK: Answers

    /// The call list that stands there, or an empty one.
    private func sheet(
        _ target: FilePath, _ week: Week
    ) throws(WorkflowError) -> (sheet: CallSheet, seen: [UInt8]?) {
        let diagnostics = Diagnostics()
        let input = InputFile.load(CallSheet.file, in: target, optional: true, diagnostics)
        guard let input, !diagnostics.hasErrors else {
            guard diagnostics.hasErrors else { return (CallSheet(), nil) }
            throw Self.unreadable(sheet: target, diagnostics)
        }
        guard let sheet = CallSheet.read(input, week: week, diagnostics) else {
            throw Self.unreadable(sheet: target, diagnostics)
        }
        for diagnostic in diagnostics.sorted { tell(.remark(diagnostic)) }
        return (sheet, input.bytes)
    }

    private static func unreadable(sheet target: FilePath, _ diagnostics: Diagnostics) -> WorkflowError {
        WorkflowError(
            .input, "\(target.appending(CallSheet.file)) cannot be used; nothing was written.",
            diagnostics: diagnostics.sorted)
    }
}
