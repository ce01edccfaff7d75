// SPDX-License-Identifier: GPL-3.0-or-later

import Markup
import WebStore

extension Site {
    /// Keys of programs that act for whoever asks.
    func keys(
        _ asked: Asked, made: Token? = nil, problems: [StoreError.FieldProblem] = []
    ) throws(StoreError) -> Answer {
        let keys = try store.keys(of: try asked.person())
        return .page(
            SitePage("Keys for programs", asked.visit, problems: problems) {
                Tag.p(.class("note")) {
                    "A program that sends one of these keys acts for you, in your role. What it may ask: "
                    Tag.a(.href("/api/v1/openapi.json")) { "openapi.json" }
                }
                if let made {
                    Tag.p { "This is the key. It is shown here once, and kept nowhere:" }
                    Tag.p { Tag.code { made.text } }
                }
                Tag.ul {
                    for key in keys {
                        Tag.li {
                            Tag.form(.action("/keys/\(key.id)"), .post, .class("actions")) {
                                SitePage.token(asked.visit)
                                Tag.span { "\(key.name), made \(Moment.words(key.made))" }
                                Tag.button(.class("plain"), .label("Revoke \(key.name)")) { "Revoke" }
                            }
                        }
                    }
                }
                Tag.form(.action("/keys"), .post) {
                    SitePage.token(asked.visit)
                    FormField(
                        name: "name", label: "What a new key is for", value: asked.form["name"],
                        problems: problems
                    ).markup
                    Tag.button { "Make a key" }
                }
            }, status: problems.isEmpty ? .ok : .badRequest)
    }

    /// Makes a key.
    func keyMade(_ asked: Asked) throws(StoreError) -> Answer {
        do {
            return try keys(asked, made: try store.makeKey(asked.form["name"], of: try asked.person()))
        } catch {
            guard case .fields(let problems) = error else { throw error }
            return try keys(asked, problems: problems)
        }
    }

    /// Makes a key useless.
    func keyRevoked(_ asked: Asked) throws(StoreError) -> Answer {
        try store.revokeKey(try asked.number("key"), of: try asked.person())
        return .see("/keys")
    }
}
