// SPDX-License-Identifier: GPL-3.0-or-later

import Markup
import WebStore

extension Site {
    /// A choice of a form, with its label and what is wrong with it.
    func select(
        _ name: String, _ label: String, _ problems: [StoreError.FieldProblem],
        @MarkupBuilder options: () -> [Markup]
    ) -> Markup {
        let wrong = problems.filter { $0.field == name }
        return Tag.div(.class(wrong.isEmpty ? "field" : "field wrong")) {
            Tag.label(.of(name)) { label }
            for problem in wrong {
                Tag.p(.class("error"), .id(name + "-error")) { "Error: " + problem.message }
            }
            Tag.select(
                [.id(name), .name(name)] + (wrong.isEmpty ? [] : [.describedBy(name + "-error")]),
                content: options)
        }
    }
}
