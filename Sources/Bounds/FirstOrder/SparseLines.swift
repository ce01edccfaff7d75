// SPDX-License-Identifier: GPL-3.0-or-later

/// The nonzeros of a matrix line by line, rows or columns, to be multiplied by vectors again and again.
struct SparseLines: Sendable {
    /// Where each line's nonzeros begin; one entry more than there are lines.
    let start: [Int32]
    /// The place of each nonzero in its line, and its value.
    let index: [Int32]
    let value: [Double]

    /// What a line times the vector is, on top of `start`.
    @inline(__always)
    func product(_ line: Int, _ vector: Span<Double>, from start: Double = 0) -> Double {
        let (index, value) = (self.index.span, self.value.span)
        var sum = start
        for term in Int(self.start[line])..<Int(self.start[line + 1]) {
            sum += value[term] * vector[Int(index[term])]
        }
        return sum
    }

    /// The same matrix by its other lines, of which there are `count`.
    func transposed(count: Int) -> SparseLines {
        var starts = [Int32](repeating: 0, count: count + 1)
        for line in index { starts[Int(line) + 1] += 1 }
        for line in 0..<count { starts[line + 1] += starts[line] }
        var next = starts
        var places = [Int32](repeating: 0, count: index.count)
        var values = [Double](repeating: 0, count: index.count)
        for line in 0..<(start.count - 1) {
            for term in Int(start[line])..<Int(start[line + 1]) {
                let other = Int(index[term])
                places[Int(next[other])] = Int32(line)
                values[Int(next[other])] = value[term]
                next[other] += 1
            }
        }
        return SparseLines(start: starts, index: places, value: values)
    }
}
