// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Foundation
import Reading
import TestSupport
import Testing
import Workforce

@testable import Scenarios

/// The two sheets that a report of scenarios opens with.
@Suite struct BoardTests {
    private static let file = """
        scenarios: Winter
        bases: [{week: week, weeks_a_year: 52}]
        overlays:
          none: {policy: {agency_cap: 0}, why: Board paper 12}
          dear:
            rates: [{employment: bank, factor: 1.1}]
            why: What the bank of the trust next door has paid since the winter before last, as far as anybody knows
        run: [none, dear, [none, dear]]
        frontier: {of: agency, against: [routine], points: 2}

        """

    @Test func `two sheets stand before everything else, and nothing stands twice`() async throws {
        let results = try await Tried.results(Self.file)
        let page = ScenarioPage(results).html
        #expect(page.contains("<body class=\"brief\">"))
        #expect(page.components(separatedBy: "class=\"sheet\"").count == 3)
        let places = ["comparison", "board", "summary", "pictures", "frontier", "assumptions"].map {
            page.range(of: "<section class=\"sheet\" id=\"\($0)\"")?.lowerBound
                ?? page.range(of: "<section id=\"\($0)\"")?.lowerBound
        }
        let found = places.compactMap(\.self)
        #expect(found.count == places.count && found == found.sorted())
        let names = page.components(separatedBy: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(Set(names).count == names.count)
        // The frontier and the last combination are on the second sheet.
        let pictures = ScenarioPictures(results: results).front.map(\.table.name)
        #expect(pictures == ["frontier-picture-week", "workforce-cost-none-dear-week"])
        for name in pictures { #expect(names.contains { $0 == "table-" + name }, "\(name)") }
        let sheet = try #require(page.range(of: "id=\"summary\""))
        #expect(page[..<sheet.lowerBound].contains("table-register"))
    }

    @Test func `what a frontier alone is tried with is no combination of anybody's`() async throws {
        let file = Self.file.replacing("run: [none, dear, [none, dear]]", with: "run: [none, dear]")
            .replacing("none: {policy: {agency_cap: 0}", with: "none: {demand: [{remove: D-1}]")
            .replacing("points: 2}", with: "points: 2, with: [none, dear]}")
        let results = try await Tried.results(file)
        #expect(results.file.scenarios.last?.isOfFrontierAlone == true)
        let pictures = ScenarioPictures(results: results)
        #expect(pictures.front.map(\.table.name) == ["frontier-picture-week"])
        #expect(pictures.missing.isEmpty)
    }

    @Test func `the comparison has cash first, then care, then the price, and the year beside it`()
        async throws
    {
        let tables = BoardTables(results: try await Tried.results(Self.file)).first
        #expect(tables.map(\.name) == ["board-week", "year-board"])
        #expect(
            tables[0].columns.map(\.title) == [
                "Scenario", "Workforce cost", "Agency", "Agency's share", "Critical hours unmet",
                "Urgent hours unmet", "Price",
            ])
        #expect(tables[0].rows.map { $0[0].shownText } == ["base", "none", "dear", "none + dear"])
        #expect(tables[0].rows[0][1].shownText == "£140.00")
        #expect(tables[0].rows[1][6].shownText == "+£100.00, proved")
        #expect(tables[1].rows.map { $0[0].shownText } == ["base", "none", "dear", "none + dear"])
        #expect(tables[1].rows[0][1].shownText == "£7,280.00")
        #expect(tables[1].rows[1][1].shownText == "not told apart")
    }

    @Test func `what there is no room for on the first sheet stands behind`() async throws {
        let sweep =
            "bases: [{week: week, weeks_a_year: 52}]\n"
            + "sweeps: [{name: cap, over: {agency_cap: [0, 10, 20, 30, 40, 50, 60, 70, 80, 90]}}]\n"
        // Eleven rows each, of which paper has ten.
        #expect(
            BoardTables(results: try await Tried.results(sweep)).first.map(\.name) == [
                "board-week", "year-board",
            ])
        let tested = try await Tried.results(sweep + "tests: [{figure: agency_share, at_most: 0.1}]\n")
        #expect(BoardTables(results: tested).first.map(\.name) == ["passes-counted", "board-week"])
        #expect(ScenarioPage(tested).html.contains("table-year"))
    }

    @Test func `the register in short has the beginning of long reasons`() async throws {
        let register = BoardTables(results: try await Tried.results(Self.file)).register
        #expect(register.columns.map(\.title) == ["Assumption", "What", "Why", "By", "On"])
        #expect(register.rows[0][2].shownText == "Board paper 12")
        // The first 60 letters end within "winter".
        #expect(
            register.rows[1][2].shownText == "What the bank of the trust next door has paid since the …")
    }

    @Test func `the head of the page says what was tried`() async throws {
        let lines = ScenarioText(try await Tried.results(Self.file)).opening
        #expect(lines.count == 2)
        #expect(lines[1] == "Tried beside the base: none, dear and none + dear.")
    }
}
