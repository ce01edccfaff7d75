// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Testing

@testable import skillmix

/// Words of the command line are text, and are the bytes they were all the same.
@Suite struct ArgumentsTests {
    @Test(
        arguments: [
            [], Array("Rosters/first-week".utf8), Array("Zoë/週".utf8), [0xE9], [0x77, 0xE9, 0x65, 0x6B],
            [0xC3],
            [0xF0, 0x9F, 0x98], Array("\u{F7E9}".utf8), Array("\u{F780}x\u{F7FF}".utf8) + [0x80, 0xFF],
            [0xED, 0xA0, 0x80], [0xFF, 0x41, 0xC3, 0xA9],
        ] as [[UInt8]]) func everyWordComesBackAsItWas(_ bytes: [UInt8])
    {
        #expect(Arguments.bytes(of: Arguments.text(of: bytes)) == bytes)
    }

    @Test func noTwoWordsBecomeOne() {
        let words: [[UInt8]] = [[0xE9], Array("\u{F7E9}".utf8), Array("é".utf8), Array("\u{FFFD}".utf8)]
        #expect(Set(words.map { Arguments.text(of: $0) }).count == words.count)
        #expect(Arguments.text(of: Array("plain é".utf8)) == "plain é")
    }

    @Test func noPathIsNone() {
        #expect(FilePath(argument: "") == nil)
        #expect(FilePath(argument: "~root")?.description == "~root")
    }
}
