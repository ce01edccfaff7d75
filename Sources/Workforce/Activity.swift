// SPDX-License-Identifier: GPL-3.0-or-later

/// A kind of contact, and the routes by which somebody may do it.
public struct Activity: Sendable, Equatable {
    /// The identifier the demand uses.
    public var id: String
    /// The name people read.
    public var name: String
    /// Minutes with the person supported, per contact.
    public var minutes: Int
    /// Minutes of notes and liaison, per contact.
    public var recordMinutes: Int
    /// Workers a contact takes: 1 or 2.
    public var hands: Int
    /// True where the contact needs no travel (telephone, video).
    public var remote: Bool
    /// The registered route, where there is one.
    public var registered: RegisteredRoute?
    /// The support route: within a support worker's own role.
    public var support: SupportRoute?
    /// The delegated route: a support worker under a named approval, supervised. One-handed activities only.
    public var delegated: DelegatedRoute?
    /// Who may be the second worker of a two-handed contact; nil: two leads are needed.
    public var second: SupportRoute?
    /// How a suitable two-handed contact may be given by one worker; nil: never.
    public var singleHanded: SingleHanded?

    /// An activity.
    public init(
        id: String, name: String, minutes: Int, recordMinutes: Int = 0, hands: Int = 1, remote: Bool = false,
        registered: RegisteredRoute? = nil, support: SupportRoute? = nil, delegated: DelegatedRoute? = nil,
        second: SupportRoute? = nil, singleHanded: SingleHanded? = nil
    ) {
        self.id = id
        self.name = name
        self.minutes = minutes
        self.recordMinutes = recordMinutes
        self.hands = hands
        self.remote = remote
        self.registered = registered
        self.support = support
        self.delegated = delegated
        self.second = second
        self.singleHanded = singleHanded
    }

    /// Whether support workers could give its contacts: it has a support route, or a delegated route that is not
    /// withdrawn, open yet or not.
    public var isDelegable: Bool {
        support != nil || (hands == 1 && delegated.map { $0.status != .withdrawn } ?? false)
    }
}

/// A registered professional may do it, autonomously.
public struct RegisteredRoute: Sendable, Equatable {
    /// The professions that may; a person needs a registered role of one of them.
    public var professions: [String]
    /// What the person must hold.
    public var needs: [Need]

    /// A registered route.
    public init(professions: [String], needs: [Need] = []) {
        self.professions = professions
        self.needs = needs
    }
}

/// A support worker may do it within their own role (also the form of `second`).
public struct SupportRoute: Sendable, Equatable {
    /// The lowest grade of a role that may; registered people pass any.
    public var lowestGrade: Int
    /// What the person must hold.
    public var needs: [Need]
    /// Kinds of role that may; `support` always may, `student` and `volunteer` where listed.
    public var kinds: [Role.Kind]
    /// Whether registered people may, though the activity has no registered route.
    public var registeredMay: Bool

    /// A support route.
    public init(
        lowestGrade: Int = 0, needs: [Need] = [], kinds: [Role.Kind] = [.support], registeredMay: Bool = false
    ) {
        self.lowestGrade = lowestGrade
        self.needs = needs
        self.kinds = kinds
        self.registeredMay = registeredMay
    }
}

/// A support worker may do it under a named approval and supervision. Never a registered person.
public struct DelegatedRoute: Sendable, Equatable {
    /// Where an approval stands; only `approved` counts.
    public enum Status: String, Sendable, CaseIterable, Codable {
        case proposed, approved, withdrawn
    }

    /// The lowest grade of a support role that may.
    public var lowestGrade: Int
    /// What the person must hold.
    public var needs: [Need]
    /// Kinds of role that may; `support` always may.
    public var kinds: [Role.Kind]
    /// Professions that may supervise; a supervisor is able to do the activity by the registered route.
    public var supervisors: [String]
    /// What a supervisor holds besides.
    public var supervisorNeeds: [Need]
    /// Minutes of supervision per contact; of 0, too, somebody who may supervise is there.
    public var supervisionMinutes: Double
    /// Whether somebody deployed anywhere in the session may supervise; else somebody in the team's group.
    public var remoteSupervision: Bool
    /// Whether people outside the week supervise, so that neither minutes, presence nor span are asked of the week's
    /// own. No file says so; questions try it.
    public var isSupervisedByOthers = false
    /// Where the approval stands.
    public var status: Status
    /// Who approved it.
    public var approvedBy: String
    /// The last day on which the approval holds; nil: no end.
    public var reviewOn: CalendarDay?

    /// A delegated route.
    public init(
        lowestGrade: Int = 0, needs: [Need] = [], kinds: [Role.Kind] = [.support], supervisors: [String],
        supervisorNeeds: [Need] = [], supervisionMinutes: Double = 0, remoteSupervision: Bool = false,
        status: Status, approvedBy: String = "", reviewOn: CalendarDay? = nil
    ) {
        self.lowestGrade = lowestGrade
        self.needs = needs
        self.kinds = kinds
        self.supervisors = supervisors
        self.supervisorNeeds = supervisorNeeds
        self.supervisionMinutes = supervisionMinutes
        self.remoteSupervision = remoteSupervision
        self.status = status
        self.approvedBy = approvedBy
        self.reviewOn = reviewOn
    }
}

/// How a suitable two-handed contact may be given by one worker.
public struct SingleHanded: Sendable, Equatable {
    /// What the worker must hold, on top of being able to lead.
    public var needs: [Need]
    /// Minutes a single-handed contact takes more.
    public var extraMinutes: Int

    /// A single-handed way of giving a contact.
    public init(needs: [Need] = [], extraMinutes: Int = 0) {
        self.needs = needs
        self.extraMinutes = extraMinutes
    }
}
