// SPDX-License-Identifier: GPL-3.0-or-later

/// A week that is kept.
public struct KeptWeek: Sendable, Hashable {
    /// Its number.
    public let id: Int64
    /// What people call it.
    public let name: String
    /// Who brought it.
    public let by: String
    /// When, in seconds since 1970.
    public let at: Int
    /// How often its tables were changed. Who changes them says which version they saw.
    public let version: Int
}

/// What a run is to do.
public enum RunKind: String, Sendable, CaseIterable {
    /// A plan of the week.
    case allocate
    /// The week planned anew, with as little change to a plan in force as is worth it.
    case replan
    /// Changes tried on the week: what they do to care and to pounds.
    case scenarios

    /// Whether a plan comes of it.
    public var makesPlan: Bool {
        switch self {
        case .allocate, .replan: true
        case .scenarios: false
        }
    }
}

/// How far a run is.
public enum RunState: String, Sendable, CaseIterable {
    /// It waits for its turn.
    case queued
    /// A process is at it.
    case running
    /// There is a plan.
    case done
    /// Somebody stopped it; there is the best plan until then, or none.
    case stopped
    /// It came to nothing, or its process was killed.
    case failed

    /// Whether nothing more will happen.
    public var isOver: Bool {
        switch self {
        case .queued, .running: false
        case .done, .stopped, .failed: true
        }
    }
}

/// What a plan is to people.
public enum PlanState: String, Sendable, CaseIterable {
    /// Whoever plans sees it.
    case draft
    /// Everybody sees it; another one may follow.
    case published
    /// Everybody sees it, and it stays as it is.
    case frozen
}

/// A run that is wanted.
public struct RunWanted: Sendable, Hashable {
    /// The week.
    public var week: Int64
    /// What it is to do.
    public var kind: RunKind
    /// Seconds that the search may take.
    public var seconds: Int
    /// The run whose plan it begins with, or is to change as little as possible.
    public var from: Int64?
    /// The change file of a re-plan, or the scenario file, as text.
    public var changes: String?

    /// A run of a week.
    public init(
        _ kind: RunKind, week: Int64, seconds: Int, from: Int64? = nil, changes: String? = nil
    ) {
        (self.week, self.kind, self.seconds, self.from, self.changes) = (week, kind, seconds, from, changes)
    }
}

/// A run, waiting, under way or over, and the plan that it made.
public struct KeptRun: Sendable, Hashable {
    /// Its number, and its plan's.
    public let id: Int64
    /// What it is to do.
    public let wanted: RunWanted
    /// Who wants it.
    public let by: String
    /// When it was asked for, in seconds since 1970.
    public let askedAt: Int
    /// When a process began it, the last time.
    public let startedAt: Int?
    /// When it was over.
    public let endedAt: Int?
    /// How far it is.
    public let state: RunState
    /// How often it was begun. Each time has a folder of its own, so that a process that outlived the server harms
    /// nothing.
    public let attempt: Int
    /// Whether somebody wants it to stop.
    public let isToStop: Bool
    /// The version of the week that it was begun with; nought where it was not begun.
    public let weekVersion: Int
    /// What its process said in the end.
    public let outcome: String
    /// What its plan is to people.
    public let plan: PlanState

    /// Whether there is a plan.
    public var hasPlan: Bool { wanted.kind.makesPlan && (state == .done || state == .stopped) }
}

/// One line of the audit trail.
public struct TrailEntry: Sendable, Hashable {
    /// Its number: later ones are larger.
    public let id: Int64
    /// When, in seconds since 1970.
    public let at: Int
    /// Who did it.
    public let who: String
    /// What was done.
    public let what: String
    /// To what.
    public let subject: String
    /// What stood there before.
    public let was: String
    /// What stands there now.
    public let now: String
    /// Why, where somebody had to say.
    public let why: String
}
