// SPDX-License-Identifier: GPL-3.0-or-later

/// Disruption: weight, a person and session whose team (or none) differs from the plan in force.
enum DisruptionTerm: ModelPart {
    static func addRows(to builder: inout ModelBuilder) {
        guard let current = builder.instance.currentTeam else { return }
        let weight = builder.instance.week.policy.disruptionSession
        for cell in builder.instance.eligibleTeams.indices {
            // Sent somewhere: 1 − x of that team, which is a constant where the team is no longer open to them.
            if let team = current[cell] {
                builder.addCost(weight, to: builder.layout.one, for: .disruption)
                if let same = builder.deployments(cell).first(where: { $0.team == team }) {
                    builder.addCost(-weight, to: same.column, for: .disruption)
                }
            } else {
                for (_, column) in builder.deployments(cell) {
                    builder.addCost(weight, to: column, for: .disruption)
                }
            }
        }
    }
}
