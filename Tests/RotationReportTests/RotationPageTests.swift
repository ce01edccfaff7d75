// SPDX-License-Identifier: GPL-3.0-or-later

import RotationOutcome
import Rotations
import Tables
import TestSupport
import Testing
import Workforce

@testable import RotationReport

/// The page of a rotation plan.
@Suite struct RotationPageTests {
    private func page(
        starts: String = "2027-01-04", posts: [[Int?]], noticeWeeks: Int = 12,
        _ describe: (inout RotationParts) -> Void = { _ in }
    ) throws -> RotationPage {
        let rotation = try TinyRotation.of(starts: starts, periods: posts.first?.count ?? 1) { parts in
            parts.posts = [
                TinyRotation.post("WARD") { $0.organisation = "provider" }, TinyRotation.post("HUB"),
            ]
            parts.people = posts.indices.map { TinyRotation.person("P-\($0 + 1)") }
            parts.agreements = [
                Agreement(
                    employer: "trust", organisation: "provider", roles: nil,
                    until: TinyRotation.day("2027-12-31"))
            ]
            describe(&parts)
        }
        let facts = RotationFacts(rotation)
        let outcome = RotationOutcome(facts, RotationPlan(posts: posts))
        let price = facts.price(of: outcome.plan)
        let summary = RotationSummary(
            objective: price.total, bound: price.total, gap: 0, status: .optimal, price: price, seed: 1,
            seconds: 0, work: 0, version: "", inputs: [])
        return RotationPage(outcome, outcome.stated(summary), noticeWeeks: noticeWeeks)
    }

    private func table(_ name: String, of page: RotationPage) throws -> [String] {
        let found = try #require(page.tables.first { $0.name == name })
        return found.csv.split(separator: "\n").dropFirst().map(String.init)
    }

    @Test func whoLeavesAPostHandsOverToWhoBegins() throws {
        let rows = try table("change-overs", of: try page(posts: [[0, 1], [1, 0]]))
        #expect(
            rows == [
                "2027-01-04,,P-1,,WARD,,,2026-10-12,yes", "2027-01-04,,P-2,,HUB,,,2026-10-12,yes",
                "2027-02-04,,P-2,HUB,WARD,P-1,P-1,2026-11-12,yes",
                "2027-02-04,,P-1,WARD,HUB,P-2,P-2,2026-11-12,yes",
            ])
    }

    @Test func noticeIsAsManyWeeksBeforeAsIsSaid() throws {
        let rows = try table("change-overs", of: try page(posts: [[0, 1]], noticeWeeks: 4))
        #expect(rows.last == "2027-02-04,,P-1,WARD,HUB,,,2027-01-07,")
    }

    @Test func aChangeOverOnABankHolidayOrAtAWeekendIsMarked() throws {
        let may = try table("change-overs", of: try page(starts: "2027-04-03", posts: [[0, 1]]))
        #expect(
            may.map { $0.split(separator: ",", omittingEmptySubsequences: false)[1] } == [
                "weekend", "Early May bank holiday",
            ])
    }

    @Test func whatIsElsewhereNeedsAnAgreementForAllOfIt() throws {
        let covered = try table("agreements-needed", of: try page(posts: [[0, 0]]))
        #expect(covered == ["2027-01-04,P-1,trust,WARD,provider,2027-12-31,yes"])
        let short = try page(posts: [[0, 0]]) { $0.agreements[0].until = TinyRotation.day("2027-01-31") }
        #expect(
            try table("agreements-needed", of: short) == [
                "2027-01-04,P-1,trust,WARD,provider,2027-01-31,no"
            ])
    }

    @Test func anAgreementWithoutAnEndIsToldFromNone() throws {
        let open = try page(posts: [[0]]) { $0.agreements[0].until = nil }
        #expect(try table("agreements-needed", of: open) == ["2027-01-04,P-1,trust,WARD,provider,,yes"])
        let none = try page(posts: [[0]]) { $0.agreements = [] }
        #expect(try table("agreements-needed", of: none) == ["2027-01-04,P-1,trust,WARD,provider,none,no"])
        #expect(none.html.contains("no agreement"))
        #expect(!open.html.contains("no agreement"))
    }

    @Test func ofSeveralAgreementsTheLongestIsNamed() throws {
        let found = try page(posts: [[0]]) { parts in
            var longer = parts.agreements[0]
            longer.until = TinyRotation.day("2028-06-30")
            parts.agreements.append(longer)
        }
        #expect(
            try table("agreements-needed", of: found) == [
                "2027-01-04,P-1,trust,WARD,provider,2028-06-30,yes"
            ])
    }

    @Test func aPageAloneNamesNoTablesBesideIt() throws {
        let found = try page(posts: [[0, 1]])
        #expect(found.html.contains("tables/change-overs.csv"))
        #expect(!found.htmlAlone.contains("tables/change-overs.csv"))
    }

    @Test(arguments: [(0.0, false), (100.0, true)])
    func whatIsNotProvedOfAChangedPlanIsNotStated(_ bound: Double, _ isStated: Bool) throws {
        let found = try page(posts: [[0, 1]]) { $0.policy.change = 400 }
        var stated = found.stated
        stated.summary.status = .changed
        stated.summary.bound = bound
        let page = RotationPage(found.outcome, stated)
        #expect(page.html.contains("No plan costs less than") == isStated)
    }

    @Test func theWorstOffAreMarked() throws {
        let found = try page(posts: [[0], [1]]) { parts in
            parts.policy.preferenceStep = 20
            for p in 0..<2 { parts.people[p].prefers = ["WARD", "HUB"] }
        }
        #expect(
            try table("wishes", of: found) == ["P-1,1,1,1,1,0.0000,", "P-2,1,1,1,0,20.0000,yes"])
    }

    @Test func namesOnThePageAreEscapedAndTablesHaveNamesOfTheirOwn() throws {
        let found = try page(posts: [[0, nil]]) { $0.people[0].name = "<b>Ann</b>" }
        #expect(!found.html.contains("<b>Ann"))
        #expect(found.html.contains("&lt;b&gt;Ann"))
        #expect(Set(found.tables.map(\.name)).count == found.tables.count)
        #expect(Set(found.tables.map(\.caption)).count == found.tables.count)
        #expect(found.html.contains("<svg"))
    }

    @Test(arguments: [
        ("2026-12-25", "Christmas Day"), ("2026-12-28", "Boxing Day"), ("2027-01-01", "New Year's Day"),
        ("2027-03-26", "Good Friday"), ("2027-03-29", "Easter Monday"),
        ("2027-05-03", "Early May bank holiday"), ("2027-05-31", "Spring bank holiday"),
        ("2027-08-30", "Summer bank holiday"), ("2027-12-27", "Christmas Day"), ("2027-12-28", "Boxing Day"),
        ("2022-12-26", "Boxing Day"), ("2022-12-27", "Christmas Day"), ("2033-12-26", "Boxing Day"),
        ("2033-12-27", "Christmas Day"), ("2026-12-28", "Boxing Day"), ("2020-12-28", "Boxing Day"),
        ("2028-01-03", "New Year's Day"), ("2028-04-14", "Good Friday"), ("2038-04-26", "Easter Monday"),
    ]) func bankHolidaysAreThoseOfEngland(_ day: String, _ name: String) {
        #expect(BankHolidays.name(of: TinyRotation.day(day)) == name)
    }

    @Test func otherDaysAreNone() {
        #expect(BankHolidays.name(of: TinyRotation.day("2027-12-25")) == nil)
        #expect(BankHolidays.name(of: TinyRotation.day("2027-05-04")) == nil)
        #expect(BankHolidays.name(of: TinyRotation.day("2033-12-28")) == nil)
    }
}
