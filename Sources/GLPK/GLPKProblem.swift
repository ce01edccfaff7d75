// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import LinearModel

/// A programme inside GLPK, lent by `withGLPK` for as long as its closure runs.
///
/// It keeps the basis of its last relaxation, so that solving again after a change of bounds or costs starts where
/// the last solve ended:
///
///     try withGLPK(program) { problem throws(SolverError) in
///         let first = try problem.solveRelaxation()
///         try problem.setRowBounds(0, lower: 12, upper: .infinity)
///         let second = try problem.solveRelaxation()
///     }
///
/// GLPK belongs to a thread, and so does this: it can neither be copied nor leave the closure, and the closure
/// cannot wait. After `SolverError.brokeDown` every further call throws.
public struct GLPKProblem: ~Copyable {
    /// The programme as it is now, changes included.
    public internal(set) var program: LinearProgram
    /// How relaxations and searches go about it.
    public var options: GLPKOptions

    let handle: OpaquePointer

    /// Gives a programme to GLPK; refuses what `LinearProgram.validate()` refuses.
    init(_ program: LinearProgram, options: GLPKOptions) throws(SolverError) {
        // All that throws comes before: a value without copies cannot be given up half made.
        let loaded = try Self.load(program)
        handle = loaded
        self.program = program
        self.options = options
    }

    private static func load(_ program: LinearProgram) throws(SolverError) -> OpaquePointer {
        do { try program.validate() } catch { throw .invalidProgram(error) }
        guard let columns = Int32(exactly: program.columnCount),
            let rows = Int32(exactly: program.rowCount)
        else { throw .invalidOption("The programme is too large for GLPK; split it.") }
        var loaded: OpaquePointer?
        try Door.check(program.withData(columns: columns, rows: rows) { cglpk_load(&$0, &loaded) })
        guard let loaded else { throw .brokeDown(message: Door.message) }
        return loaded
    }

    deinit {
        cglpk_free(handle)
    }
}

/// Lends a programme inside GLPK to a closure, and frees it when that ends. Blocks; any thread may call.
@discardableResult
public func withGLPK<Value>(
    _ program: LinearProgram, options: GLPKOptions = GLPKOptions(),
    _ body: (inout GLPKProblem) throws(SolverError) -> Value
) throws(SolverError) -> Value {
    var problem = try GLPKProblem(program, options: options)
    if options.scaling { try Door.check(cglpk_scale(problem.handle)) }
    return try body(&problem)
}

extension LinearProgram {
    /// Lends the arrays to the door.
    fileprivate func withData(columns: Int32, rows: Int32, _ body: (inout cglpk_data) -> Int32) -> Int32 {
        cost.withUnsafeBufferPointer { cost in
            lower.withUnsafeBufferPointer { lower in
                upper.withUnsafeBufferPointer { upper in
                    isInteger.withUnsafeBufferPointer { integer in
                        rowLower.withUnsafeBufferPointer { rowLower in
                            rowUpper.withUnsafeBufferPointer { rowUpper in
                                rowStart.withUnsafeBufferPointer { rowStart in
                                    columnIndex.withUnsafeBufferPointer { columnIndex in
                                        value.withUnsafeBufferPointer { value in
                                            var data = cglpk_data(
                                                columns: columns, rows: rows, cost: cost.baseAddress,
                                                lower: lower.baseAddress, upper: upper.baseAddress,
                                                integer: integer.baseAddress,
                                                row_lower: rowLower.baseAddress,
                                                row_upper: rowUpper.baseAddress,
                                                row_start: rowStart.baseAddress,
                                                column_index: columnIndex.baseAddress,
                                                value: value.baseAddress)
                                            return body(&data)
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
