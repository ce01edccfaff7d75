// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Markup
import Reading
import WebStore
import Wording
import Workflows

extension Site {
    /// All weeks.
    func weeks(_ asked: Asked) throws(StoreError) -> Answer {
        let weeks = try store.weeks()
        let runs = try store.runs()
        let mayPlan = try Self.mayPlan(asked)
        return .page(
            SitePage("Weeks", asked.visit) {
                if mayPlan {
                    Tag.p { Tag.a(.href("/new-week"), .class("button")) { "Add a week" } }
                }
                if weeks.isEmpty { Tag.p { "There is no week yet." } }
                if !weeks.isEmpty {
                    Tag.div(.class("scroll"), .tabindex(0), .role("region"), .label("Weeks")) {
                        Tag.table {
                            Tag.thead {
                                Tag.tr {
                                    for heading in ["Week", "Brought by", "When", "Latest run"] {
                                        Tag.th(.scope(.col)) { heading }
                                    }
                                }
                            }
                            Tag.tbody {
                                for week in weeks {
                                    Tag.tr {
                                        Tag.th(.scope(.row)) {
                                            Tag.a(.href("/weeks/\(week.id)")) { week.name }
                                        }
                                        Tag.td { week.by }
                                        Tag.td { Moment.words(week.at) }
                                        Tag.td {
                                            if let run = runs.first(where: { $0.wanted.week == week.id }) {
                                                Tag.a(.href("/runs/\(run.id)")) { "Run \(run.id)" }
                                                ": " + Self.words(run.state)
                                            } else {
                                                "none"
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            })
    }

    /// Whether whoever asks may change weeks and ask for plans.
    static func mayPlan(_ asked: Asked) throws(StoreError) -> Bool {
        try asked.person().role == .planner
    }

    /// Whether whoever asks may type in a table: decisions about delegation are AHP leads', everything else planners'.
    static func mayType(_ asked: Asked, in table: String) throws(StoreError) -> Bool {
        try asked.person().role == (table == TableSchema.decisions.path ? .lead : .planner)
    }

    /// A week: what is wrong with it, its tables, its runs, and how a plan is asked for.
    func week(_ asked: Asked, problems: [StoreError.FieldProblem] = []) throws(StoreError) -> Answer {
        let week = try store.week(try asked.number("week"))
        let check = check(week)
        let runs = try store.runs(ofWeek: week.id)
        let errors = check.diagnostics.filter { $0.severity == .error }
        let warnings = check.diagnostics.filter { $0.severity == .warning }
        let mayPlan = try Self.mayPlan(asked)
        return .page(
            SitePage(week.name, asked.visit, problems: problems) {
                if let read = check.week {
                    Tag.p {
                        "From \(Show.day(read.start)), \(Show.counted(read.days, "day")): "
                            + "\(Show.counted(read.staff.count, "row")) of staff, \(Show.counted(read.teams.count, "team")), "
                            + "\(Show.counted(read.demand.count, "demand line")). Brought by \(week.by)."
                    }
                } else {
                    Tag.p(.class("alert")) {
                        "\(Show.counted(errors.count, "error")) to be mended before this week can be planned."
                    }
                }
                remarks(errors, "Errors", week)
                remarks(warnings, "Warnings", week)
                if mayPlan, check.week != nil {
                    Tag.h2 { "Plan this week" }
                    Tag.form(.action("/weeks/\(week.id)/runs"), .post) {
                        SitePage.token(asked.visit)
                        FormField(
                            name: "seconds", label: "Seconds to search",
                            hint: "30 for a first look; 300 for the plan that is published",
                            value: asked.form["seconds"].isEmpty ? "30" : asked.form["seconds"],
                            problems: problems
                        ).markup
                        if let last = runs.first(where: { $0.hasPlan && $0.wanted.kind == .allocate }) {
                            Tag.div(.class("field")) {
                                Tag.label(.of("from")) { "Begin with" }
                                Tag.select(.id("from"), .name("from")) {
                                    Self.option("", "Nothing", isChosen: false)
                                    Self.option("\(last.id)", "Plan \(last.id)", isChosen: true)
                                }
                            }
                        }
                        Tag.button { "Make a plan" }
                    }
                }
                Tag.h2 { "Runs and plans" }
                if runs.isEmpty { Tag.p { "None yet." } }
                Tag.ul {
                    for run in runs {
                        Tag.li {
                            Tag.a(.href(run.hasPlan ? "/plans/\(run.id)" : "/runs/\(run.id)")) {
                                run.hasPlan
                                    ? "Plan \(run.id)"
                                    : run.hasCalls ? "Call list \(run.id)" : "Run \(run.id)"
                            }
                            (run.wanted.kind == .scenarios ? " of scenarios" : "")
                                + ": \(Self.words(run.state)), asked for by \(run.by), \(Moment.words(run.askedAt))"
                                + (run.plan == .draft ? "" : "; \(run.plan.rawValue)")
                        }
                    }
                }
                if check.week != nil {
                    Tag.p {
                        Tag.a(.href("/weeks/\(week.id)/reviews")) { "Reviews of care by two workers" }
                    }
                    Tag.p {
                        Tag.a(.href("/weeks/\(week.id)/scenarios")) {
                            "Scenarios: what a change does to care and to pounds"
                        }
                    }
                }
                Tag.h2 { "Tables" }
                Tag.ul {
                    for table in TableSchema.week {
                        let isThere = shelf.week(week.id).appending(FilePath(table.path)).exists
                        if !table.path.contains("/") {
                            Tag.li {
                                Tag.a(.href("/weeks/\(week.id)/tables/\(table.path)")) { table.path }
                                isThere ? "" : " (not there yet)"
                            }
                        }
                    }
                    Tag.li {
                        Tag.a(.href("/weeks/\(week.id)/tables/week.yaml")) {
                            "week.yaml: dates, sessions, policy"
                        }
                    }
                }
            })
    }

    private func remarks(_ diagnostics: [Diagnostic], _ title: String, _ week: KeptWeek) -> [Markup] {
        guard !diagnostics.isEmpty else { return [] }
        let shown = diagnostics.prefix(50)
        return [
            Tag.details(title == "Errors" ? [.flag("open")] : []) {
                Tag.summary { "\(title) (\(diagnostics.count))" }
                Tag.ul {
                    for one in shown {
                        Tag.li {
                            if one.file == Workflow.ownFramework || one.file.contains("/") {
                                one.file
                            } else {
                                Tag.a(.href("/weeks/\(week.id)/tables/\(one.file)")) {
                                    one.file + (one.line.map { ", line \($0)" } ?? "")
                                }
                            }
                            ": " + one.message + (one.expected.map { " (right would be: \($0))" } ?? "")
                        }
                    }
                }
                if diagnostics.count > shown.count {
                    Tag.p { "and \(diagnostics.count - shown.count) more" }
                }
            }
        ]
    }
}
