// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// Reads JSON (RFC 8259) with the place of every value. Stops at the first thing that is no JSON.
struct JSONScanner {
    /// How deep values may be nested.
    static let depthLimit = 64

    /// What is no JSON, and where.
    private struct Problem: Error {
        let message: String
        let expected: String
        let line: Int
        let column: Int
    }

    private let scalars: [Unicode.Scalar]
    private var at = 0
    private var line = 1
    private var column = 1

    private init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    /// The value a file holds; nil, with an error reported, where it holds no JSON.
    static func read(_ input: InputFile, _ diagnostics: Diagnostics) -> JSONValue? {
        guard let text = String(validating: input.bytes, as: UTF8.self) else {
            diagnostics.add(
                .error, at: Place(file: input.path), expected: "UTF-8 text", message: "the file is not UTF-8")
            return nil
        }
        var scalars = Array(text.unicodeScalars)
        if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
        var scanner = JSONScanner(scalars)
        do throws(Problem) {
            let value = try scanner.value(depth: 0)
            scanner.skipBlanks()
            if scanner.peek != nil { throw scanner.problem("text follows the value", "the end of the file") }
            return value
        } catch {
            diagnostics.add(
                .error, at: Place(file: input.path, line: error.line, column: error.column),
                expected: error.expected, message: error.message)
            return nil
        }
    }

    private var peek: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

    private func problem(_ message: String, _ expected: String) -> Problem {
        Problem(message: message, expected: expected, line: line, column: column)
    }

    private func unexpected(_ expected: String) -> Problem {
        let found =
            peek.map { "'" + Diagnostic.shortened(String($0)) + "' stands here" } ?? "the file ends here"
        return problem(found, expected)
    }

    private mutating func advance() {
        guard at < scalars.count else { return }
        if scalars[at] == "\n" {
            line += 1
            column = 1
        } else {
            column += 1
        }
        at += 1
    }

    private mutating func skipBlanks() {
        while let next = peek, next == " " || next == "\n" || next == "\r" || next == "\t" { advance() }
    }

    /// Steps over a sign if it stands next, blanks before it too.
    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard peek == sign else { return false }
        advance()
        return true
    }

    private mutating func value(depth: Int) throws(Problem) -> JSONValue {
        skipBlanks()
        guard depth < Self.depthLimit else {
            throw problem("values are nested too deep", "at most \(Self.depthLimit) levels")
        }
        let start = (line: line, column: column)
        let content: JSONValue.Content
        switch peek {
        case "{": content = try object(depth)
        case "[": content = try array(depth)
        case "\"": content = .text(try text())
        case "t": content = .truth(try word("true") == "true")
        case "f": content = .truth(try word("false") == "true")
        case "n":
            _ = try word("null")
            content = .null
        default: content = .number(try number())
        }
        return JSONValue(content: content, line: start.line, column: start.column)
    }

    private mutating func object(_ depth: Int) throws(Problem) -> JSONValue.Content {
        advance()
        var members: [(key: String, value: JSONValue)] = []
        if take("}") { return .object(members) }
        repeat {
            skipBlanks()
            guard peek == "\"" else { throw unexpected("a key in quotes") }
            let key = try text()
            guard take(":") else { throw unexpected("':' after the key") }
            members.append((key, try value(depth: depth + 1)))
        } while take(",")
        guard take("}") else { throw unexpected("',' or '}'") }
        return .object(members)
    }

    private mutating func array(_ depth: Int) throws(Problem) -> JSONValue.Content {
        advance()
        var elements: [JSONValue] = []
        if take("]") { return .array(elements) }
        repeat { elements.append(try value(depth: depth + 1)) } while take(",")
        guard take("]") else { throw unexpected("',' or ']'") }
        return .array(elements)
    }

    private mutating func word(_ word: String) throws(Problem) -> String {
        for letter in word.unicodeScalars {
            guard peek == letter else { throw unexpected("'\(word)'") }
            advance()
        }
        return word
    }

    private mutating func number() throws(Problem) -> String {
        var text = ""
        while let next = peek, next.isASCII, "0123456789+-.eE".unicodeScalars.contains(next) {
            text.unicodeScalars.append(next)
            advance()
        }
        guard Double(text) != nil else { throw unexpected("a value") }
        return text
    }

    private mutating func text() throws(Problem) -> String {
        advance()
        var text = String.UnicodeScalarView()
        while let next = peek, next != "\"" {
            guard next.value >= 0x20 else { throw unexpected("a closing quote on the same line") }
            advance()
            text.append(next == "\\" ? try escaped() : next)
        }
        guard peek != nil else { throw unexpected("a closing quote") }
        advance()
        return String(text)
    }

    private mutating func escaped() throws(Problem) -> Unicode.Scalar {
        guard let letter = peek else { throw unexpected("a letter after '\\'") }
        advance()
        switch letter {
        case "\"", "\\", "/": return letter
        case "b": return "\u{8}"
        case "f": return "\u{C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "u": return try scalar()
        default: throw problem("'\\\(Diagnostic.shortened(String(letter)))' is no escape", "\\\" or \\\\")
        }
    }

    /// The scalar of `\uXXXX`, or of two of them that make a surrogate pair.
    private mutating func scalar() throws(Problem) -> Unicode.Scalar {
        let high = try hex()
        if let scalar = Unicode.Scalar(high) { return scalar }
        guard peek == "\\" else { throw unexpected("the other half of a surrogate pair") }
        advance()
        guard peek == "u" else { throw unexpected("the other half of a surrogate pair") }
        advance()
        let low = try hex()
        guard (0xD800..<0xDC00).contains(high), (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
        else { throw problem("the surrogate pair is none", "a pair such as \\ud83d\\ude00") }
        return scalar
    }

    private mutating func hex() throws(Problem) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = peek, digit.isASCII, let number = Character(digit).hexDigitValue else {
                throw unexpected("four hexadecimal digits")
            }
            value = value << 4 + UInt32(number)
            advance()
        }
        return value
    }
}
