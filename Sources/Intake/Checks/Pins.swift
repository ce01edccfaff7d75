// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension WeekTables {
    /// A pin must name a team the person may be sent to in that session, or among several one. One that names a team
    /// in which there is nothing for them to do stands, because somebody may be wanted there as a head; but it may be
    /// a slip. What is over is not looked at, nor who may only be called.
    func checkPins() {
        guard let horizon = basis.horizon, !rota.pins.isEmpty else { return }
        let eligibility = eligibility()
        for pin in rota.pins {
            guard pin.session >= weekFrozenBefore,
                rota.values[pin.staff]?[pin.session].duty != .callable
            else { continue }
            let (person, session) = (staff.values[pin.staff], horizon.sessions[pin.session])
            let found = pin.teams.compactMap { teams.index[$0] }.map { place in
                let team = teams.values[place]
                return (team: team, eligibility.obstacle(person, session, team))
            }
            var barred: [(reason: String, remedy: String)] = []
            var idle: [Team] = []
            for (team, obstacle) in found {
                guard let obstacle else { continue }
                guard let (reason, remedy) = words(for: obstacle, person, team) else {
                    idle.append(team)
                    continue
                }
                barred.append(
                    ("'\(person.id)' cannot be sent to '\(team.id)' on \(session.id): \(reason)", remedy))
            }
            for (reason, remedy) in barred {
                if barred.count == found.count {
                    pin.field.error(reason, expected: remedy, diagnostics)
                } else {
                    pin.field.warning(
                        reason + "; the pin's other teams stand", expected: remedy, diagnostics)
                }
            }
            guard let first = idle.first, idle.count + barred.count == found.count else { continue }
            pin.field.warning(
                "'\(person.id)' may do nothing that '\(first.id)' demands on \(session.day), and is there as a "
                    + "head alone",
                expected: "a team that demands what the person may do, unless that is meant", diagnostics)
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
