// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import Workbooks

/// Every command that takes a week takes a workbook, and does with it what it does with the folder.
@Suite struct WorkbookTests {
    private let place: Workplace
    private let folder = "Rosters/first-week"

    init() throws { place = try Workplace() }

    /// The first week as a workbook beside the others, and a plan of each.
    private func prepare() async throws {
        let made = try await place.skillmix("convert", folder, "week.xlsx")
        #expect(made.code == 0, "\(made.messages)")
        for week in [folder, "week.xlsx"] {
            let run = try await place.skillmix("allocate", week, "--work-limit", "50", "--quiet")
            #expect(run.code == 0, "\(run.messages)")
        }
    }

    @Test func thePlanIsTheSameAndGoesBesideTheWorkbook() async throws {
        try await prepare()
        let before = try place.bytes(".").filter { !$0.key.hasPrefix("changed") }
        for table in ["deployments.csv", "contacts.csv", "supervision.csv", "unmet.csv", "bookings.csv"] {
            #expect(try place.text("week-plan/\(table)") == place.text("\(folder)/plan/\(table)"), "\(table)")
        }
        let audited = try await place.skillmix("audit", "week.xlsx", "week-plan")
        #expect(audited.code == 0, "\(audited.output)\(audited.messages)")
        #expect(try place.bytes(".") == before)
    }

    @Test func answersAreTheSame() async throws {
        try await prepare()
        let asked: [[String]] = [
            ["capacity"], ["explain", "PLAN", "--staff", "PT-01"], ["explain", "PLAN", "--line", "N01"],
            ["bank", "PLAN"], ["delegation", "PLAN", "--review"], ["report", "PLAN", "--out", "page.html"],
            ["export", "--mps", "week.mps"], ["weeks"], ["required", "--posts", "1"],
            ["training", "--plan", "PLAN", "--tried", "3"],
        ]
        for words in asked {
            var runs: [CommandRun] = []
            for (week, plan) in [(folder, "\(folder)/plan"), ("week.xlsx", "week-plan")] {
                let arguments = words.map { $0 == "PLAN" ? plan : $0 }
                runs.append(try await place.skillmix([arguments[0], week] + arguments.dropFirst()))
            }
            #expect(runs[1].code == 0, "\(words): \(runs[1].messages)")
            func plain(_ text: String) -> String {
                text.replacingOccurrences(of: "\(folder)/plan", with: "PLAN").replacingOccurrences(
                    of: folder, with: "WEEK"
                )
                .replacingOccurrences(of: "week-plan", with: "PLAN").replacingOccurrences(
                    of: "week.xlsx", with: "WEEK"
                )
                .replacingOccurrences(of: "first-week", with: "WEEK")
                // Columns are as wide as the week's name.
                .split(separator: " ").joined(separator: " ")
            }
            #expect(plain(runs[1].output) == plain(runs[0].output), "\(words)")
        }
    }

    @Test func weeksMadeOfItAreTheSame() async throws {
        try await prepare()
        for (week, plan, name) in [(folder, "\(folder)/plan", "one"), ("week.xlsx", "week-plan", "two")] {
            let asked: [[String]] = [
                ["change", week, "\(folder)/tuesday.yaml", "--out", "\(name)/changed"],
                [
                    "replan", week, plan, "--from", "2026-11-24 am", "--sick", "SW-01", "--work-limit", "20",
                    "--out",
                    "\(name)/plan", "--quiet",
                ],
                ["surge", week, plan, "\(folder)/surge.yaml", "--out", "\(name)/calls"],
                ["new", "\(name)/next", "--after", week, "--plan", plan],
                ["new", "\(name)/next.xlsx", "--after", week, "--plan", plan],
            ]
            for words in asked {
                let run = try await place.skillmix(words)
                #expect(run.code == 0, "\(words): \(run.messages)")
            }
        }
        for made in ["changed", "plan/week", "calls/week", "next", "next.xlsx"] {
            let run = try await place.skillmix("diff", "one/\(made)", "two/\(made)")
            #expect(run.output == "Nothing differs.\n", "\(made): \(run.output)\(run.messages)")
        }
        #expect(try place.text("one/calls/calls.csv") == place.text("two/calls/calls.csv"))
        #expect(try place.text("one/plan/changes.csv") == place.text("two/plan/changes.csv"))
    }

    @Test func bothWaysAreWithoutLossAndNothingIsReplaced() async throws {
        #expect(try await place.skillmix("convert", folder, "week.xlsx").code == 0)
        #expect(try await place.skillmix("convert", "week.xlsx", "deep/er/week").code == 0)
        #expect(try await place.skillmix("diff", folder, "deep/er/week").output == "Nothing differs.\n")
        let before = try place.bytes(".")
        for (words, message) in [
            (["convert", folder, "week.xlsx"], "week.xlsx is there already"),
            (["convert", "week.xlsx", "deep/er/week"], "deep/er/week"),
            (["convert", folder, "another"], "is a folder of tables already"),
            (["convert", "week.xlsx", "week.xlsx"], "is the week's own workbook"),
            (["check", "nowhere.xlsx"], "nowhere.xlsx"),
        ] {
            let run = try await place.skillmix(words)
            #expect(run.code != 0, "\(words)")
            #expect((run.messages + run.output).contains(message), "\(words): \(run.messages)\(run.output)")
        }
        #expect(try place.bytes(".") == before)
    }

    @Test func aFolderWithSettingsTwiceIsAsked() async throws {
        try place.write("", to: "Rosters/both/week.yaml")
        #expect(try await place.skillmix("convert", folder, "Rosters/both/tables.xlsx").code == 0)
        let run = try await place.skillmix("check", "Rosters/both")
        #expect(run.code == 1)
        #expect(
            (run.output + run.messages).contains("week.yaml lies beside the workbook"),
            "\(run.output)\(run.messages)")
        try FileManager.default.removeItem(at: place.url("Rosters/both/week.yaml"))
        #expect(try await place.skillmix("diff", folder, "Rosters/both").output == "Nothing differs.\n")
    }

    @Test func tablesInFormsOfTheirOwnAreConvertedAsTheyAreRead() async throws {
        // Semicolons with decimal commas, a name that looks like a number, a column of somebody's own.
        let staff = try place.text("\(folder)/staff.csv")
        let rows = staff.split(separator: "\n").filter { !$0.hasPrefix("#") }.enumerated().map {
            number, row in
            let cells = row.split(separator: ",", omittingEmptySubsequences: false).map { cell in
                cell.contains(";") ? "\"\(cell)\"" : cell.replacingOccurrences(of: ".", with: ",")
            }
            return (cells + [number == 0 ? "private remarks" : "has a cat"]).joined(separator: ";")
        }
        try place.write(rows.joined(separator: "\n") + "\n", to: "\(folder)/staff.csv")
        let signOffs = try place.text("\(folder)/competencies.csv")
        let by = try #require(signOffs.split(separator: "\n").last { $0.hasPrefix("PT-01") })
        try place.replace(
            String(by),
            with: by.split(separator: ",", omittingEmptySubsequences: false).prefix(5).joined(separator: ",")
                + ",7.10",
            in: "\(folder)/competencies.csv")
        let made = try await place.skillmix("convert", folder, "own.xlsx")
        #expect(made.code == 0, "\(made.messages)")
        let back = try await place.skillmix("convert", "own.xlsx", "back")
        #expect(back.code == 0, "\(back.messages)")
        #expect(try place.text("back/competencies.csv").contains(",7.10\n"))
        let written = try place.text("back/staff.csv")
        #expect(!written.contains("cat") && !written.contains("private"))
        #expect(
            written.contains(
                "PT-01,Alder,physiotherapist,harbour-trust,north,substantive,20,40,28,north-home,0\n"),
            "\(written)")
    }

    @Test func whatLiesBesideAWorkbookAndIsReadIsNotReplaced() async throws {
        #expect(try await place.skillmix("convert", folder, "week.xlsx").code == 0)
        let whole = try WorkbookReader.read(Array(Data(contentsOf: place.url("week.xlsx"))))
        let tables = whole.sheets.filter { $0.name != "settings" }.map { sheet in
            WrittenSheet(
                name: sheet.name,
                rows: sheet.rows.map { row in
                    var cells = [WrittenSheet.Cell](
                        repeating: .init(), count: (row.cells.last?.column ?? 0) + 1)
                    for cell in row.cells { cells[cell.column] = .init(cell.value) }
                    return cells
                })
        }
        try place.write(
            try place.text("\(folder)/week.yaml").replacingOccurrences(of: "../../Comp", with: "../Comp"),
            to: "beside/week.yaml")
        try Data(WorkbookWriter.bytes(of: tables)).write(to: place.url("beside/tables.xlsx"))
        #expect(try await place.skillmix("diff", folder, "beside/tables.xlsx").output == "Nothing differs.\n")
        let before = try place.text("beside/week.yaml")
        let run = try await place.skillmix("export", "beside/tables.xlsx", "--mps", "beside/week.yaml")
        #expect(run.code == 2)
        #expect(run.messages.contains("one of the week's own files"), "\(run.messages)")
        #expect(try place.text("beside/week.yaml") == before)
    }
}
