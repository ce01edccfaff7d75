// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Whether somebody who is booked holds what the work of that session needs, and for how long.
public struct BookingSignOffFigure: Sendable, Equatable, Encodable {
    /// Who is booked.
    public let staff: String
    /// The session's name, `2026-11-23 am`.
    public let session: String
    /// The team's identifier.
    public let team: String
    /// Competencies that the work of the session needs, in the order in which the work asks for them.
    public let competencies: [String]
    /// Those of them that are not signed off at the level on the day of the session.
    public let missing: [String]
    /// The competency of them whose sign-off ends first; nil where none of them ends.
    public let firstToEnd: String?
    /// The last day on which that sign-off holds; nil where none of them ends.
    public let until: String?
    /// Whether all of them hold to the horizon's last day.
    public let isInDate: Bool

    static func all(_ index: WeekLookup, _ plan: Plan, _ time: PlanTime) -> [BookingSignOffFigure] {
        var work: [Cell: [(activity: Activity, isSecond: Bool, route: ContactRoute)]] = [:]
        for row in plan.contacts {
            guard let activity = index.activity(row.activity) else { continue }
            work[Cell(staff: row.staff, session: row.session), default: []]
                .append((activity, false, row.route))
            guard let partner = row.partner else { continue }
            work[Cell(staff: partner, session: row.session), default: []].append((activity, true, row.route))
        }
        return plan.bookings.map { row in
            var needs: [Need] = []
            if let day = index.day(row.session), let person = index.person(row.staff) {
                let held = time.people[person]
                for item in work[Cell(staff: row.staff, session: row.session)] ?? [] {
                    let asked = item.activity.needs(
                        of: held, on: day, route: item.route, isSecond: item.isSecond)
                    for need in asked where !needs.contains(need) { needs.append(need) }
                }
            }
            return figure(row, needs, index, time)
        }
    }

    private static func figure(
        _ row: BookingRow, _ needs: [Need], _ index: WeekLookup, _ time: PlanTime
    ) -> BookingSignOffFigure {
        var ends: [(need: Need, until: CalendarDay)] = []
        var missing: [String] = []
        if let day = index.day(row.session), let person = index.person(row.staff) {
            for need in needs {
                guard let held = time.people[person].evidence(of: need, on: day) else {
                    if !missing.contains(need.competency) { missing.append(need.competency) }
                    continue
                }
                if let until = held.until { ends.append((need, until)) }
            }
        }
        let first = ends.min { $0.until < $1.until }
        return BookingSignOffFigure(
            staff: row.staff, session: index.sessionName(row.session), team: row.team,
            competencies: needs.reduce(into: [String]()) { names, need in
                if !names.contains(need.competency) { names.append(need.competency) }
            },
            missing: missing, firstToEnd: first?.need.competency, until: first?.until.iso,
            isInDate: missing.isEmpty && (first.map { $0.until >= index.last } ?? true))
    }
}

extension Activity {
    /// What a person who gives it by that route needs: of a pair, the needs of the way the person takes part.
    public func needs(of held: Qualifications, on day: CalendarDay, route: ContactRoute, isSecond: Bool)
        -> [Need]
    {
        let standing = held.standing(for: self, on: day, open: .support)
        func leading() -> [Need] {
            standing.contains(.registered) ? registered?.needs ?? [] : support?.needs ?? []
        }
        switch route {
        case .registered: return registered?.needs ?? []
        case .support: return support?.needs ?? []
        case .delegated: return delegated?.needs ?? []
        case .singleHanded: return leading() + (singleHanded?.needs ?? [])
        case .doubleHanded:
            // The second of a pair needs no more than seconding asks for; without such a block, leading.
            return isSecond ? second?.needs ?? leading() : leading()
        }
    }
}
