// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@Suite struct NewWeekTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    @Test(arguments: [5, 12, 40, 120]) func aGeneratedWeekHasNoErrors(_ size: Int) async throws {
        #expect(try await place.skillmix("generate", "Rosters/try", "--staff", "\(size)").code == 0)
        let check = try await place.skillmix("check", "Rosters/try")
        #expect(check.code == 0)
        #expect(check.output.contains(", 0 errors\n\(size) staff, "))
    }

    @Test func theSameNumbersGiveTheSameWeek() async throws {
        for (folder, seed) in [("one", "7"), ("same", "7"), ("other", "8")] {
            let run = try await place.skillmix("generate", folder, "--staff", "12", "--seed", seed)
            #expect(run.code == 0)
        }
        #expect(try place.bytes("one") == place.bytes("same"))
        #expect(try place.bytes("one") != place.bytes("other"))
    }

    @Test func aNewWeekIsReadyToBeFilledIn() async throws {
        let run = try await place.skillmix("new", "deep/in/my-week", "--week-starting", "2026-12-07")
        #expect(run.code == 0)
        let check = try await place.skillmix("check", "deep/in/my-week")
        #expect(check.code == 0)
        #expect(check.output.contains(", 0 errors\n0 staff, 0 teams, 21 sessions"))
        #expect(try place.text("deep/in/my-week/week.yaml").contains("2026-12-07"))
    }

    @Test func theWeekAfterAnotherIsMadeFromItAndItsPlan() async throws {
        let week = "Rosters/first-week"
        let bare = try await place.skillmix("new", "deep/next", "--after", week, "--demand")
        #expect(bare.code == 0)
        #expect(bare.output.contains("for there is no plan"))
        #expect(try await place.skillmix("check", "deep/next").code == 0)
        #expect(try await place.skillmix("allocate", week, "--work-limit", "1").code == 0)
        let planned = try await place.skillmix("new", "planned", "--after", week, "--demand")
        #expect(planned.output.contains("by the rota and the plan before it"))
        #expect(try place.text("planned/hours_before.csv") != place.text("deep/next/hours_before.csv"))
        let refused = try await place.skillmix("new", "other", "--demand")
        #expect(refused.code == 2)
        #expect(refused.messages.contains("--after"))
    }

    @Test(arguments: [
        ("--framework Competencies/intermediate-care.yaml", "--framework cannot be given with --after WEEK"),
        ("--week-starting 2026-12-07", "--week-starting cannot be given with --after WEEK"),
        (
            "--week-starting 2026-12-07 --framework Competencies/intermediate-care.yaml",
            "--framework and --week-starting cannot be given with --after WEEK"
        ),
    ])
    func whatTheWeekAfterOneSettlesIsNotAskedAgain(_ options: String, _ message: String) async throws {
        let before = try place.bytes(".")
        let run = try await place.shell("skillmix new next --after Rosters/first-week \(options)")
        #expect(run.code == 2)
        #expect(run.messages.contains(message), "\(run.messages)")
        #expect(try place.bytes(".") == before)
    }

    @Test(arguments: ["generate", "new"])
    func aFolderThatHoldsSomethingIsRefusedAndLeftAsItIs(_ command: String) async throws {
        let before = try place.bytes(".")
        for out in ["Rosters/first-week", "Rosters", "Rosters/first-week/staff.csv", "Competencies"] {
            let run = try await place.skillmix(command, out)
            #expect(run.code == 2)
            #expect(!run.messages.isEmpty)
        }
        #expect(try place.bytes(".") == before)
    }
}
