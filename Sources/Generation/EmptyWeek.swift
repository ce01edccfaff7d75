// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// A week to fill in: every file with its header row, each column explained in comments, and no data.
///
///     for file in EmptyWeek(weekStarting: monday).files() { … }
///
/// It reads as a week of no teams and nobody, so that a planner sees from the first row on what is still
/// missing.
public struct EmptyWeek: Sendable {
    /// The framework's path from the week's folder.
    public let frameworkPath: String
    /// The Monday the week begins on.
    public let start: CalendarDay

    /// An empty week.
    ///
    /// - Parameters:
    ///   - frameworkPath: The framework's path from the week's folder.
    ///   - weekStarting: A day of the week; its Monday is taken.
    public init(
        frameworkPath: String = "../../Competencies/intermediate-care.yaml", weekStarting: CalendarDay
    ) {
        self.frameworkPath = frameworkPath
        start = weekStarting.monday
    }

    /// The files of the week's folder.
    public func files() -> [GeneratedFile] {
        let sessions = (0..<WorkingWeek.days).flatMap { day in
            WorkingWeek.dayParts.map { Session(day: start.adding(days: day), dayIndex: day, part: $0) }
        }
        let yaml = WeekYAML(
            start: start, days: WorkingWeek.days, parts: WorkingWeek.dayParts, frameworkPath: frameworkPath,
            policy: Policy(),
            notes: [
                "A week to fill in. The tables beside this file say in their comments what each column is for;",
                "begin with teams.csv and staff.csv. Lines that begin with # are skipped.",
            ])
        let tables: [TableSchema] = [
            .teams, .namelessStaff, .signOffs, .rota(sessions), .demand, .agreements, .minimums,
            .overrides, .requests,
        ]
        return [yaml.file] + tables.map(\.empty)
    }
}
