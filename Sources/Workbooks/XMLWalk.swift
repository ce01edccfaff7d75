// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// A walk through a part of a workbook, element by element. Document types are refused, so that no entity is ever
/// declared or fetched, and elements lie within each other only so deep.
final class XMLWalk: NSObject, XMLParserDelegate {
    private let part: String
    private let depthLimit: Int
    private let begin: (String, [String: String]) throws(WorkbookError) -> Void
    private let end: (String, String) throws(WorkbookError) -> Void
    private var depth = 0
    private var hasBegun = false
    private var text = ""
    private var problem: WorkbookError?

    private init(
        part: String, depth: Int, begin: @escaping (String, [String: String]) throws(WorkbookError) -> Void,
        end: @escaping (String, String) throws(WorkbookError) -> Void
    ) {
        (self.part, depthLimit, self.begin, self.end) = (part, depth, begin, end)
    }

    /// Walks through a part.
    ///
    /// - Parameters:
    ///   - begin: Is told of each element's name, without a prefix, and its attributes.
    ///   - end: Is told of each element's name and the text since the last beginning or end.
    static func through(
        _ bytes: [UInt8], part: String, limits: WorkbookLimits,
        begin: @escaping (String, [String: String]) throws(WorkbookError) -> Void,
        end: @escaping (String, String) throws(WorkbookError) -> Void
    ) throws(WorkbookError) {
        try check(bytes, part)
        let walk = XMLWalk(part: part, depth: limits.depth, begin: begin, end: end)
        let parser = XMLParser(data: Data(withoutEmptyNamespaces(bytes)))
        parser.shouldResolveExternalEntities = false
        parser.delegate = walk
        // The parser goes on after some errors, and says nothing of a part that breaks off.
        let isRead = parser.parse() && parser.parserError == nil
        if let problem = walk.problem { throw problem }
        guard isRead, walk.hasBegun, walk.depth == 0 else {
            throw .broken("its part \(part) is no XML at line \(parser.lineNumber)")
        }
    }

    /// The bytes with blanks in place of declarations of empty namespaces (`xmlns=""`), on which the parser traps. Nothing in a
    /// workbook goes by namespaces.
    private static func withoutEmptyNamespaces(_ bytes: [UInt8]) -> [UInt8] {
        let name = Array("xmlns".utf8)
        var bytes = bytes
        var (isTag, index) = (false, 0)
        var quote: UInt8?
        while index < bytes.count {
            let byte = bytes[index]
            if !isTag {
                isTag = byte == UInt8(ascii: "<")
            } else if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: ">") {
                isTag = false
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if bytes[index...].starts(with: name),
                let end = endOfEmpty(bytes, from: index + name.count)
            {
                for place in index..<end { bytes[place] = UInt8(ascii: " ") }
                index = end
                continue
            }
            index += 1
        }
        return bytes
    }

    /// The end of a declaration behind `xmlns` whose value is empty; nil where it is not.
    private static func endOfEmpty(_ bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        func skip(while holds: (UInt8) -> Bool) {
            while index < bytes.count, holds(bytes[index]) { index += 1 }
        }
        skip { $0 > 32 && !"=<>\"'".utf8.contains($0) }
        skip { $0 <= 32 }
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return nil }
        index += 1
        skip { $0 <= 32 }
        guard index + 1 < bytes.count, bytes[index] == bytes[index + 1], "\"'".utf8.contains(bytes[index])
        else {
            return nil
        }
        return index + 2
    }

    /// Only UTF-8 is read, so that nothing is hidden from the search for a document type.
    private static func check(_ bytes: [UInt8], _ part: String) throws(WorkbookError) {
        // The parser traps on attributes that are no UTF-8.
        guard !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil else {
            throw .broken("its part \(part) is not UTF-8")
        }
        let head = String(decoding: bytes.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self).lowercased()
        let isDeclared = isDeclaration(head)
        if isDeclared, let encoding = head.firstRange(of: "encoding") {
            let name = head[encoding.upperBound...].drop { !$0.isLetter }
            guard name.hasPrefix("utf-8") || name.hasPrefix("us-ascii") else {
                throw .broken("its part \(part) is not UTF-8")
            }
        }
        let data = Data(bytes)
        for start in ["<!DOCTYPE", "<!ENTITY"] where data.range(of: Data(start.utf8)) != nil {
            throw WorkbookError(
                "the workbook is not read: its part \(part) declares a document type, which no spreadsheet writes"
            )
        }
        // But for the declaration that the part begins with: the parser traps on those that say nothing.
        let opening = isDeclared ? 1 : 0
        var (instructions, rest) = (0, data.startIndex..<data.endIndex)
        while let found = data.range(of: Data("<?".utf8), in: rest), instructions <= opening {
            instructions += 1
            rest = found.upperBound..<data.endIndex
        }
        guard instructions <= opening else {
            throw WorkbookError(
                "the workbook is not read: its part \(part) has instructions for programs, which no spreadsheet writes"
            )
        }
    }

    /// Whether a part begins with the declaration of XML, which says its version first, and with no other instruction whose name
    /// begins so.
    private static func isDeclaration(_ head: String) -> Bool {
        let text = head.hasPrefix("\u{FEFF}") ? head.dropFirst() : head[...]
        guard text.hasPrefix("<?xml") else { return false }
        let rest = text.dropFirst("<?xml".count)
        return rest.first?.isWhitespace == true && rest.drop(while: \.isWhitespace).hasPrefix("version")
    }

    private func stop(_ parser: XMLParser, _ error: WorkbookError) {
        if problem == nil { problem = error }
        parser.abortParsing()
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        guard problem == nil else { return }
        (text, hasBegun) = ("", true)
        depth += 1
        guard depth <= depthLimit else {
            return stop(parser, .broken("its part \(part) has elements more than \(depthLimit) deep"))
        }
        do throws(WorkbookError) { try begin(Self.local(name), attributes) } catch { stop(parser, error) }
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        guard problem == nil else { return }
        depth -= 1
        do throws(WorkbookError) { try end(Self.local(name), text) } catch { stop(parser, error) }
        text = ""
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
        text += String(decoding: block, as: UTF8.self)
    }

    private static func local(_ name: String) -> String {
        name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
    }
}
