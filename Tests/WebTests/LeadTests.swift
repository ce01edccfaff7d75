// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Testing
import Wording
import Workforce

@testable import Web
@testable import WebStore

/// What AHP leads do with a plan: flags, sign-offs, and reviews of care by two.
struct LeadTests {
    /// A plan of the first week whose care by two nobody has reviewed, except as `demand.csv` says.
    private struct Place {
        let test: TestSite
        let planner: TestSite.Guest
        let lead: TestSite.Guest
        let week: Int64

        init() async throws {
            test = try TestSite()
            (planner, lead) = (try test.guest(.planner), try test.guest(.lead, name: "Hazel"))
            week = try await test.week(by: planner)
        }

        var demand: String { Shelf.text(test.shelf.week(week).appending("demand.csv")) }

        func state(_ replacing: (String) -> String) throws {
            try Shelf.write(replacing(demand), to: test.shelf.week(week).appending("demand.csv"))
        }

        /// As if nobody had reviewed the line of which the week says what was found.
        func forgetReview() throws {
            try state {
                $0.replacingOccurrences(
                    of: "Q01,quay-ward,transfer,critical,8,2,", with: "Q01,quay-ward,transfer,critical,8,,")
            }
        }

        /// What a form of a page sends along, hidden.
        func hidden(_ name: String, in text: String) -> String {
            let mark = "name=\"\(name)\" value=\""
            guard let start = text.range(of: mark), let end = text[start.upperBound...].firstIndex(of: "\"")
            else {
                return ""
            }
            return text[start.upperBound..<end].replacingOccurrences(of: "&amp;", with: "&")
        }
    }

    /// A plan with a flag of each kind in its folder, as `flags.csv` has them.
    private func flagged(_ place: Place) async throws -> (plan: Int64, file: FilePath) {
        let plan = try await place.test.plan(ofWeek: place.week, by: place.planner)
        let file = place.test.shelf.plan(of: try place.test.store.run(plan)).appending("flags.csv")
        let text = """
            flag,what,where,when,since,size,closed_before,owner,closed_by,closed_on,why
            critical@N10,2 critical contacts are not met.,north-home,2026-11-28 am,2026-11-23 am 00,2,,,,,
            delegation@home-therapy@2026-11-24,3 contacts rest on one.,home-therapy,2026-11-24,2026-11-23 am 00,3,,Alder,,,

            """
        try Shelf.write(text, to: file)
        return (plan, file)
    }

    private func sent(
        _ flag: String, seen: String, _ fields: [(String, String)]
    ) -> [(String, String)] { [("flag", flag), ("at", "0"), ("seen", seen)] + fields }

    @Test func aFlagGetsAnOwnerIsClosedWithAReasonAndOpenedAgain() async throws {
        let place = try await Place()
        let test = place.test
        defer { test.remove() }
        let (plan, file) = try await flagged(place)
        let path = "/plans/\(plan)/flags"
        let page = try await test.ask(.get, path, as: place.lead)
        #expect(page.status == 200 && page.text.contains("2 flags open, 0 closed"))
        #expect(page.text.contains("Critical care not met: North home-based team, by Sat 28 Nov am"))
        #expect(page.text.contains("Alder sees to it; open."))
        #expect(page.text.contains("Closing a flag mends nothing"))

        let flag = "critical@N10"
        let open = RedFlag.Word().line
        let owned = try await test.send(
            path, sent(flag, seen: open, [("do", "own"), ("owner-0", " Ash   Tree ")]), as: place.planner)
        #expect(owned.location == path + "?said=yes")
        #expect(Shelf.text(file).contains(",2,,Ash Tree,,,\n"))
        let seen = RedFlag.Word(owner: "Ash Tree").line
        let bare = try await test.send(
            path, sent(flag, seen: seen, [("do", "close"), ("why-0", " ")]), as: place.lead)
        #expect(bare.status == 400 && bare.text.contains("Enter why the flag is closed"))
        #expect(!Shelf.text(file).contains("Hazel"))
        let closed = try await test.send(
            path, sent(flag, seen: seen, [("do", "close"), ("why-0", "=family gives it")]), as: place.lead)
        #expect(closed.status == 303)
        // 1,795,000,000 seconds after 1970 is 18 November 2026; a formula's sign is made harmless.
        #expect(Shelf.text(file).contains(",2,,Ash Tree,Hazel,2026-11-18,'=family gives it\n"))
        let after = try await test.ask(.get, path, as: place.lead)
        #expect(after.text.contains("1 flag open, 1 closed"))
        #expect(after.text.contains("closed by Hazel, 18 November 2026: =family gives it."))
        #expect(after.text.contains("2 critical contacts are not met."), "what is closed is shown still")
        let trail = try #require(try test.store.trail(most: 1).first)
        #expect(trail.what == "closed a flag" && trail.subject == "plan \(plan), critical@N10")
        #expect(trail.was == seen && trail.why == "=family gives it" && trail.who == "hazel")

        let word = RedFlag.Word(
            owner: "Ash Tree",
            closing: .init(
                by: "Hazel", on: try #require(CalendarDay(iso: "2026-11-18")), why: "=family gives it"))
        let again = try await test.send(
            path, sent(flag, seen: word.line, [("do", "open"), ("why-0", "the family is away")]),
            as: place.lead)
        #expect(again.status == 303)
        #expect(Shelf.text(file).contains(",Ash Tree,,,\n"))
        #expect(
            Shelf.text(file).contains(
                "3 contacts rest on one.,home-therapy,2026-11-24,2026-11-23 am 00,3,,Alder,,,"),
            "no other flag is touched")
    }

    @Test func aFlagThatIsNotMendedGoesAlongClosedAndIsShownInTheNextPlan() async throws {
        let place = try await Place()
        let test = place.test
        defer { test.remove() }
        let plan = try await test.plan(ofWeek: place.week, by: place.planner)
        let path = "/plans/\(plan)/flags"
        let page = try await test.ask(.get, path, as: place.lead).text
        let flag = place.hidden("flag", in: page)
        #expect(!flag.isEmpty, "the first week's plan flags something")
        let fields = sent(flag, seen: place.hidden("seen", in: page), [("do", "close"), ("why-0", "known")])
        #expect(try await test.send(path, fields, as: place.lead).status == 303)
        let next = try await test.send(
            "/weeks/\(place.week)/runs", [("seconds", "2"), ("from", "\(plan)")], as: place.planner)
        let id = try #require(next.location.split(separator: "/").last.flatMap { Int64($0) })
        try await test.over(id)
        let shown = try await test.ask(.get, "/plans/\(id)/flags", as: place.lead).text
        #expect(shown.contains("closed by Hazel, 18 November 2026: known."))
        let report = try await test.ask(.get, "/plans/\(id)/files/report.html", as: place.lead).text
        #expect(report.contains("Hazel, 18 November 2026: known"))
    }

    @Test func whatIsDelegatedAPlannerCannotCloseAndTheSecondOfTwoIsTold() async throws {
        let place = try await Place()
        let test = place.test
        defer { test.remove() }
        let (plan, file) = try await flagged(place)
        let path = "/plans/\(plan)/flags"
        let flag = "delegation@home-therapy@2026-11-24"
        let seen = RedFlag.Word(owner: "Alder").line
        let close = [("do", "close"), ("why-0", "never mind")]
        let refused = try await test.send(path, sent(flag, seen: seen, close), as: place.planner)
        #expect(refused.status == 400 && refused.text.contains("to close, and to open again"))
        #expect(!Shelf.text(file).contains("never mind"))
        #expect(
            try await test.send(
                path, sent(flag, seen: seen, [("do", "own"), ("owner-0", "Birch")]), as: place.planner
            )
            .status == 303)
        // The lead's page still says Alder.
        let late = try await test.send(path, sent(flag, seen: seen, close), as: place.lead)
        #expect(late.status == 409 && late.text.contains("Somebody else changed this flag"))
        #expect(late.text.contains("Now it says: Birch sees to it; open."))
        #expect(late.text.contains("value=\"never mind\""), "what was typed is there still")
        #expect(!Shelf.text(file).contains("never mind"))
        #expect(
            try await test.send(path, sent("critical@none", seen: seen, close), as: place.lead).status == 404)
        let finance = try test.guest(.finance)
        let read = try await test.ask(.get, path, as: finance)
        #expect(read.status == 200 && !read.text.contains("Close the flag"))
    }

    @Test func flagsThatCannotBeReadAreLeftAsTheyAre() async throws {
        let place = try await Place()
        let test = place.test
        defer { test.remove() }
        let (plan, file) = try await flagged(place)
        let torn = "flag,mine\ncritical@N10,1\n"
        try Shelf.write(torn, to: file)
        let fields = sent("critical@N10", seen: RedFlag.Word().line, [("do", "own"), ("owner-0", "Ash")])
        #expect(try await test.send("/plans/\(plan)/flags", fields, as: place.lead).status == 400)
        #expect(Shelf.text(file) == torn)
    }

    @Test func theFirstPageOfALeadSaysWhatIsToBeDone() async throws {
        let place = try await Place()
        let test = place.test
        defer { test.remove() }
        try place.forgetReview()
        #expect(try await test.ask(.get, "/", as: place.lead).text.contains("Nothing waits for you"))
        let (plan, _) = try await flagged(place)
        let home = try await test.ask(.get, "/", as: place.lead).text
        #expect(home.contains("First week, plan \(plan)"))
        for (words, path) in [
            ("2 red flags open, 1 of them with nobody who sees to it", "/plans/\(plan)/flags"),
            ("1 line for two workers not reviewed", "/weeks/\(place.week)/reviews"),
        ] {
            #expect(home.contains("<a href=\"\(path)\">\(words)</a>"), "\(words)")
        }
        let lead = try await test.ask(.get, "/plans/\(plan)/lead", as: place.lead).text
        let review = try test.site.review(try test.store.run(plan))
        let slack = review.withoutSlack.rows.count
        #expect(slack > 0 && review.toDecide.count > 0)
        #expect(lead.contains("\(Show.counted(review.toDecide.count, "delegation")) not decided on"))
        #expect(
            home.contains("\(Show.counted(slack, "piece")) of delegated work without slack in supervision"))
        // Names lead into the whole report, which is elsewhere.
        #expect(!lead.contains("href=\"#team"))
        let signOffs = try await test.ask(.get, "/plans/\(plan)/sign-offs", as: place.lead).text
        #expect(signOffs.contains("Holly") && signOffs.contains("25 November 2026"))
        #expect(
            home.contains(
                "\(Show.counted(review.signOffsEnding.rows.count, "sign-off")) ended, or ending soon"))
        // One delegation less is undecided once it is decided.
        let one = review.toDecide[0]
        _ = try await test.send(
            "/plans/\(plan)/delegations",
            one.subject.map { ($0.key, $0.value) } + [("decision", "allow"), ("reason", "seen")],
            as: place.lead)
        let fewer = try await test.ask(.get, "/plans/\(plan)/lead", as: place.lead).text
        #expect(fewer.contains("\(Show.counted(review.toDecide.count - 1, "delegation")) not decided on"))
    }

    @Test func whatOneMoreSignOffWouldDoIsFoundByAProcessOfItsOwn() async throws {
        let place = try await Place()
        let test = place.test
        defer { test.remove() }
        let plan = try await test.plan(ofWeek: place.week, by: place.planner)
        let worth = try await test.ask(.get, "/plans/\(plan)/sign-offs/worth", as: place.lead)
        #expect(worth.status == 200 && worth.text.contains("would open work to somebody"))
        let none = try await test.ask(.get, "/plans/\(plan)/sign-offs/worth?line=none", as: place.lead)
        #expect(none.status == 400 && none.text.contains("none"))
    }

    private func review(_ page: String, _ place: Place, _ fields: [(String, String)]) -> [(String, String)] {
        [("line", "Q01"), ("seen", place.hidden("seen", in: page))] + fields
    }

    @Test func aReviewChangesOneCellOfTheDemandAndNothingElse() async throws {
        let place = try await Place()
        let test = place.test
        defer { test.remove() }
        try place.forgetReview()
        let before = place.demand
        let path = "/weeks/\(place.week)/reviews"
        let list = try await test.ask(.get, path, as: place.lead).text
        #expect(list.contains("<a href=\"\(path)?line=Q01\">Q01</a>"))
        #expect(!list.contains("Q02"), "nobody goes alone to a mobile hoist, whatever a review finds")
        let form = try await test.ask(.get, path + "?line=Q01", as: place.lead).text
        #expect(
            form.contains("Quay ward (rehabilitation beds)")
                && form.contains("8 contacts, Mon 23 Nov am to Mon 23 Nov pm"))
        let wrong = try await test.send(
            path, review(form, place, [("outcome", "one"), ("contacts", "9"), ("from", ""), ("why", "")]),
            as: place.lead)
        #expect(wrong.status == 400)
        for words in [
            "Enter a whole number from 1 to 8", "Enter the day from which it holds",
            "Enter what was seen and decided",
        ] { #expect(wrong.text.contains(words), "\(words)") }
        let late = try await test.send(
            path,
            review(
                form, place, [("outcome", "one"), ("contacts", "3"), ("from", "2026-11-24"), ("why", "seen")]),
            as: place.lead)
        #expect(late.status == 400 && late.text.contains("a plan could send one worker too soon"))
        #expect(place.demand == before)

        let fields = review(
            form, place,
            [("outcome", "one"), ("contacts", "3"), ("from", "2026-11-20"), ("why", "seen with a belt")])
        #expect(try await test.send(path, fields, as: place.lead).location == path + "?said=yes")
        #expect(
            place.demand
                == before.replacingOccurrences(
                    of: "Q01,quay-ward,transfer,critical,8,,", with: "Q01,quay-ward,transfer,critical,8,3,"))
        #expect(try test.store.week(place.week).version == 2)
        #expect(Shelf.text(test.shelf.former(place.week, version: 1).appending("demand.csv")) == before)
        let trail = try #require(try test.store.trail(most: 1).first)
        #expect(trail.what == "recorded a review of care by two" && trail.why == "seen with a belt")
        #expect(trail.subject.contains("line Q01: Quay ward") && trail.was == "0 suitable for one worker")
        let after = try await test.ask(.get, path, as: place.lead).text
        #expect(after.contains("3 contacts suitable for one, from 20 November 2026: seen with a belt. hazel"))
        let kept = try test.site.check(try test.store.week(place.week)).week
        #expect(kept?.demand.first { $0.id == "Q01" }?.singleHandedContacts == 3)

        // The same form again is of what is no more.
        let twice = try await test.send(path, fields, as: place.lead)
        #expect(twice.status == 409 && twice.text.contains("Somebody changed this line, or its review"))
        #expect(try test.store.week(place.week).version == 2)
    }

    @Test func aReviewOfALineIsOfThatCareAndOfNoOther() async throws {
        let place = try await Place()
        let test = place.test
        defer { test.remove() }
        let path = "/weeks/\(place.week)/reviews"
        let form = try await test.ask(.get, path + "?line=Q01", as: place.lead).text
        #expect(form.contains("2 contacts suitable for one, by demand.csv; no review is recorded here"))
        let stays = review(form, place, [("outcome", "two"), ("why", "too weak to stand")])
        #expect(try await test.send(path, stays, as: place.lead).status == 303)
        #expect(place.demand.contains("Q01,quay-ward,transfer,critical,8,0,"))
        let list = try await test.ask(.get, path, as: place.lead).text
        #expect(list.contains("Stays with two: too weak to stand. hazel"))

        // A planner makes another thing of the line: the form of before is refused, and the review is none any more.
        let open = try await test.ask(.get, path + "?line=Q01", as: place.lead).text
        try place.state {
            $0.replacingOccurrences(
                of: "Q01,quay-ward,transfer,critical,8,0,",
                with: "Q01,quay-ward,washing-and-dressing,critical,8,0,")
        }
        _ = try test.store.changeWeek(
            place.week, from: 2, by: place.planner.person, "demand.csv", was: "", now: ""
        ) {}
        let other = review(
            open, place, [("outcome", "one"), ("contacts", "8"), ("from", "2026-11-20"), ("why", "steady")])
        let told = try await test.send(path, other, as: place.lead)
        #expect(
            told.status == 409 && told.text.contains("Washing and dressing")
                && told.text.contains("value=\"steady\""))
        #expect(place.demand.contains("Q01,quay-ward,washing-and-dressing,critical,8,0,"))
        let week = try #require(test.site.check(try test.store.week(place.week)).week)
        let line = try test.site.handsReviews(try test.store.week(place.week), week).first {
            $0.choice.line.id == "Q01"
        }
        #expect(line?.isDue == true, "what was reviewed was a transfer")
        #expect(try await test.send(path, other, as: place.planner).status == 403)
        #expect(try await test.ask(.get, path + "?line=N01", as: place.lead).status == 404)
    }

    @Test func oneCellOfATableIsSetWhereOneRowIsMeant() throws {
        let file = InputFile(
            path: "demand.csv",
            bytes: Array(
                "line,team,activity,priority,contacts,earliest,latest\nA,t,x,urgent,1,e,l\nB,t,x,urgent,1,e,l\nB,t,y,urgent,1,e,l\n"
                    .utf8))
        let grid = try #require(TableGrid(file, TableSchema.demand))
        let set = try #require(grid.setting("single_handed_contacts", to: "1", where: ["line": "A"]))
        #expect(
            set.csv
                == "line,team,activity,priority,contacts,earliest,latest,single_handed_contacts\nA,t,x,urgent,1,e,l,1\nB,t,x,urgent,1,e,l,\nB,t,y,urgent,1,e,l,\n"
        )
        #expect(grid.setting("contacts", to: "1", where: ["line": "B"]) == nil)
        #expect(grid.setting("contacts", to: "1", where: ["line": "C"]) == nil)
    }
}
