// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Foundation
import HTTPTypes
import Markup
import Reading
import WebStore
import Wording
import Workforce

/// A line for two workers, with what a review found of it.
struct HandsLine: Sendable {
    let choice: SingleHandedChoice
    /// What the line is, in words.
    let care: String
    /// The latest review of this care; nil: none is recorded.
    let review: KeptReview?

    /// Whether nothing says what of it one worker may give.
    var isDue: Bool { review == nil && !choice.isStated }

    /// What a page showed of it: the same as long as nothing of it changed.
    var seen: String {
        "\(care); \(choice.line.singleHandedContacts) for one; "
            + (review.map { "\($0.at) \($0.by): \($0.review.why)" } ?? "no review")
    }
}

extension Site {
    /// Lines of a week for two workers, each with the latest review of that care. A review of what a line was before is
    /// none.
    func handsReviews(_ kept: KeptWeek, _ week: Week) throws(StoreError) -> [HandsLine] {
        let reviews = try store.reviews(ofWeek: kept.id)
        let names = Naming(week: week)
        return SingleHandedChoice.all(in: week).map { choice in
            let line = choice.line
            let care =
                "\(names.team(line.team)), \(names.activity(line.activity)), \(Show.counted(line.contacts, "contact")), "
                + names.window(line.window)
            let review = reviews[line.id].flatMap { $0.review.care == care ? $0 : nil }
            // A table that was brought or typed anew may say something else than the review.
            let holds = review?.review.suitable == line.singleHandedContacts
            return HandsLine(choice: choice, care: care, review: holds ? review : nil)
        }
    }

    private func weekToReview(_ asked: Asked) throws(StoreError) -> (
        kept: KeptWeek, lines: [HandsLine], week: Week
    ) {
        let kept = try store.week(try asked.number("week"))
        guard let week = check(kept).week else {
            throw .refused("The week has errors, and cannot be looked through until they are mended.")
        }
        return (kept, try handsReviews(kept, week), week)
    }

    /// Lines for two workers: to be reviewed, and reviewed; or one of them, to record a review of.
    func reviews(
        _ asked: Asked, problems: [StoreError.FieldProblem] = [], status: HTTPResponse.Status = .badRequest
    ) throws(StoreError) -> Answer {
        let (kept, lines, week) = try weekToReview(asked)
        let wanted = asked.isReading ? asked.query("line") : asked.form["line"]
        guard wanted.isEmpty else {
            guard let one = lines.first(where: { $0.choice.line.id == wanted }) else {
                throw .missing("The week has no line '\(wanted)' for two workers that one may give.")
            }
            return try reviewForm(asked, kept, one, week, problems: problems, status: status)
        }
        let mayRecord = try asked.person().role == .lead
        return .page(
            SitePage(
                "Reviews of care by two workers: \(kept.name)", asked.visit,
                notice: asked.query("said") == "yes"
                    ? "Recorded. The next plan of the week keeps to it." : nil
            ) {
                Tag.p(.class("note")) {
                    "Whether a contact is suitable for one worker is a clinical review's finding. Until one is recorded a contact "
                        + "takes two."
                }
                Tag.h2 { "To be reviewed" }
                table(lines.filter(\.isDue), kept, "To be reviewed", mayRecord: mayRecord)
                Tag.h2 { "Reviewed" }
                table(lines.filter { !$0.isDue }, kept, "Reviewed", mayRecord: mayRecord)
                Tag.p { Tag.a(.href("/weeks/\(kept.id)")) { "Back to the week" } }
            })
    }

    private func table(
        _ lines: [HandsLine], _ week: KeptWeek, _ label: String, mayRecord: Bool
    ) -> Markup {
        guard !lines.isEmpty else { return Tag.p { "None." } }
        return Scroll.around(label) {
            Tag.table {
                Tag.thead {
                    Tag.tr {
                        for heading in ["Line", "What", "Hours of the second worker", "Review"] {
                            Tag.th(.scope(.col)) { heading }
                        }
                    }
                }
                Tag.tbody {
                    for one in lines {
                        let id = one.choice.line.id
                        Tag.tr {
                            Tag.th(.scope(.row)) {
                                if mayRecord {
                                    Tag.a(.href("/weeks/\(week.id)/reviews?" + Self.query([("line", id)]))) {
                                        id
                                    }
                                } else {
                                    id
                                }
                            }
                            Tag.td { one.care }
                            Tag.td(.class("n")) { Show.hours(one.choice.secondWorkerHours) }
                            Tag.td { Self.outcome(one) }
                        }
                    }
                }
            }
        }
    }

    /// What a review found, or that the table says it.
    private static func outcome(_ one: HandsLine) -> String {
        let stated = one.choice.line.singleHandedContacts
        guard let kept = one.review else {
            return stated > 0
                ? "\(Show.counted(stated, "contact")) suitable for one, by demand.csv; no review is recorded here"
                : "None yet"
        }
        let found =
            kept.review.suitable == 0
            ? "Stays with two"
            : "\(Show.counted(kept.review.suitable, "contact")) suitable for one, from \(day(kept.review.from))"
        return "\(found): \(kept.review.why). \(kept.by), \(Moment.words(kept.at))"
    }

    private static func day(_ iso: String) -> String { CalendarDay(iso: iso).map(Show.day) ?? iso }

    private func reviewForm(
        _ asked: Asked, _ kept: KeptWeek, _ one: HandsLine, _ week: Week,
        problems: [StoreError.FieldProblem], status: HTTPResponse.Status
    ) throws(StoreError) -> Answer {
        let line = one.choice.line
        let mayRecord = try asked.person().role == .lead
        let chosen = asked.form["outcome"]
        func typed(_ name: String, _ usual: String) -> String { asked.isReading ? usual : asked.form[name] }
        return .page(
            SitePage("Review of line \(line.id)", asked.visit, problems: problems) {
                Tag.p { "\(one.care)." }
                Tag.p(.class("told")) { "Now: \(Self.outcome(one))." }
                if mayRecord {
                    Tag.form(.action("/weeks/\(kept.id)/reviews"), .post) {
                        SitePage.token(asked.visit)
                        Tag.input(.type("hidden"), .name("line"), .filled(line.id))
                        Tag.input(.type("hidden"), .name("seen"), .filled(one.seen))
                        Tag.fieldset {
                            Tag.legend { "What did the review find?" }
                            for problem in problems where problem.field == "outcome" {
                                Tag.p(.class("error")) { "Error: " + problem.message }
                            }
                            for (id, value, words) in [
                                ("outcome", "one", "Suitable for one worker"),
                                ("outcome-two", "two", "Stays with two workers"),
                            ] {
                                Tag.div(.class("choice")) {
                                    Tag.input(
                                        [.id(id), .name("outcome"), .type("radio"), .filled(value)]
                                            + (chosen == value ? [.flag("checked")] : []))
                                    Tag.label(.of(id)) { words }
                                }
                            }
                        }
                        FormField(
                            name: "contacts", label: "Contacts that one may give",
                            hint:
                                "Of the \(Show.counted(line.contacts, "contact")) of the line; only where it is suitable for one",
                            value: typed("contacts", "\(line.contacts)"), problems: problems
                        ).markup
                        FormField(
                            name: "from", label: "From which day it holds",
                            hint: "Such as \(week.start.iso); only where it is suitable for one",
                            type: "date",
                            value: typed("from", ""), problems: problems
                        ).markup
                        FormField(
                            name: "why", label: "What was seen and decided", hint: "It stands with your name",
                            value: typed("why", ""), problems: problems
                        ).markup
                        Tag.button { "Record the review" }
                    }
                }
                Tag.p { Tag.a(.href("/weeks/\(kept.id)/reviews")) { "Back to all lines for two workers" } }
            }, status: problems.isEmpty ? .ok : status)
    }

    /// Records what a review found, and what the week's table says by it: one cell of `demand.csv` and nothing else.
    func reviewSent(_ asked: Asked) throws(StoreError) -> Answer {
        let (kept, lines, week) = try weekToReview(asked)
        guard let one = lines.first(where: { $0.choice.line.id == asked.form["line"] }) else {
            throw .missing("The week has no such line for two workers.")
        }
        guard one.seen == asked.form["seen"] else {
            return try conflict(
                ofReview: asked, "Somebody changed this line, or its review, after you opened the page")
        }
        let found: HandsReview
        do throws(StoreError) {
            found = try review(asked, of: one, in: week)
        } catch {
            guard case .fields(let problems) = error else { throw error }
            return try reviews(asked, problems: problems)
        }
        do throws(StoreError) {
            try record(found, of: kept, by: try asked.person(), was: one.choice.line.singleHandedContacts)
        } catch {
            guard case .conflict = error else { throw error }
            return try conflict(ofReview: asked, "Somebody changed the week while you recorded the review")
        }
        return .see("/weeks/\(kept.id)/reviews?said=yes")
    }

    /// What was typed of a review, beside what the line is now.
    private func conflict(ofReview asked: Asked, _ what: String) throws(StoreError) -> Answer {
        try reviews(
            asked,
            problems: [
                .init(
                    "outcome",
                    "\(what). Nothing was recorded: read what it is now, and record the review if it is still of this care"
                )
            ], status: .conflict)
    }

    /// What somebody typed of a review, or everything that is wrong with it.
    private func review(_ asked: Asked, of one: HandsLine, in week: Week) throws(StoreError) -> HandsReview {
        let line = one.choice.line
        let first = week.sessions[line.window.lowerBound].day
        let why = Self.plain(asked.form["why"])
        var problems: [StoreError.FieldProblem] = []
        var (suitable, from) = (0, Moment.day(store.now()))
        switch asked.form["outcome"] {
        case "two": break
        case "one":
            if let number = Int(Self.plain(asked.form["contacts"])), (1...line.contacts).contains(number) {
                suitable = number
            } else {
                problems.append(.init("contacts", "Enter a whole number from 1 to \(line.contacts)"))
            }
            if let day = CalendarDay(iso: Self.plain(asked.form["from"])) {
                from = day
                // A plan gives contacts in any session of the line's window: none of them may lie before that day.
                if day > first {
                    problems.append(
                        .init(
                            "from",
                            "The line begins on \(Show.day(first)), before that day, and a plan could send one worker too soon: "
                                + "enter \(first.iso) or an earlier day, or have a planner divide the line at that day"
                        ))
                }
            } else {
                problems.append(.init("from", "Enter the day from which it holds, such as \(first.iso)"))
            }
        default:  // foreign
            problems.append(.init("outcome", "Say what the review found"))
        }
        if why.isEmpty {
            problems.append(.init("why", "Enter what was seen and decided"))
        } else if why.count > Self.mostLetters {
            problems.append(.init("why", "Enter it in not more than \(Self.mostLetters) letters"))
        }
        guard problems.isEmpty else { throw .fields(problems) }
        return HandsReview(line: line.id, care: one.care, suitable: suitable, from: from.iso, why: why)
    }

    private func record(
        _ review: HandsReview, of week: KeptWeek, by person: Person, was: Int
    ) throws(StoreError) {
        let name = TableSchema.demand.path
        let before = text(of: name, in: week)
        guard
            let grid = try grid(TableSchema.demand, of: week).setting(
                "single_handed_contacts", to: "\(review.suitable)", where: ["line": review.line])
        else {
            throw .refused("\(name) has no row of its own for line '\(review.line)'; a planner looks at it.")
        }
        try placing(
            TableGrid.remarks(of: before) + grid.csv, as: name, in: week, from: week.version, before: before
        ) { place throws(StoreError) in
            try store.record(
                review, ofWeek: week.id, from: week.version, by: person,
                was: "\(was) suitable for one worker", place: place)
        }
    }
}
