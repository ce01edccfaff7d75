// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Yams

/// Reads one YAML document into nodes with places, whatever the bytes are.
public enum YAMLDocument {
    /// The deepest nesting read; the files of the contract need 6.
    static let depthLimit = 64
    /// The most nodes read, aliases counted as often as they are used.
    static let nodeLimit = 200_000
    /// The most aliases (`*name`) in a document. Each may multiply what the document holds.
    static let aliasLimit = 16

    /// The root of the document; nil with an error reported where there is none, or more than one.
    public static func read(_ input: InputFile, _ diagnostics: Diagnostics) -> YAMLNode? {
        guard TextCheck.isText(input, diagnostics) else { return nil }
        let bytes = input.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? input.bytes[3...] : input.bytes[...]
        let text = String(decoding: bytes, as: UTF8.self)
        guard hasFewAliases(text, input.path, diagnostics),
            YAMLIndent.isOfPlainBlanks(text, input.path, diagnostics)
        else { return nil }
        do {
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            guard let root = try parser.singleRoot() else {
                refuse(
                    Place(file: input.path, line: 1), "the file is empty", expected: "keys and values",
                    diagnostics)
                return nil
            }
            var conversion = YAMLConversion(file: input.path, diagnostics)
            return conversion.node(root, depth: 1)
        } catch {
            report(error, text, input.path, diagnostics)
            return nil
        }
    }

    /// Aliases are counted before the parser sees them: it would compare keys made of them at any length.
    ///
    /// Every `*` where a value may begin is counted, quotes and comments included.
    private static func hasFewAliases(_ text: String, _ file: String, _ diagnostics: Diagnostics) -> Bool {
        var count = 0
        var line = 1
        var previous: UInt8 = 10
        var isStar = false
        for byte in text.utf8 {
            if isStar, byte > 32 {
                count += 1
                if count > aliasLimit {
                    refuse(
                        Place(file: file, line: line), "there are more than \(aliasLimit) aliases (*name)",
                        expected: "the values written out", diagnostics)
                    return false
                }
            }
            isStar = byte == UInt8(ascii: "*") && "\n-?:[{,".utf8.contains(previous)
            if byte == 10 { line += 1 }
            if byte == 10 || byte == 13 {
                previous = 10
            } else if byte != 32, byte != 9 {
                previous = byte
            }
        }
        return true
    }

    private static func refuse(
        _ place: Place, _ message: String, expected: String, _ diagnostics: Diagnostics
    ) {
        diagnostics.add(.error, at: place, expected: expected, message: message)
    }

    private static func report(_ error: any Error, _ text: String, _ file: String, _ diagnostics: Diagnostics)
    {
        if YAMLIndent.tellTab(text, file, diagnostics) { return }
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
            refuse(
                place(mark, file), "the YAML has a fault: \(problem)", expected: "well-formed YAML",
                diagnostics)
        case .composer(let context, let problem, let mark, _):
            let isSecond = context?.text.contains("single document") == true
            refuse(
                place(mark, file),
                isSecond ? "a second document begins here" : "the YAML has a fault: \(problem)",
                expected: isSecond ? "one document a file" : "well-formed YAML", diagnostics)
        case .reader(let problem, let offset, _, _):
            let before = text.prefix(offset ?? 0)
            let line = 1 + before.reduce(0) { $0 + ($1.isNewline ? 1 : 0) }
            refuse(
                Place(file: file, line: line), "the YAML has a fault: \(problem)",
                expected: "well-formed YAML",
                diagnostics)
        case .duplicatedKeysInMapping(let duplicates, let context):
            for key in duplicates.sorted() {
                refuse(
                    place(context.mark, file),
                    "key '\(Diagnostic.shortened(key))' is there twice in one mapping",
                    expected: "each key once", diagnostics)
            }
        default:  // foreign
            refuse(
                Place(file: file), "the YAML cannot be read: \(error.localizedDescription)",
                expected: "well-formed YAML", diagnostics)
        }
    }

    private static func place(_ mark: Mark, _ file: String) -> Place {
        Place(file: file, line: max(1, mark.line), column: max(1, mark.column))
    }
}

/// Turns the parser's nodes into ours, within limits of depth and number.
private struct YAMLConversion {
    private let file: String
    private let diagnostics: Diagnostics
    private var count = 0

    init(file: String, _ diagnostics: Diagnostics) {
        self.file = file
        self.diagnostics = diagnostics
    }

    /// Nil, with one error reported, beyond the limits or where a key is no single value.
    mutating func node(_ node: Node, depth: Int) -> YAMLNode? {
        let place = Place(file: file, line: node.mark.map { max(1, $0.line) }, column: node.mark?.column)
        count += 1
        guard count <= YAMLDocument.nodeLimit else {
            return refuse(
                place, "the document has more than \(YAMLDocument.nodeLimit) values", "fewer values")
        }
        guard depth <= YAMLDocument.depthLimit else {
            return refuse(
                place, "values are nested more than \(YAMLDocument.depthLimit) deep", "less nesting")
        }
        switch node {
        case .scalar(let scalar):
            let quoted = scalar.style != .plain && scalar.style != .any
            return YAMLNode(kind: .scalar(Self.trimmed(scalar.string), quoted: quoted), place: place)
        case .sequence(let sequence):
            var items: [YAMLNode] = []
            for item in sequence {
                guard let item = self.node(item, depth: depth + 1) else { return nil }
                items.append(item)
            }
            return YAMLNode(kind: .sequence(items), place: place)
        case .mapping(let mapping):
            var pairs: [(key: Field, value: YAMLNode)] = []
            for (key, value) in mapping {
                guard let key = self.node(key, depth: depth + 1),
                    let value = self.node(value, depth: depth + 1)
                else { return nil }
                guard case .scalar(let name, _) = key.kind else {
                    return refuse(key.place, "a key is \(key.kindName)", "a single value as key")
                }
                pairs.append((Field(name, name: name, place: key.place), value))
            }
            return YAMLNode(kind: .mapping(pairs), place: place)
        case .alias:
            return refuse(place, "an alias stands here", "the value written out")
        }
    }

    private func refuse(_ place: Place, _ message: String, _ expected: String) -> YAMLNode? {
        diagnostics.add(.error, at: place, expected: expected, message: message)
        return nil
    }

    private static func trimmed(_ text: String) -> String {
        guard text.first?.isWhitespace == true || text.last?.isWhitespace == true else { return text }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
