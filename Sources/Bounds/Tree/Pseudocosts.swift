// SPDX-License-Identifier: GPL-3.0-or-later

/// What branching on each column has lifted the bound by, for each unit its value was moved.
///
/// Achterberg, Koch and Martin, "Branching rules revisited", Operations Research Letters 2005.
struct Pseudocosts: Sendable {
    private struct Side: Sendable {
        var sum = 0.0
        var count = 0
    }

    private var up: [Side]
    private var down: [Side]
    private var all = (up: Side(), down: Side())

    init(columns: Int) {
        up = [Side](repeating: Side(), count: columns)
        down = up
    }

    mutating func learn(_ column: Int, isUp: Bool, distance: Double, gain: Double) {
        guard distance > 1e-6, gain.isFinite else { return }
        let unit = max(0, gain) / distance
        if isUp {
            up[column].sum += unit
            up[column].count += 1
            all.up.sum += unit
            all.up.count += 1
        } else {
            down[column].sum += unit
            down[column].count += 1
            all.down.sum += unit
            all.down.count += 1
        }
    }

    /// How often the less known side of a column was tried.
    func trials(_ column: Int) -> Int { min(up[column].count, down[column].count) }

    /// What branching at the value is expected to be worth: both sides have to rise.
    func score(_ column: Int, value: Double) -> Double {
        let below = value - value.rounded(.down)
        let ups = Self.mean(up[column], all.up) * (1 - below)
        let downs = Self.mean(down[column], all.down) * below
        return Self.score(ups, downs)
    }

    static func score(_ up: Double, _ down: Double) -> Double { max(up, 1e-4) * max(down, 1e-4) }

    private static func mean(_ side: Side, _ all: Side) -> Double {
        if side.count > 0 { return side.sum / Double(side.count) }
        return all.count > 0 ? all.sum / Double(all.count) : 1
    }
}
