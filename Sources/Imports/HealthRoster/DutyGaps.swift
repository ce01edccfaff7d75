// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Wording
import Workforce

/// Unfilled duties: heads that are missing. Nobody is guessed for them; minimums.csv asks for as many heads as there are
/// duties, filled and unfilled.
struct DutyGaps {
    private let week: Week
    private let map: ImportMap

    /// One team, session and required grade.
    private struct Gap {
        let team: String
        let session: Int
        let grade: String
        var heads = 0
        var hours = 0.0
    }

    private var gaps: [Gap] = []
    /// Duties that ask for a head, filled or not.
    private var wanted: [Wanted: Int] = [:]
    private var short: [Wanted] = []

    private struct Wanted: Hashable {
        let team: String
        let session: Int
        let kind: HeadKind
    }

    init(_ week: Week, _ map: ImportMap, _ duties: [Duty]) {
        (self.week, self.map) = (week, map)
        for duty in duties {
            guard let team = map.meaning(.teams, duty.unit) else { continue }
            let kind = duty.requiredGrade.flatMap(head)
            for (session, minutes) in DutyMarks.sessions(of: duty, in: week) {
                // Two duties that share a session are one head in it: who is there for half of it counts.
                let isHead = minutes * 2 >= week.sessions[session].minutes
                if isHead, let kind {
                    wanted[Wanted(team: team, session: session, kind: kind), default: 0] += 1
                }
                if !duty.isFilled { add(duty, team, session, minutes, isHead, kind) }
            }
        }
        gaps.sort { ($0.session, $0.team, $0.grade) < ($1.session, $1.team, $1.grade) }
    }

    private mutating func add(
        _ duty: Duty, _ team: String, _ session: Int, _ minutes: Int, _ isHead: Bool, _ kind: HeadKind?
    ) {
        let grade = duty.requiredGrade ?? ""
        let place =
            gaps.firstIndex { $0.team == team && $0.session == session && $0.grade == grade } ?? gaps.count
        if place == gaps.count { gaps.append(Gap(team: team, session: session, grade: grade)) }
        if isHead { gaps[place].heads += 1 }
        gaps[place].hours += Double(minutes) / 60
        if isHead, let kind {
            let one = Wanted(team: team, session: session, kind: kind)
            if !short.contains(one) { short.append(one) }
        }
    }

    /// Who is asked for by a grade; nil: it cannot be asked for.
    private func head(_ grade: String) -> HeadKind? {
        guard let text = map.meaning(.heads, grade) else { return nil }
        return Need(written: text).map(HeadKind.holding) ?? .registered([text])
    }

    /// Writes rows of minimums.csv: one for a team, session and kind of head that is short, in the place of one that is
    /// about just these.
    func write(into parts: inout WeekParts) {
        let teams = Dictionary(week.teams.map { ($0.id, $0) }) { first, _ in first }
        for one in short.sorted(by: {
            ($0.session, $0.team, name($0.kind)) < ($1.session, $1.team, name($1.kind))
        }) {
            let session = week.sessions[one.session]
            guard teams[one.team]?.isOpen(in: session) == true, let number = wanted[one] else { continue }
            let when: [TeamMinimum.When] = [.session(session.day, part: session.part.id)]
            let place = parts.minimums.firstIndex {
                $0.team == one.team && $0.kind == one.kind && $0.when == when
            }
            // What somebody asked for is never lowered.
            let least = place.map { parts.minimums[$0].atLeast } ?? 0
            let row = TeamMinimum(team: one.team, one.kind, atLeast: max(least, number), when: when)
            if let place { parts.minimums[place] = row } else { parts.minimums.append(row) }
        }
    }

    private func name(_ kind: HeadKind) -> String {
        switch kind {
        case .any: ""
        case .registered(let professions): professions.joined(separator: ";")
        case .holding(let need): "\(need.competency):\(need.level)"
        }
    }

    /// The gaps, by session.
    var table: Table {
        let rows: [[Table.Cell]] = gaps.map { gap in
            let session = week.sessions[gap.session]
            let asked = head(gap.grade).map(name) ?? ""
            return [
                .text(Show.session(session), exact: session.id), .text(gap.team), .text(gap.grade),
                .count(gap.heads), .hours(gap.hours), .text(asked),
            ]
        }
        return Table(
            name: "gaps", caption: "Gaps: unfilled duties",
            columns: [
                .text("Session", "session"), .text("Team", "team"), .text("Grade", "required_grade"),
                .number("Heads", "heads"), .number("Hours", "hours"),
                .text("Asked for in minimums.csv", "asked_for"),
            ], rows: rows,
            total: rows.isEmpty
                ? nil
                : [
                    .text("All"), .blank, .blank, .count(gaps.reduce(0) { $0 + $1.heads }),
                    .hours(gaps.reduce(0) { $0 + $1.hours }), .blank,
                ], whenEmpty: "No duty is unfilled.")
    }
}
