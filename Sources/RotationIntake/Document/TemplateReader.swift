// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Rotations
import Workforce

/// Reads a template: `{stages: [{setting: acute, periods: 4}, …], order: cyclic}`.
enum TemplateReader {
    /// The most stages.
    private static let stageLimit = 100

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
        let length = read.reduce(0) { $0 + $1.periods }
        guard length <= RotationFile.periodLimit else {
            diagnostics.add(
                .error, at: list.place, field: "stages", found: "\(length) periods",
                expected: "at most \(RotationFile.periodLimit) periods together",
                message: "the stages of \(name) have \(length) periods together")
            return nil
        }
        let template = Template(id: id, stages: read, order: order)
        let most = RotationFaults.mostOrders
        if TemplatePatterns.orderCount(of: template, upTo: most + 1) > most {
            orderField?.error(
                "the stages of \(name) can be put in more than \(most) orders",
                expected: "fewer stages, such as 6 that differ, or order: fixed", diagnostics)
            return nil
        }
        return template
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
}
