// SPDX-License-Identifier: GPL-3.0-or-later

/// Avoidable double-handed care: weight × contact minutes, a double-handed contact beyond those no review found
/// suitable for one worker.
enum AvoidableDoubleHandedTerm {
    static func add(to builder: inout ModelBuilder) {
        for (i, line) in builder.instance.lines.enumerated() {
            guard let column = builder.layout.avoidable[i] else { continue }
            builder.addCost(line.avoidablePrice, to: column)
            let pairs = builder.layout.doubleHanded[i].map { (column: $0.column, coefficient: 1.0) }
            builder.atMost(
                Double(line.doubleHandedNeeded), RowOrigin(.avoidable, team: line.team, line: i),
                pairs + [(column, -1)])
        }
    }
}
