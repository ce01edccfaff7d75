// SPDX-License-Identifier: GPL-3.0-or-later

/// Lets markup be written as statements.
@resultBuilder
public enum MarkupBuilder {
    /// A piece.
    public static func buildExpression(_ markup: Markup) -> [Markup] { [markup] }
    /// Pieces.
    public static func buildExpression(_ markup: [Markup]) -> [Markup] { markup }
    /// Text.
    public static func buildExpression(_ text: String) -> [Markup] { [.text(text)] }
    /// Statements, one after the other.
    public static func buildBlock(_ parts: [Markup]...) -> [Markup] { parts.flatMap(\.self) }
    /// An `if` without an `else`.
    public static func buildOptional(_ part: [Markup]?) -> [Markup] { part ?? [] }
    /// An `if` that holds.
    public static func buildEither(first part: [Markup]) -> [Markup] { part }
    /// An `else`.
    public static func buildEither(second part: [Markup]) -> [Markup] { part }
    /// A loop.
    public static func buildArray(_ parts: [[Markup]]) -> [Markup] { parts.flatMap(\.self) }
}
