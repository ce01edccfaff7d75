// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Wording
import Workforce

/// Who a call is to, and what they do.
extension CallFacts {
    /// The work that they do, who supervises it, and the sign-offs that it needs.
    func tellWork(_ told: inout Proposal, _ staff: StaffMember) {
        var parts: [String: Int] = [:]
        var order: [String] = []
        var supervision = 0.0
        for session in told.sessions {
            let done = work.work(of: staff.id, in: session)
            for part in done.contacts {
                if parts[part.activity] == nil { order.append(part.activity) }
                parts[part.activity, default: 0] += part.contacts
            }
            supervision += done.supervisionMinutes
        }
        var words = order.map { "\(parts[$0] ?? 0) × \(names.activity($0).lowercasedFirst)" }
        if supervision > 0 { words.append("supervision, \(Show.minutes(supervision.rounded(.up))) minutes") }
        told.covers = words.isEmpty ? "presence in the team" : words.joined(separator: ", ")

        let theirs = rows.contacts.filter { row in
            told.sessions.contains(row.session) && (row.staff == staff.id || row.partner == staff.id)
        }
        let held = instance.qualifications[told.person]
        var needs: [(need: Need, day: CalendarDay)] = []
        var grades: [Int] = []
        var professions: [String] = []
        var minutes = 0
        for row in theirs {
            guard let a = instance.index.activity(row.activity) else { continue }
            let (activity, day) = (instance.activities[a], week.sessions[row.session].day)
            minutes += row.contacts * activity.contactMinutes(by: row.route)
            for need in activity.needs(of: held, on: day, route: row.route, isSecond: row.partner == staff.id)
            where !needs.contains(where: { $0.need == need && $0.day == day }) {
                needs.append((need, day))
            }
            switch row.route {
            case .registered: professions += activity.registered?.professions ?? []
            case .support: grades += (activity.support?.lowestGrade).map { [$0] } ?? []
            case .delegated:
                grades += (activity.delegated?.lowestGrade).map { [$0] } ?? []
                told.supervisionMinutes +=
                    Double(row.contacts) * (activity.delegated?.supervisionMinutes ?? 0)
                if let supervisor = row.supervisor, !told.supervisors.contains(supervisor) {
                    told.supervisors.append(supervisor)
                }
            case .doubleHanded, .singleHanded:
                let block = row.partner == staff.id ? activity.second ?? activity.support : activity.support
                grades += (block?.lowestGrade).map { [$0] } ?? []
            }
        }
        told.contactHours = Double(minutes) / 60
        let isRegistered = held.isRegistered
        told.gradeAsked =
            isRegistered
            ? Self.unique(professions.filter(held.professions.contains)).joined(separator: ";")
            : grades.max().map { "grade \($0)" } ?? ""
        told.gradeHeld =
            isRegistered
            ? held.roles.compactMap(\.profession).joined(separator: ";")
            : held.roles.map(\.grade).max().map { "grade \($0)" } ?? ""
        let last = week.start.adding(days: week.days - 1)
        for (need, day) in needs {
            guard let evidence = held.evidence(of: need, on: day) else {
                told.missing.append("\(need.competency):\(need.level)")
                continue
            }
            if let until = evidence.until, until <= last {
                let text = "\(need.competency) (to \(until.iso))"
                if !told.ending.contains(text) { told.ending.append(text) }
            }
        }
    }

    private static func unique(_ words: [String]) -> [String] {
        words.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Their working time.
    func tellTime(_ told: inout Proposal, _ staff: StaffMember) {
        guard let first = told.sessions.first else { return }
        let humans = instance.index.humans.rows(with: told.person)
        let day = instance.calendar.dayOfSession[first]
        func minutes(_ sessions: some Sequence<Int>) -> Double {
            Double(
                humans.flatMap { row in sessions.map { Shift(person: row, session: $0) } }.filter(isWorked)
                    .reduce(0) { $0 + week.paidMinutes(person: $1.person, session: $1.session) })
        }
        let before = max(0, day - 7)..<day
        told.hoursBefore =
            minutes(before.flatMap { Array(instance.calendar.sessionsOfDay[$0]) }) / 60
        told.hoursAfter =
            minutes(instance.calendar.sessionsOfWeek(instance.calendar.weekOfSession(first))) / 60
        let most = humans.compactMap { week.staff[$0].maximumHours }.min()
        told.workingTime =
            "kept" + (most.map { "; \(Show.hours(told.hoursAfter)) of \(Show.hours($0)) hours" } ?? "")
    }

    private func isWorked(_ shift: Shift) -> Bool {
        if held[shift] != nil { return true }
        if instance.past.isOver(shift.session) {
            return instance.past.team(person: shift.person, session: shift.session) != nil
        }
        return instance.duty[instance.cell(shift.person, shift.session)] == .rostered
    }
}
