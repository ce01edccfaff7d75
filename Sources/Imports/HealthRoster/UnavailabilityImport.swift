// SPDX-License-Identifier: GPL-3.0-or-later

import Intake
import Reading
import Wording
import Workforce

/// Leave, sickness and training brought into a rota: marks of sessions that would have been worked.
struct UnavailabilityImport: ImportReader {
    private let week: Week
    private var absences: [Absence] = []
    private(set) var terms = ImportTerms()

    /// An approved absence.
    private struct Absence {
        let staff: Field
        let group: String
        let times: AbsenceTimes
        /// Minutes after midnight, where the export says when the person would have worked.
        let duty: (start: Int, end: Int)?

        /// When on a day the person is away: in the hours that they would have worked, or in those of the absence; nil: all
        /// day.
        func hours(on day: CalendarDay) -> (start: Int, end: Int)? { duty ?? times.hours(on: day) }
    }

    init(
        _ tables: [ExportTable], _ week: Week, _ proposal: inout ImportProposal, _ diagnostics: Diagnostics
    ) {
        self.week = week
        let last = week.start.adding(days: week.days - 1)
        for row in tables.flatMap(\.rows) {
            guard let absence = read(row, &proposal, diagnostics) else { continue }
            guard absence.times.days.overlaps(week.start...last) else {
                proposal.leaveOut("absences on days that the week does not have")
                continue
            }
            absences.append(absence)
            terms.add(.absences, absence.group, suggesting: Self.mark)
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
            until.error(
                "the absence ends on \(ends.day), before it begins", expected: "a day from \(begins.day) on",
                diagnostics)
            return nil
        }
        var duty: (start: Int, end: Int)?
        if let start = row["DutyStartTime"], let end = row["DutyEndTime"] {
            guard let from = start.moment(diagnostics)?.minutes,
                let until = end.moment(end: true, diagnostics)?.minutes
            else { return nil }
            duty = (from, until <= from ? until + 1440 : until)
        }
        return Absence(staff: staff, group: Self.plain(group.text), times: times, duty: duty)
    }

    /// A group without what somebody wrote beside it: why somebody is sick is never read.
    static func plain(_ group: String) -> String {
        let words = Remark.words(before: group, orAt: ["/"])
        if let first = words.first, first.lowercased().hasPrefix("sick") { return String(first) }
        return words.prefix(3).joined(separator: " ")
    }

    /// What a group of reasons most likely is.
    private static func mark(_ group: String) -> String? {
        let plain = ImportMap.key(group).filter(\.isLetter)
        if plain.hasPrefix("sick") { return "S" }
        if plain.contains("study") || plain.contains("train") { return "T" }
        if plain.contains("leave") || plain.contains("matern") || plain.contains("parent") { return "L" }
        return UsualMarks.meaning(of: group)?.mark
    }

    func changed(
        by map: ImportMap, _ proposal: inout ImportProposal, _ diagnostics: Diagnostics
    ) -> Week {
        var people = People(week, map, diagnostics)
        var parts = week.content
        var found: [Int: [CalendarDay: Found]] = [:]
        for absence in absences {
            guard let s = people.position(absence.staff) else { continue }
            guard let mark = map.meaning(.absences, absence.group),
                let duty = RotaMark.Duty(rawValue: mark)
            else {
                proposal.leaveOut("absences of a kind that is ignored")
                continue
            }
            for number in 0..<week.days {
                let day = week.start.adding(days: number)
                guard absence.times.days.contains(day) else { continue }
                // Of two on one day there is one: sickness before leave, leave before training.
                if let other = found[s]?[day] {
                    proposal.leaveOut("second absences: sickness counts first, then leave", of: "day")
                    if Self.rank(other.duty) <= Self.rank(duty) { continue }
                }
                found[s, default: [:]][day] = Found(
                    duty: duty, hours: absence.hours(on: day), isOfDuty: absence.duty != nil)
            }
        }
        people.tellUnknown(" with absences", &proposal)
        var tally: [RotaMark.Duty: Int] = [:]
        for s in week.staff.indices {
            for (t, session) in week.sessions.enumerated() {
                guard let absence = found[s]?[session.day],
                    let mark = mark(absence, session, week.rota[s][t])
                else { continue }
                parts.rota[s][t] = mark
                if mark.duty == absence.duty { tally[absence.duty, default: 0] += 1 }
            }
        }
        let counts = [RotaMark.Duty.leave, .sick, .training].map { "\(tally[$0] ?? 0) \($0.rawValue)" }
        proposal.taken.append(
            "\(Show.counted(absences.count, "absence")) of the week: sessions of rota.csv "
                + counts.joined(separator: ", "))
        tellOthers(found.mapValues { Set($0.keys) }, &proposal)
        return week.replacing { $0 = parts }
    }

    /// What somebody is away for on a day.
    private struct Found {
        let duty: RotaMark.Duty
        /// Nil: all day.
        let hours: (start: Int, end: Int)?
        /// Whether these are hours that the person would have worked.
        let isOfDuty: Bool
    }

    /// The mark that a session has by an absence; nil: it stays as it is.
    private func mark(_ absence: Found, _ session: Session, _ old: RotaMark) -> RotaMark? {
        let duty = absence.duty
        if let hours = absence.hours {
            let overlap = min(session.part.ends, hours.end) - max(session.part.starts, hours.start)
            guard overlap >= DutyMarks.fewestMinutes else { return nil }
        }
        switch old.duty {
        case .rostered: return RotaMark(duty, minutes: old.minutes)
        // Who is away can be asked or called for nothing.
        case .available, .callable: return RotaMark(.off)
        case .leave, .sick, .training:
            return Self.rank(duty) < Self.rank(old.duty) ? RotaMark(duty, minutes: old.minutes) : nil
        // Only where the export says that the person would have worked then.
        case .off: return absence.isOfDuty ? RotaMark(duty) : nil
        }
    }

    private static func rank(_ duty: RotaMark.Duty) -> Int { duty == .sick ? 0 : duty == .leave ? 1 : 2 }

    /// Absences of the week that the export does not have stay.
    private func tellOthers(_ found: [Int: Set<CalendarDay>], _ proposal: inout ImportProposal) {
        let others = week.staff.indices.filter { s in
            week.sessions.enumerated().contains { t, session in
                week.rota[s][t].duty.isAbsence && found[s]?.contains(session.day) != true
            }
        }
        guard !others.isEmpty else { return }
        proposal.taken.append(
            "\(People.counted(others.count)) with absences in the week that the export does not have; they stay: "
                + People.listed(others.map { week.staff[$0].id }))
    }
}
