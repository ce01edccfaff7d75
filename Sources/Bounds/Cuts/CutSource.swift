// SPDX-License-Identifier: GPL-3.0-or-later

/// Something that finds cuts from what it knows of a programme's meaning, such as what fits into a session.
///
/// Every cut has to be kept by every plan: a bound is worked out with it.
public protocol CutSource: Sendable {
    /// Cuts that these values of the programme's columns break; they may come again.
    mutating func cuts(at values: [Double]) -> [Cut]
}
