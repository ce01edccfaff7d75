// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// What week.yaml says: the horizon, the framework's place and the policy.
struct WeekFile {
    static let path = "week.yaml"
    /// The most parts of a day.
    static let partLimit = 24

    /// Nil where `week_starting`, `days` or `sessions` cannot be read. Where they can be, but not be right, it is
    /// the likeliest, so that the tables are checked all the same.
    private(set) var horizon: Horizon?
    /// What stands under `week_starting`.
    private(set) var startField: Field?
    /// Whether the horizon is what the file says, and not a guess.
    private(set) var isHorizonSure = false
    /// The parts of the day, where they could be read.
    private(set) var parts: [DayPart]?
    private(set) var policy = Policy()
    /// The framework's path from the week's folder.
    private(set) var framework: Field?
    /// What stands under `special_days`, with the teams it names, to be looked up once they are known.
    private(set) var specialDays: [(day: SpecialDay, teams: [Field])] = []
    /// The first session that is not over, as an index in the horizon; nil: `frozen_before` says nothing.
    private(set) var frozenBefore: Int?
    /// What stands under `frozen_before`.
    private(set) var frozenField: Field?
    /// What marks of the rota mean besides those of the contract.
    private(set) var marks = RotaMarks()
    /// What stands under `low_utilisation`, to be read once the roles are known.
    private var thresholds: YAMLNode?

    /// Reads week.yaml.
    ///
    /// - Parameter headings: The days that the headings of rota.csv name, asked for where `week_starting` is no
    ///   Monday: they say which one was meant.
    init(_ input: InputFile, headings: () -> [CalendarDay], _ diagnostics: Diagnostics) {
        let keys = [
            "week_starting", "framework", "sessions", "days", "special_days", "frozen_before", "policy",
            "marks",
        ]
        guard let root = YAMLDocument.read(input, diagnostics),
            let document = root.mapping(Self.path, known: keys, diagnostics)
        else { return }
        framework = document.frameworkPath(diagnostics)
        startField = document.requiredField("week_starting", "a Monday such as 2026-11-23")
        let start = startField.flatMap { Self.readStart($0, headings, diagnostics) }
        let days = document.field("days").map { $0.wholeNumber(in: 1...28, unit: "days", diagnostics) } ?? 7
        parts = document.required(
            "sessions", "the parts of a day, such as am: {starts: \"08:00\", ends: \"12:00\"}"
        )
        .flatMap { SessionParts.read($0, diagnostics) }
        isHorizonSure = !diagnostics.hasErrors(in: Self.path)
        if let node = document.value("marks") { marks = RotaMarks(node, diagnostics) }
        (policy, thresholds) = PolicyReader.read(document.value("policy"), diagnostics)
        if let start, let days, let parts {
            let range = start...start.adding(days: days - 1)
            specialDays = SpecialDays.read(document.value("special_days"), within: range, diagnostics)
            horizon = Horizon(start: start, days: days, parts: parts, specialDays: specialDays.map(\.day))
            frozenField = document.field("frozen_before")
            frozenBefore = frozenField.flatMap { readFrozenBefore($0, diagnostics) }
        }
    }

    private func readFrozenBefore(_ field: Field, _ diagnostics: Diagnostics) -> Int? {
        guard let horizon, let session = field.session(diagnostics) else { return nil }
        guard let index = horizon.index(of: session) else {
            field.error(
                "frozen_before \(field.shown) is no session of the week: \(horizon.absence(of: session))",
                expected: "the first session that is not over, such as \(horizon.sessions[0].id)", diagnostics
            )
            return nil
        }
        return index
    }

    /// Reads `low_utilisation`, whose keys may be roles of the framework; nil where those are not known.
    mutating func readThresholds(roles: [String]?, _ diagnostics: Diagnostics) {
        guard let thresholds else { return }
        policy.lowUtilisation = ThresholdReader.read(thresholds, roles: roles, diagnostics)
    }

    /// The day. Where it is no Monday, that is the cause of whatever does not fit, so it is told first, and of the
    /// Mondays beside it the one is taken that more of the rota's headings fit.
    private static func readStart(
        _ field: Field, _ headings: () -> [CalendarDay], _ diagnostics: Diagnostics
    ) -> CalendarDay? {
        guard let day = field.day(diagnostics) else { return nil }
        guard day.weekday != .monday else { return day }
        let (before, after) = (day.monday, day.monday.adding(days: 7))
        let fitting = headings().filter { $0 >= before && $0 < after.adding(days: 7) }
        let meant = fitting.isEmpty ? nil : fitting.count { $0 < after } * 2 > fitting.count ? before : after
        diagnostics.add(
            .error, once: "no Monday", at: field,
            expected: meant.map { "a Monday: \($0), which the headings of rota.csv fit" }
                ?? "a Monday: \(before) or \(after)", leads: true,
            message: { _ in "week_starting \(field.shown) is a \(day.weekday.short), not a Monday" })
        return meant ?? before
    }
}
