// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// One change of the small week and the problem it must bring, as its first line.
struct Probe: Sendable, CustomStringConvertible {
    let file: String
    let old: String
    let new: String
    let problems: [String]

    init(_ file: String, _ old: String, _ new: String, _ problems: String...) {
        self.file = file
        self.old = old
        self.new = new
        self.problems = problems
    }

    var description: String { "\(file): \(old) → \(new)" }

    /// The small week with the change; the file as a whole where `old` is empty.
    var fixture: WeekFixture {
        old.isEmpty ? WeekFixture().setting(file, to: new) : WeekFixture().replacing(old, with: new, in: file)
    }
}

extension Probe {
    /// The first line of each diagnostic.
    static func lines(_ diagnostics: [Diagnostic]) -> [String] {
        diagnostics.map { String($0.description.split(separator: "\n", maxSplits: 1)[0]) }
    }
}
