// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import LinearModel
import Testing

@testable import GLPK

struct WriterTests {
    private func inFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "glpk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    @Test("A written programme is read back and has the same optimum", arguments: GLPKWriter.Format.allCases)
    func roundTrip(format: GLPKWriter.Format) throws {
        try inFolder { folder in
            for ending in ["txt", "gz"] {
                let path = folder.appending(path: "week.\(ending)").path
                for program in [LinearProgram.knapsack, .setCover(rows: 20, columns: 30, seed: 4), .mixed] {
                    try GLPKWriter.write(program, format: format, to: path)
                    let back = try GLPKReader.read(path, format: format)
                    // In the LP format a row of two sides brings a column of its own, after the others.
                    let columns = program.columnCount
                    if format == .mps { #expect(back.columnCount == columns) }
                    #expect(Array(back.isInteger.prefix(columns)) == program.isInteger)
                    #expect(Array(back.lower.prefix(columns)) == program.lower)
                    #expect(Array(back.upper.prefix(columns)) == program.upper)
                    let (first, second) = (
                        try GLPKSolver().solveInteger(program), try GLPKSolver().solveInteger(back)
                    )
                    #expect(first.termination == .optimal)
                    #expect(second.termination == .optimal)
                    #expect(first.objective == second.objective)
                }
            }
        }
    }

    @Test(
        "A path ending in .gz is compressed by gzip, another is text with the names",
        arguments: [true, false])
    func compression(compressed: Bool) throws {
        try inFolder { folder in
            let file = folder.appending(path: compressed ? "week.mps.gz" : "week.mps")
            let names = ProgramNames(program: "week", rows: ["room"], columns: ["a", "b"])
            try GLPKWriter.write(.knapsack, names: names, format: .mps, to: file.path)
            let data = try Data(contentsOf: file)
            if compressed {
                #expect(data.prefix(2) == Data([0x1F, 0x8B]))
            } else {
                let text = String(decoding: data, as: UTF8.self)
                for name in ["week", "room", " a ", " b ", " c3 "] { #expect(text.contains(name)) }
            }
        }
    }

    @Test("A file that cannot be written is an error with GLPK's reason")
    func noFolder() throws {
        try inFolder { folder in
            let path = folder.appending(path: "missing/week.mps").path
            let error = #expect(throws: SolverError.self) {
                try GLPKWriter.write(.knapsack, format: .mps, to: path)
            }
            #expect(error?.description.contains("No such file or directory") == true)
            #expect(throws: SolverError.self) { try GLPKWriter.write(.knapsack, format: .mps, to: "") }
            #expect(throws: SolverError.self) { try GLPKReader.read(path, format: .cplexLP) }
        }
    }

    @Test(
        "Names that GLPK dies of, or that no format can hold, are refused with their place",
        arguments: [
            (String(repeating: "a", count: 256), "256 bytes"),
            (String(repeating: "é", count: 128), "256 bytes"),
            ("a\nb", "control character"), ("a b", "blank"), ("a\0b", "control character"), ("", "empty"),
            ("c4", "another one's name"),
        ])
    func names(name: String, reason: String) throws {
        try inFolder { folder in
            let path = folder.appending(path: "week.mps").path
            let error = #expect(throws: SolverError.self) {
                try GLPKWriter.write(
                    .knapsack, names: ProgramNames(rows: [], columns: ["c4", "x", "y", name]), format: .mps,
                    to: path)
            }
            #expect(error?.description.contains(reason) == true, "\(error as Any)")
            #expect(error?.description.contains("column 3") == true)
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test("A name of 255 bytes is written")
    func longName() throws {
        try inFolder { folder in
            let name = String(repeating: "r", count: 255)
            let file = folder.appending(path: "w")
            try GLPKWriter.write(
                .knapsack, names: ProgramNames(rows: [name], columns: []), format: .mps, to: file.path)
            #expect(try String(contentsOf: file, encoding: .utf8).contains(" \(name)\n"))
        }
    }
}

extension LinearProgram {
    /// Every kind of bound and row that the formats know: optimum by its first row.
    fileprivate static var mixed: LinearProgram {
        var program = LinearProgram()
        let free = program.addColumn(cost: 1, lower: -.infinity, upper: .infinity, integer: false)
        let below = program.addColumn(cost: -1, lower: -.infinity, upper: 7, integer: true)
        let above = program.addColumn(cost: 0.1, lower: -3, upper: .infinity, integer: true)
        let fixed = program.addColumn(cost: 2, lower: 4, upper: 4, integer: false)
        program.addRow(lower: -2.5, upper: 8, [(free, 1), (above, 0.3)])
        program.addRow(lower: 3, upper: 3, [(below, 1), (above, -1)])
        program.addRow(lower: -20, upper: .infinity, [(free, 1), (fixed, -1)])
        return program
    }
}
