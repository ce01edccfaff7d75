// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// The whole way of runs that a cluster does, by the command alone: what Slurm is given to start is started, in a place of
/// its own and with no more than Slurm gives.
@Suite struct SlurmCommandTests {
    private let place: Workplace
    private let file = "Rosters/finance.yaml"

    init() throws {
        place = try Workplace()
        try place.write(
            """
            bases: [{week: first-week}]
            overlays: {none: {policy: {agency_cap: 0}}, half: {agency_cap_of_base: 0.5}}
            run: [none, half]
            work: 20

            """, to: file)
        try tool(
            "sbatch",
            """
            n=$(($(cat "$here/jobs") + 1)); echo $n > "$here/jobs"
            while case $1 in --*) : ;; *) false ;; esac; do
              case $1 in --array=*) array=${1#--array=} ;; esac
              shift
            done
            for range in $(echo "$array" | tr , ' '); do
              for i in $(seq "${range%-*}" "${range#*-}"); do
                state=COMPLETED
                (cd / && env -i PATH=/usr/bin:/bin SLURM_ARRAY_JOB_ID=$n SLURM_ARRAY_TASK_ID=$i sh "$@") || state=FAILED
                echo "$n|$i|$state|n1|None" >> "$here/queue-$n"
              done
            done
            echo $n
            """)
        try tool("squeue", "cat \"$here/queue-${1#--jobs=}\"")
        try tool("scancel", ":")
        try place.write("0\n", to: "a cluster's/jobs")
    }

    private func tool(_ name: String, _ script: String) throws {
        try Script.write("here=$(dirname \"$0\")\n\(script)", to: place.url("a cluster's/\(name)"))
    }

    @Test func theFilesAreThoseThatThisMachineMakes() async throws {
        let here = try await place.skillmix("scenarios", file, "--out", "here", "--quiet", "--no-ledger")
        #expect(here.code == 0, "\(here.messages)")
        let out = "out of 'house' $HOME; %j"
        let there = try await place.shell(
            "PATH=\"$PWD/a cluster's:$PATH\"; skillmix scenarios \(file) --engine slurm --out \"out of 'house' \\$HOME; %j\""
        )
        #expect(there.code == 0, "\(there.messages)")
        #expect(there.messages.contains("1 run handed to Slurm\n"), "\(there.messages)")
        for name in try place.names("here") where name != "runs" {
            #expect(try place.text("\(out)/\(name)") == (try place.text("here/\(name)")), "\(name)")
        }
        #expect(try place.names("\(out)/runs") == (try place.names("here/runs")))
        #expect(!place.exists("\(out)/tasks"))
        let runs = try await place.skillmix("runs", "show", "1", "--ledger", "Rosters/runs.sqlite")
        #expect(runs.output.contains("half"), "\(runs.output)")
    }

    @Test func aTaskThatFailsIsNamedWithWhatItSaid() async throws {
        // Another skillmix than the one that hands over: here, none.
        try tool(
            "sbatch",
            try place.text("a cluster's/sbatch").replacing("\"$@\")", with: "\"$1\" /none \"$3\" \"$4\")"))
        let run = try await place.shell(
            "PATH=\"$PWD/a cluster's:$PATH\"; skillmix scenarios \(file) --engine slurm --out out --quiet")
        #expect(run.code == 2)
        #expect(
            run.messages.contains(
                "base, first-week, replicate 1, 3 times: it failed (FAILED on n1); it said: "),
            "\(run.messages)")
        #expect(run.messages.contains("/none"), "\(run.messages)")
    }

    @Test func aMachineWithoutSlurmIsToldSo() async throws {
        let run = try await place.shell(
            "program=$(command -v skillmix); PATH=/nowhere; \"$program\" scenarios \(file) --engine slurm --out out"
        )
        #expect(run.code == 2)
        #expect(run.messages.contains("--engine slurm: There is no sbatch, no squeue, no scancel on PATH"))
        #expect(!place.exists("out"))
        let task = try await place.skillmix("scenario-task", "nowhere", "7")
        #expect(task.code == 2)
        #expect(task.messages.contains("nowhere: there is no task 7 of scenarios here"))
    }
}
