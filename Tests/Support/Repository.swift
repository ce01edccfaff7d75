// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Files of this repository, found from this source file.
public enum Repository {
    /// Its folder.
    public static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    /// The shipped framework.
    public static let framework = root.appending(path: "Competencies/intermediate-care.yaml")
}
