// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Reading
import Workforce

/// What is said of care, teams and the framework.
extension ChangeFileReader {
    private static let scopeKeys = [
        "pathways", "teams", "activities", "priorities", "lines", "from", "until",
    ]
    static let demandKeys = ["factor"] + scopeKeys + ["line", "contacts", "add", "new", "remove"]
    static let teamKeys = [
        "team", "closed", "min_staff", "min_registered", "travel_minutes", "span", "sessions", "days",
    ]
    static let delegationKeys = ["activity", "status", "review_on", "approved_by"]
    static let agreementKeys = ["employer", "organisation", "roles", "from", "until"]
    static let activityKeys = ["activity", "minutes", "record_minutes", "add_professions"]
    private static let newKeys = [
        "line", "team", "activity", "priority", "contacts", "single_handed_contacts", "earliest", "latest",
        "source",
    ]
    private static let contacts = 0...100_000

    func demand(_ entry: EntryReader) -> Change? {
        let kind = kind(of: entry, ["factor", "line", "new", "remove"])
        if let kind {
            let others = Self.demandKeys.filter { key in
                kind == "factor"
                    ? key == "contacts" || key == "add"
                    : Self.scopeKeys.contains(key) || kind != "line" && (key == "contacts" || key == "add")
            }
            entry.refuse(others, beside: kind)
        }
        switch kind {
        case "factor":
            let scope = LineScope(
                pathways: entry.names("pathways"), teams: entry.names("teams"),
                activities: entry.names("activities"), priorities: entry.words("priorities", Priority.self),
                lines: entry.names("lines", limit: Field.lineLimit), begin: entry.range())
            return entry.factor().map { .demand(.factor($0, of: scope)) }
        case "line":
            let what = self.kind(of: entry, ["contacts", "add"])
            guard let line = entry.line("line") else { return nil }
            if what == "contacts" {
                return entry.whole("contacts", Self.contacts, "contacts").map {
                    .demand(.contacts($0, line: line))
                }
            }
            let most = Self.contacts.upperBound
            return entry.whole("add", -most...most, "contacts").map { .demand(.add($0, line: line)) }
        case "new": newLine(entry)
        case "remove": return entry.line("remove").map { .demand(.remove(line: $0)) }
        default: break  // foreign
        }
        return nil
    }

    private func newLine(_ entry: EntryReader) {
        guard entry.isSound, let node = entry.node("new"),
            let new = EntryReader(node, "a new line", known: Self.newKeys, diagnostics)
        else { return }
        let line = new.line("line")
        if let line, line.contains("~") {
            new.refuse(
                "line '\(Diagnostic.shortened(line))' contains '~', which only lines made of others do",
                expected: "a name without '~'", at: new.keyField("line"))
        }
        if let line, line.unicodeScalars.count > Field.identifierLimit {
            new.refuse(
                "line '\(Diagnostic.shortened(line))' is longer than \(Field.identifierLimit) characters",
                expected: "at most \(Field.identifierLimit) characters", at: new.keyField("line"))
        }
        let team = new.required("team", a: "a team of teams.csv")
        let activity = new.required("activity", a: "an activity of the framework")
        let words = Priority.allCases.map(\.rawValue).joined(separator: ", ")
        if new.required("priority", "one of \(words)") == nil { return }
        let priority = new.word("priority", Priority.self)
        guard new.required("contacts", "how many") != nil else { return }
        let contacts = new.whole("contacts", Self.contacts, "contacts")
        let single = new.whole("single_handed_contacts", Self.contacts, "contacts") ?? 0
        let window = SessionRange(from: new.session("earliest"), until: new.session("latest"))
        let source = new.word("source", CareSource.self)
        guard let line, let team, let activity, let priority, let contacts else { return }
        if single > contacts {
            new.refuse(
                "single_handed_contacts \(single) is more than the \(contacts) contacts of the line",
                expected: "\(contacts) or fewer", at: new.field("single_handed_contacts"))
        }
        take(
            new,
            .demand(
                .new(
                    NewLine(
                        line: line, team: team, activity: activity, priority: priority, contacts: contacts,
                        singleHandedContacts: single, window: window, source: source))))
    }

    func conversion(_ entry: EntryReader) -> Change? {
        let from = entry.required("from", a: "an activity of the framework")
        let to = entry.required("to", a: "an activity of the framework")
        let (share, teams) = (entry.share(), entry.names("teams"))
        guard let from, let to, let share else { return nil }
        return .conversion(Conversion(from: from, to: to, share: share, teams: teams))
    }

    func team(_ entry: EntryReader) -> Change? {
        let team = entry.required("team", a: "a team of teams.csv")
        if !Self.teamKeys.dropFirst().contains(where: entry.has) {
            saysNothing(entry, Array(Self.teamKeys.dropFirst()))
        }
        let (parts, days) = (parts(entry), days(entry))
        let change = TeamChange(
            team: team ?? "", closed: entry.sessions("closed"),
            minimumStaff: entry.whole("min_staff", 0...10_000, "heads"),
            minimumRegistered: entry.whole("min_registered", 0...10_000, "heads"),
            travelMinutes: entry.whole("travel_minutes", 0...1440, "minutes"),
            span: entry.decimal("span", 0...1000, "people"), parts: parts, days: days)
        return team.map { _ in .team(change) }
    }

    /// Parts of the day as a list, or as teams.csv has them: `am pm`.
    private func parts(_ entry: EntryReader) -> [String]? {
        guard let node = entry.node("sessions") else { return nil }
        guard case .scalar = node.kind, let field = entry.field("sessions"), field.words.count > 1 else {
            return entry.names("sessions")
        }
        return field.words
    }

    /// Days as a list, or as teams.csv has them: `Mon-Fri`.
    private func days(_ entry: EntryReader) -> [Weekday]? {
        guard let found = entry.list("days") else { return nil }
        var days: Set<Weekday> = []
        for field in found {
            guard !field.isBlank else {
                entry.refuse("days is blank", expected: "days such as Mon-Fri", at: field)
                return nil
            }
            guard let some = field.weekdays(diagnostics) else {
                entry.spoil()
                return nil
            }
            days.formUnion(some)
        }
        if days.isEmpty { entry.refuse("days names nothing", expected: "days such as Mon-Fri") }
        return Weekday.allCases.filter(days.contains)
    }

    func delegation(_ entry: EntryReader) -> Change? {
        let activity = entry.required("activity", a: "an activity that the framework lets be delegated")
        let others = Array(Self.delegationKeys.dropFirst())
        if !others.contains(where: entry.has) { saysNothing(entry, others) }
        let status = entry.word("status", DelegatedRoute.Status.self)
        let (review, by) = (entry.day("review_on"), entry.note("approved_by"))
        return activity.map {
            .delegation(DelegationChange(activity: $0, status, reviewOn: review, approvedBy: by))
        }
    }

    func agreement(_ entry: EntryReader) -> Change? {
        let employer = entry.required("employer", a: "an employer of staff.csv")
        let organisation = entry.required("organisation", a: "an organisation of teams.csv")
        var isEverybody = !entry.has("roles")
        if case .scalar(let text, _)? = entry.node("roles")?.kind, text == "*" { isEverybody = true }
        let roles = isEverybody ? nil : entry.names("roles")
        let (from, until) = (entry.day("from"), entry.day("until"))
        guard let employer, let organisation, isEverybody || roles != nil else { return nil }
        return .agreement(
            Agreement(employer: employer, organisation: organisation, roles: roles, from: from, until: until))
    }

    func activity(_ entry: EntryReader) -> Change? {
        let activity = entry.required("activity", a: "an activity of the framework")
        let others = Array(Self.activityKeys.dropFirst())
        if !others.contains(where: entry.has) { saysNothing(entry, others) }
        let minutes = entry.whole("minutes", 1...1440, "minutes")
        let record = entry.whole("record_minutes", 0...1440, "minutes")
        let professions = entry.names("add_professions")
        return activity.map {
            .activity(
                ActivityChange(
                    activity: $0, minutes: minutes, recordMinutes: record, addProfessions: professions))
        }
    }
}
