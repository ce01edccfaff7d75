// SPDX-License-Identifier: GPL-3.0-or-later

import Intake
import Reading
import Testing
import Workbooks
import Workforce

@testable import WeekBooks

/// What a workbook offers to choose from, and the sheet that lists what the framework has.
@Suite struct ChoicesTests {
    private static let framework = Framework(
        name: "Small", version: "1", levels: 3,
        roles: [
            Role(id: "physio", name: "Physiotherapist", kind: .registered, profession: "physiotherapy"),
            Role(id: "support", name: "Support worker", kind: .support),
        ],
        competencies: [Competency(id: "moving", name: "Moves people", domain: "")], activities: [])

    private func sheets(_ framework: Framework?) throws -> [WrittenSheet] {
        let files = [
            ("teams.csv", "team,pathway,organisation,locality,sessions\nnorth,P1,t,n,am\n"),
            (
                "staff.csv",
                "staff,role,employer,base_locality,employment,home_team\nann,physio,t,n,bank,north\n"
            ),
            ("competencies.csv", "staff,competency,level,signed_off_on\n"),
        ]
        let diagnostics = Diagnostics()
        let sheets = WeekBook.sheets(
            of: files.map { ($0.0, Array($0.1.utf8)) }, framework: nil, lists: framework, diagnostics)
        #expect(diagnostics.sorted.isEmpty)
        return try #require(sheets)
    }

    /// The columns that something is offered in, by heading.
    private func offered(_ name: String, _ sheets: [WrittenSheet]) -> [String: WrittenSheet.Choice.Values] {
        guard let sheet = sheets.first(where: { $0.name == name }) else { return [:] }
        return Dictionary(
            sheet.choices.map { choice -> (String, WrittenSheet.Choice.Values) in
                guard case .text(let heading) = sheet.rows[0][choice.columns.lowerBound].value else {
                    return ("", choice.values)
                }
                return (heading, choice.values)
            }
        ) { first, _ in first }
    }

    @Test func closedListsNamesOfTheFrameworkTeamsAndPeopleAreOffered() throws {
        let sheets = try sheets(Self.framework)
        #expect(
            offered("staff", sheets) == [
                "role": .cells(of: "lists", column: 0, rows: 1...2),
                "employment": .words(["substantive", "bank", "agency", "student", "volunteer"]),
                "home_team": .cells(of: "teams", column: 0, rows: 1...501),
            ])
        #expect(
            offered("competencies", sheets) == [
                "staff": .cells(of: "staff", column: 0, rows: 1...501),
                "competency": .cells(of: "lists", column: 2, rows: 1...1), "level": .words(["1", "2", "3"]),
            ])
        #expect(offered("teams", sheets) == [:], "teams are defined there")
    }

    @Test func theSheetOfListsHasIdentifiersAndNamesAndIsNoTable() throws {
        let sheets = try sheets(Self.framework)
        let lists = try #require(sheets.last)
        #expect(lists.name == "lists")
        #expect(
            lists.rows.map { $0.prefix(4).map(\.value) } == [
                [.text("role"), .text("what it is called"), .text("competency"), .text("what it is called")],
                [.text("physio"), .text("Physiotherapist"), .text("moving"), .text("Moves people")],
                [.text("support"), .text("Support worker"), nil, nil],
            ])
        let book = WeekBook(try WorkbookWriter.bytes(of: sheets), name: "w.xlsx", beside: FilePath("."))
        #expect(book.told([]).isEmpty, "the sheet is passed over without a word")
    }

    @Test func withoutAFrameworkNothingOfItIsOffered() throws {
        let sheets = try sheets(nil)
        #expect(sheets.map(\.name) == ["teams", "staff", "competencies"])
        #expect(offered("staff", sheets)["role"] == nil && offered("competencies", sheets)["level"] == nil)
    }
}
