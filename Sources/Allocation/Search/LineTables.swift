// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// What never changes about the demand lines, in flat arrays.
struct LineTables: Sendable {
    let unmetPrice: [Double]
    let avoidablePrice: [Double]
    /// Double-handed contacts beyond which each is avoidable.
    let doubleHandedNeeded: [Int32]
    /// Contacts suitable for single-handed care.
    let singleHanded: [Int32]
    let window: [ClosedRange<Int>]

    init(_ instance: Instance) {
        unmetPrice = instance.lines.map(\.unmetPrice)
        avoidablePrice = instance.lines.map(\.avoidablePrice)
        doubleHandedNeeded = instance.lines.map { Int32($0.doubleHandedNeeded) }
        window = instance.lines.map(\.window)
        singleHanded = instance.lines.map { Int32($0.singleHanded) }
    }
}
