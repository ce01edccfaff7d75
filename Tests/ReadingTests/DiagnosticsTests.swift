// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Testing

/// What is told of many problems, and what is only counted.
@Suite struct DiagnosticsTests {
    private func field(_ file: String, _ line: Int) -> Field {
        Field("x", name: "c", place: Place(file: file, line: line))
    }

    private func many() -> Diagnostics {
        let diagnostics = Diagnostics()
        for line in 1...1500 {
            diagnostics.add(.error, at: Place(file: "t.csv", line: line), message: "line by line")
        }
        return diagnostics
    }

    @Test func whatExplainsMuchElseIsToldBehindAThousandErrors() {
        let diagnostics = many()
        for line in 1...3 {
            diagnostics.add(.error, once: "why", at: field("t.csv", line), leads: true) { "why" + $0.inRows }
        }
        #expect(diagnostics.sorted.first?.message == "why, in 3 rows, first line 1")
        #expect(diagnostics.errorCount == 1501)
        #expect(
            diagnostics.sorted.contains {
                $0.message == "the file has 500 more errors and 0 more warnings than are shown"
            })
    }

    @Test func whatWasOnlyCountedIsCountedWhereItIsToldOn() {
        let others = Diagnostics()
        many().tell(others)
        #expect(others.errorCount == 1500)
        #expect(others.sorted.count == Diagnostics.limit + 1)
        #expect(others.sorted.first?.message.hasPrefix("the file has 500 more errors") == true)
    }

    @Test func rowsOfAFileThatIsComeBackToAreCountedOnce() {
        let diagnostics = Diagnostics()
        for (file, line) in [("a.csv", 1), ("b.csv", 1), ("a.csv", 2), ("a.csv", 2)] {
            diagnostics.add(.error, once: "why", at: field(file, line)) {
                "\($0.files.joined(separator: " "))" + $0.inRows
            }
        }
        #expect(diagnostics.sorted.map(\.message) == ["a.csv b.csv, in 3 rows, first line 1"])
    }
}
