// SPDX-License-Identifier: GPL-3.0-or-later

import Intake
import Reading
import Workforce

/// The files of a changed week read again, before they are given to anybody.
struct WeekReading {
    /// The week; nil where there is an error in its files.
    let week: Week?
    /// What there is to say of them.
    let diagnostics: [Diagnostic]
    /// Their digests.
    let inputs: [InputDigest]

    init(_ folder: FilePath) { self.init(InputFolder(folder)) }

    init(_ folder: InputFolder) { (week, diagnostics, inputs) = WeekReader.read(folder) }

    /// Whether they are a week, and the one that they were to be.
    func isRight(_ wanted: Week) -> Bool { week?.content == wanted.content }

    /// Why they are not.
    func error(unlike wanted: Week) -> WorkflowError {
        guard let week else {
            return WorkflowError(
                .input, "The changed week would not be one that can be planned; nothing was written.",
                diagnostics: diagnostics.filter { $0.severity == .error })
        }
        let parts = zip(
            Mirror(reflecting: week.content).children, Mirror(reflecting: wanted.content).children)
        let others = parts.filter { String(describing: $0.value) != String(describing: $1.value) }
        return WorkflowError(
            .fault,
            "The files of the changed week would say something else than was asked for, of "
                + "\(others.compactMap(\.0.label).joined(separator: ", ")); nothing was written.")
    }
}
