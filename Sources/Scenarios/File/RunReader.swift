// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// Reads overlays by name, alone or several together: what `run` lists, and what a frontier is tried with.
struct RunReader {
    private let overlays: [Overlay]
    private let known: [String]
    private let diagnostics: Diagnostics

    /// - Parameter known: The names of all overlays, those that are not right too.
    init(_ overlays: [Overlay], known: [String], _ diagnostics: Diagnostics) {
        (self.overlays, self.known, self.diagnostics) = (overlays, known, diagnostics)
    }

    /// Adds the scenarios of a list. The base is there already, whether or not the list names it.
    func read(_ node: YAMLNode?, into scenarios: inout [ScenarioFile.Scenario]) {
        guard let node else { return }
        for item in node.items("run", diagnostics) ?? [] {
            var items = [item]
            if case .sequence(let several) = item.kind { items = several }
            let fields = items.compactMap { $0.scalar("run", diagnostics) }
            guard fields.count == items.count, let first = fields.first else {
                if items.isEmpty {
                    diagnostics.add(
                        .error, at: item.place, field: "run", expected: "names of overlays",
                        message: "an empty list is run")
                }
                continue
            }
            if fields.count == 1, first.text == ScenarioFile.base { continue }
            guard let scenario = scenario(fields) else { continue }
            guard !scenarios.contains(where: { $0.name == scenario.name }) else {
                first.error("'\(scenario.name)' is run twice", expected: "each once", diagnostics)
                continue
            }
            let caps = scenario.overlays.filter(\.capsAgency)
            if caps.count > 1 {
                first.error(
                    "'\(scenario.name)' caps agency \(caps.count == 2 ? "twice" : "\(caps.count) times"), of which the last "
                        + "alone would hold: \(caps.map(\.name).joined(separator: ", "))",
                    expected: "one of them", diagnostics)
                continue
            }
            scenarios.append(scenario)
        }
    }

    /// Overlays by name, tried together; nil, with an error told, where one is not there, or there twice.
    func scenario(_ fields: [Field]) -> ScenarioFile.Scenario? {
        let found = fields.compactMap(overlay)
        guard found.count == fields.count, areDifferent(fields) else { return nil }
        return ScenarioFile.Scenario(
            name: found.map(\.name).joined(separator: " + "), overlays: found, sweep: nil)
    }

    private func overlay(_ field: Field) -> Overlay? {
        if let found = overlays.first(where: { $0.name == field.text }) { return found }
        // What is wrong with it is told at its own place.
        if known.contains(field.text) { return nil }
        let nearest = nearestName(to: field.text, in: known)
        field.error(
            "there is no overlay \(field.shown)" + didYouMean(nearest),
            expected: nearest ?? "one of \((["base"] + known).joined(separator: ", "))",
            diagnostics)
        return nil
    }

    private func areDifferent(_ fields: [Field]) -> Bool {
        for (place, field) in fields.enumerated()
        where fields[..<place].contains(where: { $0.text == field.text }) {
            field.error("\(field.shown) is there twice in one run", expected: "each once", diagnostics)
            return false
        }
        return true
    }
}
