// SPDX-License-Identifier: GPL-3.0-or-later

import Figures

/// What a command says of closer looks that there was no time or memory for.
enum CloserLooks {
    /// Names what was left out, if anything, and what would find it out, as a sentence.
    static func tell(_ findings: Findings, _ remedy: String) {
        guard let leftOut = findings.leftOut, !leftOut.isEmpty else { return }
        let looks = leftOut.map(\.words)
        let list = looks.count > 1 ? looks.dropLast().joined(separator: ", ") + " and " : ""
        Terminal.error(
            "Not worked out for want of time or memory: \(list)\(looks[looks.count - 1]). \(remedy)"
        )
    }
}
