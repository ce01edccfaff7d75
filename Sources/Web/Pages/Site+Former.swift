// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import HTTPTypes
import Markup
import Reading
import WebStore
import Wording
import Workflows

/// What a table of a week was before somebody saved it.
struct FormerTable: Sendable {
    /// The version of the week that had it last.
    let version: Int
    /// Its text; blank: there was no such table.
    let text: String
    /// The line of the trail of the saving that replaced it.
    let replaced: TrailEntry?
}

extension Site {
    /// Letters of a table of before that are shown.
    private static let mostLettersShown = 20_000

    /// What a table was, the latest first: each saving keeps what it replaced, and writes a line of the trail.
    private func former(_ name: String, of week: KeptWeek) throws(StoreError) -> [FormerTable] {
        let versions = (1..<max(1, week.version)).reversed().filter {
            shelf.former(week.id, version: $0).appending(FilePath(name)).exists
        }
        let savings = try store.changes(ofWeek: week.id, name)
        return versions.enumerated().map { place, version in
            FormerTable(
                version: version,
                text: Shelf.text(shelf.former(week.id, version: version).appending(FilePath(name))),
                replaced: savings.indices.contains(place) ? savings[place] : nil)
        }
    }

    /// What a table was, and the way back to it.
    func tableFormer(
        _ asked: Asked, notice: String? = nil, problems: [StoreError.FieldProblem] = [],
        status: HTTPResponse.Status = .ok
    ) throws(StoreError) -> Answer {
        let week = try store.week(try asked.number("week"))
        let name = asked.text("table")
        if name != Self.settingsFile { _ = try schema(name) }
        let mayType = try Self.mayType(asked, in: name)
        let now = text(of: name, in: week)
        let versions = try former(name, of: week)
        let path = "/weeks/\(week.id)/tables/\(name)"
        let page = SitePage(
            "What \(name) of \(week.name) was", asked.visit, problems: problems, notice: notice
        ) {
            Tag.p { Tag.a(.href(path)) { "Back to the table" } }
            if versions.isEmpty {
                Tag.p { "Nobody has saved it since the week was brought: it is as it was." }
            }
            for one in versions {
                Tag.section(.id("version-\(one.version)"), .labelledBy("version-\(one.version)-title")) {
                    Tag.h2(.id("version-\(one.version)-title")) { Self.title(one) }
                    if let why = one.replaced?.why, !why.isEmpty { Tag.p { "Why: \(why)" } }
                    if one.text.isEmpty { Tag.p { "There was no such table." } }
                    lines("Lines that it had and the table has not now", Self.summary(one.text, unlike: now))
                    lines("Lines that the table has now and it had not", Self.summary(now, unlike: one.text))
                    if one.text == now { Tag.p { "It is the same as the table now." } }
                    if !one.text.isEmpty {
                        Tag.details {
                            Tag.summary { "All of it" }
                            Tag.pre { String(one.text.prefix(Self.mostLettersShown)) }
                        }
                    }
                    if mayType, one.text != now {
                        Tag.form(.action(path + "/former"), .post) {
                            SitePage.token(asked.visit)
                            Tag.input(.type("hidden"), .name("version"), .filled("\(week.version)"))
                            Tag.input(.type("hidden"), .name("former"), .filled("\(one.version)"))
                            FormField(
                                name: "why-\(one.version)", label: "Why",
                                hint: "For whoever reads the audit trail",
                                value: asked.form["why-\(one.version)"], problems: problems
                            ).markup
                            Tag.button(.label("Bring back: \(Self.title(one))")) { "Bring back" }
                        }
                    }
                }
            }
        }
        return .page(page, status: problems.isEmpty ? status : .badRequest)
    }

    private static func title(_ one: FormerTable) -> String {
        guard let replaced = one.replaced else { return "Version \(one.version)" }
        return "Until \(Moment.words(replaced.at)), when \(replaced.who) saved it"
    }

    private func lines(_ title: String, _ text: String) -> [Markup] {
        text.isEmpty ? [] : [Tag.p { title + ":" }, Tag.pre { text }]
    }

    /// Brings a table back as it was: a saving like any other.
    func tableBack(_ asked: Asked) throws(StoreError) -> Answer {
        let week = try store.week(try asked.number("week"))
        let name = asked.text("table")
        if name != Self.settingsFile { _ = try schema(name) }
        guard try Self.mayType(asked, in: name) else {
            throw .refused("This table is not for your role to change.")
        }
        guard let version = Int(asked.form["version"]), let former = Int(asked.form["former"]) else {
            throw .refused("The form is not whole: reload the page.")
        }
        guard let kept = try self.former(name, of: week).first(where: { $0.version == former }) else {
            throw .missing("There is no such version of the table.")
        }
        let why = asked.form["why-\(former)"]
        guard !why.allSatisfy(\.isWhitespace) else {
            return try tableFormer(
                asked, problems: [.init("why-\(former)", "Enter why it is brought back")])
        }
        do {
            try keep(
                kept.text, as: name, in: week, from: version, before: text(of: name, in: week),
                by: try asked.person(), why: why)
        } catch {
            guard case .conflict = error else { throw error }
            return try tableFormer(
                asked,
                notice:
                    "Somebody changed \(week.name) after you opened this page, and nothing was brought back. What they "
                    + "did stands below: bring back what is right.",
                status: .conflict)
        }
        return .see("/weeks/\(week.id)/tables/\(name)?saved=yes")
    }
}
