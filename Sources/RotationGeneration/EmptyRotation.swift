// SPDX-License-Identifier: GPL-3.0-or-later

import Generation
import Reading
import Rotations
import Workforce

/// A rotation to fill in: every file with its header row, each column explained in comments, and no data.
public struct EmptyRotation: Sendable {
    /// The framework's path from the rotation's folder.
    public let frameworkPath: String
    /// The first day of the first period.
    public let starts: CalendarDay

    /// An empty rotation of twelve months.
    public init(frameworkPath: String, starts: CalendarDay) {
        self.frameworkPath = frameworkPath
        self.starts = starts
    }

    /// The files of the rotation's folder: all tables but travel.csv, without which no way is too long, and current/.
    public func files(of framework: Framework) -> [GeneratedFile] {
        let parts = RotationParts(
            name: "A rotation to fill in", starts: starts, periodCount: 12, framework: framework)
        let yaml = RotationYAML(
            parts: parts, frameworkPath: frameworkPath,
            notes: [
                "A rotation to fill in. The tables beside this file say in their comments what each column is for;",
                "begin with posts.csv and people.csv. Lines that begin with # are skipped.",
            ])
        let tables: [TableSchema] = [
            .posts, .people, .signOffs, .agreements, .away, .apart, .curriculum, .capacity, .wanted,
        ]
        return [yaml.file] + tables.map(\.empty)
    }
}
