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
    /// The only teams they may be sent to then; none: wherever they may go, though a pin was there.
    public var teams: [String]
    /// Paid minutes, where they are fewer than a session's; nil: the whole session.
    public var minutes: Int?

    /// A mark.
    public init(
        staff: String, sessions: [String], _ mark: RotaMark.Duty, team: String? = nil, minutes: Int? = nil
    ) {
        self.init(staff: staff, sessions: sessions, mark, teams: team.map { [$0] } ?? [], minutes: minutes)
    }

    /// A mark that leaves several teams open.
    public init(
        staff: String, sessions: [String], _ mark: RotaMark.Duty, teams: [String], minutes: Int? = nil
    ) {
        self.staff = staff
        self.sessions = sessions
        self.mark = mark
        self.teams = teams
        self.minutes = minutes
    }
}

extension Availability: ChangeTopic {
    var about: String? { staff }

    func apply(to week: inout ChangingWeek) {
        let found = week.person(staff)
        let areKnown = teams.map { week.team($0) != nil }
        let places = week.sessions(sessions)
        guard let s = found, !areKnown.contains(false) else { return }
        for t in places {
            let whole = week.base.sessions[t].minutes
            let what = "minutes of \(staff) on \(week.base.sessions[t].id)"
            guard week.isRight(minutes.map(Double.init), 1...Double(whole), what) else { continue }
            // All of a session is no part of it.
            week.parts.rota[s][t] = RotaMark(mark, pins: teams, minutes: minutes == whole ? nil : minutes)
        }
    }

    func condition(_ names: Naming) -> String {
        guard isUnpinned(names) else { return "there were \(words(names))" }
        return "\(names.person(staff)) were not pinned on \(names.sessions(named: sessions)) (rota.csv)"
    }

    /// Whether all it does is to take pins away.
    private func isUnpinned(_ names: Naming) -> Bool {
        let marks = names.marks(of: staff, in: sessions)
        return teams.isEmpty && marks.allSatisfy { $0.duty == mark && $0.minutes == minutes }
            && marks.contains { !$0.pins.isEmpty }
    }

    func words(_ names: Naming) -> String {
        let (who, when) = (names.person(staff), names.sessions(named: sessions))
        let marks = names.marks(of: staff, in: sessions)
        if isUnpinned(names) { return "lifting \(who)'s pin on \(when)" }
        if mark == .available, marks.allSatisfy({ [.off, .callable].contains($0.duty) && $0.pins == teams }) {
            return "asking \(who) to be available on \(when)"
        }
        let place = teams.isEmpty ? "" : " in \(Self.either(teams.map { names.team($0) }))"
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

    /// `a`, `a or b`, `a, b or c`.
    private static func either(_ words: [String]) -> String {
        guard words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " or " + words[words.count - 1]
    }
}
