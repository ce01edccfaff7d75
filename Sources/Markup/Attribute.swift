// SPDX-License-Identifier: GPL-3.0-or-later

/// An attribute of an element.
public struct Attribute: Sendable {
    let name: String
    let value: String

    /// `class`.
    public static func `class`(_ value: String) -> Attribute { Attribute(name: "class", value: value) }
    /// `id`.
    public static func id(_ value: String) -> Attribute { Attribute(name: "id", value: value) }
    /// `href`.
    public static func href(_ value: String) -> Attribute { Attribute(name: "href", value: value) }
    /// `lang`.
    public static func lang(_ value: String) -> Attribute { Attribute(name: "lang", value: value) }
    /// `name`.
    public static func name(_ value: String) -> Attribute { Attribute(name: "name", value: value) }
    /// `content`.
    public static func content(_ value: String) -> Attribute { Attribute(name: "content", value: value) }
    /// `title`.
    public static func title(_ value: String) -> Attribute { Attribute(name: "title", value: value) }
    /// `scope`.
    public static func scope(_ value: Scope) -> Attribute { Attribute(name: "scope", value: value.rawValue) }
    /// `colspan`.
    public static func colspan(_ value: Int) -> Attribute { Attribute(name: "colspan", value: String(value)) }
    /// `rowspan`.
    public static func rowspan(_ value: Int) -> Attribute { Attribute(name: "rowspan", value: String(value)) }
    /// `role`.
    public static func role(_ value: String) -> Attribute { Attribute(name: "role", value: value) }
    /// `aria-label`.
    public static func label(_ value: String) -> Attribute { Attribute(name: "aria-label", value: value) }
    /// `aria-labelledby`.
    public static func labelledBy(_ value: String) -> Attribute {
        Attribute(name: "aria-labelledby", value: value)
    }
    /// `tabindex`.
    public static func tabindex(_ value: Int) -> Attribute {
        Attribute(name: "tabindex", value: String(value))
    }
    /// `charset`.
    public static var utf8: Attribute { Attribute(name: "charset", value: "utf-8") }
    /// `http-equiv`.
    public static func httpEquiv(_ value: String) -> Attribute { Attribute(name: "http-equiv", value: value) }

    /// `type`.
    public static func type(_ value: String) -> Attribute { Attribute(name: "type", value: value) }
    /// `value`, as it stands in a form.
    public static func filled(_ value: String) -> Attribute { Attribute(name: "value", value: value) }
    /// `for`: the field that a label is of.
    public static func of(_ value: String) -> Attribute { Attribute(name: "for", value: value) }
    /// `action`: where a form goes.
    public static func action(_ value: String) -> Attribute { Attribute(name: "action", value: value) }
    /// `method="post"`.
    public static var post: Attribute { Attribute(name: "method", value: "post") }
    /// `method="get"`.
    public static var get: Attribute { Attribute(name: "method", value: "get") }
    /// `enctype`, of forms with files.
    public static var withFiles: Attribute { Attribute(name: "enctype", value: "multipart/form-data") }
    /// `autocomplete`.
    public static func autocomplete(_ value: String) -> Attribute {
        Attribute(name: "autocomplete", value: value)
    }
    /// `accept`: the names of files that are offered.
    public static func accept(_ value: String) -> Attribute { Attribute(name: "accept", value: value) }
    /// `rows` of a field for much text.
    public static func lines(_ value: Int) -> Attribute { Attribute(name: "rows", value: String(value)) }
    /// `size`: letters that a field has room for.
    public static func size(_ value: Int) -> Attribute { Attribute(name: "size", value: String(value)) }
    /// `aria-describedby`.
    public static func describedBy(_ value: String) -> Attribute {
        Attribute(name: "aria-describedby", value: value)
    }
    /// `aria-live`.
    public static func live(_ value: String) -> Attribute { Attribute(name: "aria-live", value: value) }
    /// `data-…`, which scripts look for.
    public static func data(_ name: StaticString, _ value: String) -> Attribute {
        Attribute(name: "data-\(name)", value: value)
    }
    /// `src`.
    public static func source(_ value: String) -> Attribute { Attribute(name: "src", value: value) }
    /// `rel`.
    public static func rel(_ value: String) -> Attribute { Attribute(name: "rel", value: value) }
    /// `multiple`, `selected`, `checked`, `defer`: an attribute that is there or not.
    public static func flag(_ name: StaticString) -> Attribute {
        Attribute(name: "\(name)", value: "\(name)")
    }

    /// What a header cell is the header of.
    public enum Scope: String, Sendable {
        /// A column.
        case col
        /// A row.
        case row
        /// A group of columns.
        case colgroup
        /// A group of rows.
        case rowgroup
    }
}
