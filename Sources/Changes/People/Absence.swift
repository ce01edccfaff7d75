// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Wording
import Workforce

/// People are away: sessions on duty get the reason, and what they could have been asked for is gone.
public struct Absence: Sendable, Hashable, Codable {
    /// Why somebody is away who would have worked.
    public enum Reason: String, Sendable, CaseIterable, Codable {
        case sick = "S"
        case leave = "L"
        case training = "T"

        /// What the rota says then.
        var duty: RotaMark.Duty {
            switch self {
            case .sick: .sick
            case .leave: .leave
            case .training: .training
            }
        }

        /// `sickness`, `leave`, `training`.
        var noun: String {
            switch self {
            case .sick: "sickness"
            case .leave: "leave"
            case .training: "training"
            }
        }
    }

    /// Who is away.
    public enum Who: Sendable, Hashable, Codable {
        /// Somebody.
        case staff(id: String)
        /// Whoever is drawn: each session on duty of the people meant, by itself and with that chance, in
        /// order of the roster and the sessions. A seed draws the same ones again; roles and employers that
        /// are nil mean everybody.
        case drawn(rate: Double, seed: UInt64, roles: [String]? = nil, employers: [String]? = nil)
    }

    /// Who.
    public var who: Who
    /// Why.
    public var reason: Reason
    /// When; only sessions on duty, or in which somebody named may be asked, change.
    public var sessions: SessionRange

    /// An absence.
    public init(_ who: Who, _ reason: Reason, in sessions: SessionRange = .week) {
        self.who = who
        self.reason = reason
        self.sessions = sessions
    }

    /// Somebody's absence.
    public init(staff: String, _ reason: Reason, in sessions: SessionRange = .week) {
        self.init(.staff(id: staff), reason, in: sessions)
    }
}

extension Absence: ChangeTopic {
    var about: String? {
        switch who {
        case .staff(let id): id
        case .drawn: nil
        }
    }

    func apply(to week: inout ChangingWeek) {
        switch who {
        case .staff(let id):
            let found = week.person(id)
            guard let range = week.sessions(sessions), let s = found else { return }
            for t in range { leave(s, t, &week) }
        case .drawn(let rate, let seed, let roles, let employers):
            let areRight = [
                week.isRight(rate, 0...1, "A rate of absence"),
                week.knows(.role, roles, week.parts.framework.roles.map(\.id)),
                week.knows(.employer, employers, week.parts.staff.map(\.employer)),
            ]
            guard let range = week.sessions(sessions), !areRight.contains(false) else { return }
            var random = SeededRandom(seed: seed)
            for (s, person) in week.parts.staff.enumerated() where person.isOne(of: roles, employers) {
                for t in range where week.parts.rota[s][t].duty == .rostered && random.share() < rate {
                    leave(s, t, &week)
                }
            }
        }
    }

    /// Somebody who is away in one row is so in every row of theirs.
    private func leave(_ s: Int, _ t: Int, _ week: inout ChangingWeek) {
        let human = week.parts.staff[s].human
        for row in week.parts.staff.indices where week.parts.staff[row].human == human {
            leave(row: row, t, &week)
        }
    }

    private func leave(row s: Int, _ t: Int, _ week: inout ChangingWeek) {
        switch week.parts.rota[s][t].duty {
        case .rostered:
            week.parts.rota[s][t] = RotaMark(reason.duty, minutes: week.parts.rota[s][t].minutes)
        case .available where wasThere(s, t, week):
            week.parts.rota[s][t] = RotaMark(reason.duty, minutes: week.parts.rota[s][t].minutes)
        case .available, .callable: week.parts.rota[s][t] = RotaMark(.off)
        case .leave, .sick, .training, .off: break
        }
    }

    /// Whether the session is over and the plan in force has the person somewhere in it: then they were booked.
    private func wasThere(_ s: Int, _ t: Int, _ week: ChangingWeek) -> Bool {
        let staff = week.parts.staff[s].id
        return t < week.parts.frozenBefore ?? 0
            && week.parts.current?.contains { $0.staff == staff && $0.session == t } == true
    }

    func words(_ names: Naming) -> String {
        switch who {
        case .staff(let id): return "\(reason.noun) of \(names.person(id)) \(sessions.words(names))"
        case .drawn(let rate, _, let roles, let employers):
            let whose = [
                roles.map { Naming.list($0.map(names.role)) }, employers.map { "of \(Naming.list($0))" },
            ].compactMap(\.self)
            let all = whose.isEmpty ? "everybody" : whose.joined(separator: " ")
            return
                "\(reason.noun) in \(Show.percent(rate)) of the sessions of \(all) \(sessions.words(names))"
        }
    }
}

extension StaffMember {
    /// Whether somebody holds one of those roles and is of one of those employers; nil: of any.
    func isOne(of roles: [String]?, _ employers: [String]?) -> Bool {
        (roles.map { roles in self.roles.contains(where: roles.contains) } ?? true)
            && (employers.map { $0.contains(employer) } ?? true)
    }
}
