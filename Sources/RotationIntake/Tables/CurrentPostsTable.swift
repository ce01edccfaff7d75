// SPDX-License-Identifier: GPL-3.0-or-later

import Intake
import Reading
import Rotations
import Workforce

/// current/placements.csv, optional: the plan in force. Rows of people or posts that are no longer there are told of and
/// left out.
struct CurrentPostsTable: RotationTable {
    let basis: RotationBasis
    /// Nil without the file.
    private(set) var values: [PlacementInForce]?
    /// Whether there is such a file, readable or not.
    private(set) var isGiven = false

    /// Reads the table.
    init(_ basis: RotationBasis, posts: PostsTable, people: PeopleTable) {
        self.basis = basis
        guard let input = basis.source.load(TableSchema.currentPosts.path, optional: true) else {
            // One that could not be read was told of already.
            isGiven = diagnostics.hasErrors(in: TableSchema.currentPosts.path)
            return
        }
        isGiven = true
        guard let table = CSVTable.read(input, .currentPosts, diagnostics) else { return }
        var rows: [PlacementInForce] = []
        for row in table.rows {
            let person = readLapsed(table.field("staff", of: row), people.names)
            let teamField = table.field("team", of: row)
            let team = teamField?.identifier(blanks: false, diagnostics)
            let period = table.period(of: row, diagnostics)
            let post = readLapsed(table.field("post", of: row), posts.names)
            guard let person, let team, let post else { continue }
            if let index = posts.index[post], posts.values[index].team != team {
                teamField?.warning(
                    "post '\(Diagnostic.shortened(post))' is of team '\(posts.values[index].team)' by now, not of "
                        + "\(teamField?.shown ?? "")",
                    expected: posts.values[index].team, diagnostics)
            }
            rows.append(
                PlacementInForce(
                    staff: person, team: team, from: period.from, until: period.until, post: post))
        }
        values = rows
    }

    /// A name that may have gone since the plan was made: then nil, with a warning, once for all rows that name it.
    private func readLapsed(_ field: Field?, _ known: KnownNames?) -> String? {
        guard let field, let name = field.identifier(diagnostics) else { return nil }
        guard let known, !known.contains(name) else { return name }
        let nearest = nearestName(to: name, in: known.names)
        diagnostics.add(
            .warning, once: "\(field.place.file)\n\(known.kind)\n\(name)", at: field,
            expected: nearest ?? "a \(known.kind) that is \(known.home)"
        ) { met in
            "\(known.kind) '\(Diagnostic.shortened(name))' is not \(known.home); "
                + (met.count > 1 ? "\(met.count) rows are left out" : "the row is left out")
                + didYouMean(nearest)
        }
        return nil
    }
}
