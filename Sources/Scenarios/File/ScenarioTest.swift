// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import Figures
import Pay
import Reading
import Workforce

/// A line that a figure of a week has to keep to, so that weeks pass or fail under a scenario.
///
///     tests: [{figure: agency_share, at_most: 0.03}, {figure: unmet_contacts_critical, at_most: 0}]
public struct ScenarioTest: Sendable, Equatable {
    /// Which side of a number is right.
    public enum Side: String, Sendable, CaseIterable {
        case atMost = "at_most"
        case atLeast = "at_least"
    }

    /// The figure, as results.csv names it.
    public let figure: String
    /// Which side of the line is right.
    public let side: Side
    /// The line, in the figure's unit; shares of 1.
    public let line: Double
    /// Where the figure stands in the file.
    let place: Place

    /// The keys of one.
    static let keys = ["figure"] + Side.allCases.map(\.rawValue)

    /// Whether a value is on the right side.
    func holds(_ value: Double) -> Bool {
        switch side {
        case .atMost: value <= line + Self.nothing
        case .atLeast: value >= line - Self.nothing
        }
    }

    /// What sums of decimals differ by.
    private static let nothing = 1e-9

    /// Reads a list of them; what is wrong is told.
    static func read(_ node: YAMLNode?, _ diagnostics: Diagnostics) -> [ScenarioTest] {
        guard let node, let items = node.items("tests", diagnostics) else { return [] }
        if items.isEmpty {
            diagnostics.add(
                .error, at: node.place, field: "tests",
                expected: "a list such as [{figure: agency_share, at_most: 0.03}]",
                message: "tests names nothing")
        }
        var tests: [ScenarioTest] = []
        for item in items {
            guard let entry = EntryReader(item, "a test", known: keys, diagnostics),
                let test = ScenarioTest(entry)
            else { continue }
            guard !tests.contains(where: { $0.figure == test.figure && $0.side == test.side }) else {
                entry.refuse(
                    "'\(test.figure)' is tested twice with \(test.side.rawValue)",
                    expected: "the tighter line alone",
                    at: entry.keyField("figure"))
                continue
            }
            tests.append(test)
        }
        return tests
    }

    private init?(_ entry: EntryReader) {
        let figure = entry.required("figure", "a figure of results.csv, such as agency_share")
        let sides = Side.allCases.filter { entry.has($0.rawValue) }
        if sides.isEmpty {
            entry.refuse("a test has neither 'at_most' nor 'at_least'", expected: "one of the two")
        }
        if sides.count > 1 { entry.refuse([Side.atLeast.rawValue], beside: Side.atMost.rawValue) }
        let lines = sides.map { entry.decimal($0.rawValue, -1e9...1e9, "as the figure has it") }
        guard entry.isSound, let figure, let side = sides.first, let line = lines.first.flatMap({ $0 }) else {
            return nil
        }
        (self.figure, self.side, self.line, place) = (figure.text, side, line, figure.place)
    }

    /// Tells of a figure that no plan of any of the weeks has.
    ///
    /// - Parameter besides: Figures that scenarios have besides those of plans.
    func check(_ weeks: [Week], pay: PayTable?, besides: [String] = [], _ diagnostics: Diagnostics) {
        var known = besides
        for name in weeks.flatMap({ CostAndCare.names(of: $0, pay: pay) }) where !known.contains(name) {
            known.append(name)
        }
        guard !known.contains(figure) else { return }
        let nearest = nearestName(to: figure, in: known)
        diagnostics.add(
            .error, at: place, field: "figure", found: figure,
            expected: nearest ?? "a figure of results.csv: \(known.joined(separator: ", "))",
            message: "there is no figure '\(Diagnostic.shortened(figure))'" + didYouMean(nearest))
    }
}
