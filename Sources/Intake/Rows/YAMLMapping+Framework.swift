// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

extension YAMLMapping {
    /// What stands under `framework`: the framework's path from the folder of a week or a rotation; nil with an error
    /// reported.
    public func frameworkPath(_ diagnostics: Diagnostics) -> Field? {
        let form = "the framework's path from this folder, such as ../../Competencies/framework.yaml"
        guard let field = requiredField("framework", form) else { return nil }
        let isPlain = field.text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        guard !field.isBlank, !field.text.hasPrefix("/"), field.text.utf8.count <= 1000, isPlain else {
            field.error("framework \(field.shown) is no path from this folder", expected: form, diagnostics)
            return nil
        }
        return field
    }
}
