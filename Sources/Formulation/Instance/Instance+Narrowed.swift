// SPDX-License-Identifier: GPL-3.0-or-later

extension Instance {
    /// The same week with fewer places open to people than they may go to: for a search of part of the plans there are.
    ///
    /// Whatever plan it has keeps the rules of the week as it is, as long as nobody on duty is left without a place
    /// whom the week has one for, and homes, placements and pins stay open. Nothing it proves is true of the week.
    public func narrowed(to teams: [[Int]]) -> Instance {
        var narrowed = self
        narrowed.eligibleTeams = teams
        return narrowed
    }
}
