// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import Wording
import Workforce

@testable import PlanFolder

@Suite struct RoundTripTests {
    private func written(_ plan: Plan = Fixture.plan) throws -> URL {
        let folder = try Fixture.scratch().appendingPathComponent("plan")
        try PlanFolder.write(plan: plan, week: Fixture.week, to: folder)
        return folder
    }

    private func text(_ file: String, in folder: URL) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
    }

    @Test func aPlanReadBackIsThePlanWritten() throws {
        let (plan, diagnostics) = PlanFolder.read(from: try written(), week: Fixture.week)
        #expect(diagnostics.isEmpty)
        #expect(plan == Fixture.plan)
    }

    @Test func moneyIsExactToAMillionth() throws {
        var plan = Fixture.plan
        plan.bookings = (0..<2).map { row in
            BookingRow(
                staff: "ann", session: row, team: "kt", employment: .bank, hours: 3.75, cost: 100.0 / 3,
                covers: "")
        }
        plan.summary.objective = 200.0 / 3
        let read = PlanFolder.read(from: try written(plan), week: Fixture.week).plan
        let costs = try #require(read).bookings.map(\.cost)
        #expect(costs.allSatisfy { abs($0 - 100.0 / 3) < 1e-6 })
        #expect(abs((read?.summary.objective ?? 0) - 200.0 / 3) < 1e-6)
    }

    @Test func theSamePlanGivesTheSameBytes() throws {
        #expect(try Fixture.snapshot(try written()) == Fixture.snapshot(try written()))
    }

    @Test func tablesHaveTheColumnsOfTheContractInTheirOrder() throws {
        let folder = try written()
        #expect(
            try text("deployments.csv", in: folder) == """
                staff,session,team,booking,minutes,contact_minutes
                ann,2026-11-23 am,kt,rostered,240,90
                =1+1,2026-11-23 am,kt,agency,240,90
                "O""Neil",2026-11-23 pm,kt,bank,240,0

                """)
        #expect(
            try text("contacts.csv", in: folder) == """
                line,activity,team,session,staff,partner,route,contacts,minutes,supervisor
                H1,hoist,kt,2026-11-23 am,ann,=1+1,double-handed,3,105,
                H1,hoist,kt,2026-11-23 pm,"O""Neil",,single-handed,1,45,
                H1,hoist,kt,2026-11-23 pm,"O""Neil",,delegated,1,30,=1+1

                """)
        #expect(
            try text("supervision.csv", in: folder) == """
                supervisor,session,supervision_group,activity,minutes
                ann,2026-11-23 am,kt,hoist,7.333333

                """)
        #expect(
            try text("unmet.csv", in: folder) == """
                line,team,activity,priority,contacts,contact_minutes,reason
                H1,kt,hoist,urgent,1,30,no-pair

                """)
        #expect(
            try text("bookings.csv", in: folder) == """
                staff,session,team,employment,hours,cost,covers,payable
                =1+1,2026-11-23 am,kt,agency,4.0000,133.333333,"'=HYPERLINK(""x""), 3 transfers",133.33

                """)
    }

    @Test func theSummaryHoldsEveryTermAndEveryFigureOfTheReport() throws {
        let data = Data(try text("plan.json", in: written()).utf8)
        let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(
            root.keys.sorted() == [
                "bound", "decisions", "gap", "halfway", "inputs", "objective", "report", "seconds", "seed",
                "status", "tables", "terms", "version", "work",
            ])
        let terms = try #require(root["terms"] as? [String: Double])
        #expect(terms.keys.sorted() == PriceTerms().stated.map(\.rawValue).sorted())
        let gap = try #require(root["gap"] as? Double)
        #expect(abs(gap - Fixture.plan.summary.gap) < 1e-9)
        let report = try #require(root["report"] as? [String: Any])
        #expect(
            report.keys.sorted() == [
                "access", "bookings", "bound", "cover", "delegation", "demand", "double_handed", "flags",
                "from",
                "heads",
                "maturity", "price", "staffing", "until", "utilisation", "workforce_cost", "workload",
            ])
    }

    @Test(arguments: ["=a", "+1", "-1", "@a", "'=a", "''-b", "'a", "a=b", "a \"b\", c", "", "- no"])
    func freeTextComesBackAndIsNoFormula(_ covers: String) throws {
        var plan = Fixture.plan
        plan.bookings[0] = BookingRow(
            staff: "ann", session: 0, team: "kt", employment: .bank, hours: 1, cost: 1, covers: covers)
        let folder = try written(plan)
        #expect(PlanFolder.read(from: folder, week: Fixture.week).plan?.bookings == plan.bookings)
        let first = CSVText.harmless(covers).first
        #expect(first.map { !"=+-@".contains($0) } ?? true)
    }

    @Test(arguments: [
        ("a", "a"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\r\nb", "\"a\r\nb\""), ("#a", "\"#a\""),
        ("", ""),
    ]) func cellsAreQuotedWhereTheyNeedIt(_ text: String, _ cell: String) {
        #expect(CSVText.cell(text) == cell)
    }

    @Test(arguments: [
        (0.0, "0.0000"), (4, "4.0000"), (0.1 + 0.2, "0.3000"), (1e-7, "0.0000"), (-1e-9, "0.0000"),
        (-2.5, "-2.5000"), (123_456_789.1234567, "123456789.123457"),
    ]) func amountsHaveFourToSixDecimals(_ value: Double, _ text: String) {
        #expect(Decimals.amount(value) == text)
    }

    @Test func decisionsAreWrittenALineEachForPeopleToRead() throws {
        #expect(
            try text("plan.json", in: written()).contains(
                """
                  "decisions": [
                    {"activity": "hoist", "staff": "O\\"Neil", "team": null, "decision": "refuse", "reason": "=cmd() \\\\ no", "by": "A. Lead", "on": "2026-11-23"},
                    {"activity": "hoist", "staff": null, "team": "kt", "decision": "allow", "reason": "seen", "by": "A. Lead", "on": "2025-10-19"}
                  ],

                """))
    }

    @Test func aPlanOfAnotherWeekIsRefused() throws {
        var plan = Fixture.plan
        plan.supervision = [
            SupervisionRow(supervisor: "ann", session: 2, group: "kt", activity: "hoist", minutes: 1)
        ]
        #expect(throws: PlanFolderError.self) { try written(plan) }
        plan = Fixture.plan
        plan.summary.bound = -.infinity
        #expect(throws: PlanFolderError.self) { try written(plan) }
    }
}
