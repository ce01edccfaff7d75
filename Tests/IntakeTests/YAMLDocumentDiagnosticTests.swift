// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Intake
import Testing

@Suite struct YAMLDocumentDiagnosticTests {
    @Test(arguments: [
        Probe(
            "week.yaml", "", "",
            "week.yaml:1: error: the file is empty"),
        Probe(
            "week.yaml", "", "# nothing\n",
            "week.yaml:1: error: the file is empty"),
        Probe(
            "week.yaml", "", "just words\n",
            "week.yaml:1:1: error: week.yaml is a single value, not a mapping of keys to values"),
        Probe(
            "week.yaml", "", "- a\n- b\n",
            "week.yaml:1:1: error: week.yaml is a list, not a mapping of keys to values"),
        Probe(
            "week.yaml", "days: 2", "days: [2",
            "week.yaml:4:9: error: the YAML has a fault: did not find expected ',' or ']'"),
        Probe(
            "week.yaml", "days: 2", "days: 2\n\tx: 3",
            "week.yaml:4:1: error: a tab stands at the beginning of line 4"),
        Probe(
            "week.yaml", "days: 2", "days: 2\ndays: 3",
            "week.yaml:3:1: error: key 'days' is there twice in one mapping"),
        Probe(
            "week.yaml", "days: 2", "? [a, b]\n: 2",
            "week.yaml:3:3: error: a key is a list"),
        Probe(
            "week.yaml", "days: 2", "days: *missing",
            "week.yaml:3:7: error: the YAML has a fault: found undefined alias"),
        Probe(
            "week.yaml", "days: 2", "days: &d 2\n---\ndays: *d",
            "week.yaml:4:1: error: a second document begins here"),
        Probe(
            "week.yaml", "days: 2", "days: \u{1}2",
            "week.yaml:3: error: the YAML has a fault: control characters are not allowed"),
        Probe(
            "week.yaml", "days: 2", "days: \u{0}2",
            "week.yaml:3:7: error: the file has a NUL byte: it is no text"),
    ]) func everyFaultOfADocumentIsPointedAt(_ probe: Probe) throws {
        let reading = try probe.fixture.read()
        #expect(Probe.lines(reading.diagnostics) == probe.problems)
        #expect((reading.week == nil) == reading.diagnostics.contains { $0.severity == .error })
    }

    @Test func aDocumentInUTF16IsForAnEditorToSaveAnew() throws {
        try WeekFixture().withFolder { folder in
            let url = folder.appendingPathComponent("week.yaml")
            let text = try String(contentsOf: url, encoding: .utf8)
            try text.write(to: url, atomically: true, encoding: .utf16)
            let said = WeekReader.read(folder: folder).diagnostics.map(\.description)
            #expect(
                said.contains(
                    "week.yaml:1:1: error: the file is UTF-16\n"
                        + "    expected: UTF-8 text (in an editor: save with the encoding UTF-8)"))
        }
    }
}
