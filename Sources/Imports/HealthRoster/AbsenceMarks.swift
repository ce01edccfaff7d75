// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// The rota of a week as absences leave it, session by session.
struct AbsenceMarks {
    private let week: Week
    /// The marks of each person of the week.
    private(set) var rota: [[RotaMark]]
    /// Sessions that became leave, sickness or training.
    private(set) var tally: [RotaMark.Duty: Int] = [:]
    /// Absences beside the one that counts, the most of each person's day.
    private var seconds = 0
    /// Sessions that stay as they are, since somebody is away for less than half of them.
    private var short: [String] = []
    /// People with absences in the week that nothing here says.
    private var others: [String] = []

    /// - Parameter absences: Those of each person, by position, with what they are for.
    init(_ week: Week, _ absences: [Int: [(duty: RotaMark.Duty, absence: Absence)]]) {
        (self.week, rota) = (week, week.rota)
        for (s, person) in week.staff.enumerated() {
            let theirs = absences[s] ?? []
            var (seconds, hasOthers) = ([CalendarDay: Int](), false)
            for (t, session) in week.sessions.enumerated() {
                let old = week.rota[s][t]
                guard let absence = SessionAbsence(theirs, in: session) else {
                    hasOthers = hasOthers || old.duty.isAbsence
                    continue
                }
                guard absence.isAway else {
                    if !old.duty.isAbsence, old.duty != .off {
                        short.append(
                            "\(person.id) \(session.id) (\(absence.minutes) of \(session.minutes) minutes)")
                    }
                    hasOthers = hasOthers || old.duty.isAbsence
                    continue
                }
                seconds[session.day] = max(seconds[session.day] ?? 0, absence.others)
                guard let mark = Self.mark(absence, old) else { continue }
                rota[s][t] = mark
                if mark.duty == absence.duty { tally[absence.duty, default: 0] += 1 }
            }
            self.seconds += seconds.values.reduce(0, +)
            if hasOthers { others.append(person.id) }
        }
    }

    /// The mark that a session has by an absence; nil: it stays as it is.
    private static func mark(_ absence: SessionAbsence, _ old: RotaMark) -> RotaMark? {
        switch old.duty {
        case .rostered: RotaMark(absence.duty, minutes: old.minutes)
        // Who is away can be asked or called for nothing.
        case .available, .callable: RotaMark(.off)
        case .leave, .sick, .training:
            SessionAbsence.rank(absence.duty) < SessionAbsence.rank(old.duty)
                ? RotaMark(absence.duty, minutes: old.minutes) : nil
        // Only where the export says that the person would have worked then.
        case .off: absence.isOfDuty ? RotaMark(absence.duty) : nil
        }
    }

    /// Says what does not count of the absences.
    func tell(_ proposal: inout ImportProposal) {
        proposal.leaveOut("second absences: sickness counts first, then leave", seconds, of: "day")
        guard !short.isEmpty else { return }
        let sessions =
            short.count == 1 ? "1 session stays as it is" : "\(short.count) sessions stay as they are"
        proposal.leftOut.append(
            "\(sessions), since somebody is away for less than half of it: \(People.listed(short)); if nobody can count on "
                + "them there, type the mark into rota.csv")
    }

    /// Says that absences of the week stay that the export does not have.
    func tellOthers(_ proposal: inout ImportProposal) {
        guard !others.isEmpty else { return }
        proposal.taken.append(
            "\(People.counted(others.count)) with absences in the week that the export does not have; they stay: "
                + People.listed(others))
    }
}
