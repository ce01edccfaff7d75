// SPDX-License-Identifier: GPL-3.0-or-later

/// A file of a week's folder, not yet written anywhere.
public struct GeneratedFile: Sendable, Equatable {
    /// The path from the week's folder, such as `staff.csv`.
    public let path: String
    /// The whole text, in UTF-8 with a line feed at the end of each line.
    public let text: String

    /// A file.
    public init(path: String, text: String) {
        self.path = path
        self.text = text
    }
}
