// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import Reading
import Workforce

/// What is asked of a frontier: how little care of some priorities can go unmet for so much agency, cap by cap.
///
///     frontier: {of: agency, against: [critical, urgent], points: 9}
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
    /// Where it begins in the file.
    let place: Place

    /// The keys of one.
    static let keys = ["of", "against", "points"]
    /// The caps that are tried where nothing is said.
    static let usualPoints = 9
    /// The most caps.
    static let mostPoints = 101

    /// Reads one; nil, with an error told, where it is not right.
    init?(_ node: YAMLNode, _ diagnostics: Diagnostics) {
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
        guard let words, entry.isSound else { return nil }
        priorities = Care.allCases.filter(words.contains).map(\.priority)
        (self.points, place) = (points, node.place)
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
