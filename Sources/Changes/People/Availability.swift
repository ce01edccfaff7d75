// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// What the rota says of somebody in some sessions, in place of what it said.
public struct Availability: Sendable, Hashable, Codable {
    /// Who.
    public var staff: String
    /// When.
    public var sessions: [String]
    /// The mark.
    public var mark: RotaMark.Duty
    /// The only team they may be sent to then; nil: wherever they may go, though a pin was there.
    public var team: String?
    /// Paid minutes, where they are fewer than a session's; nil: the whole session.
    public var minutes: Int?

    /// A mark.
    public init(
        staff: String, sessions: [String], _ mark: RotaMark.Duty, team: String? = nil, minutes: Int? = nil
    ) {
        self.staff = staff
        self.sessions = sessions
        self.mark = mark
        self.team = team
        self.minutes = minutes
    }
}

extension Availability: ChangeTopic {
    var about: String? { staff }

    func apply(to week: inout ChangingWeek) {
        let found = week.person(staff)
        if let team, week.team(team) == nil { return }
        let places = week.sessions(sessions)
        guard let s = found else { return }
        for t in places { week.parts.rota[s][t] = RotaMark(mark, pin: team, minutes: minutes) }
    }

    func condition(_ names: Naming) -> String {
        guard isUnpinned(names) else { return "there were \(words(names))" }
        return "\(names.person(staff)) were not pinned on \(names.sessions(named: sessions)) (rota.csv)"
    }

    /// Whether all it does is to take pins away.
    private func isUnpinned(_ names: Naming) -> Bool {
        let marks = names.marks(of: staff, in: sessions)
        return team == nil && marks.allSatisfy { $0.duty == mark && $0.minutes == minutes }
            && marks.contains { !$0.pins.isEmpty }
    }

    func words(_ names: Naming) -> String {
        let (who, when) = (names.person(staff), names.sessions(named: sessions))
        let marks = names.marks(of: staff, in: sessions)
        if isUnpinned(names) { return "lifting \(who)'s pin on \(when)" }
        if mark == .available, marks.allSatisfy({ $0.duty == .off && $0.pins == (team.map { [$0] } ?? []) }) {
            return "asking \(who) to be available on \(when)"
        }
        let place = team.map { " in \(names.team($0))" } ?? ""
        switch mark {
        case .rostered: return "having \(who) on duty\(place) on \(when)"
        case .available: return "having \(who) available\(place) on \(when)"
        case .callable: return "having \(who) on call\(place) on \(when)"
        case .off: return "leaving \(who) out on \(when)"
        case .leave: return "leave of \(who) on \(when)"
        case .sick: return "sickness of \(who) on \(when)"
        case .training: return "training of \(who) on \(when)"
        }
    }
}
