// SPDX-License-Identifier: GPL-3.0-or-later

import Ledger
import Reading
import Scenarios
import Synchronization
import Workforce

/// A run that was claimed in a ledger and is being worked on. What cannot be written down ends it, as what cannot be
/// written into its folder does.
final class RunInHand: Sendable {
    /// Its number in the ledger.
    let number: Int
    private let ledger: RunLedger
    private let claimant: Claimant
    private let now: @Sendable () -> String
    private let failure = Mutex<LedgerError?>(nil)

    /// Claims a run.
    init(_ claim: RunClaim, in use: LedgerUse, resumes: Bool = false) throws(WorkflowError) {
        var claim = claim
        claim.againOf = use.again?.number
        if let again = use.again { try Self.check(claim, repeats: again) }
        (claimant, now) = (use.worker.claimant, use.worker.now)
        do throws(LedgerError) {
            ledger = try RunLedger(use.path)
            number = try ledger.claim(claim, by: claimant, resumes: resumes)
        } catch {
            throw WorkflowError(.output, "\(error.description). \(Self.remedy(claim, error))Nothing was run.")
        }
    }

    /// What else there is to do where the ledger itself stands in the way: scenarios have one without being asked.
    private static func remedy(_ claim: RunClaim, _ error: LedgerError) -> String {
        switch (claim.command, error) {
        case (.scenarios, .file): "--ledger names another ledger, --no-ledger none. "
        case (.scenarios, .isClaimed), (.scenarios, .isTaken), (.scenarios, .noRun), (.allocate, _): ""
        }
    }

    /// Refuses to repeat a run with other files than it had: one may have become another since they were looked at, or
    /// come from where an absolute path leads.
    private static func check(_ claim: RunClaim, repeats again: LedgerRun) throws(WorkflowError) {
        func files(_ claim: RunClaim) -> Set<[String]> {
            Set(claim.inputs.map { [$0.owner, $0.path, $0.sha256] })
        }
        let other = files(claim).symmetricDifference(files(again.claim)).map { $0[1] }.sorted()
        guard other.isEmpty else {
            throw WorkflowError(
                .input,
                "Run \(again.number) cannot be repeated: \(Set(other).sorted().joined(separator: ", ")) would not be what "
                    + "it was then. Nothing was run.")
        }
    }

    /// Where it is written down, in a sentence.
    var words: String { "Run \(number) of \(ledger.path)." }

    /// Whether something could not be written down.
    var isFailed: Bool { failure.withLock { $0 != nil } }

    /// Writes down that a search of it is done.
    func note(_ record: RunRecord) {
        do throws(LedgerError) {
            try ledger.note(
                number, by: claimant, key: record.key, base: record.base, scenario: record.scenario,
                replicate: record.replicate, at: now())
        } catch {
            failure.withLock { $0 = $0 ?? error }
        }
    }

    /// Writes down what came of it.
    func finish(
        isStopped: Bool, _ outcomes: [RunOutcome], outputs: [InputDigest]
    ) throws(WorkflowError) {
        do throws(LedgerError) {
            if let error = failure.withLock({ $0 }) { throw error }
            try ledger.finish(
                number, by: claimant, isStopped ? .stopped : .done, outcomes, outputs: outputs, at: now())
        } catch {
            throw WorkflowError(
                .output, "The results are written, but not in the ledger: \(error.description)")
        }
    }

    /// Does what the run is about, and writes down that it failed where it does.
    func whole<Value>(
        _ body: () async throws(WorkflowError) -> Value
    ) async throws(WorkflowError) -> Value {
        do throws(WorkflowError) {
            return try await body()
        } catch {
            // What stands in its way is told in any case, and the run stays claimed where nobody can say otherwise.
            try? ledger.fail(number, by: claimant, error.message, at: now())
            throw error
        }
    }
}
