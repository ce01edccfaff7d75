// SPDX-License-Identifier: GPL-3.0-or-later

import Intake
import Reading
import Rotations
import Workforce

extension RotationTables {
    /// Tells of what does not go together, or was probably not meant, in tables read each for itself.
    func check() {
        checkFrozen()
        checkSize()
        checkSettings()
        tellSpreadsheetHabits()
        MisnamedFiles.tell(
            of: basis.source.folder.names(), known: RotationReader.files.filter { !$0.contains("/") },
            diagnostics)
        if let travel, basis.isSound(.travel) {
            LostLocalities.tell(
                of: posts.values.indices.map { posts.cells.field("locality", $0) }
                    + people.values.indices.map { people.cells.field("base_locality", $0) },
                travel: travel.values, diagnostics)
        }
        guard basis.isSound(.posts), basis.isSound(.people) else { return }
        IdleAgreements.tell(
            of: agreements.values.indices.map {
                (agreements.cells.field("employer", $0), agreements.cells.field("organisation", $0))
            },
            employers: people.values.map(\.employer), "is nobody's employer in people.csv",
            organisations: posts.values.map(\.organisation), "runs no post in posts.csv", diagnostics)
    }

    private func checkFrozen() {
        guard let field = basis.file?.frozenField, !current.isGiven else { return }
        field.error(
            "frozen_before \(field.shown) is given, and there is no \(TableSchema.currentPosts.path) to keep to",
            expected: "that file, or no frozen_before", diagnostics)
    }

    /// More people, posts and periods than could be planned.
    private func checkSize() {
        let limits = [
            (posts.table, PostsTable.limit, "posts"), (people.table, PeopleTable.limit, "people"),
        ]
        for (table, limit, what) in limits {
            guard let table, table.rows.count > limit else { continue }
            diagnostics.add(
                .error, at: Place(file: table.file, line: table.rows[limit].line),
                expected: "at most \(limit)",
                message: "\(table.file) has \(table.rows.count) \(what), more than can be planned")
        }
        let cells = people.values.count * posts.values.count * (basis.file?.periods ?? 1)
        guard cells > RotationFaults.mostCells else { return }
        diagnostics.add(
            .error, at: Place(file: RotationFile.path),
            expected: "at most \(RotationFaults.mostCells) of people times posts times periods",
            message: "people times posts times periods are \(cells), more than can be planned")
    }

    /// Settings of templates that no post has: nobody can be placed in such a stage.
    private func checkSettings() {
        guard let file = basis.file, basis.isSound(.posts), !posts.values.isEmpty else { return }
        let known = Set(posts.values.map(\.setting))
        var told: Set<String> = []
        for template in file.templates {
            for stage in template.stages
            where !known.contains(stage.setting) && told.insert(stage.setting).inserted {
                let nearest = nearestName(to: stage.setting, in: known.sorted())
                diagnostics.add(
                    .warning, at: Place(file: RotationFile.path), field: "setting", found: stage.setting,
                    expected: nearest ?? "a setting of posts.csv",
                    message: "template '\(template.id)' has a stage in setting "
                        + "'\(Diagnostic.shortened(stage.setting))', which no post has" + didYouMean(nearest))
            }
        }
    }

    /// Tells of identifiers that a spreadsheet rewrites.
    private func tellSpreadsheetHabits() {
        for (table, column) in [(posts.table, "post"), (people.table, "staff")] {
            guard let table else { continue }
            SpreadsheetHabits.tell(
                of: table.rows.compactMap { table.field(column, of: $0) }, areKeys: true,
                zerosAreTold: diagnostics.isTold(KnownNames.rewrittenCause(column)), diagnostics)
        }
    }
}
