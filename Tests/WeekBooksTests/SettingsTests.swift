// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Testing
import Workbooks

@testable import WeekBooks

/// What week.yaml says, as keys and values and back.
@Suite struct SettingsTests {
    private func rows(_ yaml: String) throws -> [(key: String, value: String)] {
        let diagnostics = Diagnostics()
        let root = try #require(
            YAMLDocument.read(InputFile(path: "week.yaml", bytes: Array(yaml.utf8)), diagnostics))
        return SettingsSheet.rows(of: root)
    }

    private func document(_ rows: [(key: String, value: String)]) -> (SettingsSheet.Document, [String]) {
        let sheet = Sheet(
            name: "settings",
            rows: rows.enumerated().map { number, row in
                Sheet.Row(
                    number: number + 1,
                    cells: [.init(column: 0, value: .text(row.key))]
                        + (row.value.isEmpty ? [] : [.init(column: 1, value: .text(row.value))]))
            })
        let diagnostics = Diagnostics()
        let document = SettingsSheet.document(sheet, diagnostics)
        return (document, diagnostics.sorted.map(\.description))
    }

    @Test func everyShapeComesBack() throws {
        let yaml = """
            days: 7
            policy: {agency_cap: null, accompanied: [], weekend_uplift: {saturday: 0.30}, "a.b [c]": 1}
            special_days:
              - {date: 2026-12-25, name: "Christmas: \\"Day\\""}
              - {date: 2026-12-28, teams: [north, 'south, east']}
            marks: {"1": R, "N/A": off}
            sessions: {am: {starts: "08:00"}}
            """
        let rows = try rows(yaml)
        #expect(rows.map(\.key).contains("special_days[2].teams[2]"))
        #expect(rows.map(\.key).contains("policy.\"a.b [c]\""))
        #expect(rows.map(\.key).contains("marks.1"))
        let (document, told) = document(rows)
        #expect(told.isEmpty)
        #expect(document.rows.count == document.text.split(separator: "\n").count)
        let again = try self.rows(document.text)
        #expect(again.map(\.key) == rows.map(\.key))
        #expect(again.map(\.value) == rows.map(\.value))
        let own = SettingsSheet.replacing(framework: "../f.yaml", in: "days: 7\r\nframework: a # note\r\n")
        #expect(own == "days: 7\n\"framework\": \"../f.yaml\"\n")
        let moved = SettingsSheet.replacing(
            framework: "../f \"x\".yaml", in: "\"framework\": \"a\"\n\"days\": 7\n")
        #expect(moved == "\"framework\": \"../f \\\"x\\\".yaml\"\n\"days\": 7\n")
    }

    @Test func keysThatAreNoneAreToldAtTheirCells() {
        let (_, told) = document([
            ("key", "value"), ("a[0]", "1"), ("[1]", "1"), ("a.b", "1"), ("a", "2"), ("a.b", "3"),
            ("x.", "1"),
            ("\"open", "1"), (String(repeating: "a.", count: 30) + "b", "1"),
        ])
        #expect(told.count == 7, "\(told)")
        #expect(told.first?.hasPrefix("settings!A2: error: 'a[0]' is no key") == true)
    }

    @Test func aKeyWithAValueHasNoKeysWithinIt() {
        let (_, told) = document([("a", "1"), ("a.b", "2")])
        #expect(
            told == [
                "settings!A2: error: the key has a value in row 1, and keys within it here\n    expected: a value, or keys within it"
            ])
    }

    @Test func itemsGoByTheirNumbers() {
        let (document, told) = document([("ladder[2]", "contract"), ("x", "1"), ("ladder[1]", "spare")])
        #expect(told.isEmpty)
        #expect(document.text == "\"ladder\":\n  - \"spare\"\n  - \"contract\"\n\"x\": 1\n")
        #expect(document.rows == [1, 3, 1, 2])
        #expect(
            self.document([("a[1]", "x"), ("a[3]", "y")]).1.first?.hasPrefix(
                "settings!A2: error: item [3] is here, and item [2] is missing") == true)
        #expect(
            self.document([("a[7]", "x")]).1.first?.contains("item [7] is here, and item [1] is missing")
                == true)
        #expect(
            self.document([("a[1]", "x"), ("a.b", "y")]).1.first?.contains("names and numbers of items")
                == true)
    }

    @Test func aKeyWithoutAValueIsToldAndNoLettersAreAValue() throws {
        let (_, told) = document([("a", ""), ("b", "1")])
        #expect(told.first?.hasPrefix("settings!B1: error: the key 'a' has no value beside it") == true)
        #expect(told.count == 1)
        let rows = try rows("title: \"\"\nb: null\n")
        #expect(rows.map(\.value) == ["\"\"", "null"])
        #expect(document(rows).0.text == "\"title\": \"\"\n\"b\": null\n")
    }
}
