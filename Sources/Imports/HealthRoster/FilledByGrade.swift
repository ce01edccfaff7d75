// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Wording
import Workforce

/// How duties were filled, by team and required grade: at the grade, above it, below it, or not at all.
struct FilledByGrade {
    private struct Row {
        let team: String
        let grade: String
        var at = 0
        var above = 0
        var below = 0
        var other = 0
        var unfilled = 0
        var unfilledHours = 0.0

        var cells: [Table.Cell] {
            [
                .text(team), .text(grade), .count(at + above + below + other + unfilled), .count(at),
                .count(above),
                .count(below), .count(other), .count(unfilled), .hours(unfilledHours),
            ]
        }
    }

    private var rows: [Row] = []

    init(_ map: ImportMap, _ duties: [Duty]) {
        for duty in duties {
            guard let team = map.meaning(.teams, duty.unit) else { continue }
            let grade = duty.requiredGrade ?? ""
            let place = rows.firstIndex { $0.team == team && $0.grade == grade } ?? rows.count
            if place == rows.count { rows.append(Row(team: team, grade: grade)) }
            guard duty.isFilled else {
                rows[place].unfilled += 1
                rows[place].unfilledHours += duty.hours
                continue
            }
            func band(_ grade: String?) -> Double? {
                grade.flatMap { map.meaning(.bands, $0) }.flatMap(Double.init)
            }
            guard let wanted = band(duty.requiredGrade), let found = band(duty.personGrade) else {
                rows[place].other += 1
                continue
            }
            if found == wanted {
                rows[place].at += 1
            } else if found > wanted {
                rows[place].above += 1
            } else {
                rows[place].below += 1
            }
        }
        rows.sort { ($0.team, $0.grade) < ($1.team, $1.grade) }
    }

    var table: Table {
        var all = Row(team: "All", grade: "")
        for row in rows {
            all.at += row.at
            all.above += row.above
            all.below += row.below
            all.other += row.other
            all.unfilled += row.unfilled
            all.unfilledHours += row.unfilledHours
        }
        return Table(
            name: "filled-by-grade", caption: "Duties filled at, above and below the grade required",
            columns: [
                .text("Team", "team"), .text("Grade required", "required_grade"), .number("Duties", "duties"),
                .number("At grade", "at_grade"), .number("Above", "above_grade"),
                .number("Below", "below_grade"),
                .number("Not compared", "not_compared"), .number("Unfilled", "unfilled"),
                .number("Unfilled hours", "unfilled_hours"),
            ], rows: rows.map(\.cells), total: rows.isEmpty ? nil : all.cells, whenEmpty: "No duties.")
    }
}
