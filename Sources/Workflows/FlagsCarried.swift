// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import PlanFolder
import Reading
import Wording
import Workforce

/// What became of the flags of earlier plans when one was written.
struct FlagsCarried {
    /// Those that are raised, with what people said of them.
    let items: [RedFlag]
    /// Those that are no longer raised.
    let gone: [RedFlag]
    /// Those that were closed, are worse by now, and open again.
    let reopened: [RedFlag]
    /// Whether the file that stood there could not be read, and was put aside.
    let isUnread: Bool

    /// What became of those that a plan's figures were worked out with.
    init(_ flags: RedFlagFigures, isUnread: Bool) {
        (items, gone, reopened) = (flags.items, flags.gone, flags.reopened)
        self.isUnread = isUnread
    }
}

extension Workflow {
    /// Finds out before a long search whether what people typed into the flags of the plan that stands in a folder can
    /// be carried over, and throws with every problem where it cannot.
    func checkFlags(in folder: FilePath) throws(WorkflowError) {
        let (flags, diagnostics) = PlanFolder.flags(in: folder)
        guard flags == nil else { return }
        throw WorkflowError(
            .input,
            "\(folder): flags.csv cannot be read, and the next plan would lose what stands in it; nothing was done. "
                + "Put it right, or give it another name.",
            diagnostics: diagnostics)
    }

    /// Says which flags are no longer raised, and where a file lies that could not be read.
    func tell(of carried: FlagsCarried, in folder: FilePath) {
        if carried.isUnread {
            tell(
                .warning(
                    "\(folder): flags.csv was changed meanwhile and cannot be read; it is kept as flags-unread.csv, and "
                        + "the plan has the flags without it."))
        }
        if !carried.reopened.isEmpty {
            let (count, isOne) = (carried.reopened.count, carried.reopened.count == 1)
            tell(
                .notice(
                    "\(folder): \(Show.counted(count, "flag")) that \(isOne ? "was" : "were") closed "
                        + "\(isOne ? "is" : "are") worse now, and open again: "
                        + "\(Naming.list(carried.reopened.map(\.subject.id)))."))
        }
        guard !carried.gone.isEmpty else { return }
        let names = carried.gone.map { flag in
            flag.subject.id + (flag.closing.map { " (closed by \($0.by))" } ?? "")
        }
        let (count, isOne) = (carried.gone.count, carried.gone.count == 1)
        tell(
            .notice(
                "\(folder): \(Show.counted(count, "flag")) of the plan before \(isOne ? "is" : "are") no longer raised and "
                    + "\(isOne ? "goes" : "go"): \(Naming.list(names))."))
    }
}
