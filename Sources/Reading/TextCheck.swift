// SPDX-License-Identifier: GPL-3.0-or-later

/// Whether bytes are text at all: UTF-8 without NUL bytes.
enum TextCheck {
    /// Reports the first bytes that are no text, with the line and column they stand at.
    static func isText(_ input: InputFile, _ diagnostics: Diagnostics) -> Bool {
        let bytes = input.bytes
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            refuse(input, 0, "the file is UTF-16", diagnostics)
            return false
        }
        if let index = bytes.firstIndex(of: 0) {
            refuse(input, index, "the file has a NUL byte: it is no text", diagnostics)
            return false
        }
        if let index = firstInvalid(bytes) {
            let byte = String(bytes[index], radix: 16, uppercase: true)
            refuse(input, index, "the byte \(byte) is not UTF-8", diagnostics)
            return false
        }
        return true
    }

    private static func refuse(
        _ input: InputFile, _ index: Int, _ message: String, _ diagnostics: Diagnostics
    ) {
        var line = 1
        var column = 1
        var previous: UInt8 = 0
        for byte in input.bytes[..<index] {
            if byte == 13 || (byte == 10 && previous != 13) {
                line += 1
                column = 1
            } else if byte != 10, byte & 0xC0 != 0x80 {
                column += 1
            }
            previous = byte
        }
        diagnostics.add(
            .error, at: Place(file: input.path, line: line, column: column),
            expected: advice(input.path), message: message)
    }

    /// How to save the file so that it can be read.
    private static func advice(_ path: String) -> String {
        path.lowercased().hasSuffix(".csv")
            ? "UTF-8 text (in a spreadsheet: save as 'CSV UTF-8')"
            : "UTF-8 text (in an editor: save with the encoding UTF-8)"
    }

    /// The index of the first byte that does not belong to well-formed UTF-8.
    private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }
}
