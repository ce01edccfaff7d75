// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import TestSupport
import Testing
import Workforce

@testable import Figures
@testable import Report
@testable import Tables

/// What the sections of the page say of `SmallWeek`, table by table.
@Suite struct ReportSectionsTests {
    private let week = SmallWeek.week()

    private func page(_ findings: Findings = Findings()) -> ReportPage {
        let plan = SmallWeek.plan()
        return ReportPage(
            week: week, plan: plan, figures: ReportFigures(week: week, plan: plan), findings: findings)
    }

    /// The lines of a table's CSV; nil where the page has no such table.
    private func lines(_ name: String, _ findings: Findings = Findings()) -> [String]? {
        page(findings).tables.first { $0.name == name }?.csv.split { $0.isNewline }.map(String.init)
    }

    @Test func `care not met is listed by priority, whatever the plan's order`() throws {
        var plan = SmallWeek.plan()
        plan.unmet.reverse()
        #expect(plan.unmet.map(\.priority) == [.urgent, .critical])
        let page = ReportPage(week: week, plan: plan, figures: ReportFigures(week: week, plan: plan))
        let table = try #require(page.tables.first { $0.name == "unmet-by-line" })
        #expect(table.rows.map { $0[0].exactText } == ["A1", "H1"])
    }

    @Test func `utilisation goes from the contract to direct contact, and says low in words`() throws {
        let rows = try #require(lines("utilisation-by-person"))
        #expect(
            rows.first
                == "person,contracted_hours,available_hours,deployed_hours,contact_hours,contact_hours_under_contract,"
                + "share_of_available,share_of_contracted,presence_hours,threshold,utilisation_is")
        #expect(
            rows.dropFirst().map { $0.split(separator: ",").last.map(String.init) } == [
                "not low", "low", "low", "no threshold", "low",
            ])
        // Bo: 21 hours a week are 6 in two days; 12 available, 3.75 of them in contact.
        #expect(rows[2].hasPrefix("Bo (bo),6.0000,12.0000,12.0000,3.7500,3.7500,0.3125,0.6250,0.0000,0.4200"))
        let html = page().html
        #expect(
            html.contains("registered 33.0\u{A0}%, support workers 42.0\u{A0}%; 5 percentage points more"))
        #expect(html.contains("made without working out why"))
    }

    @Test func `a deep dive shows hours by cause and the change that helps`() throws {
        var findings = Findings()
        findings.deepDives = [
            DeepDive(
                staff: "bo", availableMinutes: 720, contactMinutes: 225, threshold: 0.42,
                causes: [
                    CauseMinutes(.nonContact, 90), CauseMinutes(.records, 45), CauseMinutes(.noDemand, 360),
                ], remedy: .changes([.placement(PlacementChange(staff: "bo"))]),
                effect: Effect(contacts: 2, hours: 1, pounds: 180, terms: saving(.unmet, 180))),
            DeepDive(
                staff: "eve", availableMinutes: 240, contactMinutes: 90, threshold: 0.42,
                causes: [CauseMinutes(.competency, 150)]),
        ]
        #expect(
            lines("deep-dive-hours", findings) == [
                "person,available_hours,contact_hours,non_contact_hours,records_hours,competency_hours,"
                    + "no_demand_hours",
                "Bo (bo),12.0000,3.7500,1.5000,0.7500,0.0000,6.0000",
                "Eve (eve),4.0000,1.5000,0.0000,0.0000,2.5000,0.0000",
                "All of them,16.0000,5.2500,1.5000,0.7500,2.5000,6.0000",
            ])
        #expect(
            lines("deep-dive-changes", findings)?.dropFirst() == [
                "Bo (bo),\"If Bo (bo)'s placement were lifted (placements.csv), 2 more contacts (1.0 hours) would be "
                    + "met in all and the plan would be at least £180.00 cheaper (care not met −£180.00).\",2,"
                    + "1.0000,0.0000,180.0000,care not met −£180.00",
                "Eve (eve),Nothing was found that helps.,,,,,",
            ])
    }

    private func saving(_ term: PriceTerms.Term, _ pounds: Double) -> PriceTerms {
        var terms = PriceTerms()
        terms[term] = pounds
        return terms
    }

    @Test func `double-handed care says why, and what more single-handed care would release`() throws {
        // Five transfers of which three are suitable: one goes single-handed, one of three by two was suitable.
        #expect(
            lines("suitable-single-handed")?.last
                == "H1,Quay ward,Transfer with a hoist,3,1,1,1,\"Somebody able had the time: the plan chose two: "
                + "Bo (bo), Cy (cy), Eve (eve)\"")
        var findings = Findings()
        findings.conversions = [
            ConversionFinding(
                change: .worker(staff: "bo", competencies: ["hoisting"]), converted: 1, releasedHours: 0.5,
                effect: Effect(contacts: 1, hours: 0.5, pounds: 90)),
            ConversionFinding(
                change: .all, converted: 1, releasedHours: 0.5,
                effect: Effect(pounds: 9, terms: saving(.avoidableDoubleHanded, 9), isExact: true)),
        ]
        #expect(
            lines("single-handed-release", findings)?.dropFirst() == [
                "Bo (bo) signed off in “hoisting”,1,0.5000,1,0.5000,0.0000,90.0000,\"at least, as far as was found\",",
                "\"Every suitable contact given by one, by whoever may lead it\",1,0.5000,0,0.0000,0.0000,9.0000,exact,"
                    + "double-handed care reviewed as avoidable −£9.00",
            ])
    }

    @Test func `bookings say what goes unmet without them`() {
        #expect(lines("without-each-booking") == nil)
        // A ward's missing head is not the worth of the care that goes with the same booking.
        var ward = saving(.unmet, 102)
        ward[.unsafeStaffing] = 150
        ward[.bookings] = -72
        var findings = Findings()
        findings.bookings = [
            BookingFinding(
                staff: "bo", session: 1, without: Effect(contacts: 1, hours: 0.75, pounds: 67.5),
                lines: ["R1"], missingHeads: 0),
            BookingFinding(
                staff: "cy", session: 2,
                without: Effect(contacts: 2, hours: 1, pounds: 180, terms: ward),
                lines: ["H1"], missingHeads: 1),
        ]
        #expect(
            lines("without-each-booking", findings)?.dropFirst() == [
                "Bo (bo),2026-11-23 pm,1,0.7500,0,67.5000,,R1",
                "Cy (cy),2026-11-24 am,2,1.0000,1,180.0000,\"care not met +£102.00, bookings −£72.00, "
                    + "heads below a team's minimum +£150.00\",H1",
            ])
        #expect(lines("bookings-by-session")?.last?.contains("none needed") == true)
    }

    @Test func `maturity states a level with its reason, and compares with fixed teams`() {
        let html = page().html
        #expect(html.contains("evidence: developing. "))
        #expect(
            html.contains(
                "too little is seen of: staff working for another organisation under an agreement (0 of 5 people)."
            ))
        #expect(html.contains("evidence for people to judge by"))
        #expect(lines("fixed-teams") == nil)
        var findings = Findings()
        var effect = Effect(contacts: 3, hours: 1, pounds: 92.5, terms: saving(.unmet, 92.5))
        func compared(_ least: Double, _ most: Double) -> Findings {
            findings.fixedTeams = FixedTeams(
                fixed: FixedTeams.Side(objective: 700, bookings: 200, unmetContacts: 5, unmetHours: 2.5),
                free: FixedTeams.Side(
                    objective: 607.5, bookings: 145.5, unmetContacts: 2, unmetHours: 1.5),
                effect: effect, least: least, most: most)
            return findings
        }
        let sides = [
            "Fixed teams: nobody leaves the home team,700.0000,200.0000,5,2.5000,",
            "Free teams,607.5000,145.5000,2,1.5000,",
        ]
        let less = "Fixed teams less free teams,92.5000,54.5000,3,1.0000,care not met +£92.50"
        #expect(lines("fixed-teams", compared(80, 100))?.dropFirst() == sides[...] + [less])
        // Runs that differ by more than the two sides do, or by either sign, show nothing.
        let none = "No difference shown,,,,,"
        #expect(lines("fixed-teams", compared(2, 100))?.dropFirst() == sides[...] + [none])
        #expect(lines("fixed-teams", compared(-2, 20))?.dropFirst() == sides[...] + [none])
        effect.isExact = true
        #expect(lines("fixed-teams", compared(92.5, 92.5))?.dropFirst() == sides[...] + [less])
        #expect(lines("metrics", findings)?.contains { $0.hasPrefix("fixed_teams_price,all,700") } == true)
    }

    @Test func `metrics are one table for spreadsheets`() throws {
        let rows = try #require(lines("metrics"))
        #expect(rows.first == "metric,group,value,unit,numerator,denominator,definition")
        #expect(rows.contains { $0.hasPrefix("absence_rate,all,0.3750,share,12.0000,32.0000,") })
        #expect(
            rows.contains {
                $0.hasPrefix("agency_share_of_workforce_cost,all,0.12292563,share,100.0000,813.5000,")
            })
    }

    @Test func `every row has a cell a column, and every table a name of its own`() {
        for seed in UInt64(0)..<60 {
            let week = RandomWeek.make(seed: seed)
            let plan = ScatteredPlan.make(week, seed: seed)
            let page = ReportPage(week: week, plan: plan, figures: ReportFigures(week: week, plan: plan))
            #expect(Set(page.tables.map(\.name)).count == page.tables.count)
            #expect(Set(page.tables.map(\.caption)).count == page.tables.count)
            for table in page.tables {
                for row in table.rows + [table.total].compactMap(\.self) {
                    #expect(row.count == table.columns.count, "\(table.name), seed \(seed)")
                }
            }
        }
    }
}
