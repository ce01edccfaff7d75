// SPDX-License-Identifier: GPL-3.0-or-later

import PlanFolder
import Tables
import Testing
import Workbooks
import Workforce

@testable import PlanBooks

/// A plan as a workbook, as a spreadsheet would see it.
@Suite struct PlanBookTests {
    private let week = Week(
        start: CalendarDay(iso: "2026-11-23") ?? CalendarDay(number: 0), days: 1,
        parts: [DayPart(id: "am", starts: 480, ends: 720), DayPart(id: "pm", starts: 780, ends: 1020)],
        framework: Framework(
            name: "Small", version: "1", levels: 4,
            roles: [Role(id: "sw", name: "Support worker", kind: .support)], competencies: [],
            activities: [Activity(id: "visit", name: "Visit", minutes: 30)]),
        teams: ["kt", "wt"].map {
            Team(id: $0, pathway: "P1", organisation: "trust", locality: "n", parts: ["am", "pm"])
        },
        staff: ["ann", "=1+1"].map {
            StaffMember(
                id: $0, name: $0, roles: ["sw"], employer: "trust", baseLocality: "n",
                employment: .substantive,
                hourlyCost: 15, homeTeam: "kt")
        }, signOffs: [],
        rota: [
            [RotaMark(.rostered), RotaMark(.rostered)], [RotaMark(.rostered), RotaMark(.off)],
        ], demand: [])

    private var plan: Plan {
        Plan(
            rows: PlanRows(
                deployments: [
                    Deployment(
                        staff: "ann", session: 0, team: "kt", booking: .rostered, minutes: 240,
                        contactMinutes: 90),
                    Deployment(
                        staff: "ann", session: 1, team: "wt", booking: .rostered, minutes: 240,
                        contactMinutes: 0),
                    Deployment(
                        staff: "=1+1", session: 0, team: "kt", booking: .rostered, minutes: 240,
                        contactMinutes: 0),
                ],
                contacts: [
                    ContactRow(
                        line: "007", activity: "visit", team: "kt", session: 0, staff: "ann",
                        route: .registered,
                        contacts: 3, minutes: 90)
                ], supervision: []), unmet: [],
            bookings: [
                BookingRow(
                    staff: "=1+1", session: 0, team: "kt", employment: .bank, hours: 4, cost: 61.12345,
                    covers: "=cmd")
            ],
            summary: PlanSummary(
                objective: 0, bound: 0, terms: PriceTerms(), status: .workLimit, seed: 1, seconds: 0, work: 0,
                version: "test", inputs: []))
    }

    private let rota = Table(
        name: "rota", caption: "Who works where",
        columns: [
            .text("Person", "person"), .text("Staff", "staff"), .text("Mon am", "2026-11-23 am"),
            .text("Mon pm", "2026-11-23 pm"),
        ],
        rows: [
            [.text("Ann"), .text("ann"), .text("kt"), .text("wt")],
            [.text("Odd"), .text("=1+1"), .text("kt"), .text("")],
        ])
    private let figures = Table(
        name: "figures-of-a-name-longer-than-a-tab-may-have", caption: "Figures",
        columns: [
            .text("What", "what"), .number("Pounds", "pounds"), .number("Share", "share"),
            .number("Hours", "hours"), .text("Day", "day"),
        ],
        rows: [
            [
                .text("+44"), .pounds(1234.56789), .share(0.125), .hours(nil),
                .text("Monday", exact: "2026-11-23"),
            ],
            [.text("b"), .pounds(.infinity), .share(1), .hours(37.5), .text("")],
        ], total: [.text("All"), .pounds(2), .blank, .hours(3), .blank])

    private func book(_ tables: [Table]) throws -> (PlanBook, Workbook) {
        let book = PlanBook(of: plan, week: week, tables: tables, about: [("What this is", "A plan")])
        return (book, try WorkbookReader.read(book.bytes()))
    }

    /// The cells of a sheet by name, such as `C2`.
    private func cells(_ sheet: Sheet) -> [String: CellValue] {
        var cells: [String: CellValue] = [:]
        for row in sheet.rows {
            for cell in row.cells { cells["\(Sheet.columnName(cell.column))\(row.number)"] = cell.value }
        }
        return cells
    }

    @Test func everyTableHasASheetAndTheRotaComesFirst() throws {
        let (_, read) = try book([figures, rota])
        #expect(
            read.sheets.map(\.name) == [
                "about", "rota", "deployments", "contacts", "supervision", "unmet", "bookings",
                "figures-of-a-name-longer-than-a",
            ])
        #expect(cells(read.sheets[0]) == ["A1": .text("What this is"), "B1": .text("A plan")])
    }

    @Test func figuresAreExactNumbersDaysAreDaysAndWordsStayWords() throws {
        let (_, read) = try book([figures])
        let sheet = cells(try #require(read.sheets.last))
        #expect(sheet["A2"] == .text("+44"))
        #expect(sheet["B2"] == .number(1234.56789))
        #expect(sheet["C2"] == .number(0.125))
        #expect(sheet["D2"] == nil)
        #expect(sheet["E2"] == .moment(Moment(day: week.start)))
        #expect(sheet["B3"] == nil, "what is no number is left blank")
        #expect(sheet["D3"] == .number(37.5))
        #expect(sheet["B4"] == .number(2))
        #expect(sheet.count == 5 + 4 + 3 + 3)

        let own = cells(try #require(read.sheets.first { $0.name == "contacts" }))
        #expect(own["A2"] == .text("007"), "an identifier keeps its zeros")
        #expect(own["H2"] == .number(3))
        let bookings = cells(try #require(read.sheets.first { $0.name == "bookings" }))
        #expect(bookings["A2"] == .text("=1+1"))
        #expect(bookings["G2"] == .text("=cmd"), "without the quote that guards it in a CSV")
        #expect(bookings["F2"] == .number(61.12345), "as bookings.csv has it")
        #expect((bookings["H1"], bookings["H2"]) == (.text("payable"), .number(61.12)))
    }

    @Test func theRotaIsColouredByTeam() throws {
        let (made, _) = try book([rota])
        let sheet = try #require(made.sheets().first { $0.name == "rota" })
        let colours = sheet.rows.map { $0.map(\.look.colour) }
        #expect(colours[0] == [nil, nil, nil, nil])
        let kt = try #require(colours[1][2])
        let wt = try #require(colours[1][3])
        #expect(kt != wt)
        #expect(colours[1] == [nil, nil, kt, wt])
        #expect(colours[2] == [nil, nil, kt, nil])
        #expect(sheet.frozen == (1, 3))
    }

    @Test func headingsStayInSightAndFiltersLeaveTotalsWhereTheyAre() throws {
        let (made, _) = try book([figures])
        let sheet = try #require(made.sheets().last)
        #expect(sheet.frozen == (1, 1))
        #expect(sheet.filters)
        #expect(sheet.footers == 1)
    }

    @Test func namesThatAreCutDoNotMeet() throws {
        var other = figures
        other.name += "-too"
        var capitals = rota
        capitals.name = "ROTA"
        let (_, read) = try book([figures, other, rota, capitals])
        #expect(
            read.sheets.map(\.name).suffix(3) == [
                "figures-of-a-name-longer-than-a", "figures-of-a-name-longer-than-2", "ROTA-2",
            ])
    }

    @Test func theSamePlanGivesTheSameBytes() throws {
        let one = try book([figures, rota]).0.bytes()
        let other = try book([figures, rota]).0.bytes()
        #expect(one == other)
    }
}
