// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// Change files of random weeks, as text: each part is there or not, and names nothing twice, so that most of them
/// can be applied.
public struct RandomChangeFile {
    private let week: Week
    private var random: SeededRandom
    private var lines: [String] = []
    /// The parts that the file has, by their keys.
    public private(set) var parts: [String] = []
    private var people: [StaffMember]
    private var demand: [DemandLine]

    /// The text of a file for a week, and the parts it has.
    public static func make(for week: Week, seed: UInt64) -> (text: String, parts: [String]) {
        var file = RandomChangeFile(week, seed: seed)
        return (file.text(), file.parts)
    }

    private init(_ week: Week, seed: UInt64) {
        self.week = week
        random = SeededRandom(seed: seed &* 104_729 &+ 11)
        people = random.shuffled(week.staff)
        demand = random.shuffled(week.demand)
    }

    private mutating func text() -> String {
        let makers: [(String, (inout RandomChangeFile) -> [String])] = [
            ("absences", { $0.absences() }), ("availability", { $0.availability() }),
            ("demand", { $0.changesOfDemand() }), ("convert", { $0.conversions() }),
            ("teams", { $0.teams() }),
            ("people", { $0.changesOfPeople() }), ("rates", { $0.rates() }), ("sign_offs", { $0.signOffs() }),
            ("delegation", { $0.delegation() }), ("agreements", { $0.agreements() }),
            ("activities", { $0.activities() }), ("placements", { $0.placements() }),
            ("moved", { $0.moved() }),
        ]
        var blocks: [String] = []
        for (part, make) in makers where random.chance(25) {
            let entries = make(&self)
            guard !entries.isEmpty else { continue }
            parts.append(part)
            blocks.append("\(part):\n" + entries.map { "  - {\($0)}\n" }.joined())
        }
        if random.chance(25) {
            parts.append("single_handed")
            blocks.append("single_handed: {share: \(random.pick(["0.33", "0.5", "1"]))}\n")
        }
        if random.chance(25) {
            parts.append("contingency")
            blocks.append(
                "contingency: {\(random.pick(week.teams).pathway): \(random.pick(["0.1", "0.15", "0.5"]))}\n")
        }
        if random.chance(25) {
            parts.append("policy")
            blocks.append("policy: \(policy())\n")
        }
        return "change: Random\n" + random.shuffled(blocks).joined()
    }

    private mutating func policy() -> String {
        random.pick([
            "{agency_cap: 0}", "{bank_cap: null, team_change: 7.125}", "{unmet_minute: {urgent: 4}}",
            "{maximum_days_per_week: 5, weekend_uplift: {sunday: 0.333}}",
            "{accompanied: [student, volunteer]}",
            "{low_utilisation: {support: 0.4}}",
        ])
    }

    // MARK: Names

    /// Somebody not named yet.
    private mutating func person() -> StaffMember? { people.popLast() }
    private mutating func line() -> DemandLine? { demand.popLast() }
    private mutating func team() -> String { random.pick(week.teams).id }
    private mutating func session() -> String { random.pick(week.sessions).id }

    private mutating func range() -> String {
        guard random.chance(70) else { return "" }
        let ends = [random.pick(0...(week.sessions.count - 1)), random.pick(0...(week.sessions.count - 1))]
            .sorted()
        return ", from: \(week.sessions[ends[0]].id), until: \(week.sessions[ends[1]].id)"
    }

    private mutating func days() -> String {
        guard random.chance(70) else { return "" }
        let ends = [random.pick(0...(week.days - 1)), random.pick(0...(week.days - 1))].sorted()
        return
            ", from: \(week.start.adding(days: ends[0]).iso), until: \(week.start.adding(days: ends[1]).iso)"
    }

    // MARK: Parts

    private mutating func absences() -> [String] {
        let reason = random.pick(["S", "L", "T"])
        if random.chance(40) {
            return [
                "rate: \(random.pick(["0.3", "0.75"])), seed: \(random.pick(1...99)), reason: \(reason)\(range())"
            ]
        }
        return person().map { ["staff: \($0.id), reason: \(reason)\(range())"] } ?? []
    }

    private mutating func availability() -> [String] {
        guard let person = person() else { return [] }
        let mark = random.pick(["A", "R", "blank", "\"\"", "null"])
        let minutes = mark.count == 1 && random.chance(30) ? ", minutes: \(random.pick([60, 90]))" : ""
        return ["staff: \(person.id), sessions: [\(session())], mark: \(mark)\(minutes)"]
    }

    private mutating func changesOfDemand() -> [String] {
        var entries: [String] = []
        if random.chance(50) {
            entries.append("factor: \(random.pick(["0.5", "1.2", "2.3"])), teams: [\(team())]\(range())")
        }
        if let line = line() { entries.append("line: \(line.id), contacts: \(random.pick(0...6))") }
        if random.chance(40), let line = line() {
            entries.append("line: \(line.id), add: \(random.pick(0...3))")
        }
        if random.chance(30), let line = line() { entries.append("remove: \(line.id)") }
        if random.chance(40) {
            let activity = random.pick(week.framework.activities).id
            entries.append(
                "new: {line: NEW-1, team: \(team()), activity: \(activity), priority: urgent, contacts: \(random.pick(0...3)), "
                    + "earliest: \(week.sessions[0].id), latest: \(session())}")
        }
        return entries
    }

    private mutating func conversions() -> [String] {
        let (from, to) = (
            random.pick(week.framework.activities).id, random.pick(week.framework.activities).id
        )
        return from == to ? [] : ["from: \(from), to: \(to), share: \(random.pick(["0.3", "0.5", "1"]))"]
    }

    private mutating func teams() -> [String] {
        let heads = "min_staff: \(random.pick(0...3)), travel_minutes: \(random.pick([0, 12]))"
        let closed = random.chance(50) ? ", closed: [\(session())]" : ""
        let span = random.chance(30) ? ", span: 2.5" : ""
        let days = random.chance(20) ? ", days: Mon-Sat" : ""
        return ["team: \(team()), \(heads)\(closed)\(span)\(days)"]
    }

    private mutating func changesOfPeople() -> [String] {
        var entries: [String] = []
        if random.chance(60) {
            entries.append("like: \(random.pick(week.staff).id), add: \(random.pick(1...2)), prefix: LIKE")
        }
        if random.chance(40) {
            entries.append("of: {roles: [\(random.pick(week.staff).roles[0])]}, non_contact_minutes: 20")
        }
        if week.staff.count > 2, random.chance(40), let person = person() {
            entries.append("remove: \(person.id)")
        }
        if let person = person() {
            entries.append(
                random.pick([
                    "staff: \(person.id), contract_hours: 30, hourly_cost: 17.205",
                    "staff: \(person.id), role: support-worker, pace: 0.85",
                    "staff: \(person.id), non_contact_minutes: 12.5",
                ]))
        }
        return entries
    }

    private mutating func rates() -> [String] {
        ["factor: \(random.pick(["1.05", "0.9", "1.0333"]))" + random.pick(["", ", employment: bank"])]
    }

    private mutating func signOffs() -> [String] {
        guard let person = person() else { return [] }
        let competency = random.pick(week.framework.competencies).id
        if random.chance(50) { return ["withdraw: {staff: \(person.id), competency: \(competency)}"] }
        let until =
            random.chance(50) ? ", expires_on: \(week.start.adding(days: random.pick(0...9)).iso)" : ""
        return ["staff: \(person.id), competency: \(competency), level: \(random.pick(1...4))\(until)"]
    }

    private mutating func delegation() -> [String] {
        let delegated = week.framework.activities.filter { $0.delegated != nil }
        guard !delegated.isEmpty else { return [] }
        let more = random.pick(["", ", review_on: 2027-03-31", ", approved_by: \"A: lead\""])
        return [
            "activity: \(random.pick(delegated).id), status: \(random.pick(["approved", "proposed"]))\(more)"
        ]
    }

    private mutating func agreements() -> [String] {
        let roles = random.pick(["", ", roles: [support-worker]", ", roles: \"*\"", ", from: 2026-01-01"])
        return [
            "employer: \(random.pick(week.staff).employer), organisation: \(random.pick(week.teams).organisation)\(roles)"
        ]
    }

    private mutating func activities() -> [String] {
        let registered = week.framework.activities.filter { $0.registered != nil }
        let one = random.pick(registered.isEmpty ? week.framework.activities : registered)
        let more = one.registered == nil || random.chance(50) ? "" : ", add_professions: [nursing]"
        return ["activity: \(one.id), minutes: \(random.pick([20, 45])), record_minutes: 7\(more)"]
    }

    private mutating func placements() -> [String] {
        person().map {
            ["staff: \($0.id), " + (random.chance(50) ? "team: \(team())" : "lift: true") + days()]
        } ?? []
    }

    private mutating func moved() -> [String] {
        person().map { ["staff: \($0.id), home_team: \(team()), consultation: true"] } ?? []
    }
}
