// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Figures
import PlanFolder
import Questions
import Reading
import Report
import Trials
import Workforce

/// What there is for AHP leads to decide on in a plan.
public struct DelegationReviewed: Sendable {
    /// The delegations.
    public let review: DelegationReview
    /// What there is to say of the plan before anything else.
    public let banner: Banner
    fileprivate let files: FilesInUse
}

/// What would become of a plan if activities were delegated that are not.
public struct DelegationTried: Sendable {
    /// The week as it is.
    public let week: Week
    /// What it would do.
    public let trial: DelegationTrial
    /// What there is to say of the plan before anything else.
    public let banner: Banner
}

extension Workflow {
    /// Lists what a plan delegates, and what it could have delegated.
    public func delegation(plan: FilePath, of week: FilePath) throws(WorkflowError) -> DelegationReviewed {
        let input = try read(week: week)
        let judged = try judge(plan: plan, of: input)
        return DelegationReviewed(
            review: DelegationReview(week: input.week, plan: judged.plan),
            banner: Banner(judged.standing, of: input.week), files: input.files)
    }

    /// Plans near to a plan as if activities might be delegated.
    public func tryDelegation(
        of activities: [String], plan: FilePath, of week: FilePath
    ) throws(WorkflowError) -> DelegationTried {
        let input = try read(week: week)
        let (hand, banner) = try hand(plan, of: input)
        do throws(ChangeError) {
            return DelegationTried(
                week: input.week, trial: try hand.tryDelegation(of: activities), banner: banner)
        } catch {
            throw WorkflowError(.question, error.description)
        }
    }
}

extension DelegationReviewed {
    /// Writes the list as a new file to be filled in. One that stands there may hold somebody's decisions, and is left
    /// alone.
    public func write(to path: FilePath) throws(WorkflowError) {
        let bytes = Array(review.decisionsFile.utf8)
        if let status = try? path.status(), status.kind == .file, status.size == bytes.count,
            let known = try? path.read(atMost: bytes.count), known == bytes
        {
            return
        }
        do throws(PlanFolderError) {
            // The list is a decisions.csv: a week that has none may be given it as its first.
            if path.name.description != "decisions.csv" { try files.check(path) }
            if try OutputFile.create(path, with: bytes) { return }
        } catch {
            throw WorkflowError(.output, Self.whyNotWritten(path, error))
        }
        throw WorkflowError(
            .output, "\(path) is there already and may hold decisions: name another file.")
    }

    private static func whyNotWritten(_ path: FilePath, _ error: PlanFolderError) -> String {
        guard path.parent.exists else {
            return "\(path) cannot be written: there is no folder \(path.parent)."
        }
        return error.description
    }
}
