// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Tables
import Wording
import Workforce

/// Duties brought into a week: who is on the rota, what gaps there are, and how duties were filled.
struct DutiesImport: ImportReader {
    let week: Week
    let duties: [Duty]
    /// People with a duty in the week that was cancelled.
    private let cancelled: [String]
    private(set) var terms = ImportTerms()
    let settings: Set<String>
    /// The first and the last day of the duties, within the week: other days stay as they are.
    let days: ClosedRange<CalendarDay>?

    init(
        _ tables: [ExportTable], _ week: Week, _ proposal: inout ImportProposal, _ diagnostics: Diagnostics
    ) {
        self.week = week
        let last = week.start.adding(days: week.days - 1)
        var duties: [Duty] = []
        var (cancelled, daysOff): ([String], [CalendarDay]) = ([], [])
        var read: [String: ExportTable.Row] = [:]
        for table in tables {
            for row in table.rows {
                if let id = row["HoursAssignmentID"] {
                    if let first = read[id.text] {
                        guard Self.isSame(first, row, table) else {
                            id.error(
                                "the duty \(id.shown) is there twice and says two things",
                                expected: "each duty once, as it stands now", diagnostics)
                            continue
                        }
                        proposal.leaveOut("duties that are there twice")
                        continue
                    }
                    read[id.text] = row
                }
                if let flag = row["CancelFlag"], flag.truth(Diagnostics()) == true,
                    let staff = row["StaffNumber"]?.text,
                    let day = row["ValidDate"]?.exportDay(Diagnostics()), (week.start...last).contains(day)
                {
                    cancelled.append(staff)
                    daysOff.append(day)
                }
                guard
                    let duty = Duty.read(
                        row, fullTime: week.policy.fullTimeHours, &proposal, diagnostics)
                else { continue }
                guard (week.start...last).contains(duty.day) else {
                    proposal.leaveOut("duties on days that the week does not have")
                    continue
                }
                duties.append(duty)
            }
        }
        (self.duties, self.cancelled) = (duties, cancelled)
        let numbers = duties.map(\.day) + daysOff
        days = numbers.min().flatMap { first in numbers.max().map { first...$0 } }
        let hasNames = week.staff.isEmpty || week.staff.contains { $0.name != $0.id }
        settings = hasNames ? ["names", "pins"] : ["pins"]
        collectTerms()
    }

    private static func isSame(
        _ one: ExportTable.Row, _ other: ExportTable.Row, _ table: ExportTable
    ) -> Bool {
        table.columns.allSatisfy { one[$0]?.text == other[$0]?.text }
    }

    private mutating func collectTerms() {
        let likely = Likely(week: week)
        let known = Set(week.staff.map(\.id))
        let gaps = duties.filter { !$0.isFilled }
        for duty in gaps { terms.add(.heads, duty.requiredGrade, suggesting: likely.heads) }
        // Who is there of another grade may be one of the heads that a gap asks for.
        for duty in gaps.isEmpty ? [] : duties where duty.isFilled {
            terms.add(.heads, duty.requiredGrade) { likely.heads($0) ?? ImportMap.ignore }
        }
        for duty in duties {
            terms.add(.teams, duty.unit, suggesting: likely.team)
            guard duty.isFilled else {
                terms.add(.bands, duty.requiredGrade, suggesting: Likely.band)
                continue
            }
            terms.add(.teams, duty.owningUnit, suggesting: likely.team)
            terms.add(.bands, duty.requiredGrade, suggesting: Likely.band)
            terms.add(.bands, duty.personGrade, suggesting: Likely.band)
            guard let staff = duty.staff, !known.contains(staff.text) else { continue }
            terms.add(.roles, duty.personGrade, suggesting: likely.role)
        }
        for duty in duties where duty.isFilled && duty.staff != nil {
            terms.add(.employment, duty.employeeType?.text) { Employment(word: $0)?.rawValue }
        }
        for term in terms.of(.employment) {
            guard let kind = term.suggestion.flatMap(Employment.init(rawValue:)) else { continue }
            let theirs = week.staff.filter { $0.employment == kind }.map(\.employer)
            terms.add(.employers, kind.rawValue, rows: 0) { _ in
                kind == .agency || kind == .student ? theirs.first : ImportMap.ofTeam
            }
        }
    }

    func changed(
        by map: ImportMap, _ proposal: inout ImportProposal, _ diagnostics: Diagnostics
    ) -> Week {
        var parts = week.content
        var people = DutyPeople(week, map)
        people.take(duties, cancelled: cancelled, into: &parts, &proposal, diagnostics)
        let marks = DutyMarks(week, map, duties, cancelled: cancelled)
        let taken = marks.write(into: &parts, days, people, &proposal)
        let gaps = DutyGaps(week, map, duties)
        gaps.write(into: &parts)
        let filled = duties.count { $0.isFilled }
        proposal.taken.append(
            "\(duties.count == 1 ? "1 duty" : "\(Show.count(duties.count)) duties") of the week, \(filled) filled and "
                + "\(duties.count - filled) unfilled; \(Show.counted(taken, "session")) of rota.csv")
        proposal.tables += [
            FilledByGrade(map, duties).table, gaps.table, people.table, FilledByEmployment(map, duties).table,
        ]
        return week.replacing { $0 = parts }
    }
}
