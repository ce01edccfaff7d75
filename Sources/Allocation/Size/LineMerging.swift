// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A week in which lines that nobody could tell apart (one team, activity, priority, window and usual people) are one line: the
/// same plans at the same prices, in far fewer columns.
///
/// Lines with contacts suitable for single-handed care stay as they are: how many of theirs are avoidable depends on
/// the line. So do those of which the plan in force has contacts.
struct LineMerging: Sendable {
    /// The week with the lines merged.
    let week: Week
    /// The lines that each line of that week stands for, in order of the file.
    private let members: [String: [DemandLine]]
    /// The line of that week which stands for each line.
    private let merged: [String: String]

    /// The most contacts of a merged line.
    static let mostContacts = 1_000_000

    private struct Likeness: Hashable {
        let team: String
        let activity: String
        let priority: Priority
        let window: ClosedRange<Int>
        let usual: [String]
    }

    /// The week with its lines merged; nil where no two are alike.
    init?(_ whole: Week) {
        var lines: [DemandLine] = []
        var position: [Likeness: Int] = [:]
        var members: [String: [DemandLine]] = [:]
        var merged: [String: String] = [:]
        let inForce = Set(whole.contactsInForce(WeekIndex(whole)).flatMap(\.lines))
        for (number, line) in whole.demand.enumerated() {
            let mayMerge = line.singleHandedContacts == 0 && !inForce.contains(number)
            let likeness = Likeness(
                team: line.team, activity: line.activity, priority: line.priority, window: line.window,
                usual: line.usual)
            if mayMerge, let known = position[likeness],
                lines[known].contacts + line.contacts <= Self.mostContacts
            {
                lines[known].contacts += line.contacts
                members[lines[known].id, default: []].append(line)
                merged[line.id] = lines[known].id
            } else {
                if mayMerge { position[likeness] = lines.count }
                lines.append(line)
                members[line.id] = [line]
                merged[line.id] = line.id
            }
        }
        guard lines.count < whole.demand.count else { return nil }
        week = whole.replacing { $0.demand = lines }
        (self.members, self.merged) = (members, merged)
    }

    /// A plan of the week as it is, about the merged lines.
    func joined(_ plan: Plan) -> Plan {
        var plan = plan
        plan.contacts = plan.contacts.map { row in
            merged[row.line].map { row.part(row.contacts, of: $0) } ?? row
        }
        var unmet: [UnmetRow] = []
        var position: [String: Int] = [:]
        for row in plan.unmet {
            let line = merged[row.line] ?? row.line
            if let known = position[line] {
                unmet[known] = row.part(unmet[known].contacts + row.contacts, of: line)
            } else {
                position[line] = unmet.count
                unmet.append(row.part(row.contacts, of: line))
            }
        }
        plan.unmet = unmet
        return plan
    }

    /// A plan of the merged lines, about the lines they stand for: the first of them are met first.
    func split(_ plan: Plan) -> Plan {
        var plan = plan
        var left = members.mapValues { $0.map(\.contacts) }
        var next = members.mapValues { _ in 0 }
        func parts(_ contacts: Int, of line: String) -> [(line: String, contacts: Int)] {
            guard let lines = members[line] else { return [(line, contacts)] }
            var parts: [(line: String, contacts: Int)] = []
            var rest = contacts
            var at = next[line] ?? 0
            while rest > 0, at < lines.count {
                let number = min(rest, left[line]?[at] ?? 0)
                if number > 0 { parts.append((lines[at].id, number)) }
                left[line]?[at] -= number
                rest -= number
                if left[line]?[at] == 0 { at += 1 }
            }
            next[line] = at
            return parts
        }
        plan.contacts = plan.contacts.flatMap { row in
            parts(row.contacts, of: row.line).map { row.part($0.contacts, of: $0.line) }
        }
        plan.unmet = plan.unmet.flatMap { row in
            parts(row.contacts, of: row.line).map { row.part($0.contacts, of: $0.line) }
        }
        return plan
    }
}

extension ContactRow {
    /// So many of the row's contacts, as contacts of a line.
    fileprivate func part(_ number: Int, of line: String) -> ContactRow {
        ContactRow(
            line: line, activity: activity, team: team, session: session, staff: staff, partner: partner,
            route: route, contacts: number, minutes: contacts == 0 ? minutes : minutes / contacts * number,
            supervisor: supervisor)
    }
}

extension UnmetRow {
    /// So many contacts unmet for the row's reason, as contacts of a line.
    fileprivate func part(_ number: Int, of line: String) -> UnmetRow {
        UnmetRow(
            line: line, team: team, activity: activity, priority: priority, contacts: number,
            contactMinutes: contacts == 0 ? contactMinutes : contactMinutes / contacts * number,
            reason: reason)
    }
}
