// SPDX-License-Identifier: GPL-3.0-or-later

import Intake
import Reading
import Rotations
import Workforce

/// capacity.csv, optional: other amounts of posts in some periods.
struct CapacityTable: RotationTable {
    let basis: RotationBasis
    private(set) var values: [CapacityRow] = []
    private(set) var cells = TableCells()

    /// Reads the table.
    init(_ basis: RotationBasis, posts: PostsTable) {
        self.basis = basis
        guard let table = basis.source.table(.capacity) else { return }
        for row in table.rows {
            let post = posts.readPost(table.field("post", of: row))
            let period = table.period(of: row, diagnostics)
            let amounts = PostCells(table: table, row: row, diagnostics: diagnostics)
            // Of a post that has a fault in its own row nothing is known to compare with.
            let own = post.flatMap { posts.index[$0] }.map { posts.values[$0].amounts }
            var made = CapacityRow(post: post ?? "", from: period.from, until: period.until)
            let isRead =
                amounts.amounts { least, meant, most in
                    (made.minimum, made.target, made.maximum) = (least, meant, most)
                    return own.map { made.amounts(inPlaceOf: $0) }
                        ?? PostAmounts(minimum: least ?? 0, target: meant, maximum: most)
                } != nil
            guard post != nil, isRead else { continue }
            cells.append(row, of: table)
            values.append(made)
        }
        checkOverlaps()
    }

    /// No two rows of a post hold in one period.
    private func checkOverlaps() {
        guard let file = basis.file, let starts = file.starts, let count = file.periods,
            let length = file.length
        else { return }
        let periods = Period.all(from: starts, count: count, length: length)
        var holder: [String: [Int?]] = [:]
        for (index, row) in values.enumerated() {
            var holders = holder[row.post] ?? [Int?](repeating: nil, count: count)
            var twice: (row: Int, period: Period)?
            for (t, period) in periods.enumerated() where row.holds(on: period.first) {
                if let other = holders[t] {
                    twice = twice ?? (other, period)
                } else {
                    holders[t] = index
                }
            }
            holder[row.post] = holders
            guard let twice else { continue }
            cells.field("post", index).error(
                "post '\(Diagnostic.shortened(row.post))' has two rows in period \(twice.period.number), which begins "
                    + "on \(twice.period.first): this one and line \(cells.line(twice.row))",
                expected: "one row of a post in a period", diagnostics)
        }
    }
}
