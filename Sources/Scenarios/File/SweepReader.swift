// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import Reading
import Wording
import Workforce

/// Reads `sweeps`: one figure of the base, or several, each with every value of the others.
struct SweepReader {
    private let path: String
    private let overlays: [Overlay]
    private let diagnostics: Diagnostics

    init(_ path: String, _ overlays: [Overlay], _ diagnostics: Diagnostics) {
        (self.path, self.overlays, self.diagnostics) = (path, overlays, diagnostics)
    }

    /// What can be swept besides the keys of the policy.
    private static let levers = [
        "absence", "demand", "bank_rate", "agency_rate", "single_handed", "agency_cap_of_base",
    ]
    private static var known: [String] { levers + Policy.lines.map(\.key) }

    /// Adds all sweeps and their scenarios, unless these are too many.
    ///
    /// - Parameter runsEach: How many runs a scenario makes.
    /// - Returns: The most points that one of them asks for.
    func read(
        _ node: YAMLNode?, into scenarios: inout [ScenarioFile.Scenario],
        _ sweeps: inout [ScenarioFile.Sweep], runsEach: Int
    ) -> Int {
        var asked = 0
        var names: [String] = []
        for item in node?.items("sweeps", diagnostics) ?? [] {
            guard let entry = EntryReader(item, "a sweep", known: ["name", "over"], diagnostics) else {
                continue
            }
            let name = entry.required("name", a: "a name for the sweep")
            let axes = axes(entry)
            guard let name, !axes.isEmpty else { continue }
            guard !names.contains(name) else {
                entry.refuse("two sweeps are called '\(name)'", expected: "another name")
                continue
            }
            names.append(name)
            let number = axes.reduce(1) { Self.product($0, $1.count) }
            asked = max(asked, number)
            // The base has one more, before all others.
            let all = number.addingReportingOverflow(scenarios.count + 1)
            let runs = all.overflow ? .max : Self.product(all.partialValue, runsEach)
            guard runs <= ScenarioFile.mostRuns else {
                entry.refuse(
                    "sweep '\(name)' has \(Show.count(number)) points, with which there are \(Show.count(runs)) runs",
                    expected: "at most \(Show.count(ScenarioFile.mostRuns)) runs in all",
                    at: entry.keyField("over"))
                continue
            }
            let points = Self.points(axes).map { point in
                (title: point.map(\.name).joined(separator: " + "), overlays: point)
            }
            sweeps.append(
                ScenarioFile.Sweep(name: name, figures: axes.count, points: points.map(\.title)))
            for (title, point) in points {
                guard !scenarios.contains(where: { $0.name == title }) else { continue }
                scenarios.append(ScenarioFile.Scenario(name: title, overlays: point, sweep: name))
            }
        }
        return asked
    }

    private func axes(_ sweep: EntryReader) -> [[Overlay]] {
        guard let over = sweep.node("over") else {
            sweep.refuse("a sweep has no 'over'", expected: "figures such as {agency_cap: [0, 4000, null]}")
            return []
        }
        guard let pairs = over.pairs("over", diagnostics) else { return [] }
        if pairs.isEmpty {
            sweep.refuse(
                "a sweep goes over nothing", expected: "figures such as {agency_cap: [0, 4000, null]}",
                at: sweep.keyField("over"))
        }
        let caps = pairs.map(\.key).filter { ["agency_cap", "agency_cap_of_base"].contains($0.text) }
        if caps.count > 1, let last = caps.last {
            last.error(
                "the sweep caps agency twice, of which the last alone would hold", expected: "one of the two",
                diagnostics)
            return []
        }
        let axes = pairs.map { key, value in axis(key, value) }
        return axes.contains(where: \.isEmpty) ? [] : axes
    }

    private func axis(_ key: Field, _ node: YAMLNode) -> [Overlay] {
        guard Self.known.contains(key.text) else {
            let nearest = nearestName(to: key.text, in: Self.known)
            key.error(
                "\(key.shown) cannot be swept" + didYouMean(nearest),
                expected: nearest ?? "\(Self.levers.joined(separator: ", ")) or a key of policy", diagnostics)
            return []
        }
        guard let values = node.items(key.text, diagnostics) else { return [] }
        guard !values.isEmpty else {
            key.error("the sweep of \(key.shown) has no values", expected: "a list of values", diagnostics)
            return []
        }
        var points: [Overlay] = []
        for value in values {
            guard let field = value.scalar(key.text, diagnostics) else { return [] }
            let name = "\(key.text) \(value.isNull ? "none" : field.text)"
            guard !points.contains(where: { $0.name == name }) else {
                field.error("\(name) is there twice in one sweep", expected: "each once", diagnostics)
                return []
            }
            guard let point = OverlayReader(path, diagnostics).read(overlay(key, value), name) else {
                return []
            }
            points.append(point)
        }
        return points
    }

    /// What one value of a figure would be as an overlay of the file, at the value's place.
    private func overlay(_ key: Field, _ value: YAMLNode) -> YAMLNode {
        func mapping(_ pairs: (String, YAMLNode)...) -> YAMLNode {
            YAMLNode(
                kind: .mapping(
                    pairs.map { (key: Field($0.0, name: $0.0, place: key.place), value: $0.1) }),
                place: value.place)
        }
        func list(_ item: YAMLNode) -> YAMLNode { YAMLNode(kind: .sequence([item]), place: value.place) }
        func word(_ text: String) -> YAMLNode {
            YAMLNode(kind: .scalar(text, quoted: false), place: value.place)
        }
        return switch key.text {
        case "absence": mapping(("absences", list(mapping(("rate", value)))))
        case "demand": mapping(("demand", list(mapping(("factor", value)))))
        case "bank_rate":
            mapping(("rates", list(mapping(("employment", word("bank")), ("factor", value)))))
        case "agency_rate":
            mapping(("rates", list(mapping(("employment", word("agency")), ("factor", value)))))
        case "single_handed": mapping(("single_handed", mapping(("share", value))))
        case "agency_cap_of_base": mapping(("agency_cap_of_base", value))
        default: mapping(("policy", mapping((key.text, value))))  // foreign
        }
    }

    private static func product(_ one: Int, _ other: Int) -> Int {
        let (product, isTooMuch) = one.multipliedReportingOverflow(by: other)
        return isTooMuch ? .max : product
    }

    /// Each value of the first axis with each of the others.
    private static func points(_ axes: [[Overlay]]) -> [[Overlay]] {
        axes.reduce([[]]) { points, axis in points.flatMap { point in axis.map { point + [$0] } } }
    }
}
