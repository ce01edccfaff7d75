// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation

/// What never changes about the minimums of heads, in flat arrays.
struct HeadTables: Sendable {
    /// Heads that each minimum asks for, and its session.
    let number: [Int32]
    let session: [Int32]
    /// Heads there in sessions that are over.
    let past: [Int32]
    /// The minimums that an option's person counts towards: `minimums[start[option]..<start[option + 1]]`.
    let start: [Int32]
    let minimums: [Int32]

    init(_ instance: Instance, _ options: OptionTables) {
        number = instance.minimums.map { Int32($0.number) }
        past = instance.pastHeads().map { Int32($0) }
        session = instance.minimums.map { Int32($0.session) }
        var start: [Int32] = [0]
        var minimums: [Int32] = []
        start.reserveCapacity(options.cell.count + 1)
        for (cell, team) in zip(options.cell, options.team) {
            let (s, t) = instance.personAndSession(ofCell: Int(cell))
            if instance.isHead[s] {
                for m in instance.minimums(team: Int(team), session: t)
                where instance.counts(person: s, minimum: m) {
                    minimums.append(Int32(m))
                }
            }
            start.append(Int32(minimums.count))
        }
        (self.start, self.minimums) = (start, minimums)
    }
}
