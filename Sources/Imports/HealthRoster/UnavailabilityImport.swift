// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Wording
import Workforce

/// Leave, sickness and training brought into a rota: marks of sessions that would have been worked.
struct UnavailabilityImport: ImportReader {
    private let week: Week
    private var absences: [Absence] = []
    private(set) var terms = ImportTerms()

    init(
        _ tables: [ExportTable], _ week: Week, _ proposal: inout ImportProposal, _ diagnostics: Diagnostics
    ) {
        self.week = week
        let last = week.start.adding(days: week.days - 1)
        for row in tables.flatMap(\.rows) {
            guard let absence = read(row, &proposal, diagnostics) else { continue }
            guard
                absence.times.days.overlaps(week.start...last)
                    || week.sessions.contains(where: { absence.minutes(of: $0) != nil })
            else {
                proposal.leaveOut("absences on days that the week does not have")
                continue
            }
            absences.append(absence)
            terms.add(.absences, absence.group, suggesting: AbsenceGroup.likely)
        }
    }

    private func read(
        _ row: ExportTable.Row, _ proposal: inout ImportProposal, _ diagnostics: Diagnostics
    ) -> Absence? {
        if let deleted = row["DeletedFlag"], deleted.truth(diagnostics) != false {
            proposal.leaveOut("absences that were deleted")
            return nil
        }
        guard let state = row["UnavailabilityState"], ImportMap.key(state.text) == "approved" else {
            proposal.leaveOut("absences that are not approved")
            return nil
        }
        guard let staff = row["StaffNumber"], staff.identifier(diagnostics) != nil,
            let group = row["UnavailabilityReasonGroup"], let from = row["UnavailabilityStartDate"],
            let until = row["UnavailabilityEndDate"]
        else {
            diagnostics.add(
                .error, at: row.place, expected: "a staff number, a reason group, a first and a last day",
                message: "the absence lacks one of these")
            return nil
        }
        let (begins, ends) = (from.dated(diagnostics), until.dated(end: true, diagnostics))
        guard let begins, let ends else { return nil }
        guard let times = AbsenceTimes(from: begins, until: ends) else {
            if let minutes = begins.minutes, ends.day == begins.day {
                until.error(
                    "the absence ends at \(until.shown), when it has not begun",
                    expected: "a time after \(BritishTime.text(minutes)), or a later day", diagnostics)
            } else {
                until.error(
                    "the absence ends on \(ends.day), before it begins",
                    expected: "a day from \(begins.day) on", diagnostics)
            }
            return nil
        }
        var duty: Range<Int>?
        if let start = row["DutyStartTime"], let end = row["DutyEndTime"] {
            guard let from = time(start, diagnostics), let until = time(end, isEnd: true, diagnostics) else {
                return nil
            }
            duty = from..<(until <= from ? until + 1440 : until)
        }
        return Absence(staff: staff, group: AbsenceGroup.shown(group.text), times: times, duty: duty)
    }

    /// Minutes after midnight; nil, with an error, where there is no time.
    private func time(_ field: Field, isEnd: Bool = false, _ diagnostics: Diagnostics) -> Int? {
        guard let moment = field.moment(end: isEnd, diagnostics) else { return nil }
        if moment.minutes == nil {
            field.error(
                "\(field.name) \(field.shown) has no time of the day", expected: "a time such as 08:00",
                diagnostics)
        }
        return moment.minutes
    }

    func changed(
        by map: ImportMap, _ proposal: inout ImportProposal, _ diagnostics: Diagnostics
    ) -> Week {
        var people = People(week, map, diagnostics)
        var theirs: [Int: [(duty: RotaMark.Duty, absence: Absence)]] = [:]
        for absence in absences {
            guard let s = people.position(absence.staff) else { continue }
            guard let mark = map.meaning(.absences, absence.group),
                let duty = RotaMark.Duty(rawValue: mark)
            else {
                proposal.leaveOut("absences of a kind that is ignored")
                continue
            }
            theirs[s, default: []].append((duty, absence))
        }
        people.tellUnknown(" with absences", &proposal)
        let marks = AbsenceMarks(week, theirs)
        marks.tell(&proposal)
        let counts = [RotaMark.Duty.leave, .sick, .training].map { "\(marks.tally[$0] ?? 0) \($0.rawValue)" }
        proposal.taken.append(
            "\(Show.counted(absences.count, "absence")) of the week: sessions of rota.csv "
                + counts.joined(separator: ", "))
        marks.tellOthers(&proposal)
        return week.replacing { $0.rota = marks.rota }
    }
}
