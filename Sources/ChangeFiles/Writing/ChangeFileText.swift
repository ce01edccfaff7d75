// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Workforce

/// Everyday changes written as a change file: absences of somebody, marks, contacts of lines, new lines, sign-offs and places in
/// a rotation. Read again it says the same, in the order of the parts.
public struct ChangeFileText: Sendable {
    /// The file.
    public let text: String
    /// The line on which each change stands, in the order they were given; nil: a file of everyday changes says no such
    /// thing.
    public let lines: [Int?]

    /// Writes changes.
    ///
    /// - Parameter title: What the file says that it is.
    public init(_ changes: [Change], title: String) {
        var text = ["change: \(YAMLScalar.text(title))"]
        var lines = [Int?](repeating: nil, count: changes.count)
        for part in [ChangeFile.Part.absences, .availability, .demand, .signOffs, .placements] {
            let entries = changes.enumerated().compactMap { place, change in
                Self.entry(change).flatMap { $0.part == part ? (place: place, text: $0.text) : nil }
            }
            guard !entries.isEmpty else { continue }
            text.append("\(part.rawValue):")
            for entry in entries {
                text.append("  - \(entry.text)")
                lines[entry.place] = text.count
            }
        }
        self.text = text.map { $0 + "\n" }.joined()
        self.lines = lines
    }

    private static func entry(_ change: Change) -> (part: ChangeFile.Part, text: String)? {
        switch change {
        case .absence(let absence):
            guard case .staff(let id) = absence.who else { return nil }
            let ends = [("from", absence.sessions.from), ("until", absence.sessions.until)]
            return (
                .absences,
                flow(
                    [("staff", id)] + ends.compactMap { key, end in end.map { (key, $0) } }
                        + [("reason", absence.reason.rawValue)])
            )
        case .availability(let one):
            var pairs = ["staff: \(YAMLScalar.text(one.staff))"]
            pairs.append("sessions: [\(one.sessions.map(YAMLScalar.text).joined(separator: ", "))]")
            pairs.append("mark: \(one.mark == .off ? "blank" : one.mark.rawValue)")
            if !one.teams.isEmpty {
                pairs.append("team: [\(one.teams.map(YAMLScalar.text).joined(separator: ", "))]")
            }
            if let minutes = one.minutes { pairs.append("minutes: \(minutes)") }
            return (.availability, "{\(pairs.joined(separator: ", "))}")
        case .demand(.add(let contacts, let line)):
            return (.demand, "{line: \(YAMLScalar.text(line)), add: \(contacts)}")
        case .demand(.contacts(let contacts, let line)):
            return (.demand, "{line: \(YAMLScalar.text(line)), contacts: \(contacts)}")
        case .demand(.new(let line)):
            return (.demand, "{new: \(new(line))}")
        case .signOff(.add(let staff, let competency, let level, let from, let until)):
            return (
                .signOffs,
                flow(
                    [("staff", staff), ("competency", competency), ("level", "\(level)")]
                        + days([("signed_off_on", from), ("expires_on", until)]))
            )
        case .placement(let one):
            let place = one.team.map { ("team", $0) } ?? ("lift", "true")
            return (
                .placements,
                flow([("staff", one.staff), place] + days([("from", one.from), ("until", one.until)]))
            )
        case .demand(.factor), .demand(.remove), .conversion, .team, .person, .rate, .signOff(.withdraw),
            .signOff(.holds), .delegation, .singleHanded, .agreement, .contingency, .policy, .activity, .move,
            .supposed:
            return nil
        }
    }

    private static func new(_ line: NewLine) -> String {
        var pairs = [
            ("line", line.line), ("team", line.team), ("activity", line.activity),
            ("priority", line.priority.rawValue), ("contacts", "\(line.contacts)"),
        ]
        if line.singleHandedContacts > 0 {
            pairs.append(("single_handed_contacts", "\(line.singleHandedContacts)"))
        }
        let ends = [("earliest", line.window.from), ("latest", line.window.until)]
        pairs += ends.compactMap { key, end in end.map { (key, $0) } }
        if let source = line.source { pairs.append(("source", source.rawValue)) }
        return flow(pairs)
    }

    private static func days(_ days: [(key: String, day: CalendarDay?)]) -> [(key: String, value: String)] {
        days.compactMap { key, day in day.map { (key, $0.iso) } }
    }

    private static func flow(_ pairs: [(key: String, value: String)]) -> String {
        "{\(pairs.map { "\($0.key): \(YAMLScalar.text($0.value))" }.joined(separator: ", "))}"
    }
}
