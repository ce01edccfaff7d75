// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Figures
import Workforce

/// Somebody who belongs to another team in a scenario than in its base, or sets out from elsewhere.
public struct MovedPerson: Sendable, Equatable {
    /// Who.
    public let staff: String
    /// The home team before and after; nil: none.
    public let from, to: String?
    /// Where they set out from, before and after.
    public let fromLocality, toLocality: String
    /// Who employs them.
    public let employer: String
    /// Whether the scenario says that they were consulted.
    public let isConsulted: Bool
}

extension ScenarioFile.Scenario {
    /// Whom it moves: each human once, in order of staff.csv. Who comes or goes is not moved.
    func moved(from base: Week, to changed: Week) -> [MovedPerson] {
        var consulted: [String: Bool] = [:]
        for change in overlays.flatMap(\.file.changes) {
            if case .move(let move) = change { consulted[move.staff] = move.isConsulted ?? false }
        }
        guard !consulted.isEmpty else { return [] }
        let after = Dictionary(changed.staff.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<String> = []
        return base.staff.compactMap { own in
            guard let isConsulted = consulted[own.id], let new = after[own.id],
                new.homeTeam != own.homeTeam || new.baseLocality != own.baseLocality,
                seen.insert(own.human).inserted
            else { return nil }
            return MovedPerson(
                staff: own.id, from: own.homeTeam, to: new.homeTeam, fromLocality: own.baseLocality,
                toLocality: new.baseLocality, employer: own.employer, isConsulted: isConsulted)
        }
    }
}

extension ScenarioFile {
    /// Whether any scenario moves people.
    var movesPeople: Bool {
        scenarios.flatMap(\.overlays).flatMap(\.file.changes).contains { change in
            guard case .move = change else { return false }
            return true
        }
    }
}

extension [MovedPerson] {
    /// How many are moved, and with how many consultation is still needed.
    var figures: [CostAndCareFigure] {
        [
            CostAndCareFigure(
                name: "people_moved", title: "People who are moved to another team or base", kind: .time,
                unit: .people, value: Double(count)),
            CostAndCareFigure(
                name: "people_to_consult", title: "People moved with whom consultation is needed",
                kind: .time,
                unit: .people, value: Double(count(where: { !$0.isConsulted }))),
        ]
    }
}
