// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// One change of the small rotation and what must be said of it, as first lines.
struct RotationProbe: Sendable, CustomStringConvertible {
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

    /// Changes the rotation and looks for what is said of it; the file as a whole where `old` is empty.
    func check() throws {
        let fixture = RotationFixture()
        if !old.isEmpty {
            let text = fixture.files.first { $0.path == file }?.text ?? ""
            try #require(text.contains(old), "the probe changes nothing")
        }
        let changed =
            old.isEmpty ? fixture.setting(file, to: new) : fixture.replacing(old, with: new, in: file)
        let told = try changed.problems()
        #expect(told == problems, "\(told)")
    }
}
