// SPDX-License-Identifier: GPL-3.0-or-later

/// Markup that is written once, for what is on a page again and again. It is made of markup and nothing else, so that
/// nothing from outside can get into a page by it.
public struct WrittenMarkup: Sendable {
    let text: String

    /// Writes markup.
    public init(_ parts: [Markup]) {
        var text = ""
        for part in parts { part.write(to: &text) }
        self.text = text
    }
}
