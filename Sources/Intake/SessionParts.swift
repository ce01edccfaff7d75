// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Reads `sessions` of week.yaml: the parts of a day in which people work.
///
/// A mapping of identifiers, `am: {starts: "08:00", ends: "12:00", uplift: 0}`, or a list of mappings with `id`.
enum SessionParts {
    /// The parts in order of their start; nil where it cannot be told which there are, or in which order.
    ///
    /// Parts that overlap, or end where they should not, are reported and still given, so that the tables can be
    /// checked against their names.
    static func read(_ node: YAMLNode, _ diagnostics: Diagnostics) -> [DayPart]? {
        let entries = entries(of: node, diagnostics)
        guard let entries else { return nil }
        guard (1...WeekFile.partLimit).contains(entries.count) else {
            diagnostics.add(
                .error, at: node.place, field: "sessions", found: "\(entries.count) sessions",
                expected: "1 to \(WeekFile.partLimit) sessions",
                message: "a day has \(entries.count) sessions")
            return nil
        }
        var names = KnownNames(kind: "session", home: "in week.yaml")
        var parts: [(part: DayPart, field: Field)] = []
        var isComplete = true
        for (field, body) in entries {
            let id = field?.identifier(blanks: false, diagnostics)
            if let id, let field { names.define(id, at: field, diagnostics) }
            let part = id.flatMap { readPart($0, body, diagnostics) }
            if let part, let field { parts.append((part, field)) } else { isComplete = false }
        }
        parts.sort { ($0.part.starts, $0.part.ends) < ($1.part.starts, $1.part.ends) }
        for (index, later) in parts.enumerated() {
            for earlier in parts[..<index] where later.part.starts < earlier.part.ends {
                later.field.error(
                    "session '\(later.part.id)' begins before session '\(earlier.part.id)' ends",
                    expected: "sessions that do not overlap", diagnostics)
            }
        }
        return isComplete ? parts.map(\.part) : nil
    }

    private static func entries(
        of node: YAMLNode, _ diagnostics: Diagnostics
    ) -> [(id: Field?, body: YAMLMapping)]? {
        let known = ["starts", "ends", "uplift"]
        if case .sequence(let items) = node.kind {
            let bodies = items.map { $0.mapping("a session", known: ["id"] + known, diagnostics) }
            guard !bodies.contains(where: { $0 == nil }) else { return nil }
            return bodies.compactMap { $0 }.map { ($0.requiredField("id", "an identifier such as am"), $0) }
        }
        guard let pairs = node.pairs("sessions", diagnostics) else { return nil }
        let bodies = pairs.map { key, value in
            (id: key, body: value.mapping("session '\(key.text)'", known: known, diagnostics))
        }
        guard !bodies.contains(where: { $0.body == nil }) else { return nil }
        return bodies.compactMap { entry in entry.body.map { (entry.id, $0) } }
    }

    private static func readPart(_ id: String, _ body: YAMLMapping, _ diagnostics: Diagnostics) -> DayPart? {
        let starts = body.requiredField("starts", "a time such as \"08:00\"")?.time(diagnostics)
        let endField = body.requiredField("ends", "a time such as \"12:30\"")
        let ends = endField?.time(end: true, diagnostics)
        let uplift =
            body.field("uplift").map { $0.decimal(in: 0...10, unit: "a share of pay", diagnostics) } ?? 0
        guard let starts, let ends, let uplift else { return nil }
        if ends <= starts {
            endField?.error(
                "session '\(id)' ends at \(endField?.text ?? "") and does not begin before",
                expected: "an end after the start, on the same day (24:00 at the latest)", diagnostics)
        }
        return DayPart(id: id, starts: starts, ends: ends > starts ? ends : 24 * 60, uplift: uplift)
    }
}
