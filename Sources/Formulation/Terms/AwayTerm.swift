// SPDX-License-Identifier: GPL-3.0-or-later

/// Away: weight, a session deployed to a team other than the home team (or a placement's).
enum AwayTerm: ModelPart {
    static func addRows(to builder: inout ModelBuilder) {
        let instance = builder.instance
        for cell in instance.eligibleTeams.indices {
            let (s, t) = instance.personAndSession(ofCell: cell)
            guard let home = instance.homeTeam[instance.personDay(s, instance.calendar.dayOfSession[t])]
            else { continue }
            for (k, column) in builder.deployments(cell) where k != home {
                builder.addCost(instance.week.policy.awaySession, to: column, for: .away)
            }
            if let past = instance.past.team(person: s, session: t), past != home {
                builder.addConstant(instance.week.policy.awaySession, for: .away)
            }
        }
    }
}
