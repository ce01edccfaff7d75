// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// The week after another one: what is known of it already, to go through and complete.
///
///     let next = NextWeek(after: week, deployments: plan?.deployments ?? [], frameworkPath: path)
///     for file in next.files() { … }
///
/// It has the same teams, people, sign-offs, policy and days, what holds on of agreements, placements and decisions, the
/// special days still to come, and what people worked up to its first day. The rota is that of the last calendar week, weekday by weekday, absence
/// included, so that nobody is counted on who was away.
public struct NextWeek: Sendable {
    /// The week itself.
    public let week: Week
    /// The framework's path from its folder.
    public let frameworkPath: String

    private let previous: Week

    /// The week after one.
    ///
    /// - Parameters:
    ///   - previous: The week before.
    ///   - deployments: Who is sent where in it, by its plan: these sessions are worked, beside those on duty.
    ///   - frameworkPath: The framework's path from the new week's folder.
    ///   - keepsDemand: Whether the demand is that of the same weekdays; else there is none yet.
    public init(
        after previous: Week, deployments: [Deployment], frameworkPath: String, keepsDemand: Bool = false
    ) {
        self.previous = previous
        self.frameworkPath = frameworkPath
        let worked = HoursWorked(previous, deployments: deployments)
        let start = previous.start.adding(days: (previous.days + 6) / 7 * 7)
        let rota = Self.rota(previous)
        let staff = previous.staff.indices.map { Self.person($0, previous, worked, start: start) }
        week = previous.replacing(start: start) { parts in
            if !keepsDemand { parts.demand = [] }
            parts.agreements.removeAll { $0.until.map { $0 < start } ?? false }
            parts.placements.removeAll { $0.until.map { $0 < start } ?? false }
            parts.decisions = Self.standing(parts.decisions, on: start)
            parts.overrides = []
            parts.requests = []
            (parts.current, parts.currentContacts) = (nil, nil)
            (parts.currentSupervision, parts.frozenBefore) = (nil, nil)
            // What is said of days by their date was for those days; special days may be listed for a year.
            parts.specialDays.removeAll { $0.day < start }
            for team in parts.teams.indices { parts.teams[team].closedSessions = [] }
            parts.minimums = parts.minimums.compactMap(Self.undated)
            parts.rota = rota
            parts.staff = staff
        }
    }

    /// The files of the week's folder.
    public func files() -> [GeneratedFile] {
        let notes = [
            "The week after that of \(previous.start.iso), made from it. Go through rota.csv: it is last week's, leave,",
            "sickness and training included. hours_before.csv holds what people worked before.",
        ]
        return WeekFiles(week, frameworkPath: frameworkPath, notes: notes).files
    }

    /// Cells of the rota taken over that say leave, sick or training.
    public var absences: Int {
        week.rota.joined().count(where: \.duty.isAbsence)
    }

    // MARK: Parts

    /// A minimum without the sessions of the week before; nil where it held in these alone.
    private static func undated(_ minimum: TeamMinimum) -> TeamMinimum? {
        var minimum = minimum
        minimum.when = minimum.when?.filter { one in
            switch one {
            case .part: true
            case .session: false
            }
        }
        return minimum.when?.isEmpty == true ? nil : minimum
    }

    /// The marks of the last calendar week, on the same weekdays throughout. A pin goes on where all that the person
    /// works or could be asked or called for in that week is pinned to that team; else it was for its day.
    private static func rota(_ week: Week) -> [[RotaMark]] {
        let parts = week.parts.count
        let lastDays = max(0, (week.days - 1) / 7 * 7)
        return week.rota.map { marks in
            let last = marks[(lastDays * parts)...]
            let pins = Set(last.filter { $0.duty.mayBeWorked }.map(\.pins))
            return marks.indices.map { session in
                let (day, part) = session.quotientAndRemainder(dividingBy: parts)
                // Of a calendar week that the horizon cuts short, days are missing: those of the week before it stand in.
                let same = lastDays + day % 7
                let source = same < week.days ? same : same - 7
                var mark = source < 0 ? RotaMark(.off) : marks[source * parts + part]
                if pins.count != 1 { mark.pins = [] }
                return mark
            }
        }
    }

    private static func person(
        _ index: Int, _ week: Week, _ worked: HoursWorked, start: CalendarDay
    ) -> StaffMember {
        var person = week.staff[index]
        // Where days lie between the weeks, nothing is known of them.
        let isNext = week.days.isMultiple(of: 7)
        person.workedDaysBefore = isNext ? worked.daysInARow(person: index) : 0
        if let last = worked.lastSession(person: index) {
            let session = week.sessions[last]
            person.lastSessionBefore = PastSession(day: session.day, part: session.part.id)
        }
        let first = start.adding(days: -7 * (max(17, week.policy.averageWeeks) - 1))
        person.hoursBefore = (person.hoursBefore + worked.hours(person: index)).filter { $0.week >= first }
            .sorted { $0.week < $1.week }
        person.otherHours.removeAll { $0.week < first }
        return person
    }

    /// The decisions that can still count: of those about the same activity, people and team the last word before the
    /// week, and later ones.
    private static func standing(
        _ decisions: [DelegationDecision], on start: CalendarDay
    ) -> [DelegationDecision] {
        decisions.enumerated().filter { place, decision in
            guard decision.on <= start else { return true }
            return !decisions.enumerated().contains { other in
                let (later, row) = (other.offset, other.element)
                return row.activity == decision.activity && row.staff == decision.staff
                    && row.team == decision.team && row.on <= start
                    && (row.on > decision.on || row.on == decision.on && later > place)
            }
        }.map(\.element)
    }
}

extension RotaMark.Duty {
    /// Whether the session is worked, or could be if somebody asked or called.
    fileprivate var mayBeWorked: Bool {
        switch self {
        case .rostered, .available, .callable: true
        case .leave, .sick, .training, .off: false
        }
    }
}
