// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import Reading
import Workforce

/// What is asked of a frontier: how little care of some priorities can go unmet for so much agency, cap by cap.
///
///     frontier: {of: agency, against: [critical, urgent], points: 9, with: [absence-7]}
public struct FrontierRequest: Sendable {
    /// What is spent.
    enum Means: String, CaseIterable, Sendable {
        /// Pay of booked agency sessions, as the agency cap counts it.
        case agency
    }

    /// The priorities whose contact hours unmet are counted, the most pressing first.
    public let priorities: [Priority]
    /// How many caps are tried, no cap among them.
    public let points: Int
    /// The scenario in which they are tried: the base, or overlays together.
    public let scenario: ScenarioFile.Scenario
    /// Where it begins in the file.
    let place: Place

    /// The keys of one.
    static let keys = ["of", "against", "points", "with"]
    /// The caps that are tried where nothing is said.
    static let usualPoints = 9
    /// The most caps.
    static let mostPoints = 101

    /// Reads one; nil, with an error told, where it is not right.
    ///
    /// - Parameters:
    ///   - overlays: Looks up overlays by name.
    ///   - replicates: How often everything is tried.
    init?(
        _ node: YAMLNode, _ overlays: RunReader, replicates: Int, _ diagnostics: Diagnostics
    ) {
        guard let entry = EntryReader(node, "frontier", known: Self.keys, diagnostics) else { return nil }
        if entry.required("of", "agency") != nil { _ = entry.word("of", Means.self) }
        if !entry.has("against") {
            entry.refuse(
                "frontier has no 'against'",
                expected: "priorities whose unmet hours are counted, such as [urgent]")
        }
        let words = entry.words("against", Care.self)
        let points =
            entry.whole("points", 2...Self.mostPoints, "caps tried, no cap among them") ?? Self.usualPoints
        let scenario = Self.scenario(entry, overlays, replicates, diagnostics)
        guard let words, let scenario, entry.isSound else { return nil }
        priorities = Care.allCases.filter(words.contains).map(\.priority)
        (self.points, self.scenario, place) = (points, scenario, node.place)
    }

    /// The scenario that `with` names; the base where there is none; nil, with an error told, where it is not right.
    private static func scenario(
        _ entry: EntryReader, _ overlays: RunReader, _ replicates: Int, _ diagnostics: Diagnostics
    ) -> ScenarioFile.Scenario? {
        guard let node = entry.node("with"), !node.isNull else { return .base }
        guard let items = node.items("with", diagnostics) else { return nil }
        let fields = items.compactMap { $0.scalar("with", diagnostics) }
        guard fields.count == items.count, let scenario = overlays.scenario(fields) else { return nil }
        guard !fields.isEmpty else { return .base }
        var isSound = true
        for (field, overlay) in zip(fields, scenario.overlays) {
            if overlay.capsAgency {
                field.error(
                    "'\(overlay.name)' caps agency, as every point of the frontier does",
                    expected: "overlays that cap nothing",
                    diagnostics)
                isSound = false
            } else if overlay.isDrawn, replicates > 1 {
                field.error(
                    "'\(overlay.name)' is drawn anew in each of \(replicates) replicates, so that points would be of other weeks "
                        + "each time",
                    expected: "overlays that draw nothing, or replicates: 1", diagnostics)
                isSound = false
            }
        }
        return isSound ? scenario : nil
    }

    /// The priorities that may be named: what is held in reserve is no care that goes unmet.
    private enum Care: String, CaseIterable {
        case critical, urgent, routine

        var priority: Priority {
            switch self {
            case .critical: .critical
            case .urgent: .urgent
            case .routine: .routine
            }
        }
    }

    /// Tells where a week has nothing that the frontier is about.
    func check(_ week: Week, _ diagnostics: Diagnostics) {
        guard FrontierWeight.step(of: priorities, in: week) == nil else { return }
        diagnostics.add(
            .error, at: place, field: "against", expected: "priorities that lines of demand.csv have",
            message:
                "the week asks for no contacts of priority \(priorities.map(\.rawValue).joined(separator: " or ")), so "
                + "that there is no frontier of it")
    }
}
