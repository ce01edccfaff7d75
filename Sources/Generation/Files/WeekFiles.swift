// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Wording
import Workforce

/// A week as the files of its folder.
struct WeekFiles {
    let week: Week
    let frameworkPath: String
    /// What the head of week.yaml says.
    let notes: [String]

    init(_ week: Week, frameworkPath: String, notes: [String]) {
        self.week = week
        self.frameworkPath = frameworkPath
        self.notes = notes
    }

    var files: [GeneratedFile] {
        let tables = WeekRows(week).tables
        let travel = week.travel.map { times in
            TableSchema.travel.file(times.map { [$0.from, $0.to, "\($0.minutes)"] })
        }
        let yaml = WeekYAML(
            start: week.start, days: week.days, parts: week.parts, specialDays: week.specialDays,
            frameworkPath: frameworkPath, policy: week.policy, notes: notes)
        let files = tables.compactMap { schema, rows in
            rows.isEmpty ? (schema.isOptional ? nil : schema.empty) : schema.file(rows)
        }
        return [yaml.file] + files + (travel.map { [$0] } ?? [])
    }
}
