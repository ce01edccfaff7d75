// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// What whoever runs a server types: the week laid out, refusals of serve, and back-ups.
@Suite struct ServerCommandTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    @Test func aWeekIsLaidOutWithItsFrameworkWhateverIsWrongInIt() async throws {
        let run = try await place.skillmix("lay-out", "Rosters/first-week", "alone")
        #expect(run.code == 0, "\(run.messages)")
        #expect(run.output == "alone: 8 tables, 0 errors\n")
        #expect(try place.text("alone/week.yaml").contains("framework.yaml"))
        #expect(try await place.skillmix("check", "alone").code == 0)
        let staff = try place.text("alone/staff.csv")
        #expect(staff == (try place.text("Rosters/first-week/staff.csv")), "tables are as they were")

        try place.write(staff + "XX-01,Nobody\n", to: "Rosters/first-week/staff.csv")
        let wrong = try await place.skillmix("lay-out", "Rosters/first-week", "wrong")
        #expect(wrong.code == 0, "what is wrong is said, and keeps nothing from being laid out")
        #expect(wrong.messages.contains("staff.csv:"))
        #expect(try await place.skillmix("check", "wrong").code == 1)

        let again = try await place.skillmix("lay-out", "Rosters/first-week", "alone")
        #expect(again.code == 2)
        #expect(try place.text("alone/staff.csv") == staff)
        let none = try await place.skillmix("lay-out", "nowhere", "other")
        #expect(none.code == 2)
        #expect(none.messages.contains("there is no week.yaml"))
    }

    @Test func aServerThatOthersCouldReachWantsAProxy() async throws {
        let run = try await place.skillmix("serve", "--data", "kept", "--host", "0.0.0.0")
        #expect(run.code == 2)
        #expect(run.messages.contains("--behind-proxy"))
        for arguments in [["--port", "70000"], ["--runs", "0"]] {
            #expect(try await place.skillmix(["serve", "--data", "kept"] + arguments).code == 2)
        }
        #expect(try place.names(".").contains("kept") == false)
    }

    @Test func aBackUpIsOfAServersFolderAndReplacesNothing() async throws {
        let none = try await place.skillmix("backup", "--data", "nowhere", "copy")
        #expect(none.code == 2)
        #expect(none.messages.contains("nowhere is no folder of a server's"))
        #expect(try place.names(".").contains("copy") == false)
        let zip = try await place.skillmix("backup", "--data", "nowhere", "copy.zip")
        #expect(zip.code == 2)
        #expect(try place.names(".").allSatisfy { !$0.contains("copy") })
    }
}
