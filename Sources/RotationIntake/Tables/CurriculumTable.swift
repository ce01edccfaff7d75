// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Rotations
import Workforce

/// curriculum.csv, optional: how many blocks people should have in the posts of a group.
struct CurriculumTable: RotationTable {
    let basis: RotationBasis
    private(set) var values: [CurriculumRow] = []

    /// Reads the table.
    init(_ basis: RotationBasis, posts: PostsTable, people: PeopleTable) {
        self.basis = basis
        guard let table = basis.source.table(.curriculum) else { return }
        let blocks = 0...1000
        for row in table.rows {
            let staffField = table.field("staff", of: row)
            let isEverybody = staffField?.text == "*"
            let person = isEverybody ? nil : people.readPerson(staffField)
            let groupField = table.field("group", of: row)
            var group = groupField?.identifier(diagnostics)
            if let name = group, let groupField, let known = posts.groups {
                group = known.resolve(name, at: groupField, diagnostics)
            }
            let least = table.field("at_least", of: row)?
                .wholeNumber(in: blocks, unit: "blocks", blank: 0, diagnostics)
            let mostField = table.given("at_most", of: row)
            let most = mostField?.wholeNumber(in: blocks, unit: "blocks", diagnostics)
            if let least, let most, most < least {
                mostField?.error(
                    "at_most \(most) is below at_least \(least)", expected: "\(least) or more", diagnostics)
            }
            let pounds = table.given("pounds", of: row)
                .map { $0.decimal(in: PolicyFigure.pounds.weight, unit: "pounds", diagnostics) }
            guard isEverybody || person != nil, let group, let least, let pounds = pounds ?? 500 else {
                continue
            }
            values.append(
                CurriculumRow(staff: person, group: group, atLeast: least, atMost: most, pounds: pounds))
        }
    }
}
