// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Figures
import Pay
import PlanFolder
import Reading
import Scenarios
import Wording
import Workforce

/// What scenarios are made of is read and checked before anything is searched, and all that is wrong is told at once.
extension Workflow {
    func read(scenarios path: FilePath) throws(WorkflowError) -> (ScenarioFile, InputFile) {
        let diagnostics = Diagnostics()
        let input = InputFile.load(
            path.name.description, in: path.parent, at: path, limit: InputFile.documentLimit, diagnostics)
        guard let input, let file = ScenarioFile.read(input, diagnostics) else {
            throw Self.refused(path, diagnostics)
        }
        for diagnostic in diagnostics.sorted { tell(.remark(diagnostic)) }
        return (file, input)
    }

    private static func refused(_ path: FilePath, _ diagnostics: Diagnostics) -> WorkflowError {
        let found = diagnostics.sorted
        let errors = found.count { $0.severity == .error }
        return WorkflowError(
            .input, "\(path): \(Show.counted(errors, "error")); nothing was run.", diagnostics: found)
    }

    /// The weeks of the bases. All that is wrong with them is told together: those that are not there at their places in
    /// the file, of the others what stands in their own files.
    func bases(of file: ScenarioFile, in path: FilePath) throws(WorkflowError) -> [WeekAtHand] {
        let diagnostics = Diagnostics()
        var (weeks, failures): ([WeekAtHand], [WorkflowError]) = ([], [])
        for base in file.bases {
            let week = FilePath(base.week.text)
            let folder = week.isAbsolute ? week : path.parent.appending(week)
            guard folder.exists else {
                base.week.error(
                    "there is no week at \(folder)", expected: "the folder of a week, from this file's",
                    diagnostics)
                continue
            }
            do throws(WorkflowError) {
                let input = try read(week: folder)
                for remark in Self.named(input.remarks, folder, of: file) where remark.severity != .notice {
                    tell(.remark(remark))
                }
                try checkScope(input.week, name: folder.description)
                weeks.append(input)
            } catch {
                failures.append(
                    WorkflowError(
                        error.kind, error.message,
                        diagnostics: Self.named(error.diagnostics, folder, of: file)))
            }
        }
        if diagnostics.hasErrors { failures.insert(Self.refused(path, diagnostics), at: 0) }
        if let all = WorkflowError.together(failures) { throw all }
        return weeks
    }

    /// The pay table that a file names, which has to have a row for everybody of the weeks' own staff; nil: it names none.
    func pay(
        of file: ScenarioFile, in path: FilePath, _ weeks: [WeekAtHand]
    ) throws(WorkflowError) -> (table: PayTable, input: InputFile, path: FilePath)? {
        guard let field = file.pay else { return nil }
        let place = FilePath(field.text)
        let table = place.isAbsolute ? place : path.parent.appending(place)
        let (pay, input) = try Self.payTable(table)
        var roles: [String] = []
        for week in weeks {
            for role in CostAndCare.unpaidRoles(of: week.week, pay: pay) where !roles.contains(role) {
                roles.append(role)
            }
        }
        guard roles.isEmpty else {
            let names = roles.map { "'\($0)'" }.joined(separator: ", ")
            throw WorkflowError(
                .input,
                "\(table): no row of the pay table names \(names), which own staff are paid for: name each role under roles "
                    + "in the row by which it is paid. Nothing was run.")
        }
        return (pay, input, table)
    }

    /// What there is to say of a base's files, with its folder where there are several bases.
    private static func named(
        _ diagnostics: [Diagnostic], _ folder: FilePath, of file: ScenarioFile
    ) -> [Diagnostic] {
        guard file.bases.count > 1 else { return diagnostics }
        return diagnostics.map { one in
            Diagnostic(
                one.severity,
                at: Place(
                    file: folder.appending(FilePath(one.file)).description, line: one.line,
                    column: one.column, cell: one.cell),
                field: one.field, found: one.found, expected: one.expected, message: one.message)
        }
    }

    /// Refuses a week for which there is too little memory, and one that is too large to be searched whole.
    private func checkScope(_ week: Week, name: String) throws(WorkflowError) {
        let scope = SearchScope(week)
        try check(scope.whole, name: name)
        guard scope.isPlain else {
            throw WorkflowError(
                .size, "\(name): too large for scenarios, which need a proof of each plan: plan it in parts.")
        }
    }

    /// The name of the base's folder, or the path that the file gives where another base's folder has that name.
    static func name(
        of base: ScenarioFile.Base, _ path: FilePath, among weeks: [WeekAtHand]
    ) -> String {
        func last(_ path: FilePath) -> String { (path.real ?? path).name.description }
        return weeks.count { last($0.path) == last(path) } > 1 ? base.week.text : last(path)
    }

    /// Makes every scenario in every base: whatever cannot be made, or is too large, is told.
    func check(
        _ file: ScenarioFile, against bases: [ScenarioBase], pay: PayTable?, seed: UInt64
    ) throws(WorkflowError) {
        let diagnostics = Diagnostics()
        var failures: [WorkflowError] = []
        file.check(bases, pay: pay, seed: seed, diagnostics) { week, place, scenario, base in
            do throws(WorkflowError) {
                let line = place.line.map { ":\($0)" } ?? ""
                try checkScope(week, name: "\(place.file)\(line): '\(scenario)' in '\(base)'")
            } catch {
                failures.append(error)
            }
        }
        if diagnostics.hasErrors {
            failures.insert(Self.refused(FilePath(file.path), diagnostics), at: 0)
        }
        if let all = WorkflowError.together(failures) { throw all }
        for diagnostic in diagnostics.sorted { tell(.remark(diagnostic)) }
    }
}

extension WorkflowError {
    /// Several errors as one, of the kind of the first; nil where there are none.
    fileprivate static func together(_ errors: [WorkflowError]) -> WorkflowError? {
        guard let first = errors.first else { return nil }
        return WorkflowError(
            first.kind, errors.map(\.message).joined(separator: "\n"),
            diagnostics: errors.flatMap(\.diagnostics))
    }
}
