// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// An element of a page, as a parser of XML finds it.
public final class PageElement {
    /// Its tag.
    public let name: String
    /// Its attributes by name.
    public let attributes: [String: String]
    /// The elements in it, in order.
    public private(set) var children: [PageElement] = []
    /// All the text in it, in order.
    public private(set) var text = ""

    /// The root of a page; nil where the page is not well-formed.
    public static func root(of html: String) -> PageElement? {
        let reader = Reader()
        let parser = XMLParser(data: Data(html.utf8))
        parser.delegate = reader
        return parser.parse() ? reader.root : nil
    }

    /// Every element below of that name, in order.
    public func all(_ name: String) -> [PageElement] {
        children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
    }

    /// Every element below.
    public var everything: [PageElement] { children.flatMap { [$0] + $0.everything } }

    /// Whether a class is among its own.
    public func hasClass(_ name: String) -> Bool {
        (attributes["class"] ?? "").split(separator: " ").contains { $0 == name }
    }

    /// The rows of a table, each as its cells.
    public var rows: [[PageElement]] {
        all("tr").map { row in row.children.filter { $0.name == "th" || $0.name == "td" } }
    }

    private init(_ name: String, _ attributes: [String: String]) {
        self.name = name
        self.attributes = attributes
    }

    private final class Reader: NSObject, XMLParserDelegate {
        var root: PageElement?
        private var open: [PageElement] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
            qualifiedName: String?, attributes: [String: String]
        ) {
            let element = PageElement(name, attributes)
            open.last?.children.append(element)
            if root == nil { root = element }
            open.append(element)
        }

        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
        ) {
            open.removeLast()
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) {
            for element in open { element.text += string }
        }
    }
}
