// SPDX-License-Identifier: GPL-3.0-or-later

import PlanFolder
import Reading
import Report
import Workforce

/// What an AHP lead does with a plan.
extension Workflow {
    /// What an AHP lead has to look at in a plan.
    ///
    /// - Parameter report: The address of the plan's whole report.
    public func leadReview(
        plan: FilePath, of week: FilePath, report: String
    ) throws(WorkflowError) -> LeadReview {
        let input = try read(week: week)
        let judged = try judge(plan: plan, of: input)
        return LeadReview(week: input.week, plan: judged.plan, report: report)
    }

    /// What must not wait about a plan, with what people said of it.
    public func flags(ofPlan folder: FilePath) throws(WorkflowError) -> [RedFlag] {
        let (flags, diagnostics) = PlanFolder.flags(in: folder)
        guard let flags else {
            throw WorkflowError(
                .input, "flags.csv of the plan cannot be read; nothing was done.", diagnostics: diagnostics)
        }
        return flags
    }

    /// Writes what people say of one flag of a plan; everything else in its folder stays as it is.
    ///
    /// - Parameters:
    ///   - subject: What the flag is about.
    ///   - word: What is said of it now.
    ///   - size: How bad the thing is by the plan; nil: nobody knows.
    public func say(
        _ word: RedFlag.Word, of subject: RedFlag.Subject, size: Int?, inPlan folder: FilePath
    ) throws(WorkflowError) {
        var flags = try flags(ofPlan: folder)
        guard let index = flags.firstIndex(where: { $0.subject == subject }) else {
            throw WorkflowError(.question, "The plan has no flag '\(subject.id)'.")
        }
        flags[index] = flags[index].saying(word, size: size)
        let all = flags
        try WorkflowError.writing { () throws(PlanFolderError) in
            try PlanFolder.replace(flags: all, in: folder)
        }
    }
}
