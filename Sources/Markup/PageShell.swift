// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// A section of a page, which can be shown alone.
public struct PageSection: Sendable {
    /// The name by which it is found.
    public let id: String
    /// Its heading.
    public let title: String
    /// What it holds, in order.
    public let blocks: [Block]
    /// Whether it has a sheet of paper for itself, with smaller pictures.
    public let isSheet: Bool

    /// A section.
    ///
    /// - Parameter isSheet: Whether it has a sheet of paper for itself, with smaller pictures; the first one has it together
    ///   with what the page opens with.
    public init(id: String, title: String, blocks: [Block], isSheet: Bool = false) {
        self.isSheet = isSheet
        self.id = id
        self.title = title
        self.blocks = blocks
    }

    /// Its tables, in order.
    public var tables: [Table] { blocks.compactMap(\.table) }

    /// The section as it stands on a page.
    ///
    /// - Parameter namesFiles: Whether tables name their CSVs.
    public func markup(namesFiles: Bool) -> Markup {
        Tag.section((isSheet ? [.class("sheet")] : []) + [.id(id), .labelledBy(id + "-title")]) {
            Tag.h2(.id(id + "-title")) { title }
            for block in blocks { block.markup(namesFiles: namesFiles) }
        }
    }
}

/// What stands around the sections of a page: head, title, what the page opens with, ways to the sections.
public struct PageShell: Sendable {
    /// The title, of the page and of its window.
    public let title: String
    /// What stands under the title.
    public let opening: [Markup]
    /// The sections, in order.
    public let sections: [PageSection]
    /// Whether tables name the CSVs that lie beside the page.
    public let namesFiles: Bool
    /// Whether paper has the first rows of long tables only.
    public let isBrief: Bool
    /// Whether it is to come to few sheets of paper, with smaller pictures.
    public let isShort: Bool

    /// A page of sections.
    ///
    /// - Parameters:
    ///   - isBrief: Whether paper has the first rows of long tables only, and says where the others are.
    ///   - isShort: Whether it is to come to few sheets of paper, with smaller pictures.
    public init(
        title: String, opening: [Markup], sections: [PageSection], namesFiles: Bool, isBrief: Bool = false,
        isShort: Bool = false
    ) {
        self.title = title
        self.opening = opening
        self.sections = sections
        self.namesFiles = namesFiles
        self.isBrief = isBrief
        self.isShort = isShort
    }

    /// The page as text.
    public var html: String {
        var text = "<!DOCTYPE html>\n"
        document.write(to: &text)
        return text + "\n"
    }

    private var document: Markup {
        Tag.html(.lang("en-GB")) {
            head
            Tag.body(isBrief ? [.class("brief")] : isShort ? [.class("short")] : []) {
                Tag.a(.class("skip"), .href("#main")) { "Skip to the report" }
                Tag.header {
                    Tag.h1 { title }
                    opening
                }
                Tag.nav(.label("Sections of the report")) {
                    Tag.ul {
                        for section in sections {
                            Tag.li { Tag.a(.href("#" + section.id)) { section.title } }
                        }
                    }
                }
                Tag.main(.id("main")) {
                    for section in sections { section.markup(namesFiles: namesFiles) }
                }
                Tag.footer {
                    Tag.p {
                        if namesFiles {
                            "Figures are rounded. The exact ones are in the CSV that each table names, beside this page. "
                        } else {
                            "Figures are rounded. "
                        }
                        Tag.a(.href("#main")) { "Back to the beginning" }
                    }
                }
            }
        }
    }

    private var head: Markup {
        Tag.head {
            Tag.meta(.utf8)
            Tag.meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
            Tag.meta(
                .httpEquiv("Content-Security-Policy"),
                .content("default-src 'none'; style-src 'unsafe-inline'"))
            Tag.meta(.name("color-scheme"), .content("light dark"))
            Tag.title { title }
            Markup.stylesheet(Stylesheet.text)
        }
    }
}
