// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Testing
import Workforce

@testable import Workflows

/// Demand of a caseload, into the files of a week.
@Suite struct DemandTests {
    private let place: Place

    init() throws {
        place = try Place()
        try place.write(Self.profiles, to: "caseload/profiles.yaml", making: true)
        try place.write(Self.cases, to: "caseload/caseload.csv")
        try place.write(Self.starts, to: "caseload/starts.csv")
        try place.write("pathway,mean,median\nP1,16,7\nP2,30,\n", to: "caseload/stays.csv")
    }

    private static let profiles = """
        profiles:
          - id: home
            pathways: [P1]
            contacts:
              - {activity: initial-assessment, days: 1, in_all: 1, priority: critical, within_hours: 24}
              - {activity: reablement-call, a_day: 4 to 1, parts: am, priority: urgent}
          - id: ward
            pathways: [P2]
            contacts:
              - {activity: transfer, a_day: 1, priority: urgent}
              - {activity: transfer, a_day: 0.2, priority: urgent, hands: 1}

        """
    private static let cases = """
        case,pathway,team,started,expected_days,source
        C-1,P1,north-home,2026-11-20,10,step-down
        C-2,P1,north-home,2026-11-24,5,step-up

        """
    private static let starts = """
        pathway,team,starts_a_week,source
        P1,north-home,3,step-down
        P2,quay-ward,1.5,

        """

    private let workflow = Workflow(version: "test")
    private var week: FilePath { place.path("Rosters/first-week") }
    private var demandFile: String { "Rosters/first-week/demand.csv" }

    private func text(_ path: String) throws -> String {
        String(decoding: try place.path(path).read(atMost: 1 << 20, expecting: 0), as: UTF8.self)
    }

    private func request(_ change: (inout DemandRequest) -> Void = { _ in }) -> DemandRequest {
        var request = DemandRequest(place.path("caseload"), into: week)
        change(&request)
        return request
    }

    @Test func `lines go behind those there are, which stay to the byte`() throws {
        let before = try text(demandFile)
        let made = try workflow.demand(request())
        let after = try text(demandFile)
        // A column that is new is there in every row; all else stays.
        let old = before.split(separator: "\n").map(String.init)
        let new = after.split(separator: "\n").map(String.init)
        #expect(new[0] == old[0])
        #expect(new[1] == old[1] + ",source")
        #expect(new[2...(old.count - 1)].elementsEqual(old[2...].map { $0 + "," }))
        #expect(new[old.count...].allSatisfy { $0.hasPrefix("caseload-") })
        let week = try #require(workflow.check(week: week).week)
        #expect(week.content == made.week.content)
        let lines = week.demand.filter { $0.id.hasPrefix("caseload-") }
        #expect(lines == made.demand.demand)
        #expect(Set(lines.map(\.source)) == [nil, .stepUp, .stepDown])
        #expect(lines.contains { $0.singleHandedContacts == $0.contacts && $0.activity == "transfer" })
        #expect(
            made.sentences.contains("Besides, 22 lines of your own with 139 contacts stay in demand.csv."))
    }

    @Test func `a second run writes the same, and one of another caseload replaces its lines`() throws {
        _ = try workflow.demand(request())
        let first = try text(demandFile)
        _ = try workflow.demand(request())
        #expect(try text(demandFile) == first)
        // A note of one's own is kept.
        try place.write("# mine\n" + first, to: demandFile)
        try place.write("pathway,team,starts_a_week\nP1,north-home,30\n", to: "caseload/starts.csv")
        let made = try workflow.demand(request())
        let second = try text(demandFile)
        #expect(second.hasPrefix("# mine\n"))
        #expect(!second.contains("caseload-quay-ward"))
        #expect(made.sentences.contains { $0.hasPrefix("They replace ") })
        #expect(made.week.demand.count { !$0.id.hasPrefix("caseload-") } == 22)
    }

    @Test func `who usually gives a line stays, and so does a line that an override names`() throws {
        _ = try workflow.demand(request())
        let first = try text(demandFile)
        let rows = first.split(separator: "\n").map(String.init)
        let kept = try #require(rows.first { $0.hasPrefix("caseload-north-home") })
        let gone = try #require(rows.first { $0.hasPrefix("caseload-quay-ward") })
        let heading = rows[1]
        let edited = rows.map { row in
            row == heading
                ? row + ",usual" : row == kept ? row + ",PT-01" : row.hasPrefix("#") ? row : row + ","
        }
        let staff = try #require(workflow.check(week: week).week?.staff.first?.id)
        try place.write(
            edited.joined(separator: "\n").replacingOccurrences(of: "PT-01", with: staff) + "\n",
            to: demandFile)
        let id = String(gone.split(separator: ",")[0])
        try place.write(
            "what,decision,why,by,on\n\(id),given by the family,they asked,Nurse in charge,2026-11-24\n",
            to: "Rosters/first-week/overrides.csv")
        try place.write(
            "pathway,team,starts_a_week,source\nP1,north-home,3,step-down\n", to: "caseload/starts.csv")
        let made = try workflow.demand(request())
        let usual = made.week.demand.first { $0.id == String(kept.split(separator: ",")[0]) }?.usual
        #expect(usual == [staff])
        #expect(made.week.demand.first { $0.id == id }?.contacts == 0)
        #expect(made.week.demand.count { $0.id.hasPrefix("caseload-quay-ward") } == 1)
    }

    @Test func `a dry run writes nothing, and all of demand goes where that is asked for`() throws {
        let before = try text(demandFile)
        let made = try workflow.demand(
            request {
                $0.isDry = true; $0.draws = 2
            })
        #expect(!made.demand.demand.isEmpty)
        #expect(made.tables.map(\.name) == ["caseload-people", "caseload-contacts"])
        #expect(try text(demandFile) == before)
        #expect(!place.path("Rosters/first-week/draws").exists)
        let all = try workflow.demand(request { $0.replacesAll = true })
        #expect(all.week.demand == all.demand.demand)
        #expect(
            all.sentences.contains("22 lines of your own are gone from demand.csv, as --replace-all asks."))
    }

    @Test func `draws of an earlier demand go with it, and that is told`() throws {
        _ = try workflow.demand(request { $0.draws = 2 })
        try place.write("mine", to: "Rosters/first-week/draws/notes.txt")
        // The same demand: they are of it still.
        #expect(try workflow.demand(request()).sentences.allSatisfy { !$0.contains("removed") })
        #expect(try place.names("Rosters/first-week/draws").count == 4)
        try place.write("pathway,team,starts_a_week\nP1,north-home,30\n", to: "caseload/starts.csv")
        let dry = try workflow.demand(request { $0.isDry = true })
        #expect(
            dry.sentences.contains { $0.hasPrefix("2 draws of the demand that was would be removed from ") })
        #expect(try place.names("Rosters/first-week/draws").count == 4)
        let made = try workflow.demand(request())
        #expect(made.sentences.contains { $0.hasPrefix("2 draws of the demand that was are removed from ") })
        #expect(try place.names("Rosters/first-week/draws") == ["notes.txt"])
    }

    @Test func `draws are change files of the week, the same for a seed`() throws {
        let made = try workflow.demand(request { $0.draws = 12 })
        let names = try place.names("Rosters/first-week/draws")
        #expect(names.count == 13 && names.first == "draw-001.yaml" && names.last == "draws.csv")
        let third = try text("Rosters/first-week/draws/draw-003.yaml")
        let (changed, _) = try workflow.applied(
            [place.path("Rosters/first-week/draws/draw-003.yaml")], to: made.week)
        #expect(changed.demand != made.week.demand)
        #expect(changed.demand.prefix(22).elementsEqual(made.week.demand.prefix(22)))
        // Fewer draws: those beyond go, a file of somebody's stays.
        try place.write("mine", to: "Rosters/first-week/draws/notes.txt")
        _ = try workflow.demand(request { $0.draws = 3 })
        #expect(
            try place.names("Rosters/first-week/draws") == [
                "draw-001.yaml", "draw-002.yaml", "draw-003.yaml", "draws.csv", "notes.txt",
            ])
        #expect(try text("Rosters/first-week/draws/draw-003.yaml") == third)
        _ = try workflow.demand(
            request {
                $0.draws = 3; $0.seed = 2
            })
        #expect(try text("Rosters/first-week/draws/draw-003.yaml") != third)
    }

    @Test func `what is wrong leaves everything as it was`() throws {
        let before = try text(demandFile)
        try place.write("pathway,team,starts_a_week\nP1,nowhere,3\n", to: "caseload/starts.csv")
        func expectRefused(_ request: DemandRequest, _ kind: WorkflowError.Kind, _ words: String) {
            do {
                _ = try workflow.demand(request)
                Issue.record("it was done: \(words)")
            } catch {
                #expect(error.kind == kind)
                let told = error.message + error.diagnostics.map(\.description).joined(separator: "\n")
                #expect(told.contains(words), "\(told)")
            }
        }
        expectRefused(
            request { $0.draws = 2 }, .input,
            "starts.csv:2:4: error: team 'nowhere' is not in the week's teams.csv")
        expectRefused(DemandRequest(place.path("none"), into: week), .input, "is no folder")
        expectRefused(
            DemandRequest(place.path("caseload"), into: place.path("none")), .input, "nothing was done")
        try place.write(Self.starts, to: "caseload/starts.csv")
        // A folder of somebody else's in the place of the draws.
        try place.write("mine", to: "Rosters/first-week/draws/notes.txt", making: true)
        expectRefused(request { $0.draws = 2 }, .output, "notes.txt")
        #expect(try text(demandFile) == before)
        // Too many contacts for a line.
        try place.write("pathway,team,starts_a_week\nP1,north-home,1000\n", to: "caseload/starts.csv")
        try place.write("pathway,mean,distribution\nP1,1095,fixed\n", to: "caseload/stays.csv")
        try place.write(
            Self.profiles.replacingOccurrences(of: "4 to 1", with: "48"), to: "caseload/profiles.yaml")
        try place.write("case,pathway,team,started\n", to: "caseload/caseload.csv")
        expectRefused(request(), .input, "are more than the 100,000 of a line")
        #expect(try text(demandFile) == before)
    }

    @Test func `a workbook is asked to be converted, and may be tried dry`() throws {
        let book = place.path("week.xlsx")
        _ = try workflow.convert(week: week, to: book)
        #expect(throws: WorkflowError.self) {
            _ = try workflow.demand(DemandRequest(place.path("caseload"), into: book))
        }
        let before = try book.read(atMost: 1 << 24, expecting: 0)
        let dry = try workflow.demand(DemandRequest(place.path("caseload"), into: book, isDry: true))
        let inFolder = try workflow.demand(request { $0.isDry = true })
        #expect(dry.week.demand == inFolder.week.demand)
        #expect(dry.sentences.contains { $0.hasSuffix("in the sheet demand.") })
        #expect(inFolder.sentences.contains { $0.hasSuffix("in demand.csv.") })
        #expect(try book.read(atMost: 1 << 24, expecting: 0) == before)
    }

    @Test func `a draw has contacts of a line that is held without any`() throws {
        _ = try workflow.demand(request())
        let line = try #require(
            text(demandFile).split(separator: "\n").first { $0.hasPrefix("caseload-quay-ward") })
        let id = line.prefix { $0 != "," }
        try place.write(
            "what,decision,why,by,on\n\(id),stays,as agreed,Nurse,2026-11-23\n",
            to: "Rosters/first-week/overrides.csv")
        // Hardly anybody comes: the line is expected to have nothing, and is there for the override.
        try place.write("pathway,team,starts_a_week\nP2,quay-ward,0.001\n", to: "caseload/starts.csv")
        try place.write("pathway,mean,median\nP1,16,7\nP2,100,\n", to: "caseload/stays.csv")
        let made = try workflow.demand(request { $0.draws = 400 })
        #expect(made.week.demand.first { $0.id == id }?.contacts == 0)
        let draws = try (1...400).filter { number in
            let digits = String(number)
            let name = "draw-\(String(repeating: "0", count: 3 - digits.count))\(digits).yaml"
            return try text("Rosters/first-week/draws/\(name)").contains("{line: \(id), contacts:")
        }
        #expect(!draws.isEmpty)
    }

    @Test func `a draw with more contacts than a line may have is the caseload's fault`() throws {
        let profile = """
            profiles:
              - id: home
                pathways: [P1]
                contacts:
                  - {activity: reablement-call, days: 1, in_all: 100, block_days: 7, priority: urgent}

            """
        try place.write(profile, to: "caseload/profiles.yaml")
        try place.write("case,pathway,team,started\n", to: "caseload/caseload.csv")
        try place.write("pathway,team,starts_a_week\nP1,north-home,1000\n", to: "caseload/starts.csv")
        try place.write("pathway,mean,distribution\nP1,1,fixed\n", to: "caseload/stays.csv")
        #expect(try workflow.demand(request()).demand.demand.map(\.contacts) == [100_000])
        do {
            _ = try workflow.demand(request { $0.draws = 12 })
            Issue.record("it was drawn")
        } catch {
            #expect(error.kind == .input && error.message.hasPrefix("In draw "), "\(error.message)")
        }
    }
}
