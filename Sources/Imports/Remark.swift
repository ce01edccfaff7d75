// SPDX-License-Identifier: GPL-3.0-or-later

/// What people write beside a code or a group of reasons, such as why somebody is sick: cut off, since no plan is to know it.
enum Remark {
    /// What it may begin with.
    private static let marks = [" - ", " – ", "(", ":", ","]

    /// The words of a text before a remark.
    ///
    /// - Parameter marks: What it may begin with besides.
    static func words(before remark: String, orAt marks: [String] = []) -> [Substring] {
        var plain = remark[...]
        for mark in Self.marks + marks {
            if let place = plain.firstRange(of: mark) { plain = plain[..<place.lowerBound] }
        }
        return plain.split { $0.isWhitespace }
    }
}
