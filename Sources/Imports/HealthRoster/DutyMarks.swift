// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Duties as marks of a rota.
struct DutyMarks {
    private let week: Week
    private let map: ImportMap
    private let duties: [Duty]
    /// People of the export whose duties were cancelled.
    private let cancelled: [String]

    /// Some minutes of a session in a team.
    private struct Stretch {
        let team: String
        let minutes: Int
        /// Whether the export says that the person belongs to the team.
        let isOwn: Bool
    }

    /// Fewer minutes of a session than these are no duty in it (assumption): a handover that reaches into it.
    static let fewestMinutes = 30

    init(_ week: Week, _ map: ImportMap, _ duties: [Duty], cancelled: [String] = []) {
        (self.week, self.map, self.duties, self.cancelled) = (week, map, duties, cancelled)
    }

    /// The paid minutes of a duty in each session that it is in.
    ///
    /// What is not paid of it, breaks, is taken off where it has most minutes, and what that has not from the next longest.
    static func sessions(of duty: Duty, in week: Week) -> [(session: Int, minutes: Int)] {
        let offset = (duty.day.number - week.start.number) * 1440
        var found: [(session: Int, minutes: Int)] = []
        for (place, session) in week.sessions.enumerated() {
            let overlap =
                min(session.ends, offset + duty.end) - max(session.starts, offset + duty.start)
            if overlap >= fewestMinutes { found.append((place, overlap)) }
        }
        if let paid = duty.workMinutes {
            var unpaid = found.reduce(0) { $0 + $1.minutes } - Int(paid.rounded())
            // Of sessions that are equally long the first first.
            let longest = found.indices.sorted { (-found[$0].minutes, $0) < (-found[$1].minutes, $1) }
            for place in longest where unpaid > 0 {
                let taken = min(unpaid, found[place].minutes)
                found[place].minutes -= taken
                unpaid -= taken
            }
        }
        return found.filter { $0.minutes > 0 }
    }

    /// Writes the marks of people whose duties are taken: sessions of the days that the export has.
    ///
    /// - Returns: Sessions on duty.
    func write(
        into parts: inout WeekParts, _ days: ClosedRange<CalendarDay>?, _ people: DutyPeople,
        _ proposal: inout ImportProposal
    ) -> Int {
        guard let days else { return 0 }
        var minutes: [String: [Int: [Stretch]]] = [:]
        for duty in duties where duty.isFilled {
            guard let number = duty.staff?.text else { continue }
            guard let team = map.meaning(.teams, duty.unit) else {
                proposal.leaveOut("filled duties in units that are ignored")
                continue
            }
            let sessions = Self.sessions(of: duty, in: week)
            if sessions.isEmpty { proposal.leaveOut("filled duties outside the sessions of the week") }
            for (session, paid) in sessions {
                minutes[map.staff(number), default: [:]][session, default: []].append(
                    Stretch(team: team, minutes: paid, isOwn: duty.owningUnit.flatMap(owning) == team))
            }
        }
        let taken = Set(people.taken).union(cancelled.map(map.staff))
        var count = 0
        for (s, person) in parts.staff.enumerated() where taken.contains(person.id) {
            let theirs = minutes[person.id] ?? [:]
            for (t, session) in week.sessions.enumerated() where days.contains(session.day) {
                let old = parts.rota[s][t]
                guard let found = theirs[t] else {
                    if old.duty == .rostered { parts.rota[s][t] = RotaMark(.off) }
                    continue
                }
                count += 1
                guard !old.duty.isAbsence else {
                    proposal.leaveOut(
                        "with a duty, and the week says leave, sick or training: they stay so", of: "session")
                    continue
                }
                parts.rota[s][t] = mark(found, session, person, old)
            }
        }
        return count
    }

    private func owning(_ unit: String) -> String? { map.meaning(.teams, unit) }

    private func mark(
        _ found: [Stretch], _ session: Session, _ person: StaffMember, _ old: RotaMark
    ) -> RotaMark {
        let paid = found.reduce(0) { $0 + $1.minutes }
        // Of two duties in one session the longer one says where.
        let longest = found.max { $0.minutes < $1.minutes }
        var pins = old.duty == .rostered ? old.pins : []
        if map.isOn(.pins), let one = longest, !one.isOwn, one.team != person.homeTeam { pins = [one.team] }
        return RotaMark(.rostered, pins: pins, minutes: paid < session.minutes ? paid : nil)
    }
}
