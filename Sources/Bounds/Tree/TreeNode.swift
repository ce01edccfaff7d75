// SPDX-License-Identifier: GPL-3.0-or-later

/// A part of the plans still to be looked at: those within some columns' bounds.
struct TreeNode: Sendable, Comparable {
    /// Bounds of columns, the later holding where a column comes twice.
    struct Change: Sendable {
        var column: Int32
        var lower: Double
        var upper: Double
    }

    /// What its parent and those above it changed, shared with the other nodes below them.
    var path: TreePath?
    /// What it changes itself.
    var changes: [Change]
    /// Pounds that none of its plans is below.
    var bound: Double
    /// When it came, to settle ties.
    var number: Int
    /// What it was branched on, to learn from what that did.
    var branch: (column: Int, isUp: Bool, distance: Double, from: Double)?

    /// Which is looked at first: the one with the lower bound, and of equals the older.
    static func < (one: TreeNode, other: TreeNode) -> Bool {
        one.bound != other.bound ? one.bound < other.bound : one.number < other.number
    }

    static func == (one: TreeNode, other: TreeNode) -> Bool { one.number == other.number }
}

/// Changes of bounds from the root down to a node, kept once for all nodes below it: there may be many.
final class TreePath: Sendable {
    private let above: TreePath?
    private let changes: [TreeNode.Change]

    init(above: TreePath?, _ changes: [TreeNode.Change]) {
        self.above = above
        self.changes = changes
    }

    /// All of them, from the root on.
    var all: [TreeNode.Change] {
        var parts: [[TreeNode.Change]] = []
        var path: TreePath? = self
        while let step = path {
            parts.append(step.changes)
            path = step.above
        }
        return parts.reversed().flatMap { $0 }
    }
}
