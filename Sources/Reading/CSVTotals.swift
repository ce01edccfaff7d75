// SPDX-License-Identifier: GPL-3.0-or-later

/// Rows in which a spreadsheet adds up its columns.
enum CSVTotals {
    private static let words = [
        "total", "totals", "sum", "subtotal", "sub-total", "grand", "count", "average", "avg", "mean",
    ]

    /// Whether a row is one: its first cell that says anything says so, `Total on duty`, and the others are numbers, or say the same.
    static func isTotals(_ cells: [CSVCell]) -> Bool {
        let filled = cells.lazy.filter { !$0.text.isEmpty }
        guard let label = filled.first, label.text.utf8.count <= 40 else { return false }
        let word = label.text.lowercased().prefix { $0.isLetter || $0 == "-" }
        guard words.contains(String(word)) else { return false }
        // A label merged over several cells stands in each of them.
        let rest = filled.drop { $0.text == label.text }
        return !rest.isEmpty && rest.allSatisfy { isNumber($0.text) }
    }

    private static func isNumber(_ text: String) -> Bool {
        text.contains { $0.isASCII && $0.isNumber }
            && text.allSatisfy { $0.isASCII && $0.isNumber || "£%.,-: ".contains($0) }
    }
}
