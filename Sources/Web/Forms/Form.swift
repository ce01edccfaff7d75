// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// What a form sent along: fields, and files.
struct Form: Sendable {
    /// A file as somebody chose it.
    struct File: Sendable {
        /// Its name, of which only the last part counts.
        let name: String
        let bytes: [UInt8]
    }

    /// The most fields that are read: a rota of a thousand people and a month has 84,000.
    static let mostFields = 200_000
    /// The most files.
    static let mostFiles = 40

    private(set) var fields: [String: String] = [:]
    private(set) var files: [File] = []

    /// No form.
    init() {}

    /// The value of a field, blank where it was not sent.
    subscript(_ name: String) -> String { fields[name] ?? "" }

    /// Whether a field was sent, if blank.
    func has(_ name: String) -> Bool { fields[name] != nil }

    /// A form as browsers send it; nil where it is none, or too much.
    ///
    /// - Parameter type: What the request says that it is.
    init?(_ bytes: [UInt8], type: String) {
        let kind = type.split(separator: ";").first.map {
            $0.trimmingCharacters(in: .whitespaces).lowercased()
        }
        switch kind {
        case "application/x-www-form-urlencoded":
            guard readPairs(bytes) else { return nil }
        case "multipart/form-data":
            guard let boundary = Self.parameter("boundary", of: type),
                (1...200).contains(boundary.utf8.count),
                readParts(bytes, boundary: Array(boundary.utf8))
            else { return nil }
        case nil, .some: return nil
        }
    }

    private mutating func readPairs(_ bytes: [UInt8]) -> Bool {
        let pairs = bytes.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: true)
        guard pairs.count <= Self.mostFields else { return false }
        for pair in pairs {
            let parts = pair.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(parts[0]), let value = Self.decoded(parts.count > 1 ? parts[1] : [])
            else { return false }
            fields[name] = value
        }
        return true
    }

    /// Text of an address: `+` for blanks, `%` and two digits for bytes. Nil where that is not kept to, or it is no UTF-8.
    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%") {
                guard bytes.endIndex - index > 2, let high = digit(bytes[index + 1]),
                    let low = digit(bytes[index + 2])
                else { return nil }
                text.append(high << 4 | low)
                index += 3
            } else {
                text.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
                index += 1
            }
        }
        return String(validating: text, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// RFC 7578: parts between lines of the boundary, each with headings, an empty line and its bytes.
    private mutating func readParts(_ bytes: [UInt8], boundary: [UInt8]) -> Bool {
        let newline: [UInt8] = [13, 10]
        // The first boundary has no line before it.
        let whole = newline + bytes
        let mark = newline + [45, 45] + boundary
        var marks = Self.places(of: mark, in: whole, most: Self.mostFields + Self.mostFiles + 1)[...]
        guard marks.count > 1 else { return false }
        while let start = marks.popFirst(), let end = marks.first {
            let from = start + mark.count
            guard whole.count >= from + 2, Array(whole[from..<from + 2]) == newline else { return false }
            guard read(part: whole[(from + 2)..<end]) else { return false }
        }
        return true
    }

    private mutating func read(part: ArraySlice<UInt8>) -> Bool {
        let gap: [UInt8] = [13, 10, 13, 10]
        guard let end = Self.places(of: gap, in: Array(part.prefix(4_096)), most: 1).first,
            let headings = String(validating: part.prefix(end), as: UTF8.self)
        else { return false }
        let bytes = part.dropFirst(end + gap.count)
        let disposition = headings.split(whereSeparator: \.isNewline).first {
            $0.lowercased().hasPrefix("content-disposition:")
        }
        guard let disposition, let name = Self.parameter("name", of: String(disposition)) else {
            return false
        }
        if let file = Self.parameter("filename", of: String(disposition)) {
            // A field for files that nobody filled in comes as a file without a name.
            guard !file.isEmpty else { return true }
            files.append(File(name: Self.lastPart(file), bytes: Array(bytes)))
            return files.count <= Self.mostFiles
        }
        guard let value = String(validating: bytes, as: UTF8.self) else { return false }
        fields[name] = value
        return fields.count <= Self.mostFields
    }

    /// The name of a file without folders, however its system writes them.
    private static func lastPart(_ name: String) -> String {
        name.split { $0 == "/" || $0 == "\\" }.last.map { String($0) } ?? ""
    }

    /// `name="value"` of a heading.
    private static func parameter(_ name: String, of text: String) -> String? {
        // A semicolon within quotes is part of a name.
        var isQuoted = false
        let parts = text.split(omittingEmptySubsequences: false) { letter in
            if letter == "\"" { isQuoted.toggle() }
            return letter == ";" && !isQuoted
        }
        for part in parts.dropFirst() {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2, sides[0].trimmingCharacters(in: .whitespaces).lowercased() == name else {
                continue
            }
            let value = sides[1].trimmingCharacters(in: .whitespaces)
            return value.hasPrefix("\"") && value.hasSuffix("\"") && value.count > 1
                ? String(value.dropFirst().dropLast()) : value
        }
        return nil
    }

    private static func places(of mark: [UInt8], in bytes: [UInt8], most: Int) -> [Int] {
        var places: [Int] = []
        var index = 0
        guard let first = mark.first else { return [] }
        while index + mark.count <= bytes.count, places.count < most {
            if bytes[index] == first, bytes[index..<index + mark.count].elementsEqual(mark) {
                places.append(index)
                index += mark.count
            } else {
                index += 1
            }
        }
        return places
    }
}
