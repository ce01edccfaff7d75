// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Markup
import Reading
import Scenarios
import Tables
import WebStore
import Wording
import Workflows
import Workforce

extension Site {
    /// What scenarios of a run are called: a run's file stays as it is.
    func title(of run: KeptRun) -> String {
        titles.value("\(run.id)") { Self.file(of: run)?.title ?? "Scenarios of run \(run.id)" }
    }

    /// How far scenarios are.
    func progress(ofScenarios run: KeptRun) -> String {
        let all = Self.file(of: run)?.runs ?? 0
        let done = Workflow.runsDone(ofScenarios: shelf.results(of: run))
        return done < all
            ? "\(Show.count(done)) of \(Show.count(all)) searches done."
            : Self.file(of: run)?.frontier == nil
                ? "All searches are done; plans are offered to the other scenarios."
                : "All searches that were counted are done; points of the frontier may be looked at again, and plans are offered to the others."
    }

    /// What came of scenarios.
    func scenario(_ asked: Asked) throws(StoreError) -> Answer {
        let run = try scenariosAsked(asked)
        guard run.state.isOver else { return .see("/runs/\(run.id)") }
        let week = try store.week(run.wanted.week)
        let folder = shelf.results(of: run)
        let files = resultFiles(run)
        let summary = workflow.summary(ofScenarios: folder)
        let mayGoOn = Self.mayStop(run, as: try asked.person().role) && goesOn(run, week)
        return .page(
            SitePage("\(title(of: run)): \(week.name)", asked.visit) {
                if week.version > run.weekVersion {
                    Tag.div(.class("banner")) {
                        Tag.p {
                            "The week was changed since this was tried, \(Show.counted(week.version - run.weekVersion, "time")): "
                                + "these figures know nothing of that. Try it anew."
                        }
                    }
                }
                Tag.p {
                    "Asked for by \(run.by), \(Moment.words(run.askedAt)); "
                        + (run.state == .stopped
                            ? "stopped, with what was done until then."
                            : "over \(Moment.words(run.endedAt ?? run.askedAt)).")
                }
                if let summary {
                    for sentence in summary.sentences {
                        Tag.p {
                            sentence.replacingOccurrences(
                                of: " --resume goes on.",
                                with: mayGoOn ? " It can be gone on with." : " Try it anew.")
                        }
                    }
                    for table in summary.tables { Self.markup(table) }
                } else {
                    Tag.p(.class("alert")) {
                        mayGoOn
                            ? "There are no results yet: no scenario was done before it ended."
                            : "There are no results: nothing was done before it ended."
                    }
                }
                if mayGoOn {
                    Tag.form(.action("/scenarios/\(run.id)/on"), .post) {
                        SitePage.token(asked.visit)
                        Tag.p(.class("note")) {
                            "Searches that are done stand; the others are still to come."
                        }
                        Tag.button { "Go on with it" }
                    }
                }
                Tag.ul {
                    if files.contains("report.html") {
                        Tag.li {
                            Tag.a(.href("/scenarios/\(run.id)/files/report.html")) {
                                "The report: pictures, what is proved, and what is assumed"
                            }
                        }
                    }
                    for name in files where name != "report.html" {
                        Tag.li { Tag.a(.href("/scenarios/\(run.id)/files/\(name)")) { name } }
                    }
                }
                Tag.details(summary == nil ? [.flag("open")] : []) {
                    Tag.summary { "What was tried, and what was said" }
                    Tag.pre { run.wanted.changes ?? "" }
                    Tag.pre { shown(run.outcome) }
                }
                Tag.p { Tag.a(.href("/weeks/\(week.id)/scenarios")) { "Scenarios of the week" } }
            })
    }

    /// Whether scenarios that ended early can be gone on with: some of them is done, of the week as it is still.
    private func goesOn(_ run: KeptRun, _ week: KeptWeek) -> Bool {
        switch run.state {
        case .queued, .running, .done: false
        case .stopped, .failed:
            week.version == run.weekVersion && Workflow.runsDone(ofScenarios: shelf.results(of: run)) > 0
        }
    }

    /// Goes on with scenarios that were stopped, or whose process was ended.
    func scenarioGoesOn(_ asked: Asked) async throws(StoreError) -> Answer {
        let run = try scenariosAsked(asked)
        try store.goOn(run.id, by: try asked.person())
        await queue.look()
        return .see("/runs/\(run.id)")
    }

    private func scenariosAsked(_ asked: Asked) throws(StoreError) -> KeptRun {
        let run = try store.run(try asked.number("run"))
        guard run.wanted.kind == .scenarios else { throw .missing("There are no scenarios of that number.") }
        return run
    }

    /// A table as its file has it in words.
    static func markup(_ table: ShownTable) -> Markup {
        Scroll.around(table.caption) {
            Tag.table {
                Scroll.caption(table.caption)
                Tag.thead { Tag.tr { for column in table.columns { Tag.th(.scope(.col)) { column } } } }
                Tag.tbody {
                    for row in table.rows {
                        Tag.tr {
                            for (index, cell) in row.enumerated() {
                                if index == 0 { Tag.th(.scope(.row)) { cell } } else { Tag.td { cell } }
                            }
                        }
                    }
                }
            }
        }
    }

    /// The files of results, by name: those of people, and none of single runs.
    private func resultFiles(_ run: KeptRun) -> [String] {
        Shelf.files(in: shelf.results(of: run)).filter { !$0.contains("/") }
    }

    /// A file of results.
    func scenarioFile(_ asked: Asked) throws(StoreError) -> Answer {
        let run = try scenariosAsked(asked)
        let name = asked.parameters.getCatchAll().joined(separator: "/")
        guard resultFiles(run).contains(name) else {
            throw .missing("The results have no file of that name.")
        }
        return try file(name, in: shelf.results(of: run))
    }
}
