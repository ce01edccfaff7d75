// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Wording

/// Who is moved in which scenario, and with whom consultation is needed.
public struct MovedTables {
    private let results: ScenarioResults

    /// The tables of results.
    public init(_ results: ScenarioResults) { self.results = results }

    /// Whether any scenario moves people.
    public var isEmpty: Bool { !results.file.movesPeople }

    /// A row a person and scenario: `moved.csv`.
    public var people: Table {
        Table(
            name: "moved", caption: "People who are moved",
            columns: [
                .text("Scenario", "scenario"), .text("Base", "base"), .text("Person", "staff"),
                .text("Employer", "employer"), .text("From team", "from_team"), .text("To team", "to_team"),
                .text("From setting", "from_setting"), .text("To setting", "to_setting"),
                .text("Based at", "from_locality"), .text("Then at", "to_locality"),
                .text("Consultation", "consultation"),
            ],
            rows: results.bases.flatMap { base in
                let names = Naming(week: base.week)
                func team(_ id: String?) -> Table.Cell {
                    .text(id.map(names.team) ?? "none", exact: id ?? "")
                }
                func setting(_ id: String?) -> Table.Cell {
                    .text(base.week.teams.first { $0.id == id }?.setting?.rawValue ?? "")
                }
                return results.outcomes.filter { $0.base == base.name }.flatMap { outcome in
                    outcome.moved.map { one in
                        [
                            .text(outcome.scenario.name), .text(outcome.base),
                            .text(names.person(one.staff), exact: one.staff), .text(one.employer),
                            team(one.from), team(one.to), setting(one.from), setting(one.to),
                            .text(one.fromLocality), .text(one.toLocality),
                            .text(one.isConsulted ? "done" : "needed"),
                        ]
                    }
                }
            },
            whenEmpty: "Nobody: each belongs where the scenario has them already.")
    }

    /// How many people each scenario moves, and with how many consultation is needed; of several weeks the most.
    var sentences: [String] {
        let parts = results.file.scenarios.compactMap { scenario -> String? in
            let moved = results.outcomes.filter { $0.scenario.name == scenario.name }.map(\.moved)
            guard let most = moved.max(by: { $0.count < $1.count }), !most.isEmpty else { return nil }
            let open = most.count { !$0.isConsulted }
            return "\(scenario.name) (\(Self.people(most.count))"
                + (open > 0 ? ", consultation is needed with \(open))" : ", consulted)")
        }
        return parts.isEmpty ? [] : ["Moved for good: \(Naming.list(parts))."]
    }

    private static func people(_ number: Int) -> String {
        "\(Show.count(number)) \(number == 1 ? "person" : "people")"
    }

    /// What the table says.
    static let explanation =
        "Who belongs to another team than before, or sets out from elsewhere. Moving people for good needs consultation with "
        + "them, and an agreement where the team belongs to another organisation than their employer: the scenario says with "
        + "whom it was held. Who works elsewhere for a session is not moved; these are sessions away from the home team."
}
