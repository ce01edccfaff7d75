// SPDX-License-Identifier: GPL-3.0-or-later

import Markup
import WebStore
import Wording

extension Site {
    /// Weeks, from the latest on, in which an identifier is looked for.
    private static let weeksLooked = 5

    /// Who of the roster each account is.
    func roster(_ asked: Asked, problems: [StoreError.FieldProblem] = []) throws(StoreError) -> Answer {
        let people = try store.people().filter(\.isActive)
        let roster = try store.roster()
        let known = try knownStaff()
        return .page(
            SitePage("Who is who on the roster", asked.visit, problems: problems) {
                Tag.p {
                    "Say which identifiers in the column staff of the weeks' tables an account is. The same ones count in "
                        + "every week. They then see their own sessions, say that they have seen them, have a calendar, and "
                        + "swap. Somebody in two posts has two identifiers: put a comma between them."
                }
                Tag.div(.class("scroll"), .tabindex(0), .role("region"), .label("Accounts")) {
                    Tag.table {
                        Tag.thead {
                            Tag.tr {
                                for heading in ["Account", "Role", "On the roster as"] {
                                    Tag.th(.scope(.col)) { heading }
                                }
                            }
                        }
                        Tag.tbody {
                            for person in people {
                                let names = roster.filter { $0.person.id == person.id }.map(\.staff)
                                rosterRow(person, names, asked, problems)
                            }
                        }
                    }
                }
                Tag.details {
                    Tag.summary { "Identifiers in the latest weeks" }
                    if known.isEmpty { Tag.p { "There is no week yet that can be read." } }
                    Tag.ul {
                        for one in known {
                            let owner = roster.first { $0.staff == one.id }?.person.name
                            Tag.li {
                                "\(one.id): \(one.name)" + (owner.map { ", the account of \($0)" } ?? "")
                            }
                        }
                    }
                }
            }, status: problems.isEmpty ? .ok : .badRequest)
    }

    private func rosterRow(
        _ person: Person, _ names: [String], _ asked: Asked, _ problems: [StoreError.FieldProblem]
    ) -> Markup {
        let field = "staff-\(person.id)"
        let mine = problems.filter { $0.field == field }
        let typed = mine.isEmpty ? names.joined(separator: ", ") : asked.form["staff"]
        return Tag.tr {
            Tag.th(.scope(.row)) { person.name }
            Tag.td { person.role.name }
            Tag.td {
                Tag.form(.action("/roster/\(person.id)"), .post, .class("actions")) {
                    SitePage.token(asked.visit)
                    if !mine.isEmpty {
                        Tag.p(.class("error"), .id(field + "-error")) {
                            "Error: " + mine.map(\.message).joined(separator: " ")
                        }
                    }
                    Tag.input(
                        [
                            .id(field), .name("staff"), .type("text"), .filled(typed),
                            .label("Identifiers of \(person.name)"),
                        ] + (mine.isEmpty ? [] : [.describedBy(field + "-error")]))
                    Tag.button(.class("plain"), .label("Keep for \(person.name)")) { "Keep" }
                }
            }
        }
    }

    /// Who is on the rosters of the latest weeks, once each, by identifier.
    private func knownStaff() throws(StoreError) -> [(id: String, name: String)] {
        var names: [String: String] = [:]
        for week in try store.weeks().prefix(Self.weeksLooked) {
            for person in check(week).week?.staff ?? [] where names[person.id] == nil {
                names[person.id] = person.name
            }
        }
        return names.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Keeps who of the roster an account is.
    func rosterSent(_ asked: Asked) throws(StoreError) -> Answer {
        let id = try asked.number("person")
        let staff = asked.form["staff"].split(separator: ",").map {
            Self.plain(String($0))
        }.filter { !$0.isEmpty }
        // Who is on no latest week any more stays who they are.
        let before = try store.roster().filter { $0.person.id == id }.map(\.staff)
        let known = Set(try knownStaff().map(\.id) + before)
        let unknown = staff.filter { !known.contains($0) }
        guard unknown.isEmpty else {
            return try roster(
                asked,
                problems: [
                    .init(
                        "staff-\(id)",
                        "No one of the latest weeks has \(Naming.list(unknown)) in the column staff of staff.csv"
                    )
                ])
        }
        do throws(StoreError) {
            try store.setRoster(of: id, to: staff, by: try asked.person())
        } catch {
            guard case .fields(let problems) = error else { throw error }
            return try roster(asked, problems: problems)
        }
        return .see("/roster")
    }
}
