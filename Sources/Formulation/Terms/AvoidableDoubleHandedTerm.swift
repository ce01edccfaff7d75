// SPDX-License-Identifier: GPL-3.0-or-later

/// Avoidable double-handed care: weight × contact minutes, a double-handed contact beyond those no review found
/// suitable for one worker.
enum AvoidableDoubleHandedTerm: ModelPart {
    static func addColumns(at place: ColumnPlace, to builder: inout ModelBuilder) {
        guard case .line(let i) = place else { return }
        let line = builder.instance.lines[i]
        if line.hands == 2, line.mostAvoidable > 0 {
            builder.column(ColumnOrigin(.avoidable, line: i), upTo: Double(line.mostAvoidable))
        }
    }

    static func addRows(to builder: inout ModelBuilder) {
        for (i, line) in builder.instance.lines.enumerated() {
            guard let column = builder.column(.avoidable, in: builder.layout.line[i]) else { continue }
            builder.addCost(line.avoidablePrice, to: column, for: .avoidableDoubleHanded)
            let pairs = builder.layout.doubleHanded[i].map { (column: $0.column, coefficient: 1.0) }
            builder.atMost(
                Double(line.doubleHandedNeeded), RowOrigin(.avoidable, team: line.team, line: i),
                pairs + [(column, -1)])
        }
    }

    static func complete(_ values: inout [Double], of model: WeeklyModel) {
        for (i, line) in model.instance.lines.enumerated() {
            guard let column = model.column(.avoidable, in: model.layout.line[i]) else { continue }
            let doubleHanded = model.layout.doubleHanded[i].reduce(0) { $0 + values[$1.column] }
            values[column] = max(0, doubleHanded - Double(line.doubleHandedNeeded))
        }
    }
}
