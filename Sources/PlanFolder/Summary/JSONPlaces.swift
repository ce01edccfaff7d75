// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// Where the values of a JSON text stand, and where a text stops being JSON.
///
/// The standard decoder reads the values and tells neither, and whoever mends a file needs both. So this steps over
/// values without reading them, and only where there is something to tell.
struct JSONPlaces {
    /// How deep values may be nested; the standard decoder goes no deeper.
    private static let depthLimit = 512

    /// What does not fit begins where the stepping stopped.
    private struct Stop: Error { let expected: String }

    private let file: String
    private let text: [Unicode.Scalar]
    private var at = 0

    init(_ input: InputFile) {
        file = input.path
        let scalars = String(decoding: input.bytes, as: UTF8.self).unicodeScalars
        text = Array(scalars.first == "\u{FEFF}" ? scalars.dropFirst() : scalars[...])
    }

    /// The value that keys and positions lead to: its place, and how it is shown in a message.
    func value(at path: [any CodingKey]) -> (place: Place, shown: String) {
        var scan = self
        guard let range = try? scan.step(path[...], depth: 0) else {
            return (Place(file: file), "unreadable")
        }
        switch text[range.lowerBound] {
        case "{": return (place(of: range.lowerBound), "an object")
        case "[": return (place(of: range.lowerBound), "a list")
        default: return (place(of: range.lowerBound), string(range))
        }
    }

    /// Tells where the text stops being JSON.
    func tellFault(_ diagnostics: Diagnostics) {
        var scan = self
        var expected = "the end of the file"
        do throws(Stop) {
            _ = try scan.step(nil, depth: 0)
            scan.skipBlanks()
        } catch {
            expected = error.expected
        }
        diagnostics.add(
            .error, at: place(of: scan.at), expected: expected,
            message: scan.peek.map { "'\(Diagnostic.shortened(String($0)))' stands here" }
                ?? "the file ends here")
    }

    /// Columns count Unicode scalars.
    private func place(of index: Int) -> Place {
        let lines = text[..<index].split(separator: "\n", omittingEmptySubsequences: false)
        return Place(file: file, line: lines.count, column: 1 + (lines.last?.count ?? 0))
    }

    private func string(_ range: Range<Int>) -> String {
        var string = String.UnicodeScalarView()
        string.append(contentsOf: text[range])
        return String(string)
    }

    private var peek: Unicode.Scalar? { at < text.count ? text[at] : nil }

    private mutating func skipBlanks() {
        while let next = peek, " \n\r\t".unicodeScalars.contains(next) { at += 1 }
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard peek == sign else { return false }
        at += 1
        return true
    }

    /// Steps over a value; gives the range of the one that the path leads to from here, if that is in it.
    private mutating func step(_ path: ArraySlice<any CodingKey>?, depth: Int) throws(Stop) -> Range<Int>? {
        skipBlanks()
        guard depth < Self.depthLimit else {
            throw Stop(expected: "at most \(Self.depthLimit) levels of values in values")
        }
        let start = at
        var found: Range<Int>?
        switch peek {
        case "{": found = try members(path, depth, isObject: true, until: "}")
        case "[": found = try members(path, depth, isObject: false, until: "]")
        case "\"": _ = try quoted()
        default: try word()
        }
        return path?.isEmpty == true ? start..<at : found
    }

    /// Of two members with one key the first counts, as it does for the decoder.
    private mutating func members(
        _ path: ArraySlice<any CodingKey>?, _ depth: Int, isObject: Bool, until end: Unicode.Scalar
    ) throws(Stop) -> Range<Int>? {
        at += 1
        if take(end) { return nil }
        var found: Range<Int>?
        var position = 0
        repeat {
            var isOnPath = path?.first?.intValue == position
            if isObject {
                skipBlanks()
                guard peek == "\"" else { throw Stop(expected: "a key in quotes") }
                let key = try quoted()
                isOnPath = path?.first.map { string(key) == $0.stringValue } ?? false
                guard take(":") else { throw Stop(expected: "':' after the key") }
            }
            let inner = try step(isOnPath && found == nil ? path?.dropFirst() : nil, depth: depth + 1)
            found = found ?? inner
            position += 1
        } while take(",")
        guard take(end) else { throw Stop(expected: "',' or '\(isObject ? "}" : "]")'") }
        return found
    }

    /// Steps over a text; gives what stands between its quotes.
    private mutating func quoted() throws(Stop) -> Range<Int> {
        at += 1
        let start = at
        while let next = peek, next != "\"" {
            guard next >= " " else { throw Stop(expected: "a closing quote on the same line") }
            at = min(text.count, at + (next == "\\" ? 2 : 1))
        }
        guard take("\"") else { throw Stop(expected: "a closing quote") }
        return start..<at - 1
    }

    /// Steps over a number, `true`, `false` or `null`.
    private mutating func word() throws(Stop) {
        let end = text[at...].firstIndex { " \n\r\t,:[]{}\"".unicodeScalars.contains($0) } ?? text.count
        let word = string(at..<end)
        guard ["true", "false", "null"].contains(word) || Double(word) != nil else {
            throw Stop(expected: "a value")
        }
        at = end
    }
}
