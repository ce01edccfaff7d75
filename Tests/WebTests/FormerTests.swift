// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Testing

@testable import Web
@testable import WebStore

/// What a table was, and the way back to it.
struct FormerTests {
    @Test func aTableIsBroughtBackAsItWas() async throws {
        let test = try TestSite()
        defer { test.remove() }
        let (planner, lead) = (try test.guest(.planner), try test.guest(.lead))
        let week = try await test.week(by: planner)
        let path = "/weeks/\(week)/tables/week.yaml"
        let original = Shelf.text(test.shelf.week(week).appending("week.yaml"))
        #expect(try await test.ask(.get, path, as: planner).text.contains(path + "/former"))
        #expect(try await test.ask(.get, path + "/former", as: planner).text.contains("Nobody has saved it"))
        for (version, text) in [(1, original + "# one\n"), (2, original + "# two\n")] {
            let saved = try await test.send(path, [("version", "\(version)"), ("text", text)], as: planner)
            #expect(saved.status == 303)
        }
        let page = try await test.ask(.get, path + "/former", as: lead)
        #expect(page.text.contains("Until Wednesday 18 November 2026, 11:06am, when planner saved it"))
        #expect(page.text.contains("# one") && !page.text.contains("Bring back"), "leads look")
        let back = [("version", "3"), ("former", "1"), ("why-1", "the policy of before")]
        #expect(try await test.send(path + "/former", back, as: lead).status == 400)
        #expect(try await test.send(path + "/former", Array(back.prefix(2)), as: planner).status == 400)
        let none = [("version", "3"), ("former", "9"), ("why-9", "x")]
        #expect(try await test.send(path + "/former", none, as: planner).status == 404)
        let old = [("version", "2"), ("former", "1"), ("why-1", "x")]
        let late = try await test.send(path + "/former", old, as: planner)
        #expect(late.status == 409 && late.text.contains("nothing was brought back"))
        #expect(Shelf.text(test.shelf.week(week).appending("week.yaml")) == original + "# two\n")

        #expect(try await test.send(path + "/former", back, as: planner).status == 303)
        #expect(Shelf.text(test.shelf.week(week).appending("week.yaml")) == original)
        #expect(try test.store.week(week).version == 4)
        let line = try #require(try test.store.trail(most: 1).first)
        #expect(line.what == "changed a table" && line.why == "the policy of before" && line.was == "# two")
        // What was brought back can be undone, too.
        let again = try await test.ask(.get, path + "/former", as: planner).text
        #expect(again.contains("Why: the policy of before"))
        let forth = [("version", "4"), ("former", "3"), ("why-3", "after all")]
        #expect(try await test.send(path + "/former", forth, as: planner).status == 303)
        #expect(Shelf.text(test.shelf.week(week).appending("week.yaml")) == original + "# two\n")
    }

    @Test func aTableThatWasNotThereGoesAgainAndDecisionsAreALeads() async throws {
        let test = try TestSite()
        defer { test.remove() }
        let (planner, lead) = (try test.guest(.planner), try test.guest(.lead))
        let week = try await test.week(by: planner)
        let file = test.shelf.week(week).appending("decisions.csv")
        Shelf.remove(file)
        let path = "/weeks/\(week)/tables/decisions.csv"
        let typed = [("version", "1"), ("columns", "1"), ("c0", "activity"), ("rows", "0")]
        #expect(try await test.send(path, typed, as: lead).status == 303)
        #expect(file.exists)
        let back = [("version", "2"), ("former", "1"), ("why-1", "not needed")]
        #expect(try await test.send(path + "/former", back, as: planner).status == 400)
        #expect(file.exists)
        #expect(try await test.send(path + "/former", back, as: lead).status == 303)
        #expect(!file.exists)
    }
}
