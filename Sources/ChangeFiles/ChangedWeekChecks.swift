// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Reading
import Workforce

/// What of a changed week does not go together that went together before: pins that lead nowhere any more, one human
/// on duty twice, a team nobody belongs to. Each is told at the change that brought it about.
struct ChangedWeekChecks {
    let file: ChangeFile
    let changed: ChangedWeek

    func tell(_ diagnostics: Diagnostics) {
        tellPins(diagnostics)
        tellHumans(diagnostics)
        tellTeams(diagnostics)
        if changed.week.staff.isEmpty, let last = file.entries.last {
            diagnostics.add(
                .error, at: last.place, expected: "a week with somebody in it",
                message: "nobody is left in staff.csv")
        }
    }

    // MARK: Pins

    /// A cell of the rota whose pin names no team that the person may be sent to.
    private struct Stranded: Hashable {
        let staff: String
        let session: Int
    }

    private func tellPins(_ diagnostics: Diagnostics) {
        let before = Self.stranded(changed.base)
        var left = Self.stranded(changed.week).filter { before[$0.key] == nil }
        guard !left.isEmpty else { return }
        // The week as it becomes, change by change: the last that strands a pin is the one that did it.
        var culprits: [Stranded: Int] = [:]
        var week = changed.base
        var now = before
        for place in file.changes.applicationOrder {
            guard let next = try? week.applying([file.changes[place]]).week else { continue }
            let then = Self.stranded(next)
            for cell in left.keys where now[cell] == nil && then[cell] != nil { culprits[cell] = place }
            (week, now) = (next, then)
        }
        for (cell, place) in culprits.sorted(by: {
            ($0.key.staff, $0.key.session) < ($1.key.staff, $1.key.session)
        }) {
            guard let why = left.removeValue(forKey: cell) else { continue }
            let session = changed.week.sessions[cell.session].id
            diagnostics.add(
                .error, in: file.entries[place], at: why.team, session,
                expected: "a change that leaves the pin a team, or an availability that takes the pin away",
                message:
                    "'\(cell.staff)' is pinned to '\(why.team)' on \(session), and cannot be sent there any more: "
                    + why.reason)
        }
    }

    /// The cells whose pins lead nowhere, with the first team and what stands in the way. In sessions that are over, and
    /// of somebody who may only be called, a pin is held against nothing.
    private static func stranded(_ week: Week) -> [Stranded: (team: String, reason: String)] {
        let reach = Reach(week)
        let teams = Dictionary(week.teams.map { ($0.id, $0) }) { first, _ in first }
        var found: [Stranded: (team: String, reason: String)] = [:]
        for (person, marks) in zip(week.staff, week.rota) {
            for (t, mark) in marks.enumerated()
            where !mark.pins.isEmpty && mark.duty != .callable && week.openSessions.contains(t) {
                let barriers = mark.pins.compactMap { teams[$0] }.map { team in
                    (team.id, reach.barriers(person, in: week.sessions[t], to: team).first)
                }
                guard barriers.allSatisfy({ $0.1 != nil }), let first = barriers.first, let barrier = first.1
                else {
                    continue
                }
                found[Stranded(staff: person.id, session: t)] = (first.0, words(barrier))
            }
        }
        return found
    }

    private static func words(_ barrier: Reach.Barrier) -> String {
        switch barrier {
        case .closed: "the team is closed then"
        case .organisation: "no agreement lets them work there on that day"
        case .travel: "the way is beyond the travel limit or unknown"
        case .placement(let team): "they are placed in '\(team)' on that day"
        }
    }

    // MARK: Humans

    /// One human is on duty or away in one row at a time.
    private func tellHumans(_ diagnostics: Diagnostics) {
        let week = changed.week
        let humans = Humans(week.staff)
        guard humans.areShared else { return }
        let rows = week.staff.map(\.id).positions
        for entry in file.entries {
            guard case .availability(let cell) = entry.change, cell.mark.isBinding, let s = rows[cell.staff]
            else {
                continue
            }
            for (t, session) in week.sessions.enumerated() where cell.sessions.contains(session.id) {
                let other = humans.rows(with: s).first { $0 != s && week.rota[$0][t].duty.isBinding }
                guard let other else { continue }
                diagnostics.add(
                    .error, in: entry, at: session.id,
                    expected: "R in one of the rows, and a blank or A in the others",
                    message:
                        "'\(cell.staff)' and '\(week.staff[other].id)' are one person, who is on duty or away in "
                        + "both rows on \(session.id)")
            }
        }
    }

    // MARK: Teams

    /// Warns of a team that had people of its own and has none any more.
    private func tellTeams(_ diagnostics: Diagnostics) {
        let (before, after) = (Self.members(changed.base), Self.members(changed.week))
        for team in changed.week.teams {
            guard let had = before[team.id], after[team.id] == nil else { continue }
            let culprit = file.entries.last { entry in
                switch entry.change {
                case .person(.remove(let id)): had.contains(id)
                case .move(let move): had.contains(move.staff)
                case .absence: entry.change.about.map(had.contains) ?? true
                case .availability(let cell): had.contains(cell.staff)
                case .demand, .conversion, .team, .person, .rate, .signOff, .delegation, .singleHanded,
                    .agreement,
                    .contingency, .policy, .activity, .placement, .supposed:
                    false
                }
            }
            guard let culprit else { continue }
            diagnostics.add(
                .warning, at: culprit.place, found: team.id, expected: "somebody whose home team it is",
                message: "nobody of team '\(team.id)' is left on duty or to be asked in this week")
        }
    }

    /// The people of each team who are on duty or may be asked at some time.
    private static func members(_ week: Week) -> [String: Set<String>] {
        var members: [String: Set<String>] = [:]
        for (person, marks) in zip(week.staff, week.rota) {
            guard let team = person.homeTeam,
                marks.contains(where: { $0.duty == .rostered || $0.duty == .available })
            else { continue }
            members[team, default: []].insert(person.id)
        }
        return members
    }
}
