// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// docs/hazard-log.md names the tests that hold its controls, and reads its risks off its own matrix.
struct HazardLogTests {
    private struct Hazard {
        let name: String
        let likelihood: Int
        let severity: Int
        let risk: Int
        let tests: [String]
        let residual: Int
    }

    private func cells(_ line: Substring) -> [String] {
        line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    private func hazard(_ row: [String]) -> Hazard? {
        guard let likelihood = Int(row[5]), let severity = Int(row[6]), let risk = Int(row[7]),
            let residual = Int(row[10])
        else { return nil }
        // What stands between marks is every second part.
        let parts = row[9].components(separatedBy: "`").enumerated()
        let tests = parts.filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
        return Hazard(
            name: row[0], likelihood: likelihood, severity: severity, risk: risk, tests: tests,
            residual: residual)
    }

    private func page() throws -> (hazards: [Hazard], matrix: [Int: [Int]]) {
        let text = try String(
            contentsOf: Repository.root.appending(path: "docs/hazard-log.md"), encoding: .utf8)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("|") }.map(cells)
        let hazards = rows.filter { $0.count == 13 && $0[0].hasPrefix("H") }.compactMap(hazard)
        let matrix = rows.filter { $0.count == 6 }.compactMap { row in
            Int(row[0]).map { ($0, row.dropFirst().compactMap { Int($0) }) }
        }
        return (hazards, Dictionary(matrix) { first, _ in first })
    }

    @Test func everyControlHasATestThatIsThere() throws {
        let hazards = try page().hazards
        #expect(hazards.count >= 12)
        var sources = ""
        let tests = Repository.root.appending(path: "Tests")
        for case let file as URL in FileManager.default.enumerator(at: tests, includingPropertiesForKeys: nil)
            ?? .init()
        where file.pathExtension == "swift" {
            sources += try String(contentsOf: file, encoding: .utf8)
        }
        for hazard in hazards {
            #expect(!hazard.tests.isEmpty, "\(hazard.name)")
            for test in hazard.tests {
                #expect(
                    sources.contains("func \(test)(") || sources.contains("func `\(test)`("),
                    "\(hazard.name): no test \(test)")
            }
        }
    }

    @Test func everyRiskIsTheMatrixs() throws {
        let (hazards, matrix) = try page()
        #expect(matrix.keys.sorted() == [1, 2, 3, 4, 5])
        for hazard in hazards {
            let row = try #require(matrix[hazard.likelihood])
            #expect(row.count == 5)
            #expect(row[hazard.severity - 1] == hazard.risk, "\(hazard.name)")
            #expect(hazard.residual <= hazard.risk, "\(hazard.name)")
        }
        for (likelihood, row) in matrix {
            #expect(row == row.sorted(), "graver is no less: \(likelihood)")
            if let above = matrix[likelihood + 1] { #expect(zip(row, above).allSatisfy { $0.0 <= $0.1 }) }
        }
    }
}
