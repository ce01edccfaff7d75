// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Wording

extension RequiredWorkforce {
    /// The tables, in the order in which they are shown; each has a file of its own.
    public var tables: [Table] {
        [
            postsTable, sumTable("roles", "By role", "role") { $0.role },
            posts.contains { $0.kind.band != nil }
                ? sumTable("bands", "By pay band", "band") { $0.band ?? "" } : nil,
            sumTable("employers", "By employer", "employer") { $0.employer },
            competencyTable, causeTable, workTable, nobody.isEmpty ? nil : nobodyTable,
        ].compactMap(\.self)
    }

    private var postsTable: Table {
        Table(
            name: "posts", caption: "Posts, in whole-time equivalents",
            columns: [
                .text("", "kind"), .text("role", "role"), .text("employer", "employer"),
                .text("base", "base"),
                .text("band", "band"), .number("people today", "people_today"),
                .number("today", "wte_today"), .number("required", "wte_required"),
                .number("people required", "people_required"), .number("gap", "wte_gap"),
                .number("£ a year each", "yearly_each"), .number("", "yearly_each_as_charged"),
                .number("£ a year", "yearly"), .number("hours used", "hours_used"),
                .prose("set by", "set_by"),
            ],
            rows: posts.map { row in
                [
                    .text(row.kind.id), .text(row.kind.role), .text(row.kind.employer),
                    .text(row.kind.localities.joined(separator: ";")), .text(row.kind.band ?? ""),
                    .count(row.kind.people), .ratio(row.kind.today), .ratio(row.required),
                    .count(row.people), .ratio(row.required - row.kind.today), .pounds(row.kind.yearly),
                    .pounds(row.kind.yearlyCharged), .pounds(row.yearly), .share(row.hoursUsed),
                    .text(row.reason),
                ]
            },
            total: [
                .text("all"), .text("All"), .blank, .blank, .blank,
                .count(posts.reduce(0) { $0 + $1.kind.people }),
                .ratio(posts.reduce(0) { $0 + $1.kind.today }), .ratio(posts.reduce(0) { $0 + $1.required }),
                .count(posts.reduce(0) { $0 + $1.people }),
                .ratio(posts.reduce(0) { $0 + $1.required - $1.kind.today }), .blank, .blank,
                .pounds(posts.reduce(0) { $0 + $1.yearly }), .blank, .blank,
            ])
    }

    private func sumTable(
        _ name: String, _ caption: String, _ heading: String, _ group: (PostKind) -> String
    ) -> Table {
        var order: [String] = []
        for row in posts where !order.contains(group(row.kind)) { order.append(group(row.kind)) }
        return Table(
            name: name, caption: caption,
            columns: [
                .text(heading, heading), .number("today", "wte_today"), .number("required", "wte_required"),
                .number("gap", "wte_gap"), .number("£ a year today", "yearly_today"),
                .number("£ a year required", "yearly_required"), .number("£ gap", "yearly_gap"),
            ],
            rows: order.map { name in
                let rows = posts.filter { group($0.kind) == name }
                let today = rows.reduce(0) { $0 + $1.kind.today }
                let required = rows.reduce(0) { $0 + $1.required }
                let pounds = rows.reduce(0) { $0 + $1.kind.today * $1.kind.yearly }
                let then = rows.reduce(0) { $0 + $1.yearly }
                return [
                    .text(name), .ratio(today), .ratio(required), .ratio(required - today), .pounds(pounds),
                    .pounds(then), .pounds(then - pounds),
                ]
            })
    }

    private var competencyTable: Table {
        Table(
            name: "competencies",
            caption: "Competencies that the care asks for, in whole-time equivalents who hold them",
            columns: [
                .text("", "competency"), .text("competency", "name"), .number("level", "level"),
                .number("today", "wte_today"), .number("required", "wte_required"),
                .number("beyond usual", "wte_beyond_usual"), .number("in use", "wte_in_use"),
            ],
            rows: competencies.map {
                [
                    .text($0.id), .text($0.name), .count($0.level), .ratio($0.today), .ratio($0.required),
                    .ratio($0.beyondUsual), .ratio($0.inUse),
                ]
            }, whenEmpty: "The care asks for no competency.")
    }

    private var causeTable: Table {
        Table(
            name: "care", caption: "What the cost is due to, at the cost of one contact more",
            columns: [
                .text("what is asked for", "what"), .text("team", "team"), .number("contacts", "contacts"),
                .number("£ a year", "yearly"), .number("£ a contact", "per_contact"),
            ],
            rows: causes.map {
                [
                    .text($0.what), .text($0.team),
                    $0.perContact == nil ? .blank : .count(Int($0.number.rounded())),
                    .pounds($0.yearly), .pounds($0.perContact),
                ]
            }, whenEmpty: "No care is wanted.")
    }

    private var workTable: Table {
        Table(
            name: "work", caption: "What each kind of post does, a week on average",
            columns: [
                .text("kind", "kind"), .text("", "activity"), .text("activity", "name"),
                .text("part", "part"),
                .number("contacts", "contacts"), .number("hours", "hours"),
            ],
            rows: work.map {
                [
                    .text($0.kind), .text($0.activity), .text($0.name), .text($0.part), .ratio($0.contacts),
                    .hours($0.hours),
                ]
            }, whenEmpty: "No work is done.")
    }

    private var nobodyTable: Table {
        Table(
            name: "nobody", caption: "Care that no kind of post could give, and that is left out",
            columns: [
                .text("week", "week"), .text("team", "team"), .text("activity", "activity"),
                .number("contacts", "contacts"),
            ],
            rows: nobody.map { [.text($0.week), .text($0.team), .text($0.activity), .count($0.contacts)] })
    }
}

extension RequiredPosts {
    /// What sets the number, in words.
    var reason: String {
        guard required > 0 else {
            let pounds = tooDear ?? 0
            return pounds <= 4 * RequiredProgram.changeWeight + RequiredProgram.personWeight
                ? "none needed" : "none needed: \(Show.pounds(pounds)) a year too dear"
        }
        return setBy.map { "\($0.rule.words) \(Show.percent($0.share))" }.joined(separator: ", ")
    }
}

extension PostRule.Rule {
    /// The rule as people read it.
    var words: String {
        switch self {
        case .hours: "hours of work"
        case .weekdays: "heads at one time, Monday to Friday"
        case .saturday: "heads on Saturday"
        case .sunday: "heads on Sunday"
        case .days: "days a week"
        case .rest: "rest between days"
        case .signOffs: "people with a sign-off"
        }
    }
}
