// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import LinearModel

/// Writes programmes to files that other solvers read.
public enum GLPKWriter {
    /// A format of files.
    public enum Format: Sendable, Equatable, CaseIterable {
        /// Free MPS. It does not carry the name of the objective.
        case mps
        /// CPLEX LP. A row with two different finite sides is written with a column of its own, `~r_1` and so on.
        case cplexLP

        var code: cglpk_format { self == .mps ? CGLPK_MPS : CGLPK_CPLEX_LP }
    }

    /// Writes a programme, compressed by gzip if the path ends in `.gz`. An existing file is overwritten.
    /// Numbers are written with 15 digits.
    ///
    /// Names must be one to 255 bytes without blanks or control characters, and each row's and each column's its
    /// own. The LP format changes names it does not allow; with letters, digits and `_` both formats keep them.
    public static func write(
        _ program: LinearProgram, names: ProgramNames = ProgramNames(), format: Format, to path: String
    ) throws(SolverError) {
        try write(program, names: names, format: format, toPath: Array(path.utf8))
    }

    /// The same, for a path as the system takes it: bytes, which need not be UTF-8.
    public static func write(
        _ program: LinearProgram, names: ProgramNames = ProgramNames(), format: Format, toPath bytes: [UInt8]
    ) throws(SolverError) {
        let path = String(decoding: bytes, as: UTF8.self)
        guard !bytes.isEmpty, !bytes.contains(0) else {
            throw .file(path: path, message: "This is no path.")
        }
        let cPath = bytes.map(CChar.init(bitPattern:)) + [0]
        try validate(names.program, "The programme")
        try validate(names.objective, "The objective")
        let rows = try validated((0..<program.rowCount).map(names.row), "row")
        let columns = try validated((0..<program.columnCount).map(names.column), "column")
        var options = GLPKOptions()
        options.scaling = false
        try withGLPK(program, options: options) { problem throws(SolverError) in
            let code = withCStrings(rows) { rows in
                withCStrings(columns) { columns in
                    cglpk_set_names(problem.handle, names.program, names.objective, rows, columns)
                }
            }
            try Door.check(code)
            guard try Door.check(cglpk_write(problem.handle, format.code, cPath)) == 0 else {
                throw .file(path: path, message: Door.lastLine)
            }
        }
    }

    private static func validated(_ names: [String], _ kind: String) throws(SolverError) -> [String] {
        var seen: Set<String> = []
        for (index, name) in names.enumerated() {
            try validate(name, "The \(kind) \(index)")
            guard seen.insert(name).inserted else {
                throw .invalidName("The \(kind) \(index) has another one's name, \(name); name it apart.")
            }
        }
        return names
    }

    private static func validate(_ name: String, _ place: String) throws(SolverError) {
        guard !name.isEmpty else { throw .invalidName("\(place) has an empty name; give one.") }
        guard name.utf8.count <= 255 else {
            throw .invalidName("\(place) has a name of \(name.utf8.count) bytes; give one of at most 255.")
        }
        // GLPK aborts on control characters, and a blank would end the name in either format.
        guard name.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
            throw .invalidName("\(place) has a blank or a control character in its name; leave it out.")
        }
    }

    /// Lends strings as C strings, out of one block of memory.
    private static func withCStrings<Value>(
        _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Value
    ) -> Value {
        var bytes: [CChar] = []
        var starts: [Int] = []
        for string in strings {
            starts.append(bytes.count)
            bytes.append(contentsOf: string.utf8.lazy.map(CChar.init(bitPattern:)))
            bytes.append(0)
        }
        return bytes.withUnsafeBufferPointer { bytes in
            let pointers = starts.map { start in bytes.baseAddress.map { $0 + start } }
            return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
        }
    }
}
