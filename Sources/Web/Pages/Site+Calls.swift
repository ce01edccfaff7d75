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

    /// It in a few words.
    var words: String {
        let what =
            switch said {
            case "none": "no answer"
            case "back": "take it back"
            default: said  // foreign
            }
        return note.isEmpty ? what : what + ", " + note
    }
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
            Self.glass(run)
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
            besides(run)
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
                for name in Self.tablesOfCalls where shelf.calls(of: run).appending(name).exists {
                    Tag.a(.href("/calls/\(run.id)/files/\(name)")) { name }
                    ", "
                }
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
                if let draws = list.run.wanted.besides.draws {
                    Tag.div(.class("tick")) {
                        Tag.input(.id("draws"), .name("draws"), .type("checkbox"), .filled("yes"))
                        Tag.label(.of("draws")) {
                            "Draw the week again, too, \(Show.counted(draws, "time")): it takes longer"
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
