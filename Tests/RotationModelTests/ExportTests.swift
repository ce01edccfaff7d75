// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import RotationModel
import Rotations
import TestSupport
import Testing

@testable import GLPK

/// The programme as other solvers read it.
@Suite struct ExportTests {
    @Test("written and read back, the programme has the same optimum", arguments: UInt64(1)...8)
    func readBack(seed: UInt64) throws {
        let program = RotationProgram(RotationFacts(try RandomRotation.make(seed: seed)))
        let folder = FileManager.default.temporaryDirectory.appending(path: "rotation-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let best = try GLPKSolver().solveInteger(program.program)
        for format in GLPKWriter.Format.allCases {
            let path = folder.appending(path: "programme").path
            try GLPKWriter.write(program.program, names: program.names, format: format, to: path)
            let read = try GLPKReader.read(path, format: format)
            let again = try GLPKSolver().solveInteger(read)
            #expect(abs((again.objective ?? .nan) - (best.objective ?? .infinity)) < 1e-6)
        }
    }

    @Test func namesSayWhoWhenAndWhere() throws {
        let rotation = try TinyRotation.of(periods: 2) {
            $0.posts = [TinyRotation.post("A") { $0.amounts.maximum = 1 }]
            $0.people = [TinyRotation.person("P-1"), TinyRotation.person("P-2")]
            $0.templates = [Template(id: "T", stages: [.init("acute", 1)])]
            $0.people[1].template = "T"
        }
        let program = RotationProgram(RotationFacts(rotation))
        let columns = program.columns.indices.map(program.names.column)
        let rows = program.rows.indices.map(program.names.row)
        #expect(columns.contains("x_p2_t1_k1") && columns.contains("r_p1_t2"))
        #expect(columns.contains("w_p2_n1"))
        #expect(rows.contains("onePost_p1_t1") && rows.contains("room_t2_k1"))
        #expect(Set(columns).count == columns.count && Set(rows).count == rows.count)
    }

    @Test("every column has finite bounds, and no name stands twice", arguments: UInt64(1)...60)
    func bounds(seed: UInt64) throws {
        let program = RotationProgram(RotationFacts(try RandomRotation.make(seed: seed)))
        try program.program.validate()
        #expect(program.program.lower.allSatisfy(\.isFinite) && program.program.upper.allSatisfy(\.isFinite))
        let names = program.columns.indices.map(program.names.column)
        #expect(Set(names).count == names.count)
        let rows = program.rows.indices.map(program.names.row)
        #expect(Set(rows).count == rows.count)
    }

    @Test(
        "the tightening rows cut off no plan, and raise some relaxations", Reached("raised", atLeast: 10),
        arguments: UInt64(1)...300)
    func tightening(seed: UInt64) throws {
        let program = RotationProgram(RotationFacts(try RandomRotation.make(seed: seed)))
        var loose = program.program
        loose.remove(rows: program.rows.indices.filter { program.rows[$0].kind == .maximumBlockTight })
        let solver = GLPKSolver()
        let (tight, free) = (try solver.solveInteger(program.program), try solver.solveInteger(loose))
        #expect(abs((tight.objective ?? .nan) - (free.objective ?? .infinity)) < 1e-6)
        let relaxed = try (solver.solveRelaxation(program.program), solver.solveRelaxation(loose))
        #expect(relaxed.0.objective >= relaxed.1.objective - 1e-6)
        if relaxed.0.objective > relaxed.1.objective + 1e-3 { Reached.here("raised") }
    }
}
