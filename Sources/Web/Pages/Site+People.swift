// SPDX-License-Identifier: GPL-3.0-or-later

import Markup
import WebStore

extension Site {
    /// Who may come in, and as what.
    func people(
        _ asked: Asked, invited: (words: String, token: Token)? = nil,
        problems: [StoreError.FieldProblem] = []
    ) throws(StoreError) -> Answer {
        let people = try store.people()
        return .page(
            SitePage(
                "People", asked.visit, problems: problems, notice: invited.map { _ in "The link is made." }
            ) {
                if let invited {
                    Tag.p { "Send this link to \(invited.words). It can be used once, within 7 days:" }
                    Tag.p { Tag.code { "/welcome/\(invited.token.text)" } }
                    Tag.p(.class("note")) {
                        "Put this server's address before it. It is shown here once, and kept nowhere."
                    }
                }
                Tag.h2 { "Invite somebody" }
                Tag.form(.action("/people"), .post, .class("actions")) {
                    SitePage.token(asked.visit)
                    Tag.label(.of("role")) { "Role" }
                    Self.roles("role", chosen: .planner)
                    Tag.button { "Make a link" }
                }
                Tag.h2 { "Accounts" }
                Tag.div(.class("scroll"), .tabindex(0), .role("region"), .label("Accounts")) {
                    Tag.table {
                        Tag.thead {
                            Tag.tr {
                                for heading in ["Name", "Signs in as", "Role", "Change"] {
                                    Tag.th(.scope(.col)) { heading }
                                }
                            }
                        }
                        Tag.tbody {
                            for person in people { row(person, asked.visit) }
                        }
                    }
                }
            }, status: problems.isEmpty ? .ok : .badRequest)
    }

    private func row(_ person: Person, _ visit: Visit?) -> Markup {
        Tag.tr {
            Tag.th(.scope(.row)) { person.name }
            Tag.td { person.login }
            Tag.td { person.role.name + (person.isActive ? "" : ", shut out") }
            Tag.td {
                Tag.details {
                    Tag.summary { "Change \(person.name)" }
                    Tag.form(.action("/people/\(person.id)"), .post) {
                        SitePage.token(visit)
                        Tag.label(.of("role-\(person.id)")) { "Role" }
                        Self.roles("role", id: "role-\(person.id)", chosen: person.role)
                        Tag.label(.of("active-\(person.id)")) { "May sign in" }
                        Tag.select(.id("active-\(person.id)"), .name("active")) {
                            Self.option("yes", "Yes", isChosen: person.isActive)
                            Self.option("no", "No", isChosen: !person.isActive)
                        }
                        FormField(name: "why", label: "Why", value: "").labelled("why-\(person.id)")
                        Tag.button { "Change" }
                        Tag.button(.class("plain"), .name("renew"), .filled("yes")) {
                            "Link for a new password"
                        }
                    }
                }
            }
        }
    }

    /// A choice of roles.
    private static func roles(_ name: String, id: String? = nil, chosen: AccountRole) -> Markup {
        Tag.select(.id(id ?? name), .name(name)) {
            for role in AccountRole.allCases { option(role.rawValue, role.name, isChosen: role == chosen) }
        }
    }

    /// One of several words.
    static func option(_ value: String, _ words: String, isChosen: Bool) -> Markup {
        Tag.option([.filled(value)] + (isChosen ? [.flag("selected")] : [])) { words }
    }

    /// Makes an invitation.
    func invite(_ asked: Asked) throws(StoreError) -> Answer {
        guard let role = AccountRole(rawValue: asked.form["role"]) else {
            throw .fields([.init("role", "Select a role")])
        }
        let token = try store.invite(as: role, by: try asked.person())
        return try people(asked, invited: ("whoever is to be \(role.name)", token))
    }

    /// Changes an account, or makes a link for its new password.
    func personSent(_ asked: Asked) throws(StoreError) -> Answer {
        let id = try asked.number("person")
        if asked.form["renew"] == "yes" {
            let (token, person) = try store.renewPassword(of: id, by: try asked.person())
            return try people(asked, invited: ("\(person.name), for a new password", token))
        }
        guard let role = AccountRole(rawValue: asked.form["role"]) else {
            throw .fields([.init("role", "Select a role")])
        }
        let why = asked.form["why"]
        guard !why.allSatisfy(\.isWhitespace) else {
            return try people(asked, problems: [.init("why-\(id)", "Enter why the account is changed")])
        }
        try store.change(
            id, to: role, isActive: asked.form["active"] == "yes", by: try asked.person(), why: why)
        return .see("/people")
    }

    /// Who did what, when and why.
    func trail(_ asked: Asked) throws(StoreError) -> Answer {
        let lines = try store.trail(most: 100, before: Int64(asked.query("before")))
        return .page(
            SitePage("Audit trail", asked.visit) {
                Tag.p(.class("note")) {
                    "What people changed, the latest first. Nothing here can be changed."
                }
                Tag.div(.class("scroll"), .tabindex(0), .role("region"), .label("Audit trail")) {
                    Tag.table {
                        Tag.thead {
                            Tag.tr {
                                for heading in ["When", "Who", "What", "Of what", "Was", "Is", "Why"] {
                                    Tag.th(.scope(.col)) { heading }
                                }
                            }
                        }
                        Tag.tbody {
                            for line in lines {
                                Tag.tr {
                                    Tag.td { Moment.words(line.at) }
                                    for text in [
                                        line.who, line.what, line.subject, line.was, line.now, line.why,
                                    ] {
                                        Tag.td(.class("w")) { text }
                                    }
                                }
                            }
                        }
                    }
                }
                if lines.count == 100, let last = lines.last {
                    Tag.p { Tag.a(.href("/trail?before=\(last.id)")) { "Earlier" } }
                }
            })
    }
}

extension FormField {
    /// The field under another id, where a page has several of its name.
    func labelled(_ id: String) -> Markup {
        Tag.div(.class("field")) {
            Tag.label(.of(id)) { label }
            Tag.input(.id(id), .name(name), .type(type), .filled(value))
        }
    }
}
