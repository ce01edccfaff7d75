// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom

extension NeighbourhoodChooser {
    /// A neighbourhood of that kind about some person and session, or line, of a part of the week; nil where that
    /// has none.
    mutating func choose(
        _ kind: Kind, near focus: Focus, size: Int, from values: [Double], _ random: inout SeededRandom
    ) -> Neighbourhood? {
        guard !focus.cells.isEmpty else { return nil }
        let cell = focus.cells[random.below(focus.cells.count)]
        let (s, t) = model.instance.personAndSession(ofCell: cell)
        switch kind {
        case .teamDay: return teamDay(size, s, t, &random)
        case .teamSession: return teamSession(size, s, t, &random)
        case .relatedDay, .relatedWeek, .partOfWeek: return related(kind, size, s, t, &random)
        case .unmetLine:
            let missing = focus.lines.filter { values[model.layout.unmet[$0]] > 0.5 }
            return unmetLine(size, among: missing, values, &random) ?? teamDay(size, s, t, &random)
        }
    }
}
