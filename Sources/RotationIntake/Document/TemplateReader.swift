// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Rotations
import Workforce

/// Reads a template: `{stages: [{setting: acute, periods: 4}, …], order: cyclic}`.
enum TemplateReader {
    /// The most stages.
    private static let stageLimit = 100
    /// The most orders in which stages of a template may be gone through.
    private static let orderLimit = 5040

    /// The template; nil with an error reported.
    static func read(_ id: String, _ node: YAMLNode, _ diagnostics: Diagnostics) -> Template? {
        let name = "template '\(id)'"
        guard let mapping = node.mapping(name, known: ["stages", "order"], diagnostics),
            let list = mapping.required("stages", "a list, such as [{setting: acute, periods: 4}]"),
            let items = list.items("stages", diagnostics)
        else { return nil }
        guard (1...stageLimit).contains(items.count) else {
            diagnostics.add(
                .error, at: list.place, field: "stages", found: "\(items.count) stages",
                expected: "1 to \(stageLimit) stages", message: "\(name) has \(items.count) stages")
            return nil
        }
        let stages = items.map { stage($0, name, diagnostics) }
        let orderField = mapping.field("order")
        let order = orderField.map { $0.word(Template.Order.self, diagnostics) } ?? .fixed
        let read = stages.compactMap(\.self)
        guard let order, read.count == stages.count else { return nil }
        if order == .any, hasManyOrders(read) {
            orderField?.error(
                "the stages of \(name) can be put in more than \(orderLimit) orders",
                expected: "fewer stages, such as 7 that differ, or order: fixed", diagnostics)
            return nil
        }
        return Template(id: id, stages: read, order: order)
    }

    private static func stage(_ node: YAMLNode, _ name: String, _ diagnostics: Diagnostics) -> Template.Stage?
    {
        guard let stage = node.mapping("a stage of \(name)", known: ["setting", "periods"], diagnostics)
        else { return nil }
        let setting = stage.requiredField("setting", "a setting of posts.csv, such as acute")?
            .identifier(diagnostics)
        let periods = stage.requiredField("periods", "how many periods, such as 4")?
            .wholeNumber(in: 1...RotationFile.periodLimit, unit: "periods", diagnostics)
        guard let setting, let periods else { return nil }
        return Template.Stage(setting, periods)
    }

    /// Whether stages can be put in more orders than are gone through; those that are alike count once.
    private static func hasManyOrders(_ stages: [Template.Stage]) -> Bool {
        var orders = 1
        var counts: [Template.Stage: Int] = [:]
        for (index, stage) in stages.enumerated() {
            counts[stage, default: 0] += 1
            // A binomial coefficient at a time, so that nothing is divided that leaves a rest.
            let (product, overflows) = orders.multipliedReportingOverflow(by: index + 1)
            guard !overflows else { return true }
            orders = product / (counts[stage] ?? 1)
        }
        return orders > orderLimit
    }
}
