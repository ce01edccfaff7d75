// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Every row names people, teams, lines, activities, groups and sessions of the week, repeats a line's own team
/// and activity rightly, and has numbers that can be: contacts and minutes of supervision above 0. No row is there
/// twice: one unmet row a line, one row of supervision by person, session, group and activity, one of contacts by
/// line, session, people and route.
enum FilesRule: Rule {
    static func violations(_ ledger: Ledger) -> [Violation] {
        deployments(ledger) + contacts(ledger) + supervision(ledger) + unmet(ledger) + bookings(ledger)
    }

    private static func deployments(_ ledger: Ledger) -> [Violation] {
        ledger.plan.deployments.compactMap { row in
            let faults = [
                unknown("person", row.staff, ledger.facts.staffIndex),
                unknown("team", row.team, ledger.facts.teamIndex),
                outside(row.session, ledger),
            ]
            return violation(
                "deployments.csv: \(row.staff) to \(row.team)", faults, staff: row.staff,
                session: row.session, team: row.team)
        }
    }

    private static func contacts(_ ledger: Ledger) -> [Violation] {
        var seen: Set<[String]> = []
        return ledger.plan.contacts.compactMap { row in
            let key = [row.line, String(row.session), row.staff, row.partner ?? "", row.route.rawValue]
            var faults = [
                unknown("demand line", row.line, ledger.facts.lineIndex),
                unknown("person", row.staff, ledger.facts.staffIndex),
                row.partner.flatMap { unknown("person", $0, ledger.facts.staffIndex) },
                row.supervisor.flatMap { unknown("person", $0, ledger.facts.staffIndex) },
                outside(row.session, ledger),
                row.contacts < 1 ? "\(row.contacts) contacts cannot be" : nil,
                seen.insert(key).inserted ? nil : "these contacts have a row already",
                row.partner != nil && row.route != .doubleHanded
                    ? "a partner is named for a contact that is not double-handed" : nil,
            ]
            faults += mismatches(line: row.line, team: row.team, activity: row.activity, ledger)
            return violation(
                "contacts.csv: line \(row.line) by \(row.staff)", faults, staff: row.staff,
                session: row.session, line: row.line, team: row.team)
        }
    }

    private static func supervision(_ ledger: Ledger) -> [Violation] {
        var seen: Set<[String]> = []
        return ledger.plan.supervision.compactMap { row in
            let key = [row.supervisor, String(row.session), row.group, row.activity]
            let faults = [
                unknown("person", row.supervisor, ledger.facts.staffIndex),
                unknown("supervision group", row.group, ledger.facts.groupIndex),
                unknown("activity", row.activity, ledger.facts.activityIndex),
                outside(row.session, ledger),
                row.minutes.isFinite && row.minutes > 0 ? nil : "\(row.minutes) minutes cannot be",
                seen.insert(key).inserted ? nil : "this supervision has a row already",
            ]
            return violation(
                "supervision.csv: \(row.supervisor) for \(row.activity)", faults, staff: row.supervisor,
                session: row.session)
        }
    }

    private static func unmet(_ ledger: Ledger) -> [Violation] {
        var seen: Set<String> = []
        return ledger.plan.unmet.compactMap { row in
            var faults = [
                unknown("demand line", row.line, ledger.facts.lineIndex),
                row.contacts < 1 ? "\(row.contacts) contacts cannot be" : nil,
                seen.insert(row.line).inserted ? nil : "the line has a row already",
            ]
            faults += mismatches(line: row.line, team: row.team, activity: row.activity, ledger)
            return violation("unmet.csv: line \(row.line)", faults, line: row.line, team: row.team)
        }
    }

    private static func bookings(_ ledger: Ledger) -> [Violation] {
        ledger.plan.bookings.compactMap { row in
            let faults = [
                unknown("person", row.staff, ledger.facts.staffIndex),
                unknown("team", row.team, ledger.facts.teamIndex),
                outside(row.session, ledger),
            ]
            return violation(
                "bookings.csv: \(row.staff) to \(row.team)", faults, staff: row.staff, session: row.session,
                team: row.team)
        }
    }

    private static func unknown(_ what: String, _ id: String, _ known: [String: Int]) -> String? {
        known[id] == nil ? "there is no \(what) '\(id)' in the week" : nil
    }

    private static func outside(_ session: Int, _ ledger: Ledger) -> String? {
        ledger.facts.week.sessions.indices.contains(session)
            ? nil : "session \(session) is outside the horizon"
    }

    private static func mismatches(
        line: String, team: String, activity: String, _ ledger: Ledger
    ) -> [String?] {
        guard let index = ledger.facts.lineIndex[line] else { return [] }
        let demand = ledger.facts.lines[index].line
        return [
            demand.team == team ? nil : "the row says team '\(team)', the line '\(demand.team)'",
            demand.activity == activity
                ? nil : "the row says activity '\(activity)', the line '\(demand.activity)'",
        ]
    }

    private static func violation(
        _ row: String, _ faults: [String?], staff: String? = nil, session: Int? = nil, line: String? = nil,
        team: String? = nil
    ) -> Violation? {
        let found = faults.compactMap { $0 }
        guard !found.isEmpty else { return nil }
        return Violation(
            .files, staff: staff, session: session, line: line, team: team,
            "\(row): \(found.joined(separator: "; ")).")
    }
}
