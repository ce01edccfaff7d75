// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// Every figure that the page of a real plan shows is that of the CSV beside it, rounded.
@Suite struct ReportFiguresOnThePageTests {
    private let place: Workplace
    private let root: PageElement

    init() async throws {
        place = try Workplace()
        let run = try await place.skillmix(
            "allocate", "Rosters/first-week", "--work-limit", "1", "--quiet", "--out", "plan")
        try #require(run.code == 0)
        root = try #require(PageElement.root(of: try place.text("plan/report.html")))
    }

    private var frames: [PageElement] { root.everything.filter { $0.hasClass("table") } }

    private func file(of frame: PageElement) throws -> [[String]] {
        let link = try #require(frame.all("a").last?.attributes["href"])
        return CSVRecords.read(try place.text("plan/\(link)"))
    }

    @Test func theListNamesEveryFileAndEveryTable() throws {
        let all = CSVRecords.read(try place.text("plan/tables/index.csv")).dropFirst()
        #expect((all.last ?? []).prefix(2) == ["summary.html", "The report on two pages"])
        let list = all.dropLast()
        #expect(list.map { $0[0] } == frames.map { $0.all("a").last?.attributes["href"] })
        let below = try place.names("plan/tables").map { "tables/" + $0 }
        let top = place.exists("plan/metrics.csv") ? ["metrics.csv"] : []
        #expect((below + top).sorted() == (list.map { $0[0] } + ["tables/index.csv"]).sorted())
        for row in list {
            let records = CSVRecords.read(try place.text("plan/\(row[0])"))
            #expect(records.dropFirst().count >= Int(row[2]) ?? -1, "\(row[0])")
            #expect(records.allSatisfy { $0.count == records[0].count }, "\(row[0])")
        }
    }

    @Test func cellsOfPlainTablesAreThoseOfTheirFilesRounded() throws {
        var (numbers, tables) = (0, 0)
        // What a file calls by its identifier has one name on the page, wherever it stands in that column.
        var names: [[String]: String] = [:]
        for frame in frames {
            // Grids, the heat map and the metrics are laid out in ways of their own: see below.
            guard let table = frame.all("table").first, !table.hasClass("grid"), !table.hasClass("heat"),
                frame.attributes["id"] != "table-metrics"
            else { continue }
            tables += 1
            let id = frame.attributes["id"] ?? ""
            let records = try file(of: frame)
            let rows = table.all("tbody").flatMap(\.rows) + table.all("tfoot").flatMap(\.rows)
            try #require(rows.count == records.count - 1, "\(id)")
            for (row, record) in zip(rows, records.dropFirst()) {
                try #require(row.count == record.count)
                for (column, (cell, exact)) in zip(row, record).enumerated() {
                    let about = Comment("\(id): \(cell.text) and \(exact)")
                    if let value = Double(exact), cell.hasClass("n") {
                        numbers += 1
                        #expect(isRounded(cell.text, value), about)
                    } else {
                        let named = names[[id, records[0][column], exact], default: cell.text]
                        names[[id, records[0][column], exact]] = named
                        let isName = !exact.contains(" ") && !exact.isEmpty && cell.text == named
                        #expect(isSame(cell.text, exact) || isName, about)
                    }
                }
            }
        }
        #expect(tables >= 15)
        #expect(numbers >= 200, "\(numbers) numbers were compared")
    }

    /// Whether a number as shown is a value rounded to the decimals shown.
    private func isRounded(_ shown: String, _ value: Double) -> Bool {
        let isShare = shown.hasSuffix("%")
        let digits = shown.filter { $0.isNumber || $0 == "." || $0 == "-" }
        guard let number = Double(digits) else { return false }
        let decimals = digits.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first
        let half = 0.5 * pow(10, -Double(decimals?.count ?? 0))
        return abs(number - (isShare ? value * 100 : value)) <= half + 1e-6
    }

    /// Whether words are the same: what there is not is blank in the file, and days are written as there.
    private func isSame(_ shown: String, _ exact: String) -> Bool {
        if shown == exact || "'" + shown == exact { return true }
        if exact.isEmpty { return ["–", "open", "nobody yet"].contains(shown) }
        if let day = dayInWords(exact) { return shown == day }
        guard exact.hasPrefix("202") else { return false }
        let days = exact.components(separatedBy: " to ").compactMap { $0.split(separator: " ").first }
        let parts = exact.split(separator: " ").last ?? ""
        return days.prefix(1).allSatisfy { shown.contains(" \(Int($0.suffix(2)) ?? 0) ") }
            && shown.hasSuffix(parts)
    }

    /// `2026-11-25` as `25 November 2026`; nil for what is no day alone.
    private func dayInWords(_ iso: String) -> String? {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        let parts = iso.split(separator: "-").compactMap { Int($0) }
        guard iso.count == 10, parts.count == 3, months.indices.contains(parts[1] - 1) else { return nil }
        return "\(parts[2]) \(months[parts[1] - 1]) \(parts[0])"
    }

    private func element(_ id: String) throws -> PageElement {
        try #require(root.everything.first { $0.attributes["id"] == id }, "\(id)")
    }

    @Test func theHeatMapSaysWhatItsFileSays() throws {
        let frame = try element("table-cover-by-day")
        let table = try #require(frame.all("table").first)
        var shown: [String] = []
        for row in table.all("tbody").flatMap(\.rows) { shown += row.dropFirst().map(\.text) }
        let records = try file(of: frame).dropFirst()
        try #require(shown.count == records.count)
        for (text, record) in zip(shown, records) {
            guard let share = Double(record[4]) else {
                #expect(text == "–")
                continue
            }
            #expect(isRounded(String(text.prefix { $0 != "%" }) + "%", share), "\(text)")
            #expect(text.contains("\(record[2]) given"))
            #expect(text.contains("\(record[3]) not met") == (record[3] != "0"))
        }
    }

    @Test func theMetricsSayWhatTheirFileSays() throws {
        let frame = try element("table-metrics")
        let table = try #require(frame.all("table").first)
        // A row that spans the table is a metric's heading.
        let rows = table.all("tbody").flatMap(\.rows).filter { $0.count > 1 }
        let records = try file(of: frame).dropFirst()
        try #require(rows.count == records.count)
        for (row, record) in zip(rows, records) {
            for (cell, exact) in zip(
                row.dropFirst().map(\.text), [record[2], record[3], record[4], record[5]])
            {
                let about = Comment("\(record.prefix(2)): \(cell) and \(exact)")
                if let value = Double(exact) {
                    #expect(isRounded(cell, value), about)
                } else {
                    let isSaidByTheValue = ["share", "pounds"].contains(exact) && cell.isEmpty
                    #expect(isSame(cell, exact) || isSaidByTheValue, about)
                }
            }
        }
    }

    @Test func theTeamsSessionsSayWhatTheirFileSays() throws {
        let records = try file(of: element("table-teams-by-session")).dropFirst()
        for record in records {
            let cell = try element("heads-\(record[0])-\(record[1].replacing(" ", with: "-"))").text
            #expect(cell.hasPrefix("\(record[2]) \(record[3]) reg."))
            #expect(cell.contains("\(record[6]) short") == (record[6] != "0"))
            #expect(cell.contains("\(record[7]) reg. short") == (record[7] != "0"))
            #expect(cell.contains("\(record[8]) not met") == (record[8] != "0"))
        }
        #expect(records.count > 20)
    }

    @Test func theRotaSaysWhatItsFileSays() throws {
        var names: [String: String] = [:]
        for record in CSVRecords.read(try place.text("Rosters/first-week/teams.csv")) where record.count > 1 {
            names[record[0]] = record[1]
        }
        let records = try file(of: element("table-rota"))
        var deployed = 0
        for record in records.dropFirst() {
            for (session, entry) in zip(records[0], record).dropFirst(3) {
                let cell = try element("rota-\(record[1])-\(session.replacing(" ", with: "-"))")
                guard cell.hasClass("at") else {
                    #expect(cell.text == entry)
                    continue
                }
                deployed += 1
                let words = entry.split(separator: " ", maxSplits: 1).map(String.init)
                #expect(cell.attributes["title"] == names[words[0]])
                #expect(cell.all("small").map { "(\($0.text))" } == Array(words.dropFirst()))
            }
        }
        let rows = CSVRecords.read(try place.text("plan/deployments.csv")).count - 1
        #expect(deployed == rows)
    }
}
