// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import ChangeFiles
import Changes
import Figures
import PlanFolder
import Reading
import Report
import Wording
import Workforce

/// A week that is under way and is to be planned anew.
public struct ReplanRequest: Sendable {
    /// The week's folder.
    public var week: FilePath
    /// The folder of the plan in force.
    public var plan: FilePath
    /// The change files, in the order in which they are applied.
    public var changes: [FilePath]
    /// What was typed beside them; applied after them.
    public var flags: EverydayFlags
    /// The first session that is not over; nil: as the week has it.
    public var from: String?
    /// Where the plan goes, with the changed week in `week`.
    public var target: FilePath
    /// A file for each better plan or bound, as CSV.
    public var progress: FilePath?
    /// When the search ends.
    public var options: AllocationOptions
    /// Whether the plan comes as a workbook, too. One of an earlier plan is made anew.
    public var withBook: Bool

    /// A week to be planned anew.
    public init(
        _ week: FilePath, plan: FilePath, changes: [FilePath] = [], flags: EverydayFlags = EverydayFlags(),
        from: String? = nil, to target: FilePath, progress: FilePath? = nil,
        options: AllocationOptions = AllocationOptions(), withBook: Bool = false
    ) {
        self.withBook = withBook
        (self.week, self.plan, self.changes, self.flags) = (week, plan, changes, flags)
        (self.from, self.target, self.progress, self.options) = (from, target, progress, options)
    }
}

/// A week that was planned anew, with its plan written.
public struct Replanned: Sendable {
    /// The plan, and what became of the closer looks at it.
    public let allocated: Allocated
    /// What the change files say that they are.
    public let titles: [String]
}

extension Workflow {
    /// The folder within a re-planned week's plan that holds the changed week.
    static let weekFolder = "week"
    /// The change file that the flags make.
    private static let flagsFile = "replan.yaml"

    /// Plans a week anew of which a part is over and something is otherwise, with as little change to the plan in force
    /// as is worth it. The plan is written with the changed week, what changed and messages, whole or not at all.
    public func replan(_ request: ReplanRequest) async throws(WorkflowError) -> Replanned {
        let begun = ContinuousClock.now
        let input = try read(week: request.week)
        let base = try inForce(plan: request.plan, from: request.from, in: input)
        var (week, files) = try applied(request.changes, to: base.week)
        var inputs = files.map(\.input)
        let titles = files.map(\.file.title)
        if !request.flags.isEmpty {
            let (changed, file) = try applied(request.flags, to: week)
            week = changed
            inputs.append(file)
        }
        let folder = try changedFolder(of: input, as: week, inputs, isInForceNew: true)
            .map { (name: "\(Self.weekFolder)/\($0.name)", bytes: $0.bytes) }
        try check(request.target, isOutside: input)
        try checkFlags(in: request.target)
        try check(request, writing: folder.map(\.name), besides: input.files)
        let reading = try readBack(folder, as: week, beside: request.target)
        for remark in reading.diagnostics { tell(.remark(remark)) }
        let changed = reading.week ?? week
        let allocated = try await make(
            PlanToMake(
                week: changed, inputs: reading.inputs, path: request.week,
                start: base.plan.map { ($0, request.plan) }, target: request.target,
                progress: request.progress, options: request.options, withBook: request.withBook
            ) { plan in
                let changes = PlanChangeFigures(week: changed, rows: plan.rows)
                let tables = changes.map { PlanChangeTables($0, week: changed, plan: plan).files } ?? []
                return folder + tables.map { ($0.name, Array($0.text.utf8)) }
            }, begun: begun)
        return Replanned(allocated: allocated, titles: titles)
    }

    /// The week with what the flags say, and the change file that says it. What is wrong is told by the flag.
    private func applied(
        _ flags: EverydayFlags, to week: Week
    ) throws(WorkflowError) -> (week: Week, file: InputFile) {
        let diagnostics = Diagnostics()
        let open = week.openSessions
        let first = open.lowerBound > 0 && !open.isEmpty ? week.sessions[open.lowerBound].id : nil
        let said = flags.changes(from: first, diagnostics)
        let written = ChangeFileText(
            said.map(\.change), title: first.map { "Re-planned from \($0)" } ?? "Re-planned")
        let input = InputFile(path: Self.flagsFile, bytes: Array(written.text.utf8))
        let own = Diagnostics()
        let changed = ChangeFile.read(input, own)?.applied(to: week, own)?.week
        let places = zip(written.lines, said.map(\.flag)).compactMap { line, flag in
            line.map { (line: $0, flag: flag) }
        }
        let found = diagnostics.sorted + own.sorted.map { Self.told($0, by: places) }
        guard let changed, !diagnostics.hasErrors else {
            let errors = found.count { $0.severity == .error }
            throw WorkflowError(
                .input, "\(Show.counted(errors, "error")) in what was asked for; nothing was written.",
                diagnostics: found)
        }
        for diagnostic in found { tell(.remark(diagnostic)) }
        for (flag, change) in said { tellOfDuty(flag, change, in: week) }
        for (flag, change) in said where week.supposing([change]).content == week.content {
            tell(
                .warning(
                    "\(flag): nothing in the week is otherwise by it. Are person, line and session the right ones?"
                ))
        }
        return (changed, input)
    }

    /// Says where somebody is made available who is on duty or away: a slip more often than not.
    private func tellOfDuty(_ flag: String, _ change: Change, in week: Week) {
        guard case .availability(let one) = change, one.mark == .available,
            let person = week.staff.firstIndex(where: { $0.id == one.staff })
        else { return }
        for (session, mark) in zip(week.sessions, week.rota[person])
        where one.sessions.contains(session.id) && mark.duty.isBinding {
            tell(
                .warning(
                    "\(flag): the rota has \(mark.duty.rawValue) there, and has A now. Is it the right person and session?"
                ))
        }
    }

    /// What is said of a line of the flags' file, said of the flag.
    private static func told(
        _ diagnostic: Diagnostic, by places: [(line: Int, flag: String)]
    ) -> Diagnostic {
        var message = diagnostic.message
        // The longest numbers first, so that no line is taken for the beginning of another's.
        for (line, flag) in places.sorted(by: { $0.line > $1.line }) {
            message = message.replacing("in line \(line)", with: "in \(flag)")
        }
        let flag = places.first { $0.line == diagnostic.line }?.flag
        return Diagnostic(
            diagnostic.severity,
            at: flag.map { Place(file: $0) }
                ?? Place(file: diagnostic.file, line: diagnostic.line, column: diagnostic.column),
            field: diagnostic.field, found: diagnostic.found, expected: diagnostic.expected, message: message)
    }

    /// The changed week as its files say it, before they are put where they are to go.
    private func readBack(
        _ files: [(name: String, bytes: [UInt8])], as week: Week, beside target: FilePath
    ) throws(WorkflowError) -> WeekReading {
        let reading = try WorkflowError.writing { () throws(PlanFolderError) in
            try WeekFolder.look(at: files, beside: target) {
                WeekReading($0.appending(Self.weekFolder))
            }
        }
        guard reading.isRight(week) else { throw reading.error(unlike: week) }
        return reading
    }

    /// What cannot be written, or must not be, is better known before the search than after it.
    private func check(
        _ request: ReplanRequest, writing names: [String], besides week: FilesInUse
    ) throws(WorkflowError) {
        try WorkflowError.writing { () throws(PlanFolderError) in
            var used = week
            used.add(planIn: request.plan, as: "one of the files of the plan in force")
            try used.check(planIn: request.target)
            if request.withBook { try ReportFolder.checkWorkbook(in: request.target) }
            try week.check(folder: request.target, writing: names)
            if let progress = request.progress {
                var files = week
                files.add(request.target, as: "the plan's folder")
                files.add(planIn: request.target, as: "one of the plan's own files")
                files.add(planIn: request.plan, as: "one of the files of the plan in force")
                try files.check(progress)
            }
            try PlanFolder.checkWritable(request.target, beside: names)
            try FormerPlan.checkKeepable(request.target)
        }
    }
}
