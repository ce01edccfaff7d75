// SPDX-License-Identifier: GPL-3.0-or-later

/// A part of the plans still to be looked at: those within some columns' bounds.
struct TreeNode: Sendable {
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

    func comes(before other: TreeNode) -> Bool {
        bound != other.bound ? bound < other.bound : number < other.number
    }
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

/// Nodes with the lowest bound at hand: a binary heap.
struct TreeNodes: Sendable {
    private var heap: [TreeNode] = []

    var isEmpty: Bool { heap.isEmpty }
    var count: Int { heap.count }
    var lowestBound: Double { heap.first?.bound ?? .infinity }

    mutating func insert(_ node: TreeNode) {
        heap.append(node)
        var index = heap.count - 1
        while index > 0, heap[index].comes(before: heap[(index - 1) / 2]) {
            heap.swapAt(index, (index - 1) / 2)
            index = (index - 1) / 2
        }
    }

    mutating func removeFirst() -> TreeNode? {
        guard let last = heap.popLast() else { return nil }
        guard let first = heap.first else { return last }
        heap[0] = last
        var index = 0
        while true {
            var least = index
            for child in [2 * index + 1, 2 * index + 2]
            where child < heap.count && heap[child].comes(before: heap[least]) {
                least = child
            }
            guard least != index else { return first }
            heap.swapAt(index, least)
            index = least
        }
    }
}
