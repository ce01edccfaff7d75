// SPDX-License-Identifier: GPL-3.0-or-later

/// Team change: weight, a team beyond the first on a person's day.
enum TeamChangeTerm {
    static func add(to builder: inout ModelBuilder) {
        for s in 0..<builder.instance.staffCount {
            for day in 0..<builder.instance.dayCount { addDay(s, day, to: &builder) }
        }
    }

    private static func addDay(_ s: Int, _ day: Int, to builder: inout ModelBuilder) {
        let columns = builder.layout.personDay[s * builder.instance.dayCount + day]
        guard let changes = columns.last(where: { builder.columns[$0].kind == .teamChanges }) else { return }
        let teams = columns.filter { builder.columns[$0].kind == .inTeamOnDay }
        for t in builder.instance.calendar.sessionsOfDay[day] {
            for (k, deployed) in builder.deployments(builder.cell(s, t)) {
                guard let inTeam = teams.first(where: { builder.columns[$0].team == Int32(k) }) else {
                    continue
                }
                builder.atMost(
                    0, RowOrigin(.inTeamOnDay, person: s, time: t, team: k), [(deployed, 1), (inTeam, -1)])
            }
        }
        builder.atMost(
            1, RowOrigin(.teamChanges, person: s, time: day), teams.map { ($0, 1) } + [(changes, -1)])
        builder.addCost(builder.instance.week.policy.teamChange, to: changes)
    }
}
