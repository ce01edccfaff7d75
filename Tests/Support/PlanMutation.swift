// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// A plan changed at random, with its unmet rows kept in step: some changes keep the rules, most do not.
public struct PlanMutation {
    private let week: Week
    /// The plan as changed so far.
    public private(set) var plan: Plan

    /// A plan of a week, not changed yet.
    public init(week: Week, plan: Plan) {
        self.week = week
        self.plan = plan
    }

    /// Makes one random change.
    public mutating func change(_ random: inout SeededRandom) {
        switch random.pick(0...3) {
        case 0: deploy(&random)
        case 1: give(&random)
        case 2: take(&random)
        default: withdraw(&random)
        }
        settle()
    }

    private mutating func deploy(_ random: inout SeededRandom) {
        let staff = random.pick(week.staff).id
        let session = random.pick(0...(week.sessions.count - 1))
        plan.deployments.removeAll { $0.staff == staff && $0.session == session }
        plan.deployments.append(
            Deployment(
                staff: staff, session: session, team: random.pick(week.teams).id, booking: .rostered,
                minutes: 0, contactMinutes: 0))
    }

    private mutating func withdraw(_ random: inout SeededRandom) {
        guard !plan.deployments.isEmpty else { return }
        let gone = plan.deployments.remove(at: random.pick(0...(plan.deployments.count - 1)))
        plan.contacts.removeAll {
            $0.session == gone.session && ($0.staff == gone.staff || $0.partner == gone.staff)
        }
        plan.supervision.removeAll { $0.session == gone.session && $0.supervisor == gone.staff }
    }

    private mutating func give(_ random: inout SeededRandom) {
        let line = random.pick(week.demand)
        let isDeployedThere = plan.deployments.filter {
            $0.team == line.team && line.window.contains($0.session)
        }
        guard !isDeployedThere.isEmpty else { return }
        let place = random.pick(isDeployedThere)
        let other = random.pick(isDeployedThere.filter { $0.session == place.session }).staff
        let activity = week.framework.activities.first { $0.id == line.activity }
        let route =
            activity?.hands == 2
            ? random.pick([ContactRoute.doubleHanded, .singleHanded])
            : random.pick([ContactRoute.registered, .support, .delegated])
        plan.contacts.append(
            ContactRow(
                line: line.id, activity: line.activity, team: line.team, session: place.session,
                staff: place.staff, partner: route == .doubleHanded ? other : nil, route: route, contacts: 1,
                minutes: 0))
        let supervisor = random.pick(plan.deployments.filter { $0.session == place.session })
        let group =
            activity?.delegated?.remoteSupervision == true
            ? "*" : week.teams.first { $0.id == supervisor.team }?.supervisionGroup ?? ""
        // A row of no minutes is one that no plan has: the audit refuses it, and the model has no row to refuse.
        let minutes = activity?.delegated?.supervisionMinutes ?? 0
        guard route == .delegated, minutes > 0, random.chance(70) else { return }
        plan.supervision.append(
            SupervisionRow(
                supervisor: supervisor.staff, session: place.session, group: group, activity: line.activity,
                minutes: minutes))
    }

    private mutating func take(_ random: inout SeededRandom) {
        guard !plan.contacts.isEmpty else { return }
        plan.contacts.remove(at: random.pick(0...(plan.contacts.count - 1)))
    }

    /// Leaves unmet what is not given; lines given too often stay so.
    private mutating func settle() {
        plan.unmet = PlanSketch(week, rows: plan.rows).plan.unmet
    }
}
