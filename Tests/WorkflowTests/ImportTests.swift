// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Imports
import Reading
import Testing
import Workforce

@testable import Workflows

/// An export brought into a week's folder: its tables change all at once, or nothing does.
@Suite struct ImportTests {
    private let place: Place
    private let workflow = Workflow(version: "test")

    init() throws { place = try Place() }

    private func request(_ kind: ImportKind, _ files: String..., isDryRun: Bool = false) -> ImportRequest {
        ImportRequest(
            kind, files.map { place.path("Rosters/first-week/exports/" + $0) },
            into: place.path("Rosters/first-week"), isDryRun: isDryRun)
    }

    private func text(_ path: String) throws -> String {
        String(decoding: try place.path(path).read(atMost: 1 << 20), as: UTF8.self)
    }

    private static let duties = """
        confirmed: yes
        teams: {Quay ward: quay-ward, North home-based: north-home}
        roles: {Band 2 HCA: healthcare-assistant, Band 5 Nurse: nurse, Band 6 Physiotherapist: physiotherapist}
        bands: {Band 2 HCA: 2, Band 3 HCA: 3, Band 5 Nurse: 5, Band 6 Physiotherapist: 6}
        heads: {Band 5 Nurse: nursing, Band 2 HCA: ignore, Band 6 Physiotherapist: ignore}
        employment: {Employee: substantive, Bank Only: bank, Agency: agency}
        employers: {substantive: team, bank: team, agency: kindling-agency}
        settings: {names: yes, update_people: no, pins: yes}

        """

    private let mapping = "Rosters/first-week/import-healthroster-duties.yaml"

    @Test func theFirstRunDraftsAMappingAndNothingElse() throws {
        let before = try place.names("Rosters/first-week")
        let staff = try text("Rosters/first-week/staff.csv")
        let dry = try workflow.importing(request(.duties, "duties.csv", isDryRun: true))
        #expect(dry.proposal.draft != nil)
        #expect(try place.names("Rosters/first-week") == before)
        let imported = try workflow.importing(request(.duties, "duties.csv"))
        #expect(imported.proposal.draft == (try text(mapping)))
        #expect(
            try place.names("Rosters/first-week") == (before + ["import-healthroster-duties.yaml"]).sorted())
        #expect(try text("Rosters/first-week/staff.csv") == staff)
        // As it stands nobody has confirmed it.
        let error = #expect(throws: WorkflowError.self) {
            try workflow.importing(request(.duties, "duties.csv"))
        }
        #expect(error?.message.hasSuffix("in the export or its mapping; nothing was written.") == true)
        #expect(try text("Rosters/first-week/staff.csv") == staff)
    }

    @Test func tablesChangeAndKeepWhatPeopleWroteBesideThem() throws {
        try place.write(Self.duties, to: mapping)
        try place.write("mine\n", to: "Rosters/first-week/my-notes.txt")
        let untouched = try text("Rosters/first-week/teams.csv")
        let dry = try workflow.importing(request(.duties, "duties.csv", isDryRun: true))
        #expect(dry.changed == ["minimums.csv", "rota.csv", "staff.csv"])
        #expect(try text("Rosters/first-week/rota.csv").contains("300417") == false)
        let imported = try workflow.importing(request(.duties, "duties.csv"))
        #expect(imported.changed == dry.changed)
        #expect(imported.differences.map(\.sentence) == dry.differences.map(\.sentence))
        let week = try workflow.read(week: place.path("Rosters/first-week")).week
        #expect(week.content == imported.proposal.week?.content)
        let rota = try text("Rosters/first-week/rota.csv")
        #expect(rota.contains("# R rostered, A available") && rota.contains("\n300417,,,,R,"))
        #expect(try text("Rosters/first-week/staff.csv").contains("# Everybody here is invented."))
        #expect(try text("Rosters/first-week/teams.csv") == untouched)
        #expect(try text("Rosters/first-week/my-notes.txt") == "mine\n")
        // Once more changes nothing.
        let again = try workflow.importing(request(.duties, "duties.csv"))
        #expect(again.changed == [] && again.differences.isEmpty)
    }

    @Test func whileThereIsAnErrorNothingChanges() throws {
        try place.write(Self.duties, to: mapping)
        let exports = "Rosters/first-week/exports/duties.csv"
        let good = try text(exports)
        try place.write(
            good.replacing(
                "23/11/2026,08:00,16:30,,,08:00,20:00", with: "33/11/2026,08:00,16:30,,,08:00,20:00"),
            to: exports)
        let before = try text("Rosters/first-week/rota.csv") + text("Rosters/first-week/staff.csv")
        let error = #expect(throws: WorkflowError.self) {
            try workflow.importing(request(.duties, "duties.csv"))
        }
        #expect(error?.kind == .input && error?.diagnostics.contains { $0.line == 6 } == true)
        #expect(try text("Rosters/first-week/rota.csv") + text("Rosters/first-week/staff.csv") == before)
        #expect(try place.names("Rosters/first-week").contains("minimums.csv") == false)
    }

    @Test func aWeekThatCouldNotBePlannedIsNotWritten() throws {
        // A nurse of the agency pinned to a team of the council's, for which no agreement lets them work.
        try place.write(
            Self.duties.replacing("North home-based: north-home", with: "North home-based: south-home"),
            to: mapping)
        let exports = "Rosters/first-week/exports/duties.csv"
        try place.write(
            try text(exports).replacing(
                "Quay ward,Quay ward,24/11/2026,08:00,16:30",
                with: "Quay ward,North home-based,29/11/2026,08:00,16:30"),
            to: exports)
        let before = try text("Rosters/first-week/rota.csv")
        let error = #expect(throws: WorkflowError.self) {
            try workflow.importing(request(.duties, "duties.csv"))
        }
        #expect(
            error?.message == "The changed week would not be one that can be planned; nothing was written.")
        #expect(try text("Rosters/first-week/rota.csv") == before)
    }

    @Test func filesOfTheWeekAreNoExports() throws {
        let week = place.path("Rosters/first-week")
        let error = #expect(throws: WorkflowError.self) {
            try workflow.importing(ImportRequest(.rota, [week.appending("rota.csv")], into: week))
        }
        #expect(error?.kind == .output)
    }

    @Test func aWeekInAWorkbookIsLookedAtAndNotChanged() throws {
        let book = place.path("first.xlsx")
        _ = try workflow.convert(week: place.path("Rosters/first-week"), to: book)
        try place.write(Self.duties, to: "map.yaml")
        var request = ImportRequest(
            .duties, [place.path("Rosters/first-week/exports/duties.csv")], into: book,
            map: place.path("map.yaml"), isDryRun: true)
        let imported = try workflow.importing(request)
        #expect(imported.proposal.week != nil)
        #expect(imported.changed.contains("the sheet rota"))
        #expect(imported.lines.contains { $0.hasSuffix("14 sessions of the sheet rota") })
        #expect(!imported.lines.contains { $0.contains("rota.csv") })
        request.isDryRun = false
        let error = #expect(throws: WorkflowError.self) { try workflow.importing(request) }
        #expect(error?.message.contains("skillmix convert") == true)
    }

    @Test func whatTheExportShowsIsWrittenAsTables() throws {
        try place.write(Self.duties, to: mapping)
        var request = request(.duties, "duties.csv")
        request.tables = place.path("shown")
        _ = try workflow.importing(request)
        #expect(
            try place.names("shown") == [
                "filled-by-employment.csv", "filled-by-grade.csv", "gaps.csv", "import-differences.csv",
                "import-people.csv",
            ])
        #expect(try text("shown/gaps.csv").contains("2026-11-25 am,quay-ward,Band 5 Nurse,1"))
    }

    @Test func whatSomebodySavedMeanwhileIsKept() throws {
        try place.write(Self.duties, to: mapping)
        let rota = place.path("Rosters/first-week/rota.csv").description
        // The dates of the export are told before anything is written: somebody saves the rota at that moment.
        let workflow = Workflow(version: "test") { event in
            guard case .remark = event, let text = try? String(contentsOfFile: rota, encoding: .utf8) else {
                return
            }
            try? (text + "# mine\n").write(toFile: rota, atomically: true, encoding: .utf8)
        }
        let error = #expect(throws: WorkflowError.self) {
            try workflow.importing(request(.duties, "duties.csv"))
        }
        #expect(error?.kind == .output)
        #expect(try text("Rosters/first-week/rota.csv").hasSuffix("# mine\n"))
        #expect(try text("Rosters/first-week/staff.csv").contains("300417") == false)
    }
}
