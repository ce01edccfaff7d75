// SPDX-License-Identifier: GPL-3.0-or-later

import Generation
import Reading
import Wording
import Workforce

/// One thing that is otherwise in a week than in another one, as a sentence.
public struct WeekDifference: Sendable, Equatable, Encodable {
    /// What of a week differs.
    public enum Part: String, Sendable, CaseIterable, Encodable {
        case calendar, people, rates, marks, demand, teams
        case signOffs = "sign_offs"
        case delegation, activities, agreements, placements, policy, other

        /// What it is called above its sentences.
        public var title: String {
            switch self {
            case .calendar: "Days and sessions"
            case .people: "People"
            case .rates: "Rates"
            case .marks: "Rota"
            case .demand: "Demand"
            case .teams: "Teams"
            case .signOffs: "Sign-offs"
            case .delegation: "Delegation"
            case .activities: "Activities"
            case .agreements: "Agreements"
            case .placements: "Placements"
            case .policy: "Policy"
            case .other: "Other files"
            }
        }
    }

    /// What of a week it is about.
    public let part: Part
    /// Whom or what, by identifier; nil: the week as a whole.
    public let subject: String?
    /// What is otherwise, and what it was.
    public let sentence: String

    /// What differs between two weeks, part by part, in order of the files.
    public static func between(_ one: Week, _ other: Week) -> [WeekDifference] {
        var comparison = WeekComparison(one, other)
        comparison.compare()
        return Part.allCases.flatMap { part in comparison.found.filter { $0.part == part } }
    }
}

/// Two weeks side by side.
private struct WeekComparison {
    let one: Week
    let other: Week
    private let before: Naming
    private let after: Naming
    private(set) var found: [WeekDifference] = []

    init(_ one: Week, _ other: Week) {
        (self.one, self.other) = (one, other)
        (before, after) = (Naming(week: one), Naming(week: other))
    }

    mutating func compare() {
        calendar()
        for (old, new) in zip(WeekRows(one).tables, WeekRows(other).tables) {
            table(old.schema, old.rows, new.rows)
        }
        marks()
        framework()
        for line in Policy.lines { policy(line) }
        if one.travel != other.travel { add(.other, nil, "The ways in travel.csv are others") }
        if one.current != other.current || one.currentContacts != other.currentContacts {
            add(.other, nil, "The plan in force (current/) is another")
        }
        if one.overrides != other.overrides { add(.other, nil, "The decisions in overrides.csv are others") }
    }

    private mutating func add(_ part: WeekDifference.Part, _ subject: String?, _ sentence: String) {
        // A name stands as it is written.
        let isOurs = sentence.hasPrefix("the ")
        found.append(
            WeekDifference(
                part: part, subject: subject, sentence: (isOurs ? sentence.capitalisedFirst : sentence) + ".")
        )
    }

    private mutating func calendar() {
        if one.start != other.start || one.days != other.days {
            add(
                .calendar, nil,
                "\(Show.counted(other.days, "day")) from \(Show.day(other.start)) instead of "
                    + "\(Show.counted(one.days, "day")) from \(Show.day(one.start))")
        }
        if one.parts != other.parts { add(.calendar, nil, "The parts of the day are others") }
        if one.specialDays != other.specialDays { add(.calendar, nil, "The special days are others") }
    }

    // MARK: Tables

    private mutating func table(_ schema: TableSchema, _ old: [[String]], _ new: [[String]]) {
        switch schema.path {
        case TableSchema.rota.path: return
        case TableSchema.staff.path: keyed(schema, old, new) { $0 == "hourly_cost" ? .rates : .people }
        case TableSchema.teams.path: keyed(schema, old, new) { _ in .teams }
        case TableSchema.demand.path: keyed(schema, old, new) { _ in .demand }
        default: rows(schema, old, new)  // foreign
        }
    }

    private func name(_ schema: TableSchema, _ id: String, _ names: Naming) -> String {
        switch schema.path {
        case TableSchema.staff.path: names.person(id)
        case TableSchema.teams.path: names.team(id) == id ? id : "\(names.team(id)) (\(id))"
        default: names.line(id)  // foreign
        }
    }

    /// Rows that are known by their first cell: new ones, those gone, and each cell that is another.
    private mutating func keyed(
        _ schema: TableSchema, _ old: [[String]], _ new: [[String]], _ part: (String) -> WeekDifference.Part
    ) {
        let (was, now) = (Self.byKey(old), Self.byKey(new))
        for row in old where now[row[0]] == nil {
            add(part(""), row[0], "\(name(schema, row[0], before)) is gone")
        }
        for row in new {
            guard let then = was[row[0]] else {
                add(part(""), row[0], "\(name(schema, row[0], after)) is new: \(description(schema, row))")
                continue
            }
            for (place, column) in schema.columns.enumerated() where then[place] != row[place] {
                let word = column.name.split(separator: "_").joined(separator: " ")
                add(
                    part(column.name), row[0],
                    "\(name(schema, row[0], after)): \(word) \(Self.shown(row[place])) instead of "
                        + Self.shown(then[place]))
            }
        }
    }

    /// The cells of a new row that say something.
    private func description(_ schema: TableSchema, _ row: [String]) -> String {
        let cells = zip(schema.columns, row).dropFirst().filter {
            !$0.1.isEmpty && $0.1 != "0" && $0.1 != "0.00"
        }
        return cells.map { "\($0.0.name.split(separator: "_").joined(separator: " ")) \($0.1)" }
            .joined(separator: ", ")
    }

    /// Rows that are known by all of their cells: new ones and those gone.
    private mutating func rows(_ schema: TableSchema, _ old: [[String]], _ new: [[String]]) {
        guard old != new else { return }
        let (gone, added) = (Self.without(new, old), Self.without(old, new))
        for row in gone { add(part(schema), row[0], "\(words(schema, row, before)) is gone") }
        for row in added { add(part(schema), row[0], "\(words(schema, row, after)) is new") }
        if gone.isEmpty, added.isEmpty {
            add(part(schema), nil, "The rows of \(schema.path) stand in another order")
        }
    }

    private func part(_ schema: TableSchema) -> WeekDifference.Part {
        switch schema.path {
        case TableSchema.signOffs.path: .signOffs
        case TableSchema.decisions.path: .delegation
        case TableSchema.agreements.path: .agreements
        case TableSchema.placements.path: .placements
        default: .other  // foreign
        }
    }

    /// A row as a noun.
    private func words(_ schema: TableSchema, _ row: [String], _ names: Naming) -> String {
        func period(_ from: String, _ until: String) -> String {
            (from.isEmpty ? "" : " from \(from)") + (until.isEmpty ? "" : " until \(until)")
        }
        switch schema.path {
        case TableSchema.signOffs.path:
            return "\(names.person(row[0]))'s sign-off in \(names.need(Need(row[1], Int(row[2]) ?? 0)))"
                + period(row[3], row[4])
        case TableSchema.placements.path:
            return "\(names.person(row[0]))'s placement in \(names.team(row[1]))" + period(row[2], row[3])
        case TableSchema.agreements.path:
            let who =
                row[2] == "*"
                ? "people" : Naming.list(row[2].split(separator: ";").map { names.role(String($0)) })
            return "the agreement for \(row[0])'s \(who) to work for \(row[1])" + period(row[3], row[4])
        case TableSchema.decisions.path:
            let about = [
                names.activity(row[0]), row[1].isEmpty ? "" : names.person(row[1]),
                row[2].isEmpty ? "" : names.team(row[2]),
            ].filter { !$0.isEmpty }
            return "the decision of \(row[6]) to \(row[3]) \(about.joined(separator: ", "))"
        default:  // foreign
            let cells = row.filter { !$0.isEmpty }.joined(separator: ", ")
            return "the row “\(cells)” of \(schema.path)"
        }
    }

    private static func byKey(_ rows: [[String]]) -> [String: [String]] {
        Dictionary(rows.map { ($0[0], $0) }) { first, _ in first }
    }

    /// The rows that are in the second list more often than in the first.
    private static func without(_ others: [[String]], _ rows: [[String]]) -> [[String]] {
        var counts = Dictionary(others.map { ($0, 1) }, uniquingKeysWith: +)
        return rows.filter { row in
            guard let count = counts[row], count > 0 else { return true }
            counts[row] = count - 1
            return false
        }
    }

    private static func shown(_ text: String) -> String { text.isEmpty ? "blank" : text }

    // MARK: Rota

    /// Cells of people who are in both weeks, in runs of sessions with the same two marks.
    private mutating func marks() {
        let (rows, sessions) = (one.staff.map(\.id).positions, one.sessions.map(\.id).positions)
        for (s, person) in other.staff.enumerated() {
            guard let old = rows[person.id] else { continue }
            var run: (first: Int, last: Int, was: String, now: String)?
            for t in other.sessions.indices {
                let now = other.rota[s][t].cell
                let was = sessions[other.sessions[t].id].map { one.rota[old][$0].cell } ?? now
                if let open = run, was != now, open.last == t - 1, open.was == was, open.now == now {
                    run = (open.first, t, was, now)
                } else {
                    tell(run, s)
                    run = was == now ? nil : (t, t, was, now)
                }
            }
            tell(run, s)
        }
    }

    private mutating func tell(_ run: (first: Int, last: Int, was: String, now: String)?, _ s: Int) {
        guard let run else { return }
        let when =
            run.first == run.last
            ? "on \(after.session(run.first))" : "from \(after.window(run.first...run.last))"
        add(
            .marks, other.staff[s].id,
            "\(after.person(s)): \(Self.shown(run.now)) instead of \(Self.shown(run.was)) \(when)")
    }

    // MARK: Framework and policy

    private mutating func framework() {
        let was = Dictionary(one.framework.activities.map { ($0.id, $0) }) { first, _ in first }
        let now = Set(other.framework.activities.map(\.id))
        for activity in one.framework.activities where !now.contains(activity.id) {
            add(.activities, activity.id, "\(activity.name) is gone from the framework")
        }
        for activity in other.framework.activities {
            guard let old = was[activity.id] else {
                add(.activities, activity.id, "\(activity.name) is new in the framework")
                continue
            }
            guard old != activity else { continue }
            self.activity(old, activity)
        }
        var (rest, others) = (one.framework, other.framework)
        (rest.activities, others.activities) = ([], [])
        if rest != others {
            add(.activities, nil, "Roles, competencies or levels of the framework are others")
        }
    }

    private mutating func activity(_ old: Activity, _ new: Activity) {
        let count = found.count
        let name = new.name
        if old.minutes != new.minutes {
            add(.activities, new.id, "\(name): minutes \(new.minutes) instead of \(old.minutes)")
        }
        if old.recordMinutes != new.recordMinutes {
            add(
                .activities, new.id,
                "\(name): record minutes \(new.recordMinutes) instead of \(old.recordMinutes)")
        }
        let professions = (old.registered?.professions ?? [], new.registered?.professions ?? [])
        if professions.0 != professions.1 {
            add(
                .activities, new.id,
                "\(name): registered professions \(professions.1.joined(separator: ", ")) instead of "
                    + professions.0.joined(separator: ", "))
        }
        if let was = old.delegated, let now = new.delegated {
            if was.status != now.status {
                add(
                    .delegation, new.id,
                    "\(name): delegation \(now.status.rawValue) instead of \(was.status.rawValue)")
            }
            if was.reviewOn != now.reviewOn {
                add(
                    .delegation, new.id,
                    "\(name): review on \(Self.shown(now.reviewOn?.iso ?? "")) instead of "
                        + Self.shown(was.reviewOn?.iso ?? ""))
            }
            if was.approvedBy != now.approvedBy {
                add(
                    .delegation, new.id,
                    "\(name): approved by \(Self.shown(now.approvedBy)) instead of \(Self.shown(was.approvedBy))"
                )
            }
        }
        if found.count == count { add(.activities, new.id, "\(name) is given otherwise") }
    }

    private mutating func policy(_ line: PolicyLine) {
        func differ(_ key: String, _ figure: PolicyFigure) {
            let (was, now) = (figure.text(in: one.policy), figure.text(in: other.policy))
            if was != now {
                add(.policy, key, "the policy's \(key): \(Self.none(now)) instead of \(Self.none(was))")
            }
        }
        switch line.content {
        case .figure(let figure): differ(line.key, figure)
        case .figures(let figures): for (key, figure) in figures { differ("\(line.key).\(key)", figure) }
        case .accompanied:
            let (was, now) = (
                one.policy.accompanied.map(\.rawValue), other.policy.accompanied.map(\.rawValue)
            )
            guard was != now else { return }
            add(
                .policy, line.key,
                "the policy's \(line.key): \(now.isEmpty ? "nobody" : Naming.list(now)) instead of "
                    + (was.isEmpty ? "nobody" : Naming.list(was)))
        case .lowUtilisation:
            if one.policy.lowUtilisation != other.policy.lowUtilisation {
                add(.policy, line.key, "The shares of \(line.key) are others")
            }
        }
    }

    private static func none(_ text: String) -> String { text == "null" ? "none" : text }
}
