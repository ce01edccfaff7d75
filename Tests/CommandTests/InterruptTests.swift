// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// What Ctrl-C and worse leave behind. Signals are sent when the search has said that it runs.
@Suite struct InterruptTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    private let progress = "plan £"

    @Test(arguments: [SIGINT, SIGTERM])
    func anInterruptedSearchHandsOverTheBestPlanSoFar(_ signal: Int32) async throws {
        let run = try await place.skillmix(
            "allocate", "Rosters/place-week", "--time-limit", "100000", "--out", "plan",
            whenSaying: progress, send: signal)
        #expect(run.code == 3)
        #expect(run.messages.contains("Stopping"))
        #expect(try place.names("plan") == WrittenPlan.files)
        #expect(try place.plan("plan").status == "interrupted")
        let audit = try await place.skillmix("audit", "Rosters/place-week", "plan")
        #expect(audit.code == 0, "\(audit.output)")
    }

    @Test func aKilledSearchLeavesNothingBehind() async throws {
        let before = try place.bytes(".")
        let run = try await place.skillmix(
            "allocate", "Rosters/place-week", "--time-limit", "100000", whenSaying: progress,
            send: SIGKILL)
        #expect(run.code == -SIGKILL)
        #expect(try place.bytes(".") == before)
    }

    /// Kills a run as soon as a file of the new plan is seen. Whether that is before or after the new plan takes
    /// the old one's place is up to the machine: either stands there whole.
    @Test func aRunKilledWhileItWritesLeavesAWholePlanAndTheNextRunClearsUp() async throws {
        let allocate = "skillmix allocate Rosters/first-week --work-limit 1 --quiet --out plan"
        #expect(try await place.shell(allocate).code == 0)
        let before = try place.bytes("plan")
        _ = try await place.shell(
            """
            { sh -c 'echo $$ >../pid; exec \(allocate) --seed 2'; : >../done; } &
            until [ -e ../done ]; do
              for file in .plan.skillmix-*/deployments.csv; do [ -e "$file" ] && break 2; done
            done
            kill -9 "$(cat ../pid)"
            wait
            """)
        let isReplaced = try place.plan("plan").seed == 2
        #expect(try isReplaced || place.bytes("plan") == before)
        #expect(try await place.skillmix("audit", "Rosters/first-week", "plan").code == 0)

        #expect(try await place.shell("\(allocate) --seed 3").code == 0)
        #expect(try place.names(".") == ["Competencies", "Rosters", "plan"])
        #expect(try place.names("plan") == WrittenPlan.files)
        #expect(try place.plan("plan").seed == 3)
    }
}
