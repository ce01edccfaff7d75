// SPDX-License-Identifier: GPL-3.0-or-later

/// A piece of a page: markup that cannot be written wrongly, because it is a tree and not text.
///
///     Tag.p(.class("note")) { "\(name) is away" }
///
/// Text is escaped where it is written out, attribute values too; the one thing written as it stands is a
/// stylesheet, which takes a `StaticString`, so nothing from outside can get into it. What comes out is HTML
/// that is well-formed XML as well.
indirect enum Markup: Sendable {
    case element(name: String, attributes: [Attribute], children: [Markup])
    case text(String)
    case stylesheet(StaticString)

    /// The markup as text.
    func write(to output: inout String) {
        switch self {
        case .text(let text):
            Escaped.append(text, to: &output)
        case .stylesheet(let text):
            output += "<style>\n\(text)</style>\n"
        case .element(let name, let attributes, let children):
            output += "<\(name)"
            for attribute in attributes {
                output += " \(attribute.name)=\""
                Escaped.append(attribute.value, to: &output)
                output += "\""
            }
            guard !Tag.void.contains(name) else {
                output += "/>"
                return
            }
            output += ">"
            for child in children { child.write(to: &output) }
            output += "</\(name)>"
            if Tag.block.contains(name) { output += "\n" }
        }
    }
}

/// An attribute of an element.
struct Attribute: Sendable {
    let name: String
    let value: String

    static func `class`(_ value: String) -> Attribute { Attribute(name: "class", value: value) }
    static func id(_ value: String) -> Attribute { Attribute(name: "id", value: value) }
    static func href(_ value: String) -> Attribute { Attribute(name: "href", value: value) }
    static func lang(_ value: String) -> Attribute { Attribute(name: "lang", value: value) }
    static func name(_ value: String) -> Attribute { Attribute(name: "name", value: value) }
    static func content(_ value: String) -> Attribute { Attribute(name: "content", value: value) }
    static func title(_ value: String) -> Attribute { Attribute(name: "title", value: value) }
    static func scope(_ value: Scope) -> Attribute { Attribute(name: "scope", value: value.rawValue) }
    static func colspan(_ value: Int) -> Attribute { Attribute(name: "colspan", value: String(value)) }
    static func rowspan(_ value: Int) -> Attribute { Attribute(name: "rowspan", value: String(value)) }
    static func role(_ value: String) -> Attribute { Attribute(name: "role", value: value) }
    static func label(_ value: String) -> Attribute { Attribute(name: "aria-label", value: value) }
    static func labelledBy(_ value: String) -> Attribute { Attribute(name: "aria-labelledby", value: value) }
    static func tabindex(_ value: Int) -> Attribute { Attribute(name: "tabindex", value: String(value)) }
    static var utf8: Attribute { Attribute(name: "charset", value: "utf-8") }
    static func httpEquiv(_ value: String) -> Attribute { Attribute(name: "http-equiv", value: value) }

    /// What a header cell is the header of.
    enum Scope: String { case col, row, colgroup, rowgroup }
}

/// The name of an element; calling it makes the element.
struct Tag: Sendable {
    let name: String

    private init(_ name: String) { self.name = name }

    func callAsFunction(
        _ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }
    ) -> Markup {
        .element(name: name, attributes: attributes, children: content())
    }

    func callAsFunction(
        _ attributes: [Attribute], @MarkupBuilder content: () -> [Markup] = { [] }
    ) -> Markup {
        .element(name: name, attributes: attributes, children: content())
    }

    static let html = Tag("html"), head = Tag("head"), meta = Tag("meta"), title = Tag("title")
    static let body = Tag("body"), header = Tag("header"), main = Tag("main"), section = Tag("section")
    static let footer = Tag("footer"), nav = Tag("nav"), div = Tag("div"), span = Tag("span")
    static let h1 = Tag("h1"), h2 = Tag("h2"), p = Tag("p"), a = Tag("a"), small = Tag("small"),
        wbr = Tag("wbr")
    static let strong = Tag("strong"), code = Tag("code")
    static let ul = Tag("ul"), li = Tag("li"), dl = Tag("dl"), dt = Tag("dt"), dd = Tag("dd")
    static let table = Tag("table"), caption = Tag("caption"), thead = Tag("thead"), tbody = Tag("tbody")
    static let tfoot = Tag("tfoot"), tr = Tag("tr"), th = Tag("th"), td = Tag("td")

    /// A line of small print below what stands before it: the blank keeps the two apart where they are read aloud
    /// or copied.
    static func aside(@MarkupBuilder content: () -> [Markup]) -> [Markup] {
        [.text(" "), small(content: content)]
    }

    /// Elements without content.
    static let void: Set<String> = ["meta", "wbr"]
    /// Elements after which a line ends, so that two reports can be compared line by line.
    static let block: Set<String> = [
        "head", "title", "header", "main", "section", "footer", "nav", "div", "h1", "h2", "p", "ul", "li",
        "dl", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "body",
    ]
}

/// Lets markup be written as statements.
@resultBuilder
enum MarkupBuilder {
    static func buildExpression(_ markup: Markup) -> [Markup] { [markup] }
    static func buildExpression(_ markup: [Markup]) -> [Markup] { markup }
    static func buildExpression(_ text: String) -> [Markup] { [.text(text)] }
    static func buildBlock(_ parts: [Markup]...) -> [Markup] { parts.flatMap(\.self) }
    static func buildOptional(_ part: [Markup]?) -> [Markup] { part ?? [] }
    static func buildEither(first part: [Markup]) -> [Markup] { part }
    static func buildEither(second part: [Markup]) -> [Markup] { part }
    static func buildArray(_ parts: [[Markup]]) -> [Markup] { parts.flatMap(\.self) }
}
