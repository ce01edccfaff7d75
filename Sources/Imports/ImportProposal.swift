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

    private var counts: [(reason: String, noun: String, number: Int)] = []

    init() {}

    /// Counts what is left out for a reason: `unfilled duties`.
    ///
    /// - Parameter noun: What is counted, of one.
    mutating func leaveOut(_ reason: String, _ number: Int = 1, of noun: String = "row") {
        guard number > 0 else { return }
        if let place = counts.firstIndex(where: { $0.reason == reason && $0.noun == noun }) {
            counts[place].number += number
        } else {
            counts.append((reason, noun, number))
        }
    }

    /// Says what was counted.
    mutating func tellCounts() {
        leftOut += counts.map { "\(Show.counted($0.number, $0.noun)): \($0.reason)" }
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
