// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// What people on the bank could do, asked in the terminal.
@Suite struct BankCommandTests {
    private let place: Workplace
    private let week = "Rosters/first-week"

    init() throws { place = try Workplace() }

    @Test func everybodyOnTheBankIsToldWithAndWithoutAPlan() async throws {
        let before = try await place.skillmix("bank", week)
        #expect(before.code == 0)
        #expect(before.messages.isEmpty)
        #expect(
            before.output.hasPrefix(
                "Bank: 1 person, 4.0 hours offered, 12.0 more to be called for.\n\nCedar (PT-02), physiotherapist, "
            ))
        #expect(
            before.output.hasSuffix(
                "What a sign-off would be worth is said with a plan: skillmix bank WEEK PLAN.\n"))
        try await place.makePlan(of: week)
        let bytes = try place.bytes(".")
        let run = try await place.skillmix("bank", week, "plan")
        #expect(run.code == 0)
        #expect(
            run.output.hasPrefix(
                "Bank: 1 person, 4.0 hours offered, 12.0 more to be called for, 4.0 booked, "))
        #expect(run.output.contains("\nStudents and volunteers: 1 person, "))
        #expect(try place.bytes(".") == bytes)
    }

    @Test func spreadsheetsAndProgramsReadTheSame() async throws {
        struct Told: Decodable {
            struct Person: Decodable { let staff: String, group: String, hours_offered: Double }
            let people: [Person]
        }
        try await place.makePlan(of: week)
        let json = try await place.skillmix("bank", week, "plan", "--format", "json")
        let told = try JSONDecoder().decode(Told.self, from: Data(json.output.utf8)).people
        #expect(told.map(\.staff) == ["PT-02", "ST-01"])
        #expect(told.map(\.group) == ["bank", "learners"])
        let csv = try await place.skillmix("bank", week, "plan", "--format", "csv")
        let lines = csv.output.split(separator: "\n")
        #expect(lines.first?.hasPrefix("staff,name,group,employer,limits,hours_offered,") == true)
        #expect(Set(lines.dropFirst().map { $0.prefix(5) }) == ["PT-02", "ST-01"])
    }

    @Test func thatThePlanIsNotAsItWasMadeIsSaidBesideATableToo() async throws {
        try await place.makePlan(of: week)
        let made = try await place.skillmix("bank", week, "plan", "--format", "csv")
        #expect(made.messages.isEmpty)
        try place.replace("Quay ward", with: "Quayside", in: "\(week)/teams.csv")
        let text = try await place.skillmix("bank", week, "plan")
        let first = try #require(text.output.split(separator: "\n").first)
        let csv = try await place.skillmix("bank", week, "plan", "--format", "csv")
        #expect(csv.messages.hasPrefix(first), "\(csv.messages)")
        #expect(csv.output.hasPrefix("staff,name,group,"))
    }

    @Test func whatCannotBeReadIsRefused() async throws {
        #expect(try await place.skillmix("bank", "Rosters/faulty-week").code == 2)
        let none = try await place.skillmix("bank", week, "nowhere")
        #expect(none.code == 2)
        #expect(none.output.isEmpty)
        #expect(try await place.skillmix("bank", week, "--tried", "0").code == 2)
    }
}
