// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

extension FrameworkReader {
    /// `{id, name, kind, profession, grade, pace, non_contact_minutes}`
    mutating func readRoles(_ document: YAMLMapping) {
        let keys = ["id", "name", "kind", "profession", "grade", "pace", "non_contact_minutes"]
        guard let entries = entries("roles", of: document, keys, "a role") else { return }
        var names = KnownNames(kind: "role", home: "in the framework", takesCalls: true)
        defer { roleNames = names }
        for entry in entries {
            let idField = entry.requiredField("id", "an identifier")
            let id = idField?.identifier(diagnostics)
            if let id, let idField { names.define(id, at: idField, diagnostics) }
            let name = entry.field("name").map { $0.note(diagnostics) } ?? id
            if let id, let name { names.call(id, name) }
            let kinds = Role.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            let kind = entry.requiredField("kind", "one of " + kinds)?.word(Role.Kind.self, diagnostics)
            let profession = entry.field("profession")?.identifier(diagnostics)
            if kind == .registered, entry.value("profession") == nil {
                diagnostics.add(
                    .error, at: entry.place, field: "profession",
                    expected: "the profession it is registered in",
                    message: "registered role '\(Diagnostic.shortened(id ?? ""))' has no 'profession'")
            }
            let grade =
                entry.field("grade").map { $0.wholeNumber(in: 0...100, unit: "grade", diagnostics) } ?? 0
            let pace =
                entry.field("pace").map { $0.decimal(in: 0...10, unit: "times a full pace", diagnostics) }
                ?? 1
            let nonContact = entry.field("non_contact_minutes")
                .flatMap { $0.decimal(in: 0...1440, unit: "minutes", diagnostics) }
            guard let id, let name, let kind, let grade, let pace else { continue }
            roles.append(
                Role(
                    id: id, name: name, kind: kind, profession: profession, grade: grade, pace: pace,
                    nonContactMinutes: nonContact))
        }
    }

    /// `{id, name, domain, valid_months}`
    mutating func readCompetencies(_ document: YAMLMapping) {
        let keys = ["id", "name", "domain", "valid_months"]
        guard let entries = entries("competencies", of: document, keys, "a competency") else { return }
        var names = KnownNames(kind: "competency", home: "in the framework", takesCalls: true)
        defer { competencyNames = names }
        for entry in entries {
            let idField = entry.requiredField("id", "an identifier")
            let id = idField?.identifier(diagnostics)
            if let id, let idField { names.define(id, at: idField, diagnostics) }
            let name = entry.field("name").map { $0.note(diagnostics) } ?? id
            if let id, let name { names.call(id, name) }
            let domain = entry.field("domain").map { $0.note(diagnostics) } ?? ""
            let months = entry.field("valid_months")
                .flatMap { $0.wholeNumber(in: 1...1200, unit: "months", diagnostics) }
            guard let id, let name, let domain else { continue }
            competencies.append(Competency(id: id, name: name, domain: domain, validMonths: months))
        }
    }
}
