// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Reading

/// The words of the command line as text, from which the bytes they were can be had again.
///
/// Names of files need not be UTF-8, and text is always. A byte that is none stands as a character of a range that
/// is for private use, and so do the bytes of those characters themselves, so that no two words become one.
enum Arguments {
    /// The words after the command's name.
    static var given: [String] {
        (1..<max(1, Int(CommandLine.argc))).compactMap { index in
            CommandLine.unsafeArgv[index].map { word in
                var bytes: [UInt8] = []
                var position = 0
                while word[position] != 0 {
                    bytes.append(UInt8(bitPattern: word[position]))
                    position += 1
                }
                return text(of: bytes)
            }
        }
    }

    /// Bytes as text.
    static func text(of bytes: [UInt8]) -> String {
        var text = ""
        FilePath.read(bytes) { scalar in
            if marks.contains(scalar.value) {
                for byte in String(scalar).utf8 { text.unicodeScalars.append(mark(byte)) }
            } else {
                text.unicodeScalars.append(scalar)
            }
        } other: { byte in
            text.unicodeScalars.append(mark(byte))
        }
        return text
    }

    /// The bytes that became a text.
    static func bytes(of text: String) -> [UInt8] {
        text.unicodeScalars.flatMap { scalar in
            marks.contains(scalar.value)
                ? [UInt8(truncatingIfNeeded: scalar.value - marks.lowerBound + 0x80)]
                : Array(String(scalar).utf8)
        }
    }

    /// One character for each byte from 0x80 on.
    private static let marks: ClosedRange<UInt32> = 0xF780...0xF7FF

    private static func mark(_ byte: UInt8) -> Unicode.Scalar {
        Unicode.Scalar(marks.lowerBound + UInt32(byte & 0x7F)) ?? "\u{FFFD}"
    }
}

extension FilePath: ExpressibleByArgument {
    /// A path as it was typed; nil where nothing was.
    public init?(argument: String) {
        guard !argument.isEmpty else { return nil }
        self.init(bytes: Arguments.bytes(of: argument))
    }
}
