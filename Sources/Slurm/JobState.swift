// SPDX-License-Identifier: GPL-3.0-or-later

/// What a task is to Slurm, by the names that squeue gives (`%T`).
public enum JobState: String, Sendable, CaseIterable {
    /// It waits.
    case pending = "PENDING"
    /// It waits for somebody who may let it go on.
    case held = "RESV_DEL_HOLD"
    /// It was put back, and waits.
    case requeued = "REQUEUED"
    /// It was put back, and waits for somebody who may let it go on.
    case requeueHeld = "REQUEUE_HOLD"
    /// It was put back by a federation of clusters.
    case requeuedElsewhere = "REQUEUE_FED"
    /// Its machine is being made ready.
    case configuring = "CONFIGURING"
    /// It runs.
    case running = "RUNNING"
    /// It is about to end.
    case completing = "COMPLETING"
    /// Its size is being changed.
    case resizing = "RESIZING"
    /// It is being sent a signal.
    case signaling = "SIGNALING"
    /// Its files are being brought away.
    case stagingOut = "STAGE_OUT"
    /// It stands still, with its cores.
    case stopped = "STOPPED"
    /// It stands still, without them.
    case suspended = "SUSPENDED"
    /// It ended by itself, with success.
    case completed = "COMPLETED"
    /// It ended by itself, without.
    case failed = "FAILED"
    /// Somebody cancelled it.
    case cancelled = "CANCELLED"
    /// Its machine failed.
    case nodeFailed = "NODE_FAIL"
    /// Its machine did not start.
    case bootFailed = "BOOT_FAIL"
    /// Its time was up.
    case timedOut = "TIMEOUT"
    /// The moment was past by which it had to be done.
    case deadline = "DEADLINE"
    /// It used more memory than it had.
    case outOfMemory = "OUT_OF_MEMORY"
    /// Others had its machine before it.
    case preempted = "PREEMPTED"
    /// Another cluster of a federation had it.
    case revoked = "REVOKED"
    /// It ended in a way for which the cluster has a use of its own.
    case special = "SPECIAL_EXIT"

    /// How far a task is.
    public enum Stage: Sendable {
        /// It waits.
        case waiting
        /// It is being done.
        case running
        /// It ended with success.
        case done
        /// It ended without.
        case failed
        /// Somebody ended it.
        case cancelled
    }

    /// How far a task in this state is.
    public var stage: Stage {
        switch self {
        case .pending, .held, .requeued, .requeueHeld, .requeuedElsewhere, .configuring, .suspended: .waiting
        case .running, .completing, .resizing, .signaling, .stagingOut, .stopped: .running
        case .completed: .done
        case .failed, .nodeFailed, .bootFailed, .timedOut, .deadline, .outOfMemory, .preempted, .revoked,
            .special:
            .failed
        case .cancelled: .cancelled
        }
    }

    /// What became of a task that ended in this state, as the end of a sentence about it.
    public var words: String {
        switch self {
        case .failed, .special: "it failed"
        case .nodeFailed: "the machine that did it failed"
        case .bootFailed: "the machine that was to do it did not start"
        case .timedOut: "its time was up, of which SBATCH_TIMELIMIT asks for more"
        case .deadline: "its deadline was past"
        case .outOfMemory: "it used more memory than it had, of which SBATCH_MEM_PER_CPU asks for more"
        case .preempted: "other jobs took its machine"
        case .revoked: "another cluster took it"
        case .cancelled: "somebody cancelled it"
        case .completed: "it ended with success"
        case .pending, .held, .requeued, .requeueHeld, .requeuedElsewhere, .configuring, .suspended:
            "it waits"
        case .running, .completing, .resizing, .signaling, .stagingOut, .stopped: "it runs"
        }
    }
}
