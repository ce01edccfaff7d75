// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Reads `sessions` of week.yaml: the parts of a day in which people work.
///
/// A mapping of identifiers, `am: {starts: "08:00", ends: "12:00", uplift: 0}`, or a list of mappings with `id`. A part
/// whose end is not after its start ends on the next day: `night: {starts: "21:00", ends: "07:30"}`.
enum SessionParts {
    /// A part longer than this is looked at again where it ends on the next day: its times may have been mixed up.
    private static let longNight = 13 * 60

    /// The parts in order of their start; nil where it cannot be told which there are, or in which order.
    ///
    /// Parts that overlap are reported and still given, so that the tables can be checked against their names.
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
            for earlier in parts[..<index] { compare(earlier.part, later.part, at: later.field, diagnostics) }
            let overlaps = later.part.ends - 1440 > parts[0].part.starts && index > 0
            tellLongNight(later.part, at: later.field, overlaps: overlaps, diagnostics)
        }
        tellCutNight(parts, diagnostics)
        return isComplete ? parts.map(\.part) : nil
    }

    /// Two parts of a day must not overlap, nor the later one the earlier one of the next day.
    private static func compare(
        _ earlier: DayPart, _ later: DayPart, at field: Field, _ diagnostics: Diagnostics
    ) {
        if later.starts < earlier.ends {
            field.error(
                "session '\(later.id)' begins before session '\(earlier.id)' ends",
                expected: "sessions that do not overlap", diagnostics)
        } else if later.ends - 1440 > earlier.starts {
            field.error(
                "session '\(later.id)' ends at \(clock(later.ends)) on the next day, when session '\(earlier.id)' "
                    + "has begun",
                expected: "sessions that do not overlap: an end at \(clock(earlier.starts)) or before",
                diagnostics)
        }
    }

    /// An end before the start may be a slip.
    private static func tellLongNight(
        _ part: DayPart, at field: Field, overlaps: Bool, _ diagnostics: Diagnostics
    ) {
        guard part.ends > 1440, part.minutes > longNight, !overlaps else { return }
        field.notice(
            "session '\(part.id)' lasts \(hours(part.minutes)) hours: it ends at \(clock(part.ends)) on the next day",
            expected: "an end after the start, unless that is meant", diagnostics)
    }

    /// A part that ends at midnight and one that begins then may be a night cut in two: between the two, rest would be
    /// asked for.
    private static func tellCutNight(
        _ parts: [(part: DayPart, field: Field)], _ diagnostics: Diagnostics
    ) {
        guard let (late, early) = touching(parts.map(\.part)), let last = parts.last else { return }
        let message =
            "sessions '\(late.id)' and '\(early.id)' touch at midnight, and a plan asks for minimum_rest_hours between "
            + "them: a night is one session, which ends on the next day"
        let expected =
            "\(late.id): {starts: \"\(clock(late.starts))\", ends: \"\(clock(early.ends))\"} in place of both, if they "
            + "are one night"
        if isNight(late, early) {
            last.field.warning(message, expected: expected, diagnostics)
        } else {
            last.field.notice(message, expected: expected, diagnostics)
        }
    }

    /// Whether two parts of a day that touch at midnight are probably one night cut in two.
    static func cutNight(_ parts: [DayPart]) -> (late: DayPart, early: DayPart)? {
        guard let (late, early) = touching(parts), isNight(late, early) else { return nil }
        return (late, early)
    }

    /// The last and the first part of a day where the one ends at midnight and the other begins then.
    ///
    /// - Parameter parts: In order of their start.
    private static func touching(_ parts: [DayPart]) -> (late: DayPart, early: DayPart)? {
        guard let early = parts.first, let late = parts.last, early.id != late.id, early.starts == 0,
            late.ends == 1440
        else { return nil }
        return (late, early)
    }

    private static func isNight(_ late: DayPart, _ early: DayPart) -> Bool {
        late.minutes + early.minutes <= longNight
    }

    /// Minutes after midnight as `07:30`, on the next day, too.
    private static func clock(_ minutes: Int) -> String {
        let (hour, minute) = (minutes % 1440).quotientAndRemainder(dividingBy: 60)
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }

    private static func hours(_ minutes: Int) -> String { Findings.plain(Double(minutes) / 60) }

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
        let ends = body.requiredField("ends", "a time such as \"12:30\"")?.time(end: true, diagnostics)
        let uplift =
            body.field("uplift").map { $0.decimal(in: 0...10, unit: "a share of pay", diagnostics) } ?? 0
        guard let starts, let ends, let uplift else { return nil }
        return DayPart(id: id, starts: starts, ends: ends > starts ? ends : ends + 1440, uplift: uplift)
    }
}
