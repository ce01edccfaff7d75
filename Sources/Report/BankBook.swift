// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Tables
import Wording
import Workforce

/// What people on the bank could do for a week: as sentences for a terminal, and as a table.
public struct BankBook: CustomStringConvertible {
    private let names: Naming
    private let week: Week
    private let figures: BankFigures

    /// What people on the bank could do for a week.
    public init(week: Week, figures: BankFigures) {
        names = Naming(week: week)
        self.week = week
        self.figures = figures
    }

    /// A row a person and thing they could do, today or with one sign-off more; one alone where there is nothing. Names
    /// of people, teams and activities stand there as identifiers, too.
    public var table: Table {
        Table(
            name: "bank", caption: "What people on the bank could do",
            columns: [
                .text("Person", "staff"), .text("Name", "name"), .text("Group", "group"),
                .text("Employer", "employer"), .text("Limits", "limits"),
                .number("Hours offered", "hours_offered"), .number("Hours to be called", "hours_callable"),
                .number("Hours booked", "hours_booked"), .number("Hours left unused", "hours_unused"),
                .text("When", "could"), .text("Activities", "activities"), .text("Route", "route"),
                .text("Teams", "teams"), .text("Sign-off", "competency"), .number("Level", "level"),
                .number("Contacts wanted", "contacts"), .number("Not met", "unmet_contacts"),
                .number("Worth to the plan", "pounds"), .text("That is", "pounds_are"),
            ],
            rows: figures.people.flatMap(rows), whenEmpty: "Nobody is on the bank, a student or a volunteer.")
    }

    private func rows(of person: BankPersonFigure) -> [[Table.Cell]] {
        let member = week.staff.first { $0.id == person.staff }
        let first: [Table.Cell] = [
            .text(person.staff), .text(member?.name ?? person.staff), .text(person.group.words),
            .text(member?.employer ?? ""), .text(limits(of: person)), .hours(person.hoursOffered),
            .hours(person.hoursCallable), .hours(person.hoursBooked), .hours(person.hoursUnused),
        ]
        func count(_ value: Int?) -> Table.Cell { value.map { .count($0) } ?? .blank }
        let today = person.today.map { work -> [Table.Cell] in
            first + [
                .text("today"), .text(work.activity), .text(work.route.rawValue),
                .text(work.teams.joined(separator: ";")), .blank, .blank, .count(work.contacts),
                count(work.unmetContacts), .blank, .blank,
            ]
        }
        let more = person.withOneMore.map { opening -> [Table.Cell] in
            first + [
                .text("with one sign-off more"), .text(opening.activities.joined(separator: ";")), .blank,
                .text(opening.teams.joined(separator: ";")), .text(opening.competency),
                .count(opening.level), .count(opening.contacts), count(opening.unmetContacts),
                .pounds(opening.pounds), opening.isExact.map { .text(Self.words(isExact: $0)) } ?? .blank,
            ]
        }
        guard today.isEmpty, more.isEmpty else { return today + more }
        return [first + [.text("nothing that is asked for")] + [Table.Cell](repeating: .blank, count: 9)]
    }

    /// The lines, each ended.
    public var description: String {
        let parts = [BankPersonFigure.Group.bank, .learners].map(lines) + [tried]
        return parts.filter { !$0.isEmpty }.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
    }

    private func lines(of group: BankPersonFigure.Group) -> [String] {
        let people = figures.people(in: group)
        guard !people.isEmpty else {
            return group == .bank ? ["Nobody in staff.csv is on the bank."] : []
        }
        let offering = people.filter { !$0.offersNothing }
        let idle = people.filter(\.offersNothing)
        var lines = ["\(group.words.capitalisedFirst): \(summary(of: people))."]
        for person in offering { lines += [""] + self.lines(of: person) }
        if !idle.isEmpty {
            lines += ["", "Offering nothing this week, and not to be called:"]
            for person in idle { lines += [""] + self.lines(of: person) }
        }
        return lines
    }

    private func summary(of people: [BankPersonFigure]) -> String {
        func sum(_ hours: (BankPersonFigure) -> Double?) -> Double? {
            let all = people.compactMap(hours)
            return all.isEmpty ? nil : all.reduce(0, +)
        }
        let count = people.count == 1 ? "1 person" : "\(Show.count(people.count)) people"
        let idle = people.count(where: \.offersNothing)
        return count + ", "
            + hours(sum(\.hoursOffered), sum(\.hoursCallable), sum(\.hoursBooked), sum(\.hoursUnused))
            + (idle == 0 ? "" : "; \(Show.count(idle)) of them \(idle == 1 ? "offers" : "offer") nothing")
    }

    private func hours(_ offered: Double?, _ callable: Double?, _ booked: Double?, _ unused: Double?)
        -> String
    {
        var parts = ["\(Show.hours(offered ?? 0)) hours offered"]
        if let callable, callable > 0 { parts.append("\(Show.hours(callable)) more to be called for") }
        if let booked { parts.append("\(Show.hours(booked)) booked") }
        if let unused { parts.append("\(Show.hours(unused)) left unused") }
        return parts.joined(separator: ", ")
    }

    private func lines(of person: BankPersonFigure) -> [String] {
        let member = week.staff.first { $0.id == person.staff }
        let roles = (member?.roles ?? []).map(names.role).joined(separator: ", ")
        let limits = limits(of: person)
        var lines = [
            "\(names.person(person.staff)), \(roles.lowercasedFirst), \(member?.employer ?? "")"
                + (limits.isEmpty ? "" : " (\(limits))") + ": "
                + hours(person.hoursOffered, person.hoursCallable, person.hoursBooked, person.hoursUnused)
        ]
        lines +=
            person.today.isEmpty
            ? ["  Today: nothing that is asked for in teams that they may be sent to."]
            : ["  Today:"] + person.today.map { "  - " + words($0) }
        if !person.withOneMore.isEmpty {
            // Who offers no hours is paid nothing for, whatever they hold.
            let isAsked = figures.considered != nil && person.hoursOffered > 0
            lines +=
                ["  With one sign-off more:"]
                + person.withOneMore.map { "  - " + words($0) + (isAsked ? worth($0) : "") }
        }
        return lines
    }

    private func words(_ work: BankPersonFigure.Work) -> String {
        "\(names.activity(work.activity)) (\(work.route.part)) in \(Naming.list(work.teams.map { names.team($0) })): "
            + contacts(work.contacts, work.unmetContacts)
    }

    private func words(_ opening: BankPersonFigure.Opening) -> String {
        let need = names.need(Need(opening.competency, opening.level))
        let activities = Naming.list(opening.activities.map(names.activity))
        return "\(need): \(activities) in \(Naming.list(opening.teams.map { names.team($0) })), "
            + contacts(opening.contacts, opening.unmetContacts)
    }

    private func contacts(_ wanted: Int, _ unmet: Int?) -> String {
        Show.counted(wanted, "contact") + " wanted" + (unmet.map { ", \(Show.count($0)) not met" } ?? "")
    }

    private func worth(_ opening: BankPersonFigure.Opening) -> String {
        guard let pounds = opening.pounds else {
            return opening.isInHours == false ? "; nothing of it in hours that they offer" : "; not tried"
        }
        let isExact = opening.isExact ?? false
        guard pounds > 0 else {
            return isExact ? "; this plan pays nothing for it" : "; tried, and no use to this plan was found"
        }
        return "; worth \(Self.words(isExact: isExact)) \(Show.pounds(pounds)) to this plan"
    }

    private static func words(isExact: Bool) -> String { isExact ? "exactly" : "at least" }

    /// What keeps somebody from working as others do.
    private func limits(of person: BankPersonFigure) -> String {
        var limits: [String] = []
        if person.isAccompanied { limits.append("only where somebody registered is in the group") }
        if person.group == .learners { limits.append("no head for minimums") }
        return limits.joined(separator: ", ")
    }

    private var tried: [String] {
        guard let considered = figures.considered, let tried = figures.tried else {
            return ["What a sign-off would be worth is said with a plan: skillmix bank WEEK PLAN."]
        }
        guard considered > 0 else {
            return ["No single sign-off of theirs would open anything in hours that they offer."]
        }
        return [
            "\(Show.counted(considered, "sign-off")) would open contacts in hours that they offer or are booked for; "
                + "\(Show.count(tried)) of them, the most promising, were tried by planning anew. Pounds are those by "
                + "which the plan would be cheaper, their pay taken off."
        ]
    }
}

extension BankPersonFigure.Group {
    fileprivate var words: String {
        switch self {
        case .bank: "bank"
        case .learners: "students and volunteers"
        }
    }
}

extension ContactRoute {
    /// As what somebody takes part.
    fileprivate var part: String {
        switch self {
        case .registered: "registered"
        case .support: "support"
        case .delegated: "delegated, supervised"
        case .doubleHanded: "as the second of two"
        case .singleHanded: "single-handed"
        }
    }
}
