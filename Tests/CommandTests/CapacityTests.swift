// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@Suite struct CapacityTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    private static let week = "Rosters/first-week"
    private static let files = [
        "activities.csv", "baseline.csv", "capacity.csv", "capacity.json", "competencies.csv", "days.csv",
        "pathways.csv",
        "shortfalls.csv", "teams.csv",
    ]

    @Test func theFirstWeeksShortfallsAreNamed() async throws {
        let run = try await place.skillmix("capacity", Self.week)
        #expect(run.code == 0)
        #expect(run.messages.isEmpty)
        #expect(
            run.output.contains(
                "Wound assessment and treatment in Quay ward (rehabilitation beds) on Wed 25 Nov: 5 contacts wanted, "
                    + "at most 3 can be given: "))
        #expect(run.output.contains("1 is off sick (Larch)."))
        #expect(run.output.contains("nobody on the roster may do it then; it asks for 'Assesses swallowing'"))
        #expect(run.output.split(separator: "\n").allSatisfy { !$0.hasSuffix(" ") })
    }

    @Test func tablesGoToAFolderAndAreReplacedThere() async throws {
        for _ in 0..<2 {
            let run = try await place.skillmix("capacity", Self.week, "--out", "capacity")
            #expect(run.code == 0)
            #expect(run.output.hasSuffix("Tables: capacity\n"))
            #expect(try place.names("capacity") == Self.files)
        }
        let teams = try place.text("capacity/teams.csv")
        #expect(teams.hasPrefix("id,name,contacts,contact_hours,worker_hours,people,"))
        #expect(teams.contains("\nquay-ward,Quay ward (rehabilitation beds),73,41.5"))
    }

    @Test func programsReadTheSameFigures() async throws {
        struct Read: Decodable {
            struct Figure: Decodable { let contacts: Int, short_contacts: Int }
            struct Shortfall: Decodable { let most: Int, lines: [String], reason: String }
            let total: Figure, shortfalls: [Shortfall]
        }
        let run = try await place.skillmix("capacity", Self.week, "--format", "json", "--out", "capacity")
        #expect(run.code == 0)
        #expect(run.output == (try place.text("capacity/capacity.json")))
        let read = try JSONDecoder().decode(Read.self, from: Data(run.output.utf8))
        #expect(read.total.contacts == 139)
        #expect(read.total.short_contacts == 3)
        #expect(read.shortfalls.map(\.lines) == [["Q04"], ["Q06"]])
        #expect(read.shortfalls.map(\.most) == [3, 0])
    }

    @Test func aFolderOfSomethingElseIsLeftAlone() async throws {
        let run = try await place.skillmix("capacity", Self.week, "--out", Self.week)
        #expect(run.code == 2)
        #expect(run.output.isEmpty)
        #expect(run.messages.contains("is one of the week's own files"))
        #expect(!place.exists(Self.week + "/capacity.csv"))
    }

    @Test func aFaultyWeekIsRefused() async throws {
        let run = try await place.skillmix("capacity", "Rosters/faulty-week")
        #expect(run.code == 2)
        #expect(run.output.isEmpty)
    }
}
