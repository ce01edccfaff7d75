// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel

/// Finds rows that every plan keeps and the values at hand break, and remembers which are in the programme.
///
/// The rows stand below the programme's own, in the order in which they were found.
public struct CuttingPlanes: Sendable {
    private var sources: [any CutSource]
    private let ownRows: Int
    private var present: [UInt64] = []
    private var known: Set<UInt64> = []

    private var rounds = 0

    /// Ways of summing up rows, one after the other.
    static let variants = 3

    /// For a programme that has so many rows of its own.
    public init(ownRows: Int, sources: [any CutSource]) {
        self.ownRows = ownRows
        self.sources = sources
    }

    /// New rows for the programme as it is now: those of the sources, and where `rounding` says so of rounding.
    public mutating func find(at values: [Double], in program: LinearProgram, rounding: Bool) -> LinearProgram
    {
        var cuts: [Cut] = []
        for index in sources.indices { cuts += sources[index].cuts(at: values) }
        if rounding {
            cuts += RoundingCuts(program).cuts(at: values, variant: rounds % Self.variants)
            rounds += 1
        }
        var rows = LinearProgram()
        for cut in cuts { adopt(cut, &rows) }
        return rows
    }

    /// Adds a cut to those found, unless it is there.
    public mutating func adopt(_ cut: Cut, _ rows: inout LinearProgram) {
        guard known.insert(cut.fingerprint).inserted else { return }
        present.append(cut.fingerprint)
        rows.addRow(lower: -.infinity, upper: cut.upper, cut.terms)
    }

    /// Forgets those of the rows that hold nothing back: no dual, and the values further away than `room`. They are
    /// found again if they are missed.
    ///
    /// - Returns: Which they are, ascending.
    public mutating func dropIdle(
        at values: [Double], duals: [Double], in program: LinearProgram, room: Double
    ) -> [Int] {
        let idle = (ownRows..<(ownRows + present.count)).filter {
            duals[$0] == 0 && program.activity(ofRow: $0, at: values) < program.rowUpper[$0] - room
        }
        for row in idle.reversed() { known.remove(present.remove(at: row - ownRows)) }
        return idle
    }
}
