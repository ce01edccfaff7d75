// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Where a plan may be written, and what of what stands there.
@Suite struct TargetTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    private let week = "Rosters/first-week"

    @Test func aPlanThatIsThereIsReplaced() async throws {
        #expect(try await place.skillmix("allocate", week, "--work-limit", "1", "--out", "plan").code == 0)
        try place.write("no plan", to: "plan/deployments.csv")
        try place.write("ring Bo", to: "plan/notes.txt")
        #expect(try await place.skillmix("allocate", week, "--work-limit", "1", "--out", "plan").code == 0)
        #expect(try await place.skillmix("audit", week, "plan").code == 0)
        #expect(try place.text("plan/notes.txt") == "ring Bo")
        #expect(try place.names(".") == ["Competencies", "Rosters", "plan", "plan-former"])
    }

    @Test func aFolderOfSomebodyElsesIsRefusedAndLeftAsItIs() async throws {
        try place.write("mine", to: "photos/cat.jpg")
        let before = try place.bytes(".")
        let run = try await place.skillmix("allocate", week, "--out", "photos")
        #expect(run.code == 2)
        #expect(run.messages.contains("photos' holds 'cat.jpg' but no plan.json"))
        #expect(try place.bytes(".") == before)
    }

    @Test(arguments: [
        ("Rosters/first-week/staff.csv", "is a file"), ("Rosters/first-week/staff.csv/plan", "is a file"),
        ("/proc/plan", "cannot be written"), ("/", "is no name"), (".", "no plan.json"),
    ]) func whereNothingCanBeWrittenIsSaidBeforeTheSearch(_ out: String, _ reason: String) async throws {
        let before = try place.bytes(".")
        let run = try await place.skillmix("allocate", week, "--out", out)
        #expect(run.code == 2)
        #expect(run.output.isEmpty)
        #expect(run.messages.contains(reason))
        #expect(!run.messages.contains("plan £"))
        #expect(try place.bytes(".") == before)
    }

    /// The shell's limit on the size of files stands for a disk that fills up.
    @Test func aPlanThatFindsNoRoomIsToldAndTheOldOneIsKept() async throws {
        let allocate = "skillmix allocate \(week) --work-limit 1 --quiet --out plan"
        #expect(try await place.shell(allocate).code == 0)
        let before = try place.bytes("plan")
        let run = try await place.shell("trap '' XFSZ; ulimit -f 4; \(allocate) --seed 2")
        #expect(run.code == 2)
        #expect(run.messages.contains("cannot be written"), "\(run.messages)")
        #expect(try place.bytes("plan") == before)
        #expect(try place.names(".") == ["Competencies", "Rosters", "plan"])
    }

    @Test(.enabled(if: SmallDisk.isPossible, "a small file system can only be mounted by root"))
    func aFullDiskIsToldAndNothingIsLeftOnIt() async throws {
        try await SmallDisk.with(at: place.url("disk")) {
            let run = try await place.skillmix("allocate", week, "--work-limit", "1", "--out", "disk/plan")
            #expect(run.code == 2)
            #expect(run.messages.contains("the disk is full"))
            #expect(try place.names("disk").isEmpty)
        }
    }
}
