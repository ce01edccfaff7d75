// SPDX-License-Identifier: GPL-3.0-or-later

/// The name of an element; calling it makes the element.
public struct Tag: Sendable {
    let name: String

    init(_ name: String) { self.name = name }

    /// The element with attributes and content.
    public func callAsFunction(
        _ attributes: Attribute..., @MarkupBuilder content: () -> [Markup] = { [] }
    ) -> Markup {
        .element(name: name, attributes: attributes, children: content())
    }

    /// The element with a list of attributes, and content.
    public func callAsFunction(
        _ attributes: [Attribute], @MarkupBuilder content: () -> [Markup] = { [] }
    ) -> Markup {
        .element(name: name, attributes: attributes, children: content())
    }

    /// What a document begins with.
    public static let html = Tag("html"), head = Tag("head"), meta = Tag("meta"), title = Tag("title")
    /// The parts of its body.
    public static let body = Tag("body"), header = Tag("header"), main = Tag("main"), footer = Tag("footer")
    /// Parts of those.
    public static let section = Tag("section"), nav = Tag("nav"), div = Tag("div"), span = Tag("span")
    /// Headings and text.
    public static let h1 = Tag("h1"), h2 = Tag("h2"), h3 = Tag("h3"), p = Tag("p"), a = Tag("a"),
        small = Tag("small")
    /// Within text.
    public static let wbr = Tag("wbr"), strong = Tag("strong"), code = Tag("code")
    /// What is opened by whoever wants it, and what it says before.
    public static let details = Tag("details"), summary = Tag("summary")
    /// Lists.
    public static let ul = Tag("ul"), li = Tag("li"), dl = Tag("dl"), dt = Tag("dt"), dd = Tag("dd")
    /// A table and its parts.
    public static let table = Tag("table"), caption = Tag("caption"), thead = Tag("thead")
    /// Its rows.
    public static let tbody = Tag("tbody"), tfoot = Tag("tfoot"), tr = Tag("tr")
    /// Its cells.
    public static let th = Tag("th"), td = Tag("td")

    /// Forms, and what people fill in.
    public static let form = Tag("form"), label = Tag("label"), input = Tag("input"), button = Tag("button")
    /// Fields that belong together, and what they are about.
    public static let fieldset = Tag("fieldset"), legend = Tag("legend")
    /// Fields for much text, and for one of some words.
    public static let textarea = Tag("textarea"), select = Tag("select"), option = Tag("option")
    /// What a page is fetched with: a stylesheet, and a script, which is never written into it.
    public static let link = Tag("link"), script = Tag("script")
    /// Text as it stands.
    public static let pre = Tag("pre")

    /// A line of small print below what stands before it: the blank keeps the two apart where they are read aloud
    /// or copied.
    public static func aside(@MarkupBuilder content: () -> [Markup]) -> [Markup] {
        [.text(" "), small(content: content)]
    }

    /// Elements without content.
    static let void: Set<String> = ["meta", "wbr", "input", "link"]
    /// Elements after which a line ends, so that two reports can be compared line by line.
    static let block: Set<String> = [
        "head", "title", "header", "main", "section", "footer", "nav", "div", "h1", "h2", "h3", "p", "ul",
        "li",
        "dl", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "body", "svg", "g",
        "details", "summary", "form", "fieldset", "legend", "option", "select", "pre",
    ]
}
