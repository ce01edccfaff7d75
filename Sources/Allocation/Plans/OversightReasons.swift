// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// Whether supervision, span or *Accompanied* stop one more contact of somebody who has the minutes for it.
struct OversightReasons {
    let model: WeeklyModel
    let solution: Solution
    /// Minutes that each cell has left.
    let left: [Double]

    private var instance: Instance { model.instance }

    /// Whether a person who would give one more one-handed contact of a line is stopped.
    func isStopped(_ cell: Int, line i: Int) -> Bool {
        let line = instance.lines[i]
        let (s, t) = instance.personAndSession(ofCell: cell)
        if isAlone(cell, team: line.team) { return true }
        guard line.hands == 1, instance.standing(person: s, session: t, line: i).isDelegatedOnly else {
            return false
        }
        return !instance.isSupervisedByOthers(line: i)
            && (!hasSupervision(i, t) || !isWithinSpan(cell, i, t))
    }

    /// Whether two people who would give one more contact together are stopped.
    func isStopped(pair one: Int, _ other: Int, team: Int) -> Bool {
        let isOf = { (cell: Int) in instance.isAccompanied[cell / instance.sessionCount] }
        return (isOf(one) && isOf(other)) || isAlone(one, team: team, with: other)
            || isAlone(other, team: team, with: one)
    }

    /// Whether somebody who is to be accompanied would find nobody registered in the group.
    private func isAlone(_ cell: Int, team: Int, with other: Int? = nil) -> Bool {
        let (s, t) = instance.personAndSession(ofCell: cell)
        guard instance.isAccompanied[s] else { return false }
        if let other, instance.isRegistered[other / instance.sessionCount] { return false }
        return !deployed(instance.groupOfTeam[team], t)
            .contains { instance.isRegistered[$0 / instance.sessionCount] }
    }

    /// Cells deployed in a group in a session.
    private func deployed(_ group: Int, _ t: Int) -> [Int] {
        (0..<instance.staffCount).map { instance.cell($0, t) }.filter { cell in
            solution.team[cell].map { instance.isTeam($0, inGroup: group) } ?? false
        }
    }

    private func hasSupervision(_ i: Int, _ t: Int) -> Bool {
        let line = instance.lines[i]
        let group = instance.supervisionGroup(line: i)
        let day = instance.calendar.dayOfSession[t]
        let deployed = deployed(group, t)
        let supervisors = deployed.filter {
            instance.supervises(person: $0 / instance.sessionCount, day: day, activity: line.activity)
        }
        guard !supervisors.isEmpty else { return false }
        let minutes = instance.activities[line.activity].delegated?.supervisionMinutes ?? 0
        guard minutes > 0 else { return true }
        let limit = instance.week.policy.supervisionMinutesPerSession
        var needed = minutes
        for cell in deployed {
            for contact in solution.contacts(of: cell)
            where contact.kind == .delegatedContacts
                && instance.lines[Int(contact.line)].activity == line.activity
            {
                needed += minutes * Double(solution.count(contact))
            }
            for supervision in model.layout.supervision[model.layout.supervisionOfCell[cell]]
            where Int(supervision.activity) == line.activity && Int(supervision.group) == group {
                needed -= solution.minutes(supervision)
            }
        }
        for cell in supervisors {
            needed -= max(0, min(left[cell], limit - solution.supervisionMinutes(cell)))
        }
        return needed <= 1e-6
    }

    private func isWithinSpan(_ cell: Int, _ i: Int, _ t: Int) -> Bool {
        guard instance.isUnderSpan(line: i) else { return true }
        let group = instance.groupOfTeam[instance.lines[i].team]
        let deployed = deployed(group, t)
        let delegating = deployed.filter { delegates($0) }
        if delegating.contains(cell) { return true }
        let span = deployed.filter {
            instance.widensSpan(person: $0 / instance.sessionCount, group: group, session: t)
        }.reduce(0.0) { $0 + (solution.team[$1].flatMap { instance.week.teams[$0].span } ?? 0) }
        return Double(delegating.count + 1) <= span + 1e-9
    }

    private func delegates(_ cell: Int) -> Bool {
        solution.contacts(of: cell).contains {
            $0.kind == .delegatedContacts && instance.isUnderSpan(line: Int($0.line))
        }
    }
}
