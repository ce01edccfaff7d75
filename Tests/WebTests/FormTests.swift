// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Testing

@testable import Web

/// Forms as browsers send them, and as nobody should.
struct FormTests {
    private func pairs(_ text: String) -> Form? {
        Form(Array(text.utf8), type: "application/x-www-form-urlencoded")
    }

    @Test func pairsAreReadWithTheirMarks() throws {
        let form = try #require(pairs("a=1&b=two+words&c=caf%C3%A9%26more&d=&e&a=2"))
        #expect(form["a"] == "2", "the last one counts")
        #expect(form["b"] == "two words")
        #expect(form["c"] == "café&more")
        #expect(form["d"].isEmpty && form["e"].isEmpty && form["none"].isEmpty)
        #expect(Form([], type: "application/x-www-form-urlencoded; charset=utf-8") != nil)
    }

    @Test(arguments: ["a=%", "a=%4", "a=%zz", "a=%ff", "%c3=1"])
    func whatIsNoFormIsNone(text: String) { #expect(pairs(text) == nil) }

    @Test func filesComeWithTheLastPartOfTheirNames() throws {
        let body = [
            "--x", "Content-Disposition: form-data; name=\"name\"", "", "North", "--x",
            "Content-Disposition: form-data; name=\"files\"; filename=\"../../staff.csv\"",
            "Content-Type: text/csv", "", "staff\r\nPT-01\r\n", "--x",
            "Content-Disposition: form-data; name=\"files\"; filename=\"C:\\weeks\\rota; new.csv\"", "", "",
            "--x",
            "Content-Disposition: form-data; name=\"files\"; filename=\"\"", "", "", "--x--", "",
        ].joined(separator: "\r\n")
        let form = try #require(Form(Array(body.utf8), type: "multipart/form-data; boundary=\"x\""))
        #expect(form["name"] == "North")
        #expect(form.files.map(\.name) == ["staff.csv", "rota; new.csv"])
        #expect(form.files.first.map { String(decoding: $0.bytes, as: UTF8.self) } == "staff\r\nPT-01\r\n")
    }

    @Test(arguments: ["", "text/plain", "multipart/form-data", "multipart/form-data; boundary="])
    func othersAreNone(type: String) { #expect(Form(Array("--x\r\n\r\n--x--".utf8), type: type) == nil) }

    @Test func damageIsNoFormOrAnother() {
        let whole = Array(
            "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"b\"\r\n\r\n2\r\n--x--\r\n"
                .utf8)
        var random = SeededRandom(seed: 7)
        var read = 0
        for _ in 0..<2_000 {
            var bytes = whole
            for _ in 0..<(1 + random.below(4)) {
                switch random.below(3) {
                case 0: bytes[random.below(bytes.count)] = UInt8(random.below(256))
                case 1: bytes.remove(at: random.below(bytes.count))
                default: bytes.insert(UInt8(random.below(256)), at: random.below(bytes.count))
                }
            }
            if Form(bytes, type: "multipart/form-data; boundary=x") != nil { read += 1 }
            _ = Form(bytes, type: "application/x-www-form-urlencoded")
        }
        #expect((100..<2_000).contains(read), "some are forms still, some none: \(read)")
    }
}
