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

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
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

    /// Asking again changes nothing: the plan is all that is still to be written.
    @Test func askingManyTimesLosesNoPlan() async throws {
        let run = try await place.shell(
            """
            skillmix allocate Rosters/place-week --time-limit 100000 --out plan 2>../said & pid=$!
            until grep -q 'plan £' ../said 2>/dev/null; do :; done
            while kill -INT $pid 2>/dev/null && kill -TERM $pid 2>/dev/null; do :; done
            wait $pid; echo "code $?"
            """)
        #expect(run.output.hasSuffix("code 3\n"), "\(run.output)")
        #expect(try place.names(".") == ["Competencies", "Rosters", "plan"])
        #expect(try await place.skillmix("audit", "Rosters/place-week", "plan").code == 0)
    }

    /// From the moment that the plan is there until the command ends: in the closer looks, in the second writing, or
    /// after it, as the machine has it. Either way a whole plan stands there, and is said to.
    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func aSignalAfterTheSearchLosesNoPlan(_ signal: Int32) async throws {
        let run = try await place.shell(
            """
            skillmix allocate Rosters/place-week --work-limit 50 --quiet --out plan >../said & pid=$!
            until [ -e plan/plan.json ]; do :; done
            kill -\(signal) $pid
            wait $pid; echo "code $?"; tail -1 ../said
            """)
        #expect(["code 0\nPlan: plan\n", "code 3\nPlan: plan\n"].contains(run.output), "\(run.output)")
        #expect(try place.names(".") == ["Competencies", "Rosters", "plan"])
        #expect(try place.names("plan") == WrittenPlan.files)
        #expect(try await place.skillmix("audit", "Rosters/place-week", "plan").code == 0)
    }

    /// The log leads into a pipe that nobody reads, so that the command waits there, after all that comes before the
    /// search. A signal then ends it at once, and nothing is left behind.
    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func aSignalBeforeThereIsAPlanLeavesNothing(_ signal: Int32) async throws {
        let before = try place.bytes(".")
        // A line that fits nowhere is warned of: that shows how far the command is.
        try place.write("not a table", to: "Rosters/place-week/placement.csv")
        let run = try await place.shell(
            """
            mkfifo ../held
            skillmix allocate Rosters/place-week --out a/b/plan --progress ../held 2>../said & pid=$!
            until [ -s ../said ]; do :; done
            kill -\(signal) $pid
            wait $pid; echo "code $?"; rm Rosters/place-week/placement.csv
            """)
        #expect(run.output == "code \(128 + signal)\n")
        #expect(try place.bytes(".") == before)
        #expect(try place.names(".") == ["Competencies", "Rosters"])
    }

    /// `nohup` has a command ignore that its terminal hangs up.
    @Test func aCommandUnderNohupGoesOn() async throws {
        let run = try await place.shell(
            """
            trap '' HUP
            skillmix allocate Rosters/place-week --work-limit 200 --out plan 2>../said & pid=$!
            until grep -q 'plan £' ../said; do :; done
            kill -HUP $pid
            wait $pid; echo "code $?"
            """)
        #expect(run.output.hasSuffix("code 0\n"), "\(run.output)")
        #expect(try place.plan("plan").status != "interrupted")
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
        #expect(try place.names(".") == ["Competencies", "Rosters", "plan", "plan-former"])
        #expect(try place.names("plan") == WrittenPlan.files)
        #expect(try place.plan("plan").seed == 3)
    }
}
