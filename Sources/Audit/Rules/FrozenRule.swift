// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Rule 10: in sessions that are over, deployments, contacts and supervision are exactly those of the plan in force,
/// less those of people who are absent there by now.
enum FrozenRule: Rule {
    static func violations(_ ledger: Ledger) -> [Violation] {
        guard ledger.facts.week.frozenBefore != nil else { return [] }
        return deployments(ledger) + contacts(ledger) + supervision(ledger)
    }

    /// Whether somebody is on the roster and has a mark to be there by.
    private static func wasThere(_ id: String, _ session: Int, _ facts: WeekFacts) -> Bool {
        guard let staff = facts.staffIndex[id] else { return false }
        let duty = facts.mark(staff, session).duty
        return duty == .rostered || duty == .available
    }

    private static func deployments(_ ledger: Ledger) -> [Violation] {
        let facts = ledger.facts
        struct Place: Hashable {
            let staff: String
            let session: Int
            let team: String
        }
        let was = (facts.week.current ?? []).filter {
            facts.isOver($0.session) && wasThere($0.staff, $0.session, facts)
                && facts.teamIndex[$0.team] != nil
        }.map { Place(staff: $0.staff, session: $0.session, team: $0.team) }
        let now = ledger.plan.deployments.filter { facts.isOver($0.session) }
            .map { Place(staff: $0.staff, session: $0.session, team: $0.team) }
        let (known, stated) = (Set(was), Set(now))
        let gone = was.filter { !stated.contains($0) }.map { ($0, "was deployed to", "is not in the plan") }
        let new = now.filter { !known.contains($0) }.map { ($0, "is deployed to", "was not") }
        return (gone + new).map { place, what, how in
            Violation(
                .frozen, staff: place.staff, session: place.session, team: place.team,
                "\(place.staff) \(what) \(place.team) on \(facts.name(ofSession: place.session)), which is over, "
                    + "and \(how).")
        }
    }

    private static func contacts(_ ledger: Ledger) -> [Violation] {
        let facts = ledger.facts
        var (was, now): ([[String]: Double], [[String]: Double]) = ([:], [:])
        var (order, session): ([[String]], [[String]: Int]) = ([], [:])
        let note = { (sums: inout [[String]: Double], key: [String], at: Int, number: Int) in
            if session.updateValue(at, forKey: key) == nil { order.append(key) }
            sums[key, default: 0] += Double(number)
        }
        for row in facts.week.currentContacts ?? [] where row.contacts > 0 && facts.isOver(row.session) {
            let workers = [row.staff] + (row.partner.map { [$0] } ?? [])
            guard facts.lineIndex[row.line] != nil, let route = row.route,
                workers.allSatisfy({ wasThere($0, row.session, facts) })
            else { continue }
            let key = [row.line, String(row.session), row.staff, row.partner ?? "", route.rawValue]
            note(&was, key, row.session, row.contacts)
        }
        for row in ledger.plan.contacts where facts.isOver(row.session) {
            let key = [row.line, String(row.session), row.staff, row.partner ?? "", row.route.rawValue]
            note(&now, key, row.session, row.contacts)
        }
        return order.compactMap { key in
            let (then, stated) = (was[key] ?? 0, now[key] ?? 0)
            guard then != stated, let at = session[key] else { return nil }
            return Violation(
                .frozen, staff: key[2], session: at, line: key[0],
                "\(key[2])\(key[3].isEmpty ? "" : " and \(key[3])") gave "
                    + "\(Wording.count(then, "contact")) of line \(key[0]) on "
                    + "\(facts.name(ofSession: at)), which is over, by the route '\(key[4])', and the plan says "
                    + "\(Wording.number(stated)).")
        }
    }

    private static func supervision(_ ledger: Ledger) -> [Violation] {
        let facts = ledger.facts
        var (was, now): ([[String]: Double], [[String]: Double]) = ([:], [:])
        var (order, session): ([[String]], [[String]: Int]) = ([], [:])
        let note = { (sums: inout [[String]: Double], row: SupervisionRow) in
            let key = [row.supervisor, String(row.session), row.group, row.activity]
            if session.updateValue(row.session, forKey: key) == nil { order.append(key) }
            sums[key, default: 0] += row.minutes
        }
        for row in facts.week.currentSupervision ?? [] where row.minutes > 0 && facts.isOver(row.session) {
            guard wasThere(row.supervisor, row.session, facts), facts.groupIndex[row.group] != nil,
                facts.activityIndex[row.activity] != nil
            else { continue }
            note(&was, row)
        }
        for row in ledger.plan.supervision where facts.isOver(row.session) { note(&now, row) }
        return order.compactMap { key in
            let (then, stated) = (was[key] ?? 0, now[key] ?? 0)
            guard !(abs(then - stated) <= Tolerance.decimals), let at = session[key] else { return nil }
            return Violation(
                .frozen, staff: key[0], session: at,
                "\(key[0]) gave \(Wording.time(then)) of supervision to '\(key[3])' on "
                    + "\(facts.name(ofSession: at)), which is over, and the plan says \(Wording.time(stated))."
            )
        }
    }
}
