// SPDX-License-Identifier: GPL-3.0-or-later

import Intake
import Reading
import Rotations
import Workforce

/// What rotation.yaml says: the periods, the framework's place, the templates and the policy.
struct RotationFile {
    static let path = "rotation.yaml"
    /// The most periods of a programme.
    static let periodLimit = RotationFaults.mostPeriods

    private(set) var name: String?
    private(set) var starts: CalendarDay?
    private(set) var periods: Int?
    private(set) var length: PeriodLength?
    /// The framework's path from the rotation's folder.
    private(set) var framework: Field?
    private(set) var frozenBefore: CalendarDay?
    /// What stands under `frozen_before`.
    private(set) var frozenField: Field?
    private(set) var templates: [Template] = []
    /// The names of templates, also of those with a fault in them.
    private(set) var templateNames = KnownNames(kind: "template", home: "in rotation.yaml")
    private(set) var policy = RotationPolicy()

    private static let keys = [
        "rotation", "starts", "periods", "period", "framework", "frozen_before", "templates", "policy",
    ]

    init(_ input: InputFile, _ diagnostics: Diagnostics) {
        guard let root = YAMLDocument.read(input, diagnostics),
            let document = root.mapping(Self.path, known: Self.keys, diagnostics)
        else { return }
        name = document.requiredField("rotation", "the title, such as: Therapists, 2027")?.note(diagnostics)
        starts = document.requiredField("starts", "the first day, such as 2027-01-04")?.day(diagnostics)
        periods = document.requiredField("periods", "how many periods there are, such as 12")?
            .wholeNumber(in: 1...Self.periodLimit, unit: "periods", diagnostics)
        length = document.requiredField("period", "month, or a number of weeks").flatMap {
            Self.length($0, diagnostics)
        }
        framework = document.frameworkPath(diagnostics)
        frozenField = document.field("frozen_before")
        frozenBefore = frozenField?.day(diagnostics)
        if let node = document.value("templates") { readTemplates(node, diagnostics) }
        policy = RotationPolicyReader.read(document.value("policy"), diagnostics)
    }

    /// `month`, or how many weeks.
    private static func length(_ field: Field, _ diagnostics: Diagnostics) -> PeriodLength? {
        if field.text.lowercased() == "month" { return .month }
        let weeks = 1...52
        guard let number = Int(field.text), weeks.contains(number) else {
            field.error(
                "period \(field.shown) is neither month nor a number of weeks",
                expected: "month, or a number of weeks from \(weeks.lowerBound) to \(weeks.upperBound)",
                diagnostics)
            return nil
        }
        return .weeks(number)
    }

    private mutating func readTemplates(_ node: YAMLNode, _ diagnostics: Diagnostics) {
        for (key, value) in node.pairs("templates", diagnostics) ?? [] {
            guard let id = key.identifier(diagnostics) else { continue }
            templateNames.define(id, at: key, diagnostics)
            if let template = TemplateReader.read(id, value, diagnostics) { templates.append(template) }
        }
    }
}
