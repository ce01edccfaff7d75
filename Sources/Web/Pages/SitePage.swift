// SPDX-License-Identifier: GPL-3.0-or-later

import Markup
import WebStore

/// A page of the server: one thing a page, in plain words, usable without scripts.
struct SitePage: Sendable {
    /// What it is about: its heading.
    let title: String
    /// Who sees it; nil: nobody who is signed in.
    let visit: Visit?
    /// What is wrong with what was typed, each with the field that it is about.
    var problems: [StoreError.FieldProblem] = []
    /// What was done, or what is to be known first.
    var notice: String?
    /// Its content.
    let content: [Markup]

    init(
        _ title: String, _ visit: Visit?, problems: [StoreError.FieldProblem] = [], notice: String? = nil,
        @MarkupBuilder content: () -> [Markup]
    ) {
        (self.title, self.visit, self.problems, self.notice) = (title, visit, problems, notice)
        self.content = content()
    }

    /// The page as text.
    var html: String {
        var text = "<!DOCTYPE html>\n"
        document.write(to: &text)
        return text + "\n"
    }

    private var document: Markup {
        Tag.html(.lang("en-GB")) {
            Tag.head {
                Tag.meta(.utf8)
                Tag.meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
                Tag.meta(.name("color-scheme"), .content("light dark"))
                Tag.title { (problems.isEmpty ? "" : "Error: ") + title + " – skillmix" }
                Tag.link(.rel("stylesheet"), .href("/skillmix.css"))
                Tag.link(.rel("icon"), .href("/skillmix.svg"), .type("image/svg+xml"))
                Tag.script(.source("/skillmix.js"), .flag("defer"))
            }
            Tag.body(.class("site")) {
                Tag.a(.class("skip"), .href("#main")) { "Skip to main content" }
                Tag.header(.class("top")) {
                    Tag.a(.class("brand"), .href("/")) { "skillmix" }
                    if let visit { navigation(visit) }
                }
                Tag.main(.id("main")) {
                    if !problems.isEmpty { summary }
                    if let notice { Tag.p(.class("told"), .role("status")) { notice } }
                    Tag.h1 { title }
                    content
                }
            }
        }
    }

    private func navigation(_ visit: Visit) -> [Markup] {
        let ways = Self.ways(of: visit.person.role)
        return [
            Tag.nav(.label("Main")) {
                Tag.ul {
                    for (name, path) in ways { Tag.li { Tag.a(.href(path)) { name } } }
                }
            },
            Tag.form(.action("/sign-out"), .post, .class("out")) {
                Self.token(visit)
                Tag.span { visit.person.name + ", " + visit.person.role.name }
                Tag.a(.href("/keys")) { "Keys" }
                Tag.button(.class("plain")) { "Sign out" }
            },
        ]
    }

    /// Where somebody may go.
    static func ways(of role: AccountRole) -> [(name: String, path: String)] {
        switch role {
        case .planner:
            [
                ("Weeks", "/weeks"), ("Plans", "/plans"), ("Swaps", "/swaps"), ("Roster", "/roster"),
                ("My sessions", "/me"),
            ]
        case .lead: [("Weeks", "/weeks"), ("Plans", "/plans"), ("My sessions", "/me")]
        case .finance: [("Weeks", "/weeks"), ("Plans", "/plans")]
        case .viewer: [("Plans", "/plans"), ("My sessions", "/me")]
        case .staff: [("My sessions", "/me"), ("Swaps", "/swaps")]
        case .administrator:
            [
                ("People", "/people"), ("Roster", "/roster"), ("Audit trail", "/trail"),
                ("Back up", "/back-ups"), ("Plans", "/plans"),
            ]
        }
    }

    /// An answer of the command's: its first line, and what follows as a list.
    static func sentences(_ text: String) -> [Markup] {
        let lines = text.split(whereSeparator: \.isNewline)
        let points = lines.filter { $0.hasPrefix("- ") }.map { String($0.dropFirst(2)) }
        return lines.filter { !$0.hasPrefix("- ") }.map { line in Tag.p { String(line) } }
            + (points.isEmpty ? [] : [Tag.ul { for point in points { Tag.li { point } } }])
    }

    /// What every form sends along.
    static func token(_ visit: Visit?) -> Markup {
        Tag.input(.type("hidden"), .name("form_token"), .filled(visit?.formToken ?? ""))
    }

    private var summary: Markup {
        Tag.div(.class("banner"), .role("alert"), .labelledBy("problem"), .tabindex(-1), .id("problems")) {
            Tag.h2(.id("problem")) { "There is a problem" }
            Tag.ul {
                for problem in problems {
                    Tag.li { Tag.a(.href("#" + problem.field)) { problem.message } }
                }
            }
        }
    }
}

/// A field of a form, with its label, a hint, and what is wrong with it.
struct FormField: Sendable {
    let name: String
    let label: String
    var hint: String?
    var type = "text"
    var value = ""
    var autocomplete: String?
    var problems: [StoreError.FieldProblem] = []

    /// It on the page.
    var markup: Markup {
        let mine = problems.filter { $0.field == name }
        let hintID = hint == nil ? nil : name + "-hint"
        let errorID = mine.isEmpty ? nil : name + "-error"
        let described = [hintID, errorID].compactMap(\.self).joined(separator: " ")
        var attributes: [Attribute] = [.id(name), .name(name), .type(type)]
        if type != "file", type != "password" { attributes.append(.filled(value)) }
        if let autocomplete { attributes.append(.autocomplete(autocomplete)) }
        if !described.isEmpty { attributes.append(.describedBy(described)) }
        return Tag.div(.class(mine.isEmpty ? "field" : "field wrong")) {
            Tag.label(.of(name)) { label }
            if let hint, let hintID { Tag.p(.class("note"), .id(hintID)) { hint } }
            if let errorID {
                Tag.p(.class("error"), .id(errorID)) {
                    "Error: " + mine.map(\.message).joined(separator: " ")
                }
            }
            Tag.input(attributes)
        }
    }
}
