// SPDX-License-Identifier: GPL-3.0-or-later

import Markup
import Surges
import WebStore
import Wording

/// What is asked of a call list besides what has changed.
extension Site {
    /// The fields of a call list: how many calls, and below *More* what most lists are made without.
    func callsFields(_ form: CallsForm, _ problems: [StoreError.FieldProblem]) -> [Markup] {
        let own = ["glass", "glass-why", "standby", "draws", "risk"]
        let isOpen = form.isUnusual || problems.contains { own.contains($0.field) }
        return [
            FormField(
                name: "most", label: "The most calls to propose",
                hint: "Leave it blank for all that are worth making", value: form.most, problems: problems
            ).markup,
            Tag.details(isOpen ? [.flag("open")] : []) {
                Tag.summary { "More" }
                Tag.fieldset {
                    Tag.legend { "Agency beyond the cap" }
                    tick("glass", "Agency may be called beyond the policy's cap", form.breaksGlass, problems)
                    FormField(
                        name: "glass-why", label: "Why",
                        hint: "It stands on the list and in the audit trail", value: form.why,
                        problems: problems
                    ).markup
                }
                Tag.fieldset {
                    Tag.legend { "What may come" }
                    tick(
                        "standby", "Say who of the bank is to stand by for people who may be away",
                        form.standby, problems)
                    FormField(
                        name: "draws", label: "How often to draw the week as it may turn out",
                        hint:
                            "Blank: not at all. 200 draws of a large place's week take two to three minutes. They say how likely "
                            + "critical care goes unmet, and what is worth booking now",
                        value: form.draws, problems: problems
                    ).markup
                    FormField(
                        name: "risk", label: "The chance that is taken, in per cent",
                        hint:
                            "With standby: that more are away than stand by. With draws: that critical care goes unmet",
                        value: form.risk, problems: problems
                    ).markup
                }
            },
        ]
    }

    /// Something that is so or is not, with what is wrong with it.
    private func tick(
        _ name: String, _ label: String, _ isTicked: Bool, _ problems: [StoreError.FieldProblem]
    ) -> Markup {
        let wrong = problems.filter { $0.field == name }
        return Tag.div(.class(wrong.isEmpty ? "field" : "field wrong")) {
            for problem in wrong {
                Tag.p(.class("error"), .id(name + "-error")) { "Error: " + problem.message }
            }
            Tag.div(.class("tick")) {
                Tag.input(
                    [.id(name), .name(name), .type("checkbox"), .filled("yes")]
                        + (isTicked ? [.flag("checked")] : [])
                        + (wrong.isEmpty ? [] : [.describedBy(name + "-error")]))
                Tag.label(.of(name)) { label }
            }
        }
    }

    /// What is to be known first of a list, and what it says besides whom to ring: in the command's words.
    static func glass(_ run: KeptRun) -> [Markup] {
        guard let reason = run.wanted.besides.breakGlass else { return [] }
        return [Tag.p(.class("banner")) { SurgePage.beyondCap(reason) }]
    }

    /// Who is to stand by and how the week may turn out, as the list's folder has it.
    func besides(_ run: KeptRun) -> [Markup] {
        guard let summary = workflow.summary(ofCalls: shelf.calls(of: run)) else { return [] }
        return summary.sections.flatMap { section in
            [Tag.h2 { section.title }] + section.sentences.map { sentence in Tag.p { sentence } }
                + section.tables.map(Self.markup)
        }
    }
}
