// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension WeekTables {
    /// A pin must name a team the person may be sent to in that session. One that names a team in which there is
    /// nothing for them to do stands, because somebody may be wanted there as a head; but it may be a slip.
    func checkPins() {
        guard let horizon = basis.horizon, !rota.pins.isEmpty else { return }
        let eligibility = eligibility()
        for pin in rota.pins {
            guard let team = teams.index[pin.team].map({ teams.values[$0] }) else { continue }
            let person = staff.values[pin.staff]
            let session = horizon.sessions[pin.session]
            guard let obstacle = eligibility.obstacle(person, session, team) else { continue }
            guard let (reason, remedy) = words(for: obstacle, person, team) else {
                pin.field.warning(
                    "'\(person.id)' may do nothing that '\(team.id)' demands on \(session.day), and is there as a "
                        + "head alone",
                    expected: "a team that demands what the person may do, unless that is meant", diagnostics)
                continue
            }
            pin.field.error(
                "'\(person.id)' cannot be sent to '\(team.id)' on \(session.id): \(reason)", expected: remedy,
                diagnostics)
        }
    }

    /// Who may be sent where, as far as it could be read.
    func eligibility() -> Eligibility {
        let isTravelSound = isSound(.travel) && isSound(WeekFile.path)
        var work: Eligibility.Work?
        if let framework = basis.framework, let qualifications, isSound(.signOffs), isSound(.demand),
            isSound(.decisions)
        {
            work = Eligibility.Work(
                framework: framework, staff: staff.values, held: qualifications, demand: demand.values,
                decisions: decisions.values)
        }
        let reach = Reach(
            agreements: isSound(.agreements) ? agreements.values : nil,
            travel: isTravelSound ? travel.values : nil,
            travelLimit: basis.weekFile?.policy.travelLimitMinutes ?? .infinity,
            placements: isSound(.placements) ? placements.values : [])
        return Eligibility(reach: reach, work: work)
    }

    /// What keeps somebody from a team altogether, and what would be right; nil where nothing does.
    private func words(
        for obstacle: Eligibility.Obstacle, _ person: StaffMember, _ team: Team
    ) -> (reason: String, remedy: String)? {
        switch obstacle {
        case .barrier(.closed):
            ("the team is closed then", "a session in which the team is open")
        case .barrier(.organisation):
            (
                "no agreement lets staff of '\(person.employer)' work for '\(team.organisation)' on that day",
                "an agreement in agreements.csv, or another team"
            )
        case .barrier(.travel):
            (
                "the way from '\(person.baseLocality)' to '\(team.locality)' is beyond the travel limit or unknown",
                "a team within travel_limit_minutes"
            )
        case .barrier(.placement(let placed)):
            ("placements.csv places them in '\(placed)' on that day", "the team of the placement")
        case .nothingToDo: nil
        }
    }
}
