// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// The words of an export that a mapping has to explain, each with what it most likely means.
struct ImportTerms {
    /// A word.
    struct Term {
        let section: ImportMap.Section
        let text: String
        /// What it most likely means; nil: nothing is near.
        let suggestion: String?
        /// Rows that have it.
        var rows: Int
    }

    private(set) var all: [Term] = []
    private var places: [String: Int] = [:]

    /// Takes a word; blanks are none.
    mutating func add(
        _ section: ImportMap.Section, _ text: String?, rows: Int = 1, suggesting: (String) -> String?
    ) {
        guard let text, !text.isEmpty else { return }
        let key = section.rawValue + "\n" + ImportMap.key(text)
        if let place = places[key] {
            all[place].rows += rows
        } else {
            places[key] = all.count
            all.append(Term(section: section, text: text, suggestion: suggesting(text), rows: rows))
        }
    }

    /// The words of a section, as they came.
    func of(_ section: ImportMap.Section) -> [Term] { all.filter { $0.section == section } }
}
