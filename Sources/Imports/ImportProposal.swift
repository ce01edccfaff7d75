// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Tables
import Wording
import Workforce

/// What an import would do to a week, and what there is to say of the export.
public struct ImportProposal: Sendable {
    /// The week as it becomes; nil where an error was reported, or nobody has confirmed what the export's words mean.
    public internal(set) var week: Week?
    /// What was taken: sentences.
    public internal(set) var taken: [String] = []
    /// Columns that are not known: sentences, with their headings alone.
    public internal(set) var unknown: [String] = []
    /// What was left out on purpose: sentences.
    public internal(set) var leftOut: [String] = []
    /// What the export shows.
    public internal(set) var tables: [Table] = []
    /// A mapping to be confirmed, where there is none yet.
    public internal(set) var draft: String?

    private var counts: [(reason: String, rows: Int)] = []

    init() {}

    /// Counts rows that are left out for a reason: `unfilled duties`.
    mutating func leaveOut(_ reason: String, rows: Int = 1) {
        guard rows > 0 else { return }
        if let place = counts.firstIndex(where: { $0.reason == reason }) {
            counts[place].rows += rows
        } else {
            counts.append((reason, rows))
        }
    }

    /// Says what was counted.
    mutating func tellCounts() {
        leftOut += counts.map { "\(Show.counted($0.rows, "row")): \($0.reason)" }
        counts = []
    }

    /// Says what of a file's columns is not read.
    mutating func tell(_ table: ExportTable) {
        if !table.leftOut.isEmpty {
            leftOut.append(
                "\(table.file): \(Self.names(table.leftOut)), which no plan needs: not read")
        }
        if !table.unknown.isEmpty {
            unknown.append("\(table.file): \(Self.names(table.unknown)): not read")
        }
    }

    private static func names(_ headings: [String]) -> String {
        let shown = headings.prefix(20).map { Diagnostic.shortened($0) }.joined(separator: ", ")
        return headings.count > 20 ? shown + " and \(headings.count - 20) more columns" : shown
    }
}
