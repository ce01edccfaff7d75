// SPDX-License-Identifier: GPL-3.0-or-later

import HeapModule
import SeededRandom
import Testing

@testable import Bounds

@Suite("Nodes of the tree")
struct TreeNodeTests {
    @Test("come with the lowest bound first, and of equals the oldest", arguments: 1...20)
    func order(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var open = Heap<TreeNode>()
        for number in 0..<60 {
            let bound = Double(random.below(12))
            open.insert(TreeNode(path: nil, changes: [], bound: bound, number: number))
        }
        var last = (bound: -1.0, number: -1)
        while let node = open.popMin() {
            #expect((last.bound, last.number) < (node.bound, node.number))
            last = (node.bound, node.number)
        }
        #expect(last.bound >= 0)
    }

    @Test("know all that was changed above them, from the root on")
    func path() {
        let change = { TreeNode.Change(column: $0, lower: 0, upper: 1) }
        let root = TreePath(above: nil, [change(1), change(2)])
        let below = TreePath(above: TreePath(above: root, []), [change(3)])
        #expect(below.all.map(\.column) == [1, 2, 3])
    }
}
