// SPDX-License-Identifier: GPL-3.0-or-later

/// What came of the programmes of each kind of neighbourhood, and the work that went into them.
struct ProgramStatistics: Sendable {
    /// In the order of the kinds.
    private(set) var counts = NeighbourhoodChooser.Kind.allCases.map { MoveCount(name: $0.name) }
    /// Units of work.
    private(set) var work = 0.0

    mutating func add(_ outcome: Improvement.Outcome) {
        counts[outcome.kind.rawValue].add(isKept: outcome.gain > 0, pounds: outcome.gain)
        work += outcome.work
    }
}

extension NeighbourhoodChooser.Kind {
    /// What it is called in figures.
    var name: String {
        switch self {
        case .teamDay: "programme_team_day"
        case .teamSession: "programme_team_session"
        case .unmetLine: "programme_unmet_line"
        case .relatedDay: "programme_related_day"
        case .relatedWeek: "programme_related_week"
        case .partOfWeek: "programme_part_of_week"
        }
    }
}
