// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Testing

@testable import Web
@testable import WebStore

/// A plan made anew for what has changed, without a command.
struct ChangedTests {
    @Test func aFormIsAChangeFile() throws {
        var form = ChangeForm(firstOpen: "2026-11-24 pm")
        form.title = "Elm: sick"
        form.absences[0] = .init(staff: "AP-01", reason: "S")
        form.absences[1] = .init(staff: "OT-01", from: "2026-11-25 am", until: "2026-11-25 pm", reason: "T")
        form.demand[0] = .init(what: "pathways:P1", factor: "1.2", until: "2026-11-26 pm")
        #expect(
            form.file == """
                change: "Elm: sick"
                absences:
                  - {staff: AP-01, from: "2026-11-24 pm", reason: S}
                  - {staff: OT-01, from: "2026-11-25 am", until: "2026-11-25 pm", reason: T}
                demand:
                  - {pathways: [P1], factor: 1.2, from: "2026-11-24 pm", until: "2026-11-26 pm"}

                """)
        let sessions = ["2026-11-24 am", "2026-11-24 pm", "2026-11-25 am", "2026-11-25 pm", "2026-11-26 pm"]
        #expect(form.problems(sessions: sessions, mayBeBlank: false).isEmpty)
        form.absences[0].until = "2026-11-24 am"
        form.demand[0].factor = "a lot"
        form.text = "change: x"
        form.demand.append(.init(what: "", factor: "0"))
        #expect(
            form.problems(sessions: sessions, mayBeBlank: false).map(\.field)
                == ["text", "a0-until", "d0-factor", "d1-what", "d1-factor"])
        #expect(
            ChangeForm().problems(sessions: sessions, mayBeBlank: false).map(\.field) == [
                "title", "a0-staff",
            ])
        #expect(ChangeForm().problems(sessions: sessions, mayBeBlank: true).map(\.field) == ["title"])
    }

    @Test func aWeekIsPlannedAnewForAnAbsence() async throws {
        let test = try TestSite()
        defer { test.remove() }
        let planner = try test.guest(.planner)
        let plan = try await test.plan(ofWeek: try await test.week(by: planner), by: planner)
        let path = "/plans/\(plan)/replan"
        let page = try await test.ask(.get, path, as: planner)
        #expect(
            page.status == 200 && page.text.contains("Elm (AP-01)") && page.text.contains("Tue 24 Nov am"))
        let count = try test.store.runs().count
        let nothing = try await test.send(path, [("title", ""), ("seconds", "5")], as: planner)
        #expect(nothing.status == 400 && nothing.text.contains("Say who is away"))
        let nobody = try await test.send(
            path, [("title", "x"), ("seconds", "5"), ("a0-staff", "XX-01")], as: planner)
        #expect(
            nobody.status == 400 && nobody.text.contains("XX-01"),
            "what the week does not have is told at once")
        #expect(!nobody.text.contains(test.folder.description))
        let broken = try await test.send(path, [("seconds", "5"), ("text", "absences: [")], as: planner)
        #expect(broken.status == 400)
        #expect(try test.store.runs().count == count, "nothing was queued")
        let more = try await test.send(path, [("title", "Elm"), ("more", "absences")], as: planner)
        #expect(more.text.contains("name=\"a3-staff\"") && more.text.contains("value=\"Elm\""))

        let again = try await test.run(
            try await test.send(
                path,
                [
                    ("title", "Elm is sick"), ("seconds", "5"), ("first_open", "2026-11-24 am"),
                    ("absences", "3"),
                    ("a0-staff", "AP-01"), ("a0-until", "2026-11-24 pm"), ("a0-reason", "S"),
                ], as: planner))
        let made = try test.store.run(again)
        #expect(made.hasPlan, "\(made.outcome)")
        #expect(
            try test.store.trail(most: 5).contains {
                $0.what == "asked for a re-plan" && $0.why == "Elm is sick"
            })
        func rows(_ run: KeptRun, _ prefix: String) -> [Substring] {
            Shelf.text(test.shelf.plan(of: run).appending("deployments.csv")).split(separator: "\n").filter {
                $0.contains(prefix)
            }
        }
        #expect(!rows(try test.store.run(plan), "AP-01,2026-11-24").isEmpty)
        #expect(rows(made, "AP-01,2026-11-24").isEmpty)
        #expect(rows(made, ",2026-11-23") == rows(try test.store.run(plan), ",2026-11-23"), "Monday is over")

        // What is over stays over, and who is away stays away, in the plans that follow.
        let history = try ChangeHistory(of: made, in: test.store)
        #expect(history.firstOpen == "2026-11-24 am" && history.changes.count == 1)
        let further = try await test.run(
            try await test.send(
                "/plans/\(again)/seat",
                [("staff", "OT-01"), ("session", "2026-11-25 am"), ("team", "south-home"), ("why", "cover")],
                as: planner))
        let last = try test.store.run(further)
        #expect(last.hasPlan, "\(last.outcome)")
        #expect(rows(last, "AP-01,2026-11-24").isEmpty)
        #expect(rows(last, ",2026-11-23") == rows(made, ",2026-11-23"))
        let form = try await test.ask(.get, "/plans/\(further)/replan", as: planner).text
        #expect(!form.contains("None is over yet"))
        #expect(form.contains("<option value=\"2026-11-24 am\" selected"))
        // Thursday 26 November, 9am: the days before are over, whatever the plan that is gone on from had open.
        test.clock.goOn(683_600)
        let thursday = try await test.ask(
            .get, "/plans/\(further)/replan", as: try test.again(planner)
        ).text
        #expect(thursday.contains("<option value=\"2026-11-26 am\" selected"))
    }
}
