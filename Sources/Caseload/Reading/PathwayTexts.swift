// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// What people wrote for pathways, and what it was read as: told once a text.
final class PathwayTexts {
    private let known: [String]
    private var others = 0
    private var first: Field?
    private var texts: [String] = []

    init(known: [String]) { self.known = known }

    /// The pathway of a cell; `other` where it names none.
    func pathway(_ field: Field?, _ diagnostics: Diagnostics) -> String? {
        guard let field else { return nil }
        let text = field.plain(diagnostics)
        guard let pathway = PathwayWords.pathway(of: text, known: known) else {
            others += 1
            first = first ?? field
            let shown = field.isBlank ? "blank" : "'\(Diagnostic.shortened(text))'"
            if !texts.contains(shown) { texts.append(shown) }
            return PathwayWords.other
        }
        if pathway != text {
            diagnostics.add(
                .notice, once: "pathway\n\(text)", at: field, expected: pathway,
                message: { met in
                    "pathway '\(Diagnostic.shortened(text))' is read as \(pathway)" + met.others("row")
                })
        }
        return pathway
    }

    /// Tells how many were counted as other.
    func tell(_ diagnostics: Diagnostics) {
        guard let first else { return }
        let shown = texts.prefix(5).joined(separator: ", ") + (texts.count > 5 ? " and others" : "")
        first.warning(
            "\(others == 1 ? "1 row" : "\(others) rows") with a pathway that cannot be told (\(shown)) "
                + "\(others == 1 ? "is" : "are") counted as '\(PathwayWords.other)'",
            expected: "a pathway such as P1, or Pathway 1 - D2A", diagnostics)
    }
}
