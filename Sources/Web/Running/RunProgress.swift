// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Wording

/// How far a search is, as its file of better plans and bounds says.
struct RunProgress: Sendable, Equatable {
    /// Seconds since its start.
    let seconds: Double
    /// The price of the best plan, in pounds; nil before there is one.
    let objective: Double?
    /// Pounds that no plan is cheaper than, where they are known.
    let bound: Double?

    /// The last line of a file; nil where there is none yet.
    init?(_ text: String) {
        let lines = text.split(whereSeparator: \.isNewline)
        guard let heading = lines.first, let last = lines.last, lines.count > 1 else { return nil }
        let names = heading.split(separator: ",", omittingEmptySubsequences: false)
        let cells = last.split(separator: ",", omittingEmptySubsequences: false)
        func value(_ name: String) -> Double? {
            names.firstIndex { $0 == name }.flatMap { cells.indices.contains($0) ? Double(cells[$0]) : nil }
        }
        // The last line may be half written.
        guard let seconds = value("seconds") else { return nil }
        self.seconds = seconds
        (objective, bound) = (value("objective"), value("bound"))
    }

    /// It in words.
    var words: String {
        guard let objective else { return "No plan yet." }
        let price = "The best plan so far has a price of \(Show.pounds(objective))"
        guard let bound, objective > 0, bound > 0 else { return price + "." }
        let gap = max(0, (objective - bound) / objective)
        return price + "; at most \(Show.percent(gap)) of it could still be saved."
    }
}
