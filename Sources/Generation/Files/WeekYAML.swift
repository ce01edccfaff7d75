// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Writes week.yaml: the horizon, the framework's place, and the policy with every default as a comment.
struct WeekYAML {
    let start: CalendarDay
    let days: Int
    let parts: [DayPart]
    var specialDays: [SpecialDay] = []
    let frameworkPath: String
    let policy: Policy
    /// What the head of the file says.
    let notes: [String]

    var file: GeneratedFile {
        var lines = ["# \(Text.licence)", "#"] + notes.map { "# \($0)" } + [""]
        lines += [
            "week_starting: \(start.iso)  # a Monday", "days: \(days)  # 1 to 28",
            "framework: \(Text.quoted(frameworkPath))  # from this folder", "",
            "# The parts of a day. Quote the times; an end before the start is on the next day. uplift: the share by which",
            "# bank and agency pay rises then, 0.30 for 30 per cent.", "sessions:",
        ]
        lines += parts.map {
            "  \($0.id): {starts: \"\(Text.time($0.starts))\", ends: \"\(Text.time($0.ends))\", uplift: \(Text.pounds($0.uplift))}"
        }
        lines += specialDayLines
        lines += [
            "",
            "# What a plan is priced and limited by. A line that is a comment shows the default; take its # away to change it.",
        ]
        lines += policyLines
        return GeneratedFile(path: "week.yaml", text: lines.joined(separator: "\n") + "\n")
    }

    /// Bank holidays and days on which teams are closed, or how to write them.
    private var specialDayLines: [String] {
        let comment = [
            "",
            "# Bank holidays and days on which teams are closed: a list of teams, or all. uplift: of bank and agency;",
            "# own_uplift: own staff's enhancement on available sessions.",
        ]
        guard !specialDays.isEmpty else {
            return comment + [
                "# special_days:",
                "#   - {date: \(start.iso), name: Bank holiday, uplift: 0.60, own_uplift: 0.60, closed: [a-team]}",
            ]
        }
        return comment + ["special_days:"]
            + specialDays.map { day in
                let closed =
                    switch day.closed {
                    case .all: "all"
                    case .teams(let teams): "[\(teams.map(Text.quoted).joined(separator: ", "))]"
                    }
                return
                    "  - {date: \(day.day.iso), name: \(Text.quoted(day.name)), uplift: \(Text.number(day.uplift)), "
                    + "own_uplift: \(Text.number(day.ownUplift)), closed: \(closed)}"
            }
    }

    private var policyLines: [String] {
        let defaults = Policy()
        return ["policy:"]
            + Policy.lines.flatMap { line in
                let text = WeekYAML.text(line, policy)
                let isDefault = text == WeekYAML.text(line, defaults)
                return ["  # \(line.meaning)", "  \(isDefault ? "# " : "")\(line.key): \(text)"]
            }
    }

    private static func text(_ line: PolicyLine, _ policy: Policy) -> String {
        switch line.content {
        case .figure(let figure): figure.text(in: policy)
        case .figures(let figures):
            "{" + figures.map { "\($0.key): \($0.figure.text(in: policy))" }.joined(separator: ", ") + "}"
        case .accompanied: "[\(policy.accompanied.map(\.rawValue).joined(separator: ", "))]"
        case .lowUtilisation: thresholds(policy.lowUtilisation)
        case .ladder: "[\(policy.ladder.map(\.rawValue).joined(separator: ", "))]"
        }
    }

    private static func thresholds(_ shares: UtilisationThresholds) -> String {
        let general = [
            ("registered", shares.registered), ("support", shares.support), ("bedded", shares.bedded),
        ].map { "\($0.0): \(Text.pounds($0.1))" }
        let roles = shares.roles.map { "\(Text.quoted($0.role)): \(Text.pounds($0.share))" }
        return "{" + (general + roles).joined(separator: ", ") + "}"
    }
}

extension PolicyFigure {
    /// The figure of a policy as week.yaml has it.
    public func text(in policy: Policy) -> String {
        switch self {
        case .weight(let path): Text.pounds(policy[keyPath: path])
        case .number(let path, _, .share): Text.pounds(policy[keyPath: path])
        case .number(let path, _, _): Text.number(policy[keyPath: path])
        case .count(let path, _, _): "\(policy[keyPath: path])"
        case .most(let path, _, _): policy[keyPath: path].map(Text.number) ?? "null"
        case .cap(let path): policy[keyPath: path].map(Text.pounds) ?? "null"
        }
    }

    /// A number as week.yaml has it.
    public static func text(_ number: Double) -> String { Text.number(number) }
}
