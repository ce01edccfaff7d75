// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// What happens to a week after it was planned: people fall ill or leave, lines go, windows move, teams close.
public struct WeekEdit {
    /// The kinds of edit.
    public enum Kind: CaseIterable, Sendable {
        case personGone, lineGone, contactsChanged, windowMoved, sick, onDuty, available, pinned, teamClosed
        case capped, inForce, decided
    }

    /// The week as edited so far.
    public private(set) var week: Week

    /// A week, not edited yet.
    public init(_ week: Week) {
        self.week = week
    }

    /// Makes an edit of that kind, somewhere; none where the week has nothing to make it on.
    public mutating func make(_ kind: Kind, _ random: inout SeededRandom) {
        switch kind {
        case .personGone: removePerson(&random)
        case .lineGone, .contactsChanged, .windowMoved: editLine(kind, &random)
        case .sick: mark(RotaMark(.sick), &random)
        case .onDuty: mark(RotaMark(.rostered), &random)
        case .available: mark(RotaMark(.available), &random)
        case .pinned: pin(&random)
        case .teamClosed: closeTeam(&random)
        case .capped: rebuild { $0.policy.bankCap = 0 }
        case .inForce: putInForce(&random)
        case .decided: decide(&random)
        }
    }

    /// Marks a person's session.
    public mutating func mark(staff: String, session: Int, _ mark: RotaMark) {
        guard let s = week.staff.firstIndex(where: { $0.id == staff }) else { return }
        set(mark, s, session)
    }

    /// Marks a row's session; another row that says where the human is then says nothing any more.
    private mutating func set(_ mark: RotaMark, _ s: Int, _ session: Int) {
        let humans = Humans(week.staff)
        rebuild { parts in
            parts.rota[s][session] = mark
            guard mark.duty.isBinding else { return }
            for row in humans.rows(with: s) where row != s && parts.rota[row][session].duty.isBinding {
                parts.rota[row][session] = RotaMark(.off)
            }
        }
    }

    /// Puts a plan in force, with its contacts or without.
    public mutating func putInForce(_ plan: Plan, contacts: Bool = false) {
        rebuild {
            $0.currentContacts =
                contacts
                ? plan.contacts.map {
                    CurrentContact(
                        line: $0.line, session: $0.session, staff: $0.staff, partner: $0.partner,
                        contacts: $0.contacts)
                } : nil
            $0.current = plan.deployments.map {
                CurrentDeployment(staff: $0.staff, session: $0.session, team: $0.team)
            }
        }
    }

    /// Takes the plan in force away.
    public mutating func liftForce() { rebuild { ($0.current, $0.currentContacts) = (nil, nil) } }

    private mutating func removePerson(_ random: inout SeededRandom) {
        guard week.staff.count > 1 else { return }
        let s = random.pick(0...(week.staff.count - 1))
        let gone = week.staff[s].id
        rebuild { parts in
            parts.staff.remove(at: s)
            parts.rota.remove(at: s)
            parts.signOffs.removeAll { $0.staff == gone }
            parts.decisions.removeAll { $0.staff == gone }
            parts.placements.removeAll { $0.staff == gone }
            parts.current?.removeAll { $0.staff == gone }
        }
    }

    private mutating func editLine(_ kind: Kind, _ random: inout SeededRandom) {
        guard !week.demand.isEmpty else { return }
        let i = random.pick(0...(week.demand.count - 1))
        let line = week.demand[i]
        let contacts = kind == .contactsChanged ? random.pick(0...4) : line.contacts
        let ends = [random.pick(0...(week.sessions.count - 1)), random.pick(0...(week.sessions.count - 1))]
        let window = kind == .windowMoved ? min(ends[0], ends[1])...max(ends[0], ends[1]) : line.window
        rebuild { parts in
            parts.demand.remove(at: i)
            guard kind != .lineGone else { return }
            parts.demand.insert(
                DemandLine(
                    id: line.id, team: line.team, activity: line.activity, priority: line.priority,
                    contacts: contacts, singleHandedContacts: min(contacts, line.singleHandedContacts),
                    window: window), at: i)
        }
    }

    private mutating func mark(_ mark: RotaMark, _ random: inout SeededRandom) {
        let s = random.pick(0...(week.staff.count - 1))
        let marked = week.rota[s].indices.filter { week.rota[s][$0].duty != .off }
        guard !marked.isEmpty else { return }
        let t = random.pick(marked)
        set(mark, s, t)
    }

    private mutating func pin(_ random: inout SeededRandom) {
        let team = random.pick(week.teams).id
        let s = random.pick(0...(week.staff.count - 1))
        let t = random.pick(0...(week.sessions.count - 1))
        rebuild { $0.rota[s][t] = RotaMark($0.rota[s][t].duty, pin: team, minutes: $0.rota[s][t].minutes) }
    }

    private mutating func closeTeam(_ random: inout SeededRandom) {
        let k = random.pick(0...(week.teams.count - 1))
        let team = week.teams[k]
        let part = random.pick(week.parts).id
        rebuild {
            $0.teams[k] = Team(
                id: team.id, name: team.name, pathway: team.pathway, organisation: team.organisation,
                locality: team.locality, setting: team.setting, parts: team.parts.filter { $0 != part },
                weekdays: team.weekdays, supervisionGroup: team.supervisionGroup,
                travelMinutes: team.travelMinutes, span: team.span, minimumStaff: team.minimumStaff,
                minimumRegistered: team.minimumRegistered)
        }
    }

    private mutating func putInForce(_ random: inout SeededRandom) {
        let sessions = week.sessions.indices
        var rows: [CurrentDeployment] = []
        for person in week.staff {
            for session in sessions where random.chance(40) {
                rows.append(
                    CurrentDeployment(staff: person.id, session: session, team: random.pick(week.teams).id))
            }
        }
        rebuild { $0.current = rows }
    }

    private mutating func decide(_ random: inout SeededRandom) {
        let delegated = week.framework.activities.filter { $0.delegated != nil }
        guard !delegated.isEmpty else { return }
        let decision = DelegationDecision(
            activity: random.pick(delegated).id, team: random.chance(50) ? random.pick(week.teams).id : nil,
            .refuse, reason: "paused", by: "AHP lead", on: week.start.adding(days: random.pick(0...1)))
        rebuild { parts in
            parts.decisions.removeAll {
                ($0.activity, $0.staff, $0.team, $0.on)
                    == (decision.activity, decision.staff, decision.team, decision.on)
            }
            parts.decisions.append(decision)
        }
    }

    private mutating func rebuild(_ edit: (inout WeekParts) -> Void) { week = week.replacing(edit) }
}
