// SPDX-License-Identifier: GPL-3.0-or-later

/// A piece of text to be read as a value, with its name and place: a cell of a table or a scalar of a document.
public struct Field: Sendable, Equatable {
    /// The text, without blanks around it.
    public let text: String
    /// The table column or the key it stands under.
    public let name: String
    /// Where it starts.
    public let place: Place
    /// How its column is written.
    let writing: Writing

    /// A piece of text at a place.
    public init(_ text: String, name: String, place: Place) {
        self.init(text, name: name, place: place, Writing())
    }

    init(_ text: String, name: String, place: Place, _ writing: Writing) {
        self.text = text
        self.name = name
        self.place = place
        self.writing = writing
    }

    init(_ cell: CSVCell, file: String, name: String, _ writing: Writing) {
        self.init(
            cell.text, name: name, place: Place(file: file, line: cell.line, column: cell.column), writing)
    }

    /// A part of the text, such as one name of several, which stands at the same place.
    ///
    /// - Parameter name: What the part is called, where it is not called like the whole.
    public func part(_ text: some StringProtocol, named name: String? = nil) -> Field {
        let text = text.drop { $0 == " " }
        return Field(String(String(text)[...].trimmedEnd), name: name ?? self.name, place: place, writing)
    }

    /// Whether nothing stands there.
    public var isBlank: Bool { text.isEmpty }

    /// Reports an error about what stands here.
    public func error(
        _ message: @autoclosure () -> String, expected: @autoclosure () -> String? = nil,
        _ diagnostics: Diagnostics
    ) {
        diagnostics.add(
            .error, at: place, field: name, found: text, expected: expected(), message: message())
    }

    /// Reports that the text is wrong wherever it stands, once for all places of the file that have it: most likely one word
    /// was filled down a column.
    ///
    /// - Parameters:
    ///   - message: What is wrong, by which places are known to have the same fault.
    ///   - hint: What ends the sentence, behind the number of rows: `; did you mean 'bank'?`.
    public func wrongEverywhere(
        _ message: String, hint: @autoclosure () -> String = "", expected: @autoclosure () -> String?,
        _ diagnostics: Diagnostics
    ) {
        let cause = ["wrong", place.file, message].joined(separator: "\n")
        let end = diagnostics.isTold(cause) ? "" : hint() + LookAlikes.remark(on: text)
        diagnostics.add(
            .error, once: cause, at: self, expected: expected(), isInPlace: true,
            message: { met in message + met.inRows + end })
    }

    /// Reports a warning about what stands here.
    public func warning(
        _ message: @autoclosure () -> String, expected: @autoclosure () -> String? = nil,
        _ diagnostics: Diagnostics
    ) {
        diagnostics.add(
            .warning, at: place, field: name, found: text, expected: expected(), message: message())
    }

    /// Reports how something unusual here was read.
    public func notice(
        _ message: @autoclosure () -> String, expected: @autoclosure () -> String? = nil,
        _ diagnostics: Diagnostics
    ) {
        diagnostics.add(
            .notice, at: place, field: name, found: text, expected: expected(), message: message())
    }

    /// The text with plain blanks, hyphens and quotes for those of word processors, and nothing that cannot be seen, told
    /// once a column; only where what people write is read.
    public func plain(_ diagnostics: Diagnostics) -> String {
        guard writing.readsHabits, text.utf8.contains(where: { $0 > 127 }) else { return text }
        let plain = String(LookAlikes.plainMarks(text).trimmedBlanks)
        if plain != text, diagnostics.isFirst("plain\n" + place.file + "\n" + name) {
            notice(
                "\(name) \(shown) is read as '\(Diagnostic.shortened(plain))'\(LookAlikes.remark(on: text)); "
                    + "so is every \(name) of that kind",
                expected: plain, diagnostics)
        }
        return plain
    }

    /// The text as it is shown in messages.
    public var shown: String { "'\(Diagnostic.shortened(text))'" }
}
