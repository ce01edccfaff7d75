// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension Week {
    /// This week with some people who may be sent to any team: no agreement, travel, placement or pin stops them.
    ///
    /// They get a base of their own, with a way of no minutes to every team, so that nobody else's reach changes;
    /// an employer of their own likewise.
    func freeingPlaces(of people: [Int]) -> Week {
        let localities = Self.unique(teams.map(\.locality))
        let organisations = Self.unique(teams.map(\.organisation))
        let ids = Set(people.map { staff[$0].id })
        return replacing { week in
            for s in people {
                // No identifier holds a semicolon, so that nobody else is of that base or employer.
                let own = ";" + staff[s].id
                week.staff[s].baseLocality = own
                week.staff[s].employer = own
                week.agreements += organisations.map {
                    Agreement(employer: own, organisation: $0, roles: nil)
                }
                if week.travel != nil {
                    week.travel? += localities.map { TravelTime(from: own, to: $0, minutes: 0) }
                }
                week.rota[s] = week.rota[s].map { RotaMark($0.duty) }
            }
            week.placements.removeAll { ids.contains($0.staff) }
        }
    }

    /// This week with everybody pinned to the home team in every session; who has none goes where they may.
    func fixingTeams() -> Week {
        replacing { week in
            for s in staff.indices {
                guard let home = staff[s].homeTeam else { continue }
                week.rota[s] = week.rota[s].map { RotaMark($0.duty, pin: home) }
            }
        }
    }

    /// Values in order, each once.
    static func unique(_ values: [String]) -> [String] {
        var seen = Set<String>()
        return values.filter { seen.insert($0).inserted }
    }
}

extension PlanAtHand {
    /// The week with everybody but some people held where the plan has them, so that a model of it is small. It is
    /// for questions in which only those people's work is planned anew.
    func holding(allBut people: [Int]) -> Week {
        let free = Set(people)
        return week.replacing { parts in
            for s in week.staff.indices where !free.contains(s) {
                for t in week.sessions.indices {
                    let duty = week.rota[s][t].duty
                    if let k = nearby.team(ofPerson: s, session: t) {
                        parts.rota[s][t] = RotaMark(duty, pin: week.teams[k].id)
                    } else if duty == .available {
                        parts.rota[s][t] = RotaMark(.off)
                    }
                }
            }
        }
    }
}
