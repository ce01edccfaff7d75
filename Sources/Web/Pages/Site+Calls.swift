// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import HTTPTypes
import Markup
import Reading
import Surges
import WebStore
import Wording
import Workflows
import Workforce

/// A call list on its page.
struct CallsShown {
    let run: KeptRun
    let week: KeptWeek
    let calls: CallsAtHand
    /// The list that it was ranked anew as.
    let newer: KeptRun?
    /// Whether whoever looks may type answers.
    var mayType: Bool
}

/// What somebody typed that is not kept, because somebody else typed into the row meanwhile.
struct CallTyped {
    let key: CallRow.Key
    let said: String
    let note: String
}

extension Site {
    /// The call list that is asked for.
    func listAsked(_ asked: Asked) throws(StoreError) -> KeptRun {
        let run = try store.run(try asked.number("run"))
        guard run.hasCalls else { throw .missing("There is no call list of that number.") }
        return run
    }

    /// What a call list says, with everything that was typed into it.
    func calls(of run: KeptRun) throws(StoreError) -> CallsAtHand {
        do throws(WorkflowError) {
            return try workflow.calls(in: shelf.calls(of: run), week: check(ofPlan: run).week)
        } catch {
            throw .refused(shown(error.message))
        }
    }

    /// A call list: whom to ring for what, in order, with a form for each answer.
    func calls(
        _ asked: Asked, lost: CallTyped? = nil, notice: String? = nil,
        problems: [StoreError.FieldProblem] = [], status: HTTPResponse.Status = .ok
    ) throws(StoreError) -> Answer {
        let run = try listAsked(asked)
        let newer = try store.successor(ofList: run.id)
        let list = CallsShown(
            run: run, week: try store.week(run.wanted.week), calls: try calls(of: run), newer: newer,
            mayType: try Self.mayPlan(asked) && newer == nil)
        let answered = Int(asked.query("answered")).flatMap { row in
            list.calls.rows.indices.contains(row) ? Self.confirmation(list, list.calls.rows[row]) : nil
        }
        let unplanned = try unplanned(of: run, list.calls)
        let plans = try store.plans(ofList: run.id)
        // A list of a week that is over is looked at all the same.
        let first = (try? firstOpen(ofList: run, list.calls.week)) ?? run.wanted.firstOpen
        let page = SitePage(
            "Call list \(run.id) of \(list.week.name)", asked.visit, problems: problems,
            notice: notice ?? answered
        ) {
            if let newer { Self.wasRankedAnew(newer) }
            Self.unmet(list)
            if !unplanned.isEmpty { Self.waiting(unplanned, list, "Said yes, and in no plan yet") }
            Tag.p {
                "Made for "
                Tag.a(.href("/plans/\(run.wanted.from ?? 0)")) { "plan \(run.wanted.from ?? 0)" }
                ", by \(run.by), \(Moment.words(run.endedAt ?? run.askedAt))."
            }
            Tag.h2(.id("open")) { "Whom to ring, in this order" }
            if list.calls.open.isEmpty { Tag.p { "Nobody: no other call would better the plan." } }
            for row in list.calls.open { card(list, row, asked.visit, lost) }
            if !list.calls.answered.isEmpty || !list.calls.others.isEmpty {
                Tag.h2 { "Answered" }
                for row in list.calls.answered + list.calls.others { card(list, row, asked.visit, lost) }
            }
            if list.mayType {
                again(list, first, asked.visit)
                if list.calls.rows.contains(where: { $0.answer == .yes }) {
                    planning(list, asked, problems)
                }
            }
            if !plans.isEmpty {
                Tag.h2 { "Plans of these answers" }
                Tag.ul {
                    for plan in plans {
                        Tag.li {
                            Tag.a(.href(plan.hasPlan ? "/plans/\(plan.id)" : "/runs/\(plan.id)")) {
                                plan.hasPlan ? "Plan \(plan.id)" : "Run \(plan.id)"
                            }
                            ": \(Self.words(plan.state)), \(Moment.words(plan.askedAt))"
                        }
                    }
                }
            }
            Tag.p {
                Tag.a(.href("/calls/\(run.id)/files/report.html")) { "The list to print" }
                ", "
                Tag.a(.href("/calls/\(run.id)/files/calls.csv")) { "calls.csv" }
                ", "
                Tag.a(.href("/plans/\(run.wanted.from ?? 0)")) { "back to the plan" }
            }
        }
        return .page(page, status: problems.isEmpty ? status : .badRequest)
    }

    private static func wasRankedAnew(_ newer: KeptRun) -> Markup {
        Tag.div(.class("banner")) {
            Tag.p {
                newer.hasCalls
                    ? "This list was ranked anew: go on with " : "This list is being ranked anew: wait for "
                Tag.a(.href(newer.hasCalls ? "/calls/\(newer.id)" : "/runs/\(newer.id)")) {
                    "call list \(newer.id)"
                }
                "."
            }
        }
    }

    // MARK: What stays unmet

    private static func unmet(_ list: CallsShown) -> [Markup] {
        let lines = list.calls.unmet
        let critical = lines.filter { $0.priority == .critical && $0.ifAllCome > 0 }
        func count(_ value: (UnmetTable.Line) -> Int) -> String {
            let all = lines.reduce(0) { $0 + value($1) }
            let ofThem = lines.filter { $0.priority == .critical }.reduce(0) { $0 + value($1) }
            return all == 0
                ? "all care is met" : "\(Show.counted(all, "contact")) unmet, \(Show.count(ofThem)) critical"
        }
        let names = Naming(week: list.calls.week)
        func words(_ line: UnmetTable.Line) -> String {
            guard let demand = list.calls.week.demand.first(where: { $0.id == line.line }) else {
                return line.line
            }
            return "\(line.line), \(names.activity(demand.activity)), \(names.team(demand.team)), "
                + names.window(demand.window)
        }
        let sums = Tag.p {
            "As things stood when it was made: \(count(\.now)). If everybody on it says yes: \(count(\.ifAllCome))."
        }
        return [
            critical.isEmpty
                ? Tag.div(.class("told")) { sums }
                : Tag.div(.class("banner"), .role("region"), .labelledBy("critical")) {
                    Tag.h2(.id("critical")) { "Critical care stays unmet even if everybody says yes" }
                    Tag.ul {
                        for line in critical {
                            Tag.li { words(line) + ": " + Show.counted(line.ifAllCome, "contact") }
                        }
                    }
                    sums
                },
            lines.isEmpty
                ? .text("")
                : Tag.details {
                    Tag.summary { "All care that stays unmet (\(Show.counted(lines.count, "line")))" }
                    Tag.ul {
                        for line in lines {
                            Tag.li {
                                "\(words(line)), \(line.priority.rawValue): \(Show.count(line.now)) as things stand, "
                                    + "\(Show.count(line.ifAllCome)) if all say yes"
                            }
                        }
                    }
                },
        ]
    }

    // MARK: A call

    /// Who it is and when, as it is said on the telephone.
    static func words(_ list: CallsShown, _ key: CallRow.Key) -> String {
        let week = list.calls.week
        let names = Naming(week: week)
        let who = week.staff.firstIndex { $0.id == key.staff }.map { names.person($0) } ?? key.staff
        let sessions = week.sessions.filter { key.sessions.contains($0.id) }
        guard let first = sessions.first else { return who }
        return "\(who), \(Show.shortDay(first.day)) \(Naming.list(sessions.map(\.part.id)))"
    }

    private static func confirmation(_ list: CallsShown, _ row: CallRow) -> String {
        "\(words(list, row.key)): \(said(row)). Is that the right person?"
    }

    /// What was said, in a few words.
    static func said(_ row: CallRow) -> String {
        let what =
            switch row.answer {
            case .yes: "yes"
            case .no: "no"
            case nil: row.answeredAt.isEmpty ? "not rung yet" : "no answer"
            }
        return what + (row.answeredAt.isEmpty ? "" : ", \(row.answeredAt)")
            + (row.note.isEmpty ? "" : ", \(row.note)")
    }

    private func card(_ list: CallsShown, _ row: CallRow, _ visit: Visit?, _ lost: CallTyped?) -> Markup {
        let place = list.calls.rows.firstIndex { $0.key == row.key } ?? 0
        let id = "call-\(place)"
        let title = Self.words(list, row.key)
        let mine = lost.flatMap { $0.key == row.key ? $0 : nil }
        return Tag.section(.id(id), .labelledBy(id + "-title"), .class("call")) {
            Tag.h3(.id(id + "-title")) { (row.rank.map { "\($0). " } ?? "") + title }
            if !row.answeredAt.isEmpty || row.answer != nil {
                Tag.p(.class("told")) { "Kept: \(Self.said(row))." }
            }
            if let mine {
                Tag.p(.class("error"), .id(id + "-lost")) {
                    "Somebody else typed into this call meanwhile, and theirs is kept. Yours was: "
                        + "\(mine.said == "none" ? "no answer" : mine.said)\(mine.note.isEmpty ? "" : ", \(mine.note)"). "
                        + "Answer again if yours is right: it then replaces what is kept."
                }
            }
            facts(list, row)
            if list.mayType {
                Tag.form(.action("/calls/\(list.run.id)/answers"), .post) {
                    SitePage.token(visit)
                    Tag.input(.type("hidden"), .name("staff"), .filled(row.key.staff))
                    Tag.input(
                        .type("hidden"), .name("sessions"), .filled(row.key.sessions.joined(separator: ";")))
                    Tag.input(.type("hidden"), .name("was"), .filled(Self.state(row)))
                    Tag.div(.class("field")) {
                        Tag.label(.of(id + "-note")) { "Note" }
                        Tag.input(
                            .id(id + "-note"), .name("note"), .type("text"),
                            .filled(mine?.note ?? (row.note == Self.noAnswer ? "" : row.note)))
                    }
                    Tag.div(.class("actions")) {
                        for (value, words) in [("yes", "Yes"), ("no", "No"), ("none", "No answer")] {
                            Tag.button(
                                [.name("said"), .filled(value), .label("\(words): \(title)")]
                                    + (value == "yes" ? [] : [.class("plain")])
                            ) { words }
                        }
                        if !row.answeredAt.isEmpty || row.answer != nil {
                            Tag.button(
                                .name("said"), .filled("back"), .label("Take it back: \(title)"),
                                .class("plain")
                            ) { "Take it back" }
                        }
                    }
                }
            }
        }
    }

    /// What there is to say of a call, for whoever rings.
    private func facts(_ list: CallsShown, _ row: CallRow) -> Markup {
        let week = list.calls.week
        let names = Naming(week: week)
        func split(_ column: String) -> [String] { row[column].split(separator: ";").map { String($0) } }
        func people(_ ids: [String]) -> String {
            Naming.list(
                ids.map { id in week.staff.firstIndex { $0.id == id }.map { names.person($0) } ?? id })
        }
        let supervisors = split("supervisor")
        let missing = row["sign_offs_missing"]
        let facts: [(String, String)] = [
            ("Where", Naming.list(split("team").map { names.team($0) })),
            ("For", row["covers"]),
            (
                "Rung",
                row["rung"].replacingOccurrences(of: "-", with: " ")
                    + (row["mark"] == "C" ? ", has offered nothing, may be asked" : "")
            ),
            ("Cost", Double(row["cost"]).map { Show.pounds($0) } ?? ""),
            (
                "Meets",
                row["gap"].isEmpty
                    ? ""
                    : "\(row["gap"].replacingOccurrences(of: ";", with: ", ")): without the call \(Show.counted(Int(row["contacts"]) ?? 0, "contact")) unmet, "
                        + "\(row["critical_contacts"]) critical"
            ),
            (
                "Supervised by",
                supervisors.isEmpty ? "" : "\(people(supervisors)), \(row["supervision_minutes"]) minutes"
            ),
            ("Sign-offs missing", missing == "none" ? "" : missing),
            ("Sign-offs ending", row["sign_offs_ending"].replacingOccurrences(of: ";", with: ", ")),
            ("Working time", row["working_time"]),
            ("Instead of", row["displaces"].replacingOccurrences(of: ";", with: ", ")),
            ("Ring before", row["ring_before"]),
            ("May be called from", CalendarDay(iso: row["opens_on"]).map { Show.day($0) } ?? ""),
            ("Why", row["reason"]),
        ]
        return Tag.dl(.class("facts")) {
            for (name, words) in facts where !words.isEmpty {
                Tag.div {
                    Tag.dt { name }
                    Tag.dd { words }
                }
            }
        }
    }

    // MARK: What follows

    private func again(_ list: CallsShown, _ first: String?, _ visit: Visit?) -> [Markup] {
        let sessions = list.calls.week.sessions
        return [
            Tag.h2 { "Rank anew" },
            Tag.p(.class("note")) {
                "Keeps every answer, proposes nobody who said no, and ranks what is left."
            },
            Tag.form(.action("/calls/\(list.run.id)/again"), .post) {
                SitePage.token(visit)
                Tag.div(.class("field")) {
                    Tag.label(.of("first_open")) { "The first session that is not over" }
                    Tag.select(.id("first_open"), .name("first_open")) {
                        if first == nil { Self.option("", "None is over yet", isChosen: true) }
                        for session in sessions.drop(while: { first != nil && $0.id != first }) {
                            Self.option(session.id, Show.session(session), isChosen: session.id == first)
                        }
                    }
                }
                Tag.button { "Rank anew" }
            },
        ]
    }

    private func planning(
        _ list: CallsShown, _ asked: Asked, _ problems: [StoreError.FieldProblem]
    ) -> [Markup] {
        [
            Tag.h2 { "Plan with those who said yes" },
            Tag.p(.class("note")) {
                "Plans the rest of the week anew with them, and with nobody who has not been rung. It makes a draft, which can be published."
            },
            Tag.form(.action("/calls/\(list.run.id)/plan"), .post) {
                SitePage.token(asked.visit)
                FormField(
                    name: "seconds", label: "Seconds to search",
                    value: asked.form["seconds"].isEmpty ? "30" : asked.form["seconds"], problems: problems
                ).markup
                Tag.button { "Plan with those who said yes" }
            },
        ]
    }

    /// Who said yes and has to be looked after.
    static func waiting(_ keys: [CallRow.Key], _ list: CallsShown, _ title: String) -> Markup {
        Tag.div(.class("banner")) {
            Tag.p { title + ":" }
            Tag.ul { for key in keys { Tag.li { words(list, key) } } }
        }
    }
}
