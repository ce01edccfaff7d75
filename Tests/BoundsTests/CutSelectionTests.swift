// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Bounds

@Suite("Selection of cuts")
struct CutSelectionTests {
    private func cut(_ terms: [(Int, Double)]) -> Cut {
        var cut = Cut(atMost: 1)
        for (column, coefficient) in terms { cut.add(column, coefficient) }
        return cut
    }

    @Test("a cut that nearly says what one before it says is left out, and what is beyond the number too")
    func alike() {
        let first = cut([(0, 1), (1, 1)])
        let alike = cut([(0, 2), (1, 2.1)])
        let opposite = cut([(0, -1), (1, -1)])
        let half = cut([(1, 1), (2, 1)])
        let last = cut([(7, 1)])
        var selection = CutSelection(atMost: 3)
        for cut in [first, alike, opposite, half, last] { selection.add(cut) }
        #expect(selection.cuts == [first, opposite, half])
        #expect(selection.isFull)
    }
}
