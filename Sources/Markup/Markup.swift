// SPDX-License-Identifier: GPL-3.0-or-later

/// A piece of a page: markup that cannot be written wrongly, because it is a tree and not text.
///
///     Tag.p(.class("note")) { "\(name) is away" }
///
/// Text is escaped where it is written out, attribute values too; the one thing written as it stands is a
/// stylesheet, which takes a `StaticString`, so nothing from outside can get into it. What comes out is HTML
/// that is well-formed XML as well.
public indirect enum Markup: Sendable {
    /// An element, as `Tag` makes it.
    case element(name: String, attributes: [Attribute], children: [Markup])
    /// Text, escaped where it is written out.
    case text(String)
    /// A stylesheet, written as it stands.
    case stylesheet(StaticString)
    /// Markup that was written before.
    case written(WrittenMarkup)

    /// Appends the markup as text.
    public func write(to output: inout String) {
        switch self {
        case .text(let text):
            Escaped.append(text, to: &output)
        case .stylesheet(let text):
            output += "<style>\n\(text)</style>\n"
        case .written(let written):
            output += written.text
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
