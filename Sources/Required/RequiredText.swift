// SPDX-License-Identifier: GPL-3.0-or-later

import Pay
import Tables
import Wording

extension RequiredWorkforce {
    /// The result in sentences, the most important first.
    public var summary: [String] {
        let (now, then) = (posts.reduce(0) { $0 + $1.kind.today }, posts.reduce(0) { $0 + $1.required })
        let people = posts.reduce(0) { $0 + $1.people }
        var lines = [
            "Required for \(weeks.count == 1 ? "the week of \(weeks.joined())" : "each of \(weeks.count) weeks"): "
                + "\(Show.decimal(then, places: 1)) whole-time equivalents (\(people == 1 ? "1 person" : "\(people) people")), whose posts cost "
                + "\(Show.pounds(postsYearly)) a year; today there are \(Show.decimal(now, places: 1)) for "
                + "\(Show.pounds(today)).",
            "With \(Show.pounds(enhancementsYearly)) of enhancements for weekends and \(Show.pounds(signOffsYearly)) of "
                + "sign-offs beyond the usual ones it is \(Show.pounds(yearly)) a year; of today's posts neither is counted.",
            boundWords,
            "Assumed: contracts of \(Show.decimal(settings.step, places: 2)) or more, whose people are there at one time as "
                + "often as full-time ones, within their hours; headroom \(Show.percent(settings.headroom)) for leave, sickness and training; "
                + "\(Show.percent(settings.fill)) of the time for contacts can be filled; people work "
                + "\(Show.percent(settings.weekends)) of weekends; \(Show.pounds(settings.signOff)) a sign-off.",
            payYears.isEmpty
                && paySources.isEmpty
                ? "Pay: the hourly_cost of staff.csv; --pay takes a pay table with on-costs."
                : "Pay: \(PayTable.words(years: payYears, sources: paySources)), with all on-costs, whoever pays them, "
                    + "pro rata; uplifts of special days are left out.",
        ]
        lines.append(
            "People, sessions and contacts come out even here, on average, and never do in a plan, least of all with small "
                + "contracts: plan a week with such a roster before you build on it.")
        if !isBySession {
            lines.append(
                (weeks.count == 1 ? "The week is large" : "These weeks are large together")
                    + ": Monday to Friday are taken together, part of the day by part, so that a single day's peak "
                    + "is not seen.")
        }
        if !nobody.isEmpty {
            lines.append(
                "Left out, because no kind of post could give it: "
                    + UncoveredCare.words(nobody) + ".")
        }
        if uncountedHeads > 0 {
            lines.append(
                "Left out, because no kind of post counts for them: "
                    + "\(Show.counted(uncountedHeads, "minimum")) of heads.")
        }
        return lines
    }

    /// What is proved of the cost.
    private var boundWords: String {
        let least =
            "By these assumptions no workforce of such posts costs less than \(Show.pounds(bound)) a year"
        guard let gap else { return least + "." }
        // To the next tenth of a per cent upwards, so that "at most" holds.
        let most = ((gap * 1000) - 1e-9).rounded(.up) / 1000
        return least + "; this one is at most \(Show.percent(max(0, most))) dearer than that."
    }

    /// The result in lines of plain text, for the terminal.
    public var lines: [String] {
        summary.map { Table.plain($0) }
            + tables.filter { $0.name != "work" && $0.name != "roles" }.flatMap { [""] + $0.lines }
    }

    /// The result as JSON, keys sorted.
    public func json() throws -> String { try JSONText.of(self, isNamedAlike: true) + "\n" }
}

extension UncoveredCare {
    /// Care in words, with contacts.
    static func words(_ care: [UncoveredCare]) -> String {
        care.map { "\($0.activity), \($0.team) (\(Show.counted($0.contacts, "contact")))" }
            .joined(separator: "; ")
    }
}

extension FurtherPosts {
    /// Whether no such posts leave less unmet, but for a hundredth of what goes unmet today.
    public var isProved: Bool { after.weighed - bound <= max(0.01, 0.01 * before.weighed) }

    /// What the posts are spent on and what comes of it, in sentences.
    public var lines: [String] {
        let spent = added.map { "\($0.number) \($0.kind.role) (\($0.kind.id))" }
        let hours = zip(before.hours, after.hours).map { before, after in
            "\(before.priority) \(Show.hours(before.hours)) to \(Show.hours(after.hours))"
        }
        return [
            spent.isEmpty
                ? (isProved
                    ? "\(Show.counted(posts, "further post")) would leave no less care unmet than today's posts do."
                    : "No choice of \(Show.counted(posts, "further post")) was found that leaves less care unmet; a longer "
                        + "search (--work-limit) may find one.")
                : "\(Show.counted(posts, "further post")) \(posts == 1 ? "is" : "are") "
                    + "\(isProved ? "best spent" : "spent best, of what was found,") on "
                    + "\(spent.joined(separator: ", ")): \(Show.pounds(yearly)) a year.",
            "Contact hours a week that today's posts leave unmet, without bank and agency, and that these leave: "
                + "\(Show.hours(before.allHours)) to \(Show.hours(after.allHours)) (\(hours.joined(separator: ", "))).",
            "By the policy's weights \(Show.pounds(before.weighed)) to \(Show.pounds(after.weighed)) a week; no "
                + "\(Show.counted(posts, "such post")) leave less than \(Show.pounds(bound)).",
            nobody.isEmpty
                ? nil
                : "Left out of these, because no kind of post could give it: \(UncoveredCare.words(nobody)).",
        ].compactMap(\.self)
    }

    /// What the posts are spent on.
    public var table: Table {
        Table(
            name: "further-posts", caption: "What further posts are best spent on",
            columns: [
                .text("kind", "kind"), .text("role", "role"), .text("employer", "employer"),
                .text("band", "band"), .number("posts", "posts"), .number("£ a year", "yearly"),
            ],
            rows: added.map {
                [
                    .text($0.kind.id), .text($0.kind.role), .text($0.kind.employer),
                    .text($0.kind.band ?? ""),
                    .count($0.number), .pounds(Double($0.number) * $0.kind.yearly),
                ]
            }, whenEmpty: "No post would leave less care unmet.")
    }
}
