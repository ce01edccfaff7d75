// SPDX-License-Identifier: GPL-3.0-or-later

/// The text of a table's file as UTF-8, in whichever encoding a spreadsheet saved it.
struct TableText {
    /// The text, without a byte-order mark. Lines, and characters in each, are those of the file.
    let bytes: [UInt8]
    /// What the file is, for people; nil: UTF-8.
    let encoding: String?

    /// The text of a file; nil, with an error reported, where it is no text, or it cannot be told in which encoding.
    ///
    /// UTF-16 is known by its mark. What is no UTF-8 is taken for Windows-1252, as spreadsheets of western Europe save,
    /// where no character in it can be UTF-8: half of each, or damage, would be a guess.
    ///
    /// - Parameters:
    ///   - readsHabits: Whether anything but UTF-8 is read.
    ///   - showsExample: Whether a word of the text may be shown, to be looked at.
    static func read(
        _ input: InputFile, readsHabits: Bool, showsExample: Bool = true, _ diagnostics: Diagnostics
    ) -> TableText? {
        let bytes = input.bytes
        if let workbook = Workbook.kind(of: bytes) {
            diagnostics.add(
                .error, at: Place(file: input.path),
                expected: "its sheet as text: in a spreadsheet, File, Save As, 'CSV UTF-8'",
                message: "this is \(workbook), whatever its name says")
            return nil
        }
        if readsHabits {
            let isLittle = bytes.starts(with: [0xFF, 0xFE])
            if isLittle || bytes.starts(with: [0xFE, 0xFF]) {
                return wide(input, isLittle: isLittle, diagnostics)
            }
            if !bytes.contains(0), let western = Windows1252.text(bytes) {
                return TableText(
                    bytes: western.bytes,
                    encoding: "Windows-1252 text"
                        + (showsExample ? ", such as '\(Diagnostic.shortened(western.example))'" : ""))
            }
        }
        guard TextCheck.isText(input, diagnostics) else { return nil }
        return TableText(
            bytes: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes, encoding: nil)
    }

    /// UTF-16 as UTF-8.
    private static func wide(_ input: InputFile, isLittle: Bool, _ diagnostics: Diagnostics) -> TableText? {
        let bytes = input.bytes
        let units = stride(from: 2, to: bytes.count - 1, by: 2).lazy.map { index in
            isLittle
                ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
                : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
        }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count / 2)
        let isBroken = transcode(
            units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true,
            into: { text.append($0) })
        guard !isBroken, bytes.count % 2 == 0, !text.contains(0) else {
            let line = 1 + text.count { $0 == 10 }
            diagnostics.add(
                .error, at: Place(file: input.path, line: line),
                expected: "UTF-8 text (in a spreadsheet: save as 'CSV UTF-8')",
                message: "the file begins as UTF-16 text, and is broken off or damaged in this line")
            return nil
        }
        return TableText(bytes: text, encoding: "UTF-16 text")
    }
}
