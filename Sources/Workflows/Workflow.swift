// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import PlanBooks
import PlanFolder
import Reading
import RotationPlanning
import Scenarios
import Surges

/// What people do with weeks and plans, each from its files to its result: nothing is printed, and nothing ends a
/// process. A command and a server call the same.
///
///     let stop = StopRequest()
///     let workflow = Workflow(version: "1.0", stop: stop) { event in show(event) }
///     let allocated = try await workflow.allocate(AllocationRequest(week: folder, to: folder.appending("plan")))
///
/// A use case throws a `WorkflowError`. What it has to say meanwhile it tells as a `WorkflowEvent`.
public struct Workflow: Sendable {
    /// The version that plans state.
    let version: String
    /// The memory that searches may have; nil where it is not known.
    let memory: AvailableMemory?
    /// Raised by whoever wants what is under way to end soon with what there is.
    let stop: StopRequest
    let tell: @Sendable (WorkflowEvent) -> Void
    /// Makes workbooks; tests have one that fails.
    var bookBytes: @Sendable (PlanBook) throws(PlanFolderError) -> [UInt8] = {
        book throws(PlanFolderError) in try book.bytes()
    }

    /// Use cases for one caller.
    ///
    /// - Parameter tell: Is told what happens meanwhile, on the thread that does the work, which goes on afterwards.
    public init(
        version: String, memory: AvailableMemory? = nil, stop: StopRequest = StopRequest(),
        tell: @escaping @Sendable (WorkflowEvent) -> Void = { _ in }
    ) {
        self.version = version
        self.memory = memory
        self.stop = stop
        self.tell = tell
    }
}

/// What a use case has to say while it goes on.
public enum WorkflowEvent: Sendable {
    /// The searches of a use case.
    public enum Search: Sendable {
        /// A plan is searched for.
        case plan
        /// The best contacts for a rota in use are searched for.
        case contacts
    }

    /// What there is to say of a file of the week that can be used all the same.
    case remark(Diagnostic)
    /// What is done otherwise than it might be expected, as sentences.
    case notice(String)
    /// What there is to say of a file of the plan that can be used all the same.
    case planRemark(Diagnostic)
    /// What the result lacks, as sentences.
    case warning(String)
    /// How far a search is. From the first one on there is a plan to hand over.
    case progress(Search, AllocationProgress)
    /// How far the search of a rotation plan is. From the first one on there is a plan to hand over.
    case rotated(RotationProgress)
    /// How many of so many draws of a week are planned, or judge bookings. From the first one on there is something to
    /// hand over.
    case drawn(Outlook.Progress, of: Int)
    /// How far scenarios are. From the first run that is done there is something to hand over.
    case scenario(ScenarioRunner.Progress)
    /// A search is over; what it found is not handed over yet.
    case searched(Search)
}
