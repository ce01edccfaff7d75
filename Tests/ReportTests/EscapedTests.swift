// SPDX-License-Identifier: GPL-3.0-or-later

import Markup
import Testing

@Suite("Text on a page")
struct EscapedTests {
    private func written(_ text: String) -> String {
        var page = ""
        Markup.text(text).write(to: &page)
        return page
    }

    @Test("markup that was written before is what it would be if it were written now")
    func once() {
        let part = Tag.p(.class("\"note\"")) { "5 < 6 & <b>" }
        var (before, now) = ("", "")
        Tag.div { Markup.written(WrittenMarkup([part, part])) }.write(to: &before)
        Tag.div {
            part
            part
        }.write(to: &now)
        #expect(before == now && before.contains("5 &lt; 6 &amp; &lt;b&gt;"))
    }

    @Test(
        "has each character that marks something up as a reference, alone as well",
        arguments: [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;")])
    func marks(mark: String, reference: String) {
        #expect(written(mark) == reference)
        #expect(written("Quay \(mark) ward") == "Quay \(reference) ward")
    }

    @Test("shows what cannot be shown as such, and drops marks of direction, alone as well")
    func control() {
        #expect(written("a\u{7}b") == "a\u{FFFD}b")
        #expect(written("a\u{7F}b") == "a\u{FFFD}b")
        #expect(written("a\u{202E}b") == "ab")
    }

    @Test("stays as it is where nothing has to be done")
    func plain() {
        let text = String(String.UnicodeScalarView((0x20..<0x7F).compactMap { Unicode.Scalar($0) }))
        let marks: Set<Character> = ["&", "<", ">", "\"", "'"]
        let harmless = text.filter { !marks.contains($0) }
        #expect(harmless.count == 90)
        #expect(written(harmless) == harmless)
        #expect(written("Zoë, 1 January\n£5") == "Zoë, 1 January\n£5")
    }
}
