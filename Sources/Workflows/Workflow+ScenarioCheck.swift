// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Scenarios

/// What there is to say of a scenario file before it is run.
public struct ScenariosChecked: Sendable {
    /// The file; nil: something is wrong with it.
    public let file: ScenarioFile?
    /// All there is to say of it, at its lines.
    public let diagnostics: [Diagnostic]

    /// What is wrong with it.
    public var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
}

extension Workflow {
    /// Scenarios up to which a check makes each of them in the week, which takes about as long as reading it.
    static let mostScenariosMade = 60

    /// Reads a scenario file of one week that is not in its place yet, and makes its scenarios in that week: everything that
    /// is wrong is told, of more than `mostScenariosMade` what the file itself says. Nothing is run or written.
    ///
    /// - Parameters:
    ///   - text: The file.
    ///   - week: The week.
    ///   - name: What the file has to call the week, which is the only one it may name.
    public func check(scenarios text: String, of week: FilePath, calling name: String) -> ScenariosChecked {
        let diagnostics = Diagnostics()
        let input = InputFile(path: "scenarios.yaml", bytes: Array(text.utf8))
        guard input.bytes.count <= InputFile.documentLimit else {
            let most = InputFile.documentLimit >> 20
            diagnostics.add(
                .error, at: Place(file: input.path), expected: "at most \(most) MiB",
                message: "the scenario file is too large")
            return ScenariosChecked(file: nil, diagnostics: diagnostics.sorted)
        }
        guard let file = ScenarioFile.read(input, diagnostics) else {
            return ScenariosChecked(file: nil, diagnostics: diagnostics.sorted)
        }
        for base in file.bases where base.week.text != name {
            base.week.error(
                "the file names another week, \(base.week.shown)", expected: name, diagnostics)
        }
        // What lies beside the file is whoever runs it to choose, and here nobody sees where it lies.
        file.pay?.error(
            "a pay table can be named only where the file lies beside it, for the command",
            expected: "no pay table",
            diagnostics)
        guard !diagnostics.hasErrors, file.scenarios.count <= Self.mostScenariosMade else {
            return ScenariosChecked(
                file: diagnostics.hasErrors ? nil : file, diagnostics: diagnostics.sorted)
        }
        do throws(WorkflowError) {
            let read = try read(week: week)
            let base = ScenarioBase(
                name: name, week: read.week, weeksAYear: file.bases.first?.weeksAYear, inputs: read.inputs)
            try check(file, against: [base], pay: nil, seed: 1)
        } catch {
            return ScenariosChecked(file: nil, diagnostics: diagnostics.sorted + error.told)
        }
        return ScenariosChecked(file: file, diagnostics: diagnostics.sorted)
    }
}

extension WorkflowError {
    /// What is wrong, at its places; of a file as a whole where it has none.
    fileprivate var told: [Diagnostic] {
        diagnostics.isEmpty
            ? [Diagnostic(.error, at: Place(file: "scenarios.yaml"), message: message)] : diagnostics
    }
}
