// SPDX-License-Identifier: GPL-3.0-or-later

import Generation
import Rotations
import Workforce

/// Writes rotation.yaml: the periods, the framework's place, the templates, and the policy with every default as a comment.
struct RotationYAML {
    let parts: RotationParts
    let frameworkPath: String
    /// What the head of the file says.
    let notes: [String]

    var file: GeneratedFile {
        var lines = ["# \(Text.licence)", "#"] + notes.map { "# \($0)" } + [""]
        lines += [
            "rotation: \(Text.quoted(parts.name))",
            "starts: \(parts.starts.iso)  # the first day of the first period",
            "periods: \(parts.periodCount)  # how many there are",
            "period: \(length)  # month, or a number of weeks",
            "framework: \(Text.quoted(frameworkPath))  # from this folder",
            "",
            "# Periods that begin before this day are as in current/placements.csv.",
            parts.frozenBefore.map { "frozen_before: \($0.iso)" }
                ?? "# frozen_before: \(parts.starts.adding(months: 1).iso)",
            "",
            "# The settings that people go through. order: fixed, any (in any order) or cyclic (entered at any place).",
        ]
        lines += templateLines
        lines += [
            "",
            "# What a plan is priced and limited by. A line that is a comment shows the default; take its # away to change it.",
            "policy:",
        ]
        lines += RotationPolicy.lines.flatMap { line in
            let (own, usual) = (parts.policy[keyPath: line.figure], RotationPolicy()[keyPath: line.figure])
            let text = line.isPounds ? Text.pounds(own) : Text.number(own)
            return ["  # \(line.meaning)", "  \(own == usual ? "# " : "")\(line.key): \(text)"]
        }
        return GeneratedFile(path: "rotation.yaml", text: lines.joined(separator: "\n") + "\n")
    }

    private var length: String {
        switch parts.length {
        case .month: "month"
        case .weeks(let weeks): String(weeks)
        }
    }

    private var templateLines: [String] {
        guard !parts.templates.isEmpty else {
            return [
                "# templates:",
                "#   four-eight: {stages: [{setting: acute, periods: 4}, {setting: community, periods: 8}], order: cyclic}",
            ]
        }
        return ["templates:"]
            + parts.templates.map { template in
                let stages = template.stages.map { "{setting: \($0.setting), periods: \($0.periods)}" }
                return "  \(template.id): {stages: [\(stages.joined(separator: ", "))], order: "
                    + "\(template.order.rawValue)}"
            }
    }
}
