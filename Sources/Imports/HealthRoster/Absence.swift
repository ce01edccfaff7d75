// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// An approved absence of an export.
struct Absence {
    let staff: Field
    /// The group of reasons that it has, as far as that is shown.
    let group: String
    let times: AbsenceTimes
    /// Minutes after midnight of each of its days, where the export says when the person would have worked; the end is after
    /// the start.
    let duty: Range<Int>?

    /// The minutes of a session in which the person is away, after the midnight that the session's day begins with: those of
    /// the duty that would have been worked, or else those of the absence; nil: none.
    func minutes(of session: Session) -> Range<Int>? {
        guard let duty else { return times.minutes(of: session) }
        guard times.days.contains(session.day) else { return nil }
        let minutes = duty.clamped(to: session.part.starts..<session.part.ends)
        return minutes.isEmpty ? nil : minutes
    }
}

/// What absences make of a session.
struct SessionAbsence {
    /// What somebody is away for; of several things sickness, then leave, then training.
    let duty: RotaMark.Duty
    /// Whether the export says that the person would have worked then.
    let isOfDuty: Bool
    /// How many absences there are besides that take up as much of the session.
    let others: Int
    /// Minutes of the session in which the person is away.
    let minutes: Int
    /// Whether that is half of it or more (assumption): then it is not worked, and else it is.
    let isAway: Bool

    /// Nil where nobody is away.
    init?(_ absences: [(duty: RotaMark.Duty, absence: Absence)], in session: Session) {
        let found = absences.compactMap { one in
            one.absence.minutes(of: session).map {
                (duty: one.duty, isOfDuty: one.absence.duty != nil, minutes: $0)
            }
        }
        guard !found.isEmpty else { return nil }
        // Absences that overlap take the minutes that they share once.
        (minutes, _) = found.map(\.minutes).sorted { $0.lowerBound < $1.lowerBound }.reduce((0, Int.min)) {
            ($0.0 + max(0, $1.upperBound - max($1.lowerBound, $0.1)), max($0.1, $1.upperBound))
        }
        let length = session.part.ends - session.part.starts
        isAway = minutes * 2 >= length
        // What alone takes up the session says why, before what lies beside it.
        let alone = found.filter { $0.minutes.count * 2 >= length }
        let deciding = alone.isEmpty ? found : alone
        duty = deciding.map(\.duty).min { Self.rank($0) < Self.rank($1) } ?? .leave
        isOfDuty = deciding.contains(where: \.isOfDuty)
        others = deciding.count - 1
    }

    /// Of two things that somebody is away for the lower one counts.
    static func rank(_ duty: RotaMark.Duty) -> Int { duty == .sick ? 0 : duty == .leave ? 1 : 2 }
}
