// SPDX-License-Identifier: GPL-3.0-or-later

/// A piece of text to be read as a value, with its name and place: a cell of a table or a scalar of a document.
public struct Field: Sendable, Equatable {
    /// The text, without blanks around it.
    public let text: String
    /// The table column or the key it stands under.
    public let name: String
    /// Where it starts.
    public let place: Place

    /// A piece of text at a place.
    public init(_ text: String, name: String, place: Place) {
        self.text = text
        self.name = name
        self.place = place
    }

    init(_ cell: CSVCell, file: String, name: String) {
        self.init(cell.text, name: name, place: Place(file: file, line: cell.line, column: cell.column))
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

    /// The text as it is shown in messages.
    public var shown: String { "'\(Diagnostic.shortened(text))'" }
}
