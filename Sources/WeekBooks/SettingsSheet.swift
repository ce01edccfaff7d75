// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workbooks

/// The sheet of what `week.yaml` says: a key and a value a row, keys within keys with points between, items of lists by
/// number: `sessions.am.starts`, `special_days[1].date`.
enum SettingsSheet {
    /// The tab's name.
    static let name = "settings"
    /// Its headings.
    static let headings = ["key", "value"]

    /// The key of the framework's path.
    static let framework = "framework"

    /// A `week.yaml` with another path to the framework.
    static func replacing(framework path: String, in yaml: String) -> String {
        let starts = [quoted(framework) + ":", framework + ":"]
        return yaml.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
            .map { line in
                starts.contains { line.hasPrefix($0) }
                    ? quoted(framework) + ": " + quoted(path) : String(line)
            }
            .joined(separator: "\n")
    }

    // MARK: Out

    /// The rows of a document.
    static func rows(of node: YAMLNode) -> [(key: String, value: String)] { rows(node, "") }

    private static func rows(_ node: YAMLNode, _ path: String) -> [(key: String, value: String)] {
        switch node.kind {
        case .scalar(let text, let isQuoted):
            if !isQuoted && node.isNull { return [(path, "null")] }
            return [(path, text.isEmpty ? nothing : text)]
        case .sequence(let items):
            if items.isEmpty { return [(path, "[]")] }
            return items.enumerated().flatMap { rows($1, "\(path)[\($0 + 1)]") }
        case .mapping(let pairs):
            if pairs.isEmpty { return path.isEmpty ? [] : [(path, "{}")] }
            return pairs.flatMap { rows($1, (path.isEmpty ? "" : path + ".") + key($0.text)) }
        }
    }

    private static func key(_ text: String) -> String {
        let isPlain = !text.isEmpty && text.unicodeScalars.allSatisfy { isLetter($0) }
        return isPlain ? text : quoted(text)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || "_-/ ".unicodeScalars.contains(scalar)
    }

    /// What stands for a text without letters, since a cell that holds nothing says nothing.
    private static let nothing = "\"\""

    // MARK: In

    /// The document that a sheet's rows are, as YAML, and the row of each of its lines.
    struct Document {
        /// The YAML.
        fileprivate(set) var text = ""
        /// The sheet's row of each line.
        fileprivate(set) var rows: [Int] = []
    }

    /// A part of a document in the making.
    private final class Part {
        var value: (text: String, row: Int)?
        private(set) var keys: [(name: Segment, part: Part, row: Int)] = []
        private var parts: [Segment: Part] = [:]

        func part(_ name: Segment, row: Int) -> Part {
            if let known = parts[name] { return known }
            let part = Part()
            parts[name] = part
            keys.append((name, part, row))
            return part
        }
    }

    /// A step in a key: a name, or the number of an item.
    private enum Segment: Hashable {
        case name(String)
        case item(Int)
    }

    /// Reads the sheet; whatever is no key is reported at its cell.
    static func document(_ sheet: Sheet, _ diagnostics: Diagnostics) -> Document {
        let root = Part()
        for row in sheet.rows {
            let cells = Dictionary(row.cells.map { ($0.column, $0.value) }) { first, _ in first }
            guard let key = cells[0]?.written, !key.hasPrefix("#") else { continue }
            if row.number == sheet.rows.first?.number, key.lowercased() == headings[0] { continue }
            func refuse(
                _ message: String, column: String = "A", expected: String = "a key such as sessions.am.starts"
            ) {
                diagnostics.add(
                    .error, at: Place(file: sheet.name, line: row.number, cell: "\(column)\(row.number)"),
                    expected: expected, message: message)
            }
            guard let value = cells[1]?.written else {
                refuse(
                    "the key '\(Diagnostic.shortened(key))' has no value beside it", column: "B",
                    expected: "a value, null for none, or no row for the key")
                continue
            }
            guard let segments = segments(key), case .name = segments.first else {
                refuse("'\(Diagnostic.shortened(key))' is no key of the settings")
                continue
            }
            let part = segments.reduce(root) { $0.part($1, row: row.number) }
            guard part.value == nil, part.keys.isEmpty else {
                refuse("the key '\(Diagnostic.shortened(key))' is there twice")
                continue
            }
            part.value = (value, row.number)
        }
        var document = Document()
        write(root, indent: 0, &document, sheet, diagnostics)
        return document
    }

    private static func write(
        _ part: Part, indent: Int, _ document: inout Document, _ sheet: Sheet, _ diagnostics: Diagnostics
    ) {
        for (name, child, row) in ordered(part, sheet, diagnostics) {
            var line = String(repeating: "  ", count: indent)
            switch name {
            case .name(let text): line += quoted(text) + ":"
            case .item: line += "-"
            }
            if let (text, valueRow) = child.value {
                if let other = child.keys.first {
                    diagnostics.add(
                        .error, at: Place(file: sheet.name, line: other.row, cell: "A\(other.row)"),
                        expected: "a value, or keys within it",
                        message: "the key has a value in row \(valueRow), and keys within it here")
                }
                document.text += line + " " + scalar(text) + "\n"
                document.rows.append(valueRow)
            } else {
                document.text += line + "\n"
                document.rows.append(row)
                write(child, indent: indent + 1, &document, sheet, diagnostics)
            }
        }
    }

    /// The keys of a part, items by their numbers. What numbers are missing, or stand among names, is reported.
    private static func ordered(
        _ part: Part, _ sheet: Sheet, _ diagnostics: Diagnostics
    ) -> [(name: Segment, part: Part, row: Int)] {
        let items = part.keys.compactMap { key -> (number: Int, part: Part, row: Int)? in
            if case .item(let number) = key.name { (number, key.part, key.row) } else { nil }
        }.sorted { $0.number < $1.number }
        guard let first = items.first else { return part.keys }
        func refuse(_ row: Int, _ message: String) {
            diagnostics.add(
                .error, at: Place(file: sheet.name, line: row, cell: "A\(row)"),
                expected: "items [1], [2] and so on, and no names among them", message: message)
        }
        if items.count < part.keys.count {
            refuse(first.row, "the key has names and numbers of items in it")
        } else if let (index, item) = items.enumerated().first(where: { $0 + 1 != $1.number }) {
            refuse(item.row, "item [\(item.number)] is here, and item [\(index + 1)] is missing")
        }
        return items.map { (.item($0.number), $0.part, $0.row) }
    }

    /// The steps of a key; nil where it is none.
    private static func segments(_ key: String) -> [Segment]? {
        var segments: [Segment] = []
        var rest = Substring(key)
        while !rest.isEmpty {
            if rest.first == "[" {
                guard let end = rest.firstIndex(of: "]"),
                    let number = Int(rest[rest.index(after: rest.startIndex)..<end]),
                    number > 0
                else { return nil }
                segments.append(.item(number))
                rest = rest[rest.index(after: end)...]
            } else if rest.first == "\"" {
                guard let (text, after) = unquoted(rest) else { return nil }
                segments.append(.name(text))
                rest = after
            } else {
                let text = rest.prefix { $0 != "." && $0 != "[" }
                guard !text.isEmpty else { return nil }
                segments.append(.name(text.trimmingBlanks))
                rest = rest[text.endIndex...]
            }
            if rest.first == "." {
                rest = rest.dropFirst()
                if rest.isEmpty { return nil }
            } else if let next = rest.first, next != "[" {
                return nil
            }
        }
        // Deeper than any file of a week, and than YAML is read.
        return segments.count <= 20 ? segments : nil
    }

    private static func unquoted(_ text: Substring) -> (String, Substring)? {
        var result = ""
        var index = text.index(after: text.startIndex)
        while index < text.endIndex {
            let character = text[index]
            index = text.index(after: index)
            if character == "\"" { return (result, text[index...]) }
            if character == "\\", index < text.endIndex {
                result.append(text[index])
                index = text.index(after: index)
            } else {
                result.append(character)
            }
        }
        return nil
    }

    // MARK: Scalars

    /// Numbers, nothing, and empty lists and mappings stand as they are; all else in quotes.
    private static func scalar(_ text: String) -> String {
        let isPlain =
            ["null", "true", "false", "[]", "{}", nothing].contains(text)
            || !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) || $0 == 46 || $0 == 45 }
        return isPlain ? text : quoted(text)
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

extension Substring {
    /// Without blanks at either end.
    fileprivate var trimmingBlanks: String {
        var text = self
        while text.first == " " { text = text.dropFirst() }
        while text.last == " " { text = text.dropLast() }
        return String(text)
    }
}
