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
        let parser = XMLParser(data: Data(bytes))
        parser.shouldResolveExternalEntities = false
        parser.delegate = walk
        // The parser goes on after some errors, and says nothing of a part that breaks off.
        let isRead = parser.parse() && parser.parserError == nil
        if let problem = walk.problem { throw problem }
        guard isRead, walk.hasBegun, walk.depth == 0 else {
            throw .broken("its part \(part) is no XML at line \(parser.lineNumber)")
        }
    }

    /// Only UTF-8 is read, so that nothing is hidden from the search for a document type.
    private static func check(_ bytes: [UInt8], _ part: String) throws(WorkbookError) {
        guard !bytes.contains(0) else { throw .broken("its part \(part) is not UTF-8") }
        let head = String(decoding: bytes.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self).lowercased()
        if head.contains("<?xml"), let encoding = head.firstRange(of: "encoding") {
            let name = head[encoding.upperBound...].drop { !$0.isLetter }
            guard name.hasPrefix("utf-8") || name.hasPrefix("us-ascii") else {
                throw .broken("its part \(part) is not UTF-8")
            }
        }
        guard Data(bytes).range(of: Data("<!DOCTYPE".utf8)) == nil,
            Data(bytes).range(of: Data("<!ENTITY".utf8)) == nil
        else {
            throw WorkbookError(
                "the workbook is not read: its part \(part) declares a document type, which no spreadsheet writes"
            )
        }
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
