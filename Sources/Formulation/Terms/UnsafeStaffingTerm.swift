// SPDX-License-Identifier: GPL-3.0-or-later

/// Unsafe staffing: weight, a head or registered head short of a team's minimum in an open session.
enum UnsafeStaffingTerm {
    static func add(to builder: inout ModelBuilder) {
        let instance = builder.instance
        var heads = [[ModelBuilder.Term]](repeating: [], count: instance.teamCount * instance.sessionCount)
        var registered = heads
        for s in 0..<instance.staffCount where instance.isHead[s] {
            for t in 0..<instance.sessionCount {
                for (k, column) in builder.deployments(builder.cell(s, t)) {
                    heads[k * instance.sessionCount + t].append((column, 1))
                    if instance.isRegistered[s] {
                        registered[k * instance.sessionCount + t].append((column, 1))
                    }
                }
            }
        }
        for (k, team) in instance.week.teams.enumerated() {
            for t in 0..<instance.sessionCount {
                let place = k * instance.sessionCount + t
                if let short = builder.layout.shortStaff[place] {
                    builder.atLeast(
                        Double(team.minimumStaff), RowOrigin(.shortStaff, time: t, team: k),
                        heads[place] + [(short, 1)])
                    builder.addCost(instance.week.policy.unsafeStaffing, to: short)
                }
                if let short = builder.layout.shortRegistered[place] {
                    builder.atLeast(
                        Double(team.minimumRegistered), RowOrigin(.shortRegistered, time: t, team: k),
                        registered[place] + [(short, 1)])
                    builder.addCost(instance.week.policy.unsafeStaffing, to: short)
                }
            }
        }
    }
}
