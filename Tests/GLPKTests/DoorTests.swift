// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import LinearModel
import Testing

@testable import GLPK

struct DoorTests {
    @Test("An index out of range is an error, not the end of the process, and the thread goes on")
    func breakdown() throws {
        for _ in 0..<3 {
            let error = #expect(throws: SolverError.self) {
                try withGLPK(.knapsack) { problem throws(SolverError) in
                    try Door.check(cglpk_set_column_bounds(problem.handle, 99, 0, 1))
                }
            }
            #expect(error?.description.contains("column number out of range") == true, "\(error as Any)")
            #expect(try GLPKSolver().solveInteger(.knapsack).objective == -90)
        }
    }

    @Test("A column twice in a row, given past validation, is an error")
    func duplicate() throws {
        let numbers = [1.0, 1]
        var handle: OpaquePointer?
        var data = cglpk_data()
        (data.columns, data.rows) = (1, 1)
        let code = numbers.withUnsafeBufferPointer { numbers in
            [0, 2].withUnsafeBufferPointer { starts in
                [Int32(0), 0].withUnsafeBufferPointer { columns in
                    [false].withUnsafeBufferPointer { integer in
                        (data.cost, data.lower, data.upper) = (
                            numbers.baseAddress, numbers.baseAddress, numbers.baseAddress
                        )
                        (data.row_lower, data.row_upper, data.value) = (
                            numbers.baseAddress, numbers.baseAddress, numbers.baseAddress
                        )
                        (data.row_start, data.column_index) = (starts.baseAddress, columns.baseAddress)
                        data.integer = integer.baseAddress
                        return cglpk_load(&data, &handle)
                    }
                }
            }
        }
        #expect(Int(code) == CGLPK_BROKE_DOWN)
        #expect(handle == nil)
        #expect(Door.message.contains("duplicate"))
        #expect(try GLPKSolver().solveInteger(.knapsack).objective == -90)
    }

    @Test("A breakdown takes the thread's other problems with it, and they say so")
    func others() throws {
        try withGLPK(.knapsack) { outer throws(SolverError) in
            do {
                try withGLPK(.knapsack) { inner throws(SolverError) in
                    try Door.check(cglpk_set_cost(inner.handle, -1, 0))
                }
            } catch {}
            var error: SolverError?
            do throws(SolverError) { _ = try outer.solveInteger() } catch let thrown { error = thrown }
            #expect(error?.description.contains("earlier breakdown") == true)
            #expect(try GLPKSolver().solveInteger(.knapsack).objective == -90)
        }
    }

    @Test("A problem is refused on another thread")
    func otherThread() throws {
        try withGLPK(.knapsack) { problem throws(SolverError) in
            let address = UInt(bitPattern: problem.handle)
            let code = onOwnThread { cglpk_set_cost(OpaquePointer(bitPattern: address), 0, 1) }
            #expect(Int(code) == CGLPK_GONE)
        }
    }

    @Test("Progress that calls GLPK again gets an error, and the search goes on")
    func reentry() throws {
        let result = try GLPKSolver()
            .solveInteger(.jeroslow(9), limits: .none, cancellation: nil) { _ in
                let error = #expect(throws: SolverError.self) { try GLPKSolver().solveInteger(.knapsack) }
                #expect(error?.description.contains("within a callback") == true)
            }
        #expect(result.termination == .optimal)
        #expect(result.objective == 1)
    }
}
