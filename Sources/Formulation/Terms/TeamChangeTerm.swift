// SPDX-License-Identifier: GPL-3.0-or-later

/// Team change: weight, a team beyond the first on a person's day.
enum TeamChangeTerm: ModelPart {
    static func addColumns(at place: ColumnPlace, to builder: inout ModelBuilder) {
        guard case .personDay(let s, let day) = place, builder.instance.week.policy.teamChange > 0 else {
            return
        }
        let instance = builder.instance
        let worked = instance.calendar.sessionsOfDay[day]
            .map { instance.eligibleTeams[builder.cell(s, $0)] }.filter { !$0.isEmpty }
        let past = instance.pastTeams(person: s, day: day)
        let teams = Set(worked.joined()).union(past).sorted()
        guard worked.count + past.count > 1, teams.count > 1 else { return }
        for k in teams where !past.contains(k) {
            builder.column(ColumnOrigin(.inTeamOnDay, person: s, time: day, team: k), upTo: 1)
        }
        builder.column(
            ColumnOrigin(.teamChanges, person: s, time: day),
            upTo: Double(min(teams.count, worked.count + past.count) - 1))
    }

    static func addRows(to builder: inout ModelBuilder) {
        for s in 0..<builder.instance.staffCount {
            for day in 0..<builder.instance.dayCount { addDay(s, day, to: &builder) }
        }
    }

    private static func addDay(_ s: Int, _ day: Int, to builder: inout ModelBuilder) {
        let columns = builder.layout.personDay[builder.instance.personDay(s, day)]
        guard let changes = builder.column(.teamChanges, in: columns) else { return }
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
        let past = builder.instance.pastTeams(person: s, day: day)
        builder.atMost(
            Double(1 - past.count), RowOrigin(.teamChanges, person: s, time: day),
            teams.map { ($0, 1) } + [(changes, -1)])
        builder.addCost(builder.instance.week.policy.teamChange, to: changes, for: .teamChange)
    }

    static func complete(_ values: inout [Double], of model: WeeklyModel) {
        for (personDay, range) in model.layout.personDay.enumerated() {
            guard let changes = model.column(.teamChanges, in: range) else { continue }
            let (s, day) = personDay.quotientAndRemainder(dividingBy: model.instance.dayCount)
            let teams = Set(
                model.instance.calendar.sessionsOfDay[day].compactMap {
                    model.team(ofPerson: s, session: $0, in: values)
                })
            for column in range where model.columns[column].kind == .inTeamOnDay {
                values[column] = teams.contains(Int(model.columns[column].team)) ? 1 : 0
            }
            values[changes] = Double(max(0, teams.count - 1))
        }
    }
}
