// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What a week's demand needs, what its people could give, and what must go unmet whatever the allocation.
///
///     let report = CapacityReport(week: week)
///     for shortfall in report.shortfalls { print(shortfall.sentence) }
///
/// It is worked out before any plan is made. Every shortfall is a proof: no plan that keeps the rules meets more
/// than `most` of the care in question, not even one that leaves everything else undone. What is no shortfall here
/// may go unmet all the same, because groups share people.
public struct CapacityReport: Sendable, Equatable, Encodable {
    /// The first day, `2026-11-23`.
    public let from: String
    /// The last day.
    public let until: String
    /// The whole week.
    public let total: CapacityFigure
    /// By pathway, in order of the teams.
    public let pathways: [CapacityFigure]
    /// By team, in order of the file.
    public let teams: [CapacityFigure]
    /// By day.
    public let days: [DayCapacityFigure]
    /// By activity, in order of the framework.
    public let activities: [CapacityFigure]
    /// By competency that every way of giving the care asks for; care that asks for several counts in each.
    public let competencies: [CapacityFigure]
    /// What is held in reserve, which is no care that could go unmet: in none of the groups. Nil where nothing is.
    public let reserve: CapacityFigure?
    /// Minimums of heads that are missed in every plan, in order of the teams.
    public let heads: [HeadShortfall]
    /// By which way the people come whom the care is for; none where no line says so.
    public let sources: [CapacityFigure]
    /// Who there is, beside the work asked for.
    public let baseline: [BaselineFigure]
    /// What must go unmet, most contact hours first.
    public let shortfalls: [Shortfall]

    enum CodingKeys: String, CodingKey {
        case from, until, total, pathways, teams, days, activities, competencies, reserve, sources, baseline
        case heads, shortfalls
    }
}

/// Care of one group: needed, and what could be given.
public struct CapacityFigure: Sendable, Equatable, Encodable {
    /// The group's identifier, or `all`.
    public let id: String
    /// The name people read.
    public let name: String
    /// Contacts wanted.
    public let contacts: Int
    /// Hours with the people supported, once a contact.
    public let contactHours: Double
    /// Hours of workers: contact, record and travel, two workers' where two are needed.
    public let workerHours: Double
    /// People who may do some of it and be sent there.
    public let people: Int
    /// Hours of these people's sessions on duty, less non-contact minutes, at their pace.
    public let rosteredHours: Double
    /// Hours of their available sessions, as far as working time and caps let them be worked: no more than that.
    public let availableHours: Double
    /// The most contact hours that any plan can give of it; an upper bound.
    public let mostContactHours: Double
    /// Contact hours that go unmet in every plan.
    public let shortHours: Double
    /// Contacts that go unmet in every plan.
    public let shortContacts: Int

    enum CodingKeys: String, CodingKey {
        case id, name, contacts
        case contactHours = "contact_hours"
        case workerHours = "worker_hours"
        case people
        case rosteredHours = "rostered_hours"
        case availableHours = "available_hours"
        case mostContactHours = "most_contact_hours"
        case shortHours = "short_hours"
        case shortContacts = "short_contacts"
    }
}

/// Care of one day.
///
/// Care with a window of several days can be moved between them: it is spread evenly over the sessions of its window
/// in what is needed, and no day can be short of it. Only care that has to be given on that very day counts in
/// `fixed` and in the shortfall.
public struct DayCapacityFigure: Sendable, Equatable, Encodable {
    /// The day, `2026-11-23`.
    public let id: String
    /// The day as people read it.
    public let name: String
    /// Contacts, those with a window of several days spread evenly.
    public let contacts: Double
    /// Their contact hours.
    public let contactHours: Double
    /// Their worker hours.
    public let workerHours: Double
    /// People who may do some of it on that day.
    public let people: Int
    /// Hours of these people's sessions on duty.
    public let rosteredHours: Double
    /// Hours of their available sessions: no more than that.
    public let availableHours: Double
    /// Contacts that have to be given on that day.
    public let fixedContacts: Int
    /// Their contact hours.
    public let fixedContactHours: Double
    /// The most of these that any plan can give; an upper bound.
    public let mostFixedContactHours: Double
    /// Contact hours of them that go unmet in every plan.
    public let shortHours: Double
    /// Contacts of them that go unmet in every plan.
    public let shortContacts: Int

    enum CodingKeys: String, CodingKey {
        case id, name, contacts
        case contactHours = "contact_hours"
        case workerHours = "worker_hours"
        case people
        case rosteredHours = "rostered_hours"
        case availableHours = "available_hours"
        case fixedContacts = "fixed_contacts"
        case fixedContactHours = "fixed_contact_hours"
        case mostFixedContactHours = "most_fixed_contact_hours"
        case shortHours = "short_hours"
        case shortContacts = "short_contacts"
    }
}

/// Care that goes unmet in every plan, and why.
public struct Shortfall: Sendable, Equatable, Encodable {
    /// The team; nil where it is about several.
    public let team: String?
    /// The activity; nil where it is about several.
    public let activity: String?
    /// The first and the last day of the care's windows.
    public let from: String
    /// The last day.
    public let until: String
    /// The lines in question, in order of the file.
    public let lines: [String]
    /// Contacts wanted.
    public let contacts: Int
    /// The most of them that any plan can give.
    public let most: Int
    /// Contact hours that go unmet in every plan.
    public let shortHours: Double
    /// The first thing that stands in the way.
    public let reason: UnmetReason
    /// What is short and why, in a sentence.
    public let sentence: String

    /// Contacts that go unmet in every plan.
    public var shortContacts: Int { contacts - most }

    enum CodingKeys: String, CodingKey {
        case team, activity, from, until, lines, contacts, most
        case shortHours = "short_hours"
        case reason, sentence
    }
}
