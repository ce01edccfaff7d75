// SPDX-License-Identifier: GPL-3.0-or-later

/// A section of the page.
struct PageSection {
    /// The name by which it is found.
    let id: String
    let title: String
    let blocks: [Block]
}

/// What stands around the sections: head, title, ways to the sections.
struct PageShell {
    let title: String
    /// What is the matter with the plan, and where to read more of it.
    let banner: Markup?
    /// What readers have to know before anything else.
    let notice: String?
    let sections: [PageSection]
    /// Whether tables name the CSVs that lie beside the page.
    let namesFiles: Bool

    /// The page as text.
    var html: String {
        var text = "<!DOCTYPE html>\n"
        document.write(to: &text)
        return text + "\n"
    }

    private var document: Markup {
        Tag.html(.lang("en-GB")) {
            head
            Tag.body {
                Tag.a(.class("skip"), .href("#main")) { "Skip to the report" }
                Tag.header {
                    Tag.h1 { title }
                    if let banner { banner }
                    if let notice { Tag.p { Tag.strong { notice } } }
                    Tag.p(.class("note")) {
                        "A plan is advice: whoever is in charge of the day may decide otherwise, and record why."
                    }
                }
                Tag.nav(.label("Sections of the report")) {
                    Tag.ul {
                        for section in sections {
                            Tag.li { Tag.a(.href("#" + section.id)) { section.title } }
                        }
                    }
                }
                Tag.main(.id("main")) {
                    for section in sections {
                        Tag.section(.id(section.id), .labelledBy(section.id + "-title")) {
                            Tag.h2(.id(section.id + "-title")) { section.title }
                            for block in section.blocks { block.markup(namesFiles: namesFiles) }
                        }
                    }
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
