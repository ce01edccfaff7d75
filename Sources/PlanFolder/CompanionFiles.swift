// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// Files that belong to a plan and are none of its own: the week that a re-plan was made of, in `week`.
enum CompanionFiles {
    /// The folders in which a week keeps what it is read from.
    private static let folders = ["week", "week/current", "week/changes"]
    private static let endings = [".csv", ".yaml", ".yml"]

    /// Those that an earlier plan may have put into a folder: the week's tables and documents, which another week must
    /// not be read with. What else stands there is somebody's, and stays.
    static func earlier(in folder: some PathConvertible) -> [String] {
        folders.flatMap { below in
            let names = (try? folder.filePath.appending(below).names()) ?? []
            return names.compactMap(\.text).filter { name in endings.contains { name.hasSuffix($0) } }
                .map { "\(below)/\($0)" }
        }
    }
}
