// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// The small week with something that is probably not meant, and everything that is said of it, as first lines.
struct FindingProbe: Sendable, CustomTestStringConvertible {
    /// A change of one file.
    enum Change: Sendable {
        /// One text for another, wherever it stands.
        case put(String, for: String, in: String)
        /// A line more.
        case add(String, to: String)
        /// Another text for the whole file.
        case set(String, to: String)
    }

    let testDescription: String
    let changes: [Change]
    let said: [String]

    init(_ title: String, _ changes: [Change], said: [String]) {
        testDescription = title
        self.changes = changes
        self.said = said
    }

    /// What reading the changed week says, each as its first line.
    func problems() throws -> [String] { Probe.lines(try fixture.read().diagnostics) }

    /// The changed week.
    var fixture: WeekFixture {
        changes.reduce(WeekFixture()) { fixture, change in
            switch change {
            case .put(let new, let old, let file): fixture.replacing(old, with: new, in: file)
            case .add(let line, let file): fixture.adding(line, to: file)
            case .set(let file, let text): fixture.setting(file, to: text)
            }
        }
    }
}
