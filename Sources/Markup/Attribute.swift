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
