// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// Files that belong to a plan and are none of its own: the week that a re-plan was made of, in `week`.
enum CompanionFiles {
    /// The week's own files, by their paths from its folder.
    private static let own = Set(
        TableSchema.week.map(\.path) + ["week.yaml", "framework.yaml"]
            + [TableSchema.current, .currentContacts, .currentSupervision].map(\.path))
    /// The folders that they lie in, and the one of change files, which are any.
    private static let folders = ["", "current/", changes]
    private static let changes = "changes/"
    private static let endings = [".yaml", ".yml"]

    /// Those that an earlier plan may have put into a folder: the week's tables and documents, which another week must
    /// not be read with. What else stands there is somebody's, and stays.
    static func earlier(in folder: some PathConvertible) -> [String] {
        folders.flatMap { below in
            let names = (try? folder.filePath.appending("week/\(below)").names()) ?? []
            return names.compactMap(\.text).filter { name in
                below == changes ? endings.contains { name.hasSuffix($0) } : own.contains(below + name)
            }.map { "week/\(below)\($0)" }
        }
    }
}
