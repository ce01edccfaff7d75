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
    /// A call list: whom to ring for a week that is short.
    case calls
    /// Changes tried on the week: what they do to care and to pounds.
    case scenarios

    /// What comes of such a run.
    public enum Product: Sendable {
        /// A plan, which can be published.
        case plan
        /// A list of people to ring, with their answers.
        case calls
        /// What changes do to care and to pounds.
        case scenarios
    }

    /// What comes of it.
    public var product: Product {
        switch self {
        case .allocate, .replan: .plan
        case .calls: .calls
        case .scenarios: .scenarios
        }
    }

    /// What the trail says when somebody wants one.
    var asked: String {
        switch self {
        case .allocate: "asked for a plan"
        case .replan: "asked for a re-plan"
        case .calls: "asked for a call list"
        case .scenarios: "asked for scenarios"
        }
    }
}

/// How far a run is.
public enum RunState: String, Sendable, CaseIterable {
    /// It waits for its turn.
    case queued
    /// A process is at it.
    case running
    /// It made what it was to make.
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

/// What is asked of a call list besides whom to ring.
public struct CallsBesides: Sendable, Hashable {
    /// Why agency may be called beyond the cap; nil: it may not.
    public var breakGlass: String?
    /// Whether it says who of the bank is to stand by.
    public var standby: Bool
    /// How often the week is drawn as it may turn out; nil: it is not.
    public var draws: Int?
    /// The chance that standby and draws take, above 0 and below 1; nil: the usual one.
    public var risk: Double?

    /// What is asked.
    public init(
        breakGlass: String? = nil, standby: Bool = false, draws: Int? = nil, risk: Double? = nil
    ) {
        (self.breakGlass, self.standby, self.draws, self.risk) = (breakGlass, standby, draws, risk)
    }
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
    /// The change file of a re-plan or of a call list, or the scenario file, as text.
    public var changes: String?
    /// The first session that is not over, by its name; nil: as the plan in force has it.
    public var firstOpen: String?
    /// The most calls that a call list proposes; nil: as many as are worth it.
    public var mostCalls: Int?
    /// The call list that it goes on from: one that is ranked anew, or whose answers are planned.
    public var list: Int64?
    /// A further change file, of this run alone: that nobody is booked whom no call list has reached. Runs that go on
    /// from its plan know nothing of it.
    public var notRung: String?
    /// What is asked of a call list besides whom to ring.
    public var besides: CallsBesides

    /// A run of a week.
    public init(
        _ kind: RunKind, week: Int64, seconds: Int, from: Int64? = nil, changes: String? = nil,
        firstOpen: String? = nil, mostCalls: Int? = nil, list: Int64? = nil, notRung: String? = nil,
        besides: CallsBesides = CallsBesides()
    ) {
        (self.week, self.kind, self.seconds, self.from, self.changes) = (week, kind, seconds, from, changes)
        (self.firstOpen, self.mostCalls, self.list, self.notRung) = (firstOpen, mostCalls, list, notRung)
        self.besides = besides
    }
}

/// A run, waiting, under way or over, and what it made.
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
    public var hasPlan: Bool { wanted.kind.product == .plan && (state == .done || state == .stopped) }

    /// Whether there is a call list. One that was stopped is none: a list is written whole or not at all.
    public var hasCalls: Bool { wanted.kind.product == .calls && state == .done }
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
