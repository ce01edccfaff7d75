// SPDX-License-Identifier: GPL-3.0-or-later

/// A competency framework: who may do what. Owned by AHP leads; read from `Competencies/*.yaml`.
public struct Framework: Sendable, Equatable {
    /// The framework's title.
    public var name: String
    /// The framework's own version, as written.
    public var version: String
    /// How many levels of competency there are; levels are 1 … `levels`.
    public var levels: Int
    /// What each level is called, lowest first.
    public var levelNames: [String]
    /// Every role a person may hold.
    public var roles: [Role]
    /// Every competency that can be signed off.
    public var competencies: [Competency]
    /// Every kind of contact.
    public var activities: [Activity]

    /// A framework of parts that refer to each other consistently; the intake checks that they do.
    public init(
        name: String, version: String, levels: Int, levelNames: [String] = [], roles: [Role],
        competencies: [Competency], activities: [Activity]
    ) {
        self.name = name
        self.version = version
        self.levels = levels
        self.levelNames = levelNames
        self.roles = roles
        self.competencies = competencies
        self.activities = activities
    }
}

/// A role of the framework.
public struct Role: Sendable, Equatable {
    /// What kind of worker a role makes of its holder. The kind decides routes and pace.
    public enum Kind: String, Sendable, CaseIterable, Codable {
        case registered, support, student, volunteer
    }

    /// The identifier the roster uses.
    public var id: String
    /// The name people read.
    public var name: String
    /// What kind of worker it is.
    public var kind: Kind
    /// The profession a registered role is registered in.
    public var profession: String?
    /// The grade of a support, student or volunteer role, compared with a route's lowest grade.
    public var grade: Int
    /// The share of a session's time in which work gets done: 1 for most, 0.5 for a student, say.
    public var pace: Double
    /// Minutes of each session that are not for contacts; nil: as the policy says.
    public var nonContactMinutes: Double?

    /// A role.
    public init(
        id: String, name: String, kind: Kind, profession: String? = nil, grade: Int = 0, pace: Double = 1,
        nonContactMinutes: Double? = nil
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.profession = profession
        self.grade = grade
        self.pace = pace
        self.nonContactMinutes = nonContactMinutes
    }
}

/// Something a person can be signed off in.
public struct Competency: Sendable, Equatable {
    /// The identifier used by activities and sign-offs.
    public var id: String
    /// The name people read.
    public var name: String
    /// The domain of the framework it belongs to.
    public var domain: String
    /// Calendar months a sign-off stays valid; nil: for ever.
    public var validMonths: Int?

    /// A competency.
    public init(id: String, name: String, domain: String = "", validMonths: Int? = nil) {
        self.id = id
        self.name = name
        self.domain = domain
        self.validMonths = validMonths
    }
}

/// A competency and the lowest level of it that is asked for.
public struct Need: Sendable, Hashable, Codable {
    /// The competency's identifier.
    public var competency: String
    /// The level asked for, at least.
    public var level: Int

    /// A need.
    public init(_ competency: String, _ level: Int) {
        self.competency = competency
        self.level = level
    }
}
