// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// No output takes the place of an input or of another output.
@Suite struct OutputTests {
    private let place: Workplace
    private let week = "Rosters/first-week"

    init() throws { place = try Workplace() }

    @Test(arguments: [
        "export WEEK --mps WEEK/demand.csv", "export WEEK --lp WEEK/rota.csv",
        "export WEEK --mps x.mps --lp log.csv", "export WEEK --mps WEEK/../first-week/travel.csv",
        "export WEEK --mps Competencies/intermediate-care.yaml", "export WEEK --mps same --lp ./same",
        "allocate WEEK --progress WEEK/staff.csv", "allocate WEEK --progress log.csv",
        "allocate WEEK --progress WEEK/STAFF.csv", "allocate WEEK --progress second.csv",
        "allocate WEEK --out new --progress new", "allocate WEEK --out plan --progress plan/plan.json",
        "allocate WEEK --start plan --out new --progress plan/contacts.csv",
        "delegation WEEK plan --review --out WEEK/placements.csv",
        "price WEEK --deployments beside/today/deployments.csv --out beside",
        "price WEEK --deployments plan/deployments.csv --plan beside/optimised --out beside",
    ]) func whatIsInUseIsRefusedAndLeftAsItIs(_ command: String) async throws {
        try await place.makePlan(of: week)
        let setUp = try await place.shell(
            """
            ln -s \(week)/week.yaml log.csv && ln \(week)/staff.csv second.csv
            mkdir beside && cp -r plan beside/today && cp -r plan beside/optimised && touch beside/comparison.csv
            """)
        try #require(setUp.code == 0)
        let before = try place.bytes(".")
        let run = try await place.shell(
            "skillmix " + command.replacingOccurrences(of: "WEEK", with: week))
        #expect(run.code == 2)
        #expect(run.messages.contains("and it is left as it is"), "\(run.messages)")
        // What there is to decide on is told all the same.
        #expect(run.output.isEmpty || command.hasPrefix("delegation"))
        #expect(try place.bytes(".") == before)
    }

    /// A plan in force may be put there, but the one that is there is part of the week.
    @Test func aPlanInForceIsAnInput() async throws {
        let allocate = ["allocate", week, "--work-limit", "1", "--quiet", "--out", "\(week)/current"]
        #expect(try await place.skillmix(allocate).code == 0)
        let before = try place.bytes(week)
        let run = try await place.skillmix(allocate)
        #expect(run.code == 2)
        #expect(run.messages.contains("current/deployments.csv' is one of the week's own files"))
        #expect(try place.bytes(week) == before)
    }

    @Test func anExportReplacesWhatALinkLeadsToAndKeepsTheLink() async throws {
        let run = try await place.shell(
            """
            mkdir deep && echo old >deep/week.mps && chmod 640 deep/week.mps && ln -s deep/week.mps link.mps
            skillmix export \(week) --mps link.mps && test -L link.mps && stat -c %a deep/week.mps
            """)
        #expect(run.code == 0, "\(run.messages)")
        #expect(run.output.hasSuffix("640\n"))
        #expect(try place.names("deep") == ["week.mps"])
        #expect(
            try place.text("deep/week.mps").hasPrefix("* ") || place.text("deep/week.mps").contains("ROWS"))
    }

    @Test(.enabled(if: SmallDisk.isPossible, "a small file system can only be mounted by root"))
    func anExportThatFindsNoRoomLeavesNothing() async throws {
        try await SmallDisk.with(at: place.url("disk")) {
            let run = try await place.skillmix("export", "Rosters/place-week", "--mps", "disk/week.mps")
            #expect(run.code == 2)
            #expect(run.messages.contains("disk/week.mps"))
            #expect(!run.messages.contains("skillmix-"))
            #expect(try place.names("disk").isEmpty)
        }
    }

    /// Room for the plan, and not for the plan with its closer looks beside it: the first one stands.
    @Test(.enabled(if: SmallDisk.isPossible, "a small file system can only be mounted by root"))
    func aDiskThatIsFullForTheCloserLooksKeepsThePlan() async throws {
        var written = 0
        var withoutLooks = 0
        for kibibytes in stride(from: 200, through: 1600, by: 100) {
            let disk = "disk-\(kibibytes)"
            try await SmallDisk.with(at: place.url(disk), kibibytes: kibibytes) {
                let run = try await place.skillmix(
                    "allocate", week, "--work-limit", "1", "--quiet", "--out", "\(disk)/plan")
                guard run.code == 0 else {
                    #expect(run.code == 2)
                    #expect(try place.names(disk).isEmpty)
                    return
                }
                written += 1
                #expect(run.output.contains("Plan: \(disk)/plan"))
                #expect(try place.names(disk) == ["plan"])
                #expect(try place.names("\(disk)/plan") == WrittenPlan.files)
                #expect(try await place.skillmix("audit", week, "\(disk)/plan").code == 0)
                guard !run.messages.isEmpty else { return }
                withoutLooks += 1
                #expect(run.messages.contains("without the closer looks"))
            }
        }
        #expect(withoutLooks >= 1)
        #expect(written > withoutLooks)
    }
}
