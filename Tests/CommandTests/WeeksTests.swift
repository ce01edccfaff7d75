// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Weeks read together.
@Suite struct WeeksTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    private let week = "Rosters/first-week"

    @Test func thePageAndItsTablesGoToAFolderAndAreReplacedThere() async throws {
        for _ in 0..<2 {
            let run = try await place.skillmix("weeks", week, "--out", "weeks")
            #expect(run.code == 0)
            #expect(run.output.hasSuffix("The page: weeks/report.html\n"))
            #expect(try place.names("weeks") == ["report.html", "tables"])
        }
        #expect(try place.text("weeks/tables/working-time.csv").hasPrefix("staff,contract_hours,weeks,"))
    }

    @Test func programsReadTheSameFigures() async throws {
        struct Read: Decodable {
            struct Week: Decodable { let name: String, start: String, plan: String, people: Int }
            struct Person: Decodable { let id: String, weeks: Int, latest: Average }
            struct Average: Decodable { let hours: Double, most: Double }
            let weeks: [Week], people: [Person], remarks: [String]
        }
        let run = try await place.skillmix("weeks", week, "--format", "json")
        #expect(run.code == 0)
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let read = try decoder.decode(Read.self, from: Data(run.output.utf8))
        #expect(read.weeks.map(\.name) == ["first-week"])
        #expect(read.weeks.map(\.start) == ["2026-11-23"])
        #expect(read.weeks.map(\.plan) == ["none"])
        #expect(read.weeks.map(\.people) == [read.people.count])
        #expect(read.people.allSatisfy { $0.weeks == 1 && $0.latest.most == 48 })
        #expect(read.people.contains { $0.latest.hours > 0 })
    }

    @Test func theFolderOfAnotherWeeksPlanIsLeftAsItIs() async throws {
        #expect(try await place.skillmix("generate", "other", "--staff", "5").code == 0)
        let before = try place.bytes(".")
        for out in ["other/plan", "other/plan/", "other/Plan"] {
            let run = try await place.skillmix("weeks", week, "--out", out)
            #expect(run.code == 2, "\(out)")
            #expect(run.messages.contains("is the folder of a week's plan"), "\(run.messages)")
        }
        #expect(try place.bytes(".") == before)
        // The name alone is nobody's.
        #expect(try await place.skillmix("weeks", week, "--out", "plan").code == 0)
    }

    @Test func theFolderOfAWeeksPlanIsLeftAsItIs() async throws {
        func refused() async throws {
            let before = try place.bytes(".")
            for out in ["\(week)/plan", "\(week)/../first-week/plan/", week] {
                let run = try await place.skillmix("weeks", week, "--out", out)
                #expect(run.code == 2, "\(out)")
                #expect(run.output.isEmpty)
                #expect(
                    out == week || run.messages.contains("is the folder of a week's plan"), "\(run.messages)")
            }
            #expect(try place.bytes(".") == before)
        }
        try await refused()
        #expect(try await place.skillmix("allocate", week, "--work-limit", "1", "--quiet").code == 0)
        try await refused()
    }
}
