// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Workforce

/// The rota that people have already: who is sent where, whatever rules that keeps or breaks.
public struct RotaInUse: Sendable, Equatable {
    /// Where everybody is sent, in order of staff and session; each person at most once a session. In sessions that are
    /// over they are where the plan in force had them.
    public let deployments: [CurrentDeployment]
    /// Whether the rows said something of sessions that are over, and something else than stands.
    public let saysOtherwiseOfPast: Bool

    /// A rota of a week. Rows about people, teams or sessions that the week does not have are left out, as is
    /// a second row for one person's session: who reads a file reports them. Rows about sessions that are over are left
    /// out, because what was stands.
    public init(_ rows: [CurrentDeployment], of week: Week) {
        let index = WeekIndex(week)
        var byCell: [Int: CurrentDeployment] = [:]
        for row in rows where index.team(row.team) != nil && index.hasSession(row.session) {
            guard let person = index.person(row.staff) else { continue }
            let cell = index.cell(person, row.session)
            if byCell[cell] == nil { byCell[cell] = row }
        }
        let past = FrozenPast(week, index)
        let said = byCell.filter { past.isOver($0.value.session) }
        var stands: [Int: CurrentDeployment] = [:]
        for (person, staff) in week.staff.enumerated() {
            for session in 0..<past.sessions {
                guard let team = past.team(person: person, session: session) else { continue }
                stands[index.cell(person, session)] = CurrentDeployment(
                    staff: staff.id, session: session, team: week.teams[team].id)
            }
        }
        saysOtherwiseOfPast = !said.isEmpty && said != stands
        for cell in said.keys { byCell[cell] = nil }
        byCell.merge(stands) { _, stood in stood }
        deployments = byCell.keys.sorted().compactMap { byCell[$0] }
    }

    /// The deployments of a plan.
    public init(_ plan: Plan, of week: Week) {
        self.init(
            plan.deployments.map { CurrentDeployment(staff: $0.staff, session: $0.session, team: $0.team) },
            of: week)
    }

    /// What makes a week one with everybody where this rota has them, and nobody anywhere else.
    ///
    /// Who the rota sends somewhere is on duty there and nowhere else. Sessions it says nothing of are not
    /// worked: an available person was not asked, and somebody on duty has no place. Sessions that are over
    /// stay as they were. What would keep people
    /// from where they are sent for want of an agreement, a placement or a short way is put aside, because
    /// today they are there; what they may do is not.
    public func changes(of week: Week) -> [Change] {
        marks(in: week) + Self.agreements(of: week) + [.supposed(.noTravelLimit)]
            + Set(week.placements.map(\.staff)).sorted().map { .placement(PlacementChange(staff: $0)) }
    }

    private func marks(in week: Week) -> [Change] {
        var teamOfCell: [Cell: String] = [:]
        for row in deployments { teamOfCell[Cell(staff: row.staff, session: row.session)] = row.team }
        return week.staff.enumerated().flatMap { person, staff in
            week.openSessions.compactMap { session -> Change? in
                let name = week.sessions[session].id
                if let team = teamOfCell[Cell(staff: staff.id, session: session)] {
                    return .availability(
                        Availability(
                            staff: staff.id, sessions: [name], .rostered, team: team,
                            minutes: week.rota[person][session].minutes))
                }
                let duty = week.rota[person][session].duty
                guard duty == .rostered || duty == .available else { return nil }
                return .availability(Availability(staff: staff.id, sessions: [name], .off))
            }
        }
    }

    /// People on duty for whom the rota says nothing, with the sessions still to come, in order of staff and session.
    public func withoutPlace(in week: Week) -> [(staff: String, session: Int)] {
        let placed = Set(deployments.map { Cell(staff: $0.staff, session: $0.session) })
        return week.staff.enumerated().flatMap { person, staff in
            week.openSessions.filter {
                week.rota[person][$0].duty == .rostered
                    && !placed.contains(Cell(staff: staff.id, session: $0))
            }.map { (staff.id, $0) }
        }
    }

    private struct Cell: Hashable {
        let staff: String
        let session: Int
    }

    /// Everybody's people may work for every organisation.
    private static func agreements(of week: Week) -> [Change] {
        var employers: [String] = []
        for staff in week.staff where !employers.contains(staff.employer) { employers.append(staff.employer) }
        var organisations: [String] = []
        for team in week.teams where !organisations.contains(team.organisation) {
            organisations.append(team.organisation)
        }
        return employers.flatMap { employer in
            organisations.map {
                .agreement(Agreement(employer: employer, organisation: $0, roles: nil))
            }
        }
    }
}
