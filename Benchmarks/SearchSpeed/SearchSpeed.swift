// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Formulation
import Foundation
import Intake

/// Times the search of a week alone, without the proof: `SearchSpeed WEEK WORK SEEDS [afresh]`.
///
/// With `afresh` it begins with a plan made afresh, even where the week has one in force.
///
/// Prints a row of CSV for each seed from 1 on: the seed, seconds of processor time from the first plan to the end of the
/// work, and the price found. Processor time leaves out what other processes take. `inner.py` makes a table of it.
@main
struct SearchSpeed {
    static func main() async {
        var arguments = CommandLine.arguments.dropFirst()
        let beginsAfresh = arguments.last == "afresh"
        if beginsAfresh { arguments.removeLast() }
        guard arguments.count == 3, let path = arguments.first,
            let work = arguments.dropFirst().first.flatMap({ Int($0) }),
            let seeds = arguments.last.flatMap({ UInt64($0) }), seeds > 0
        else { fail("Give a week's folder, units of work, how many seeds, and afresh where that is meant.") }
        let (week, diagnostics, _) = WeekReader.read(folder: URL(filePath: path, directoryHint: .isDirectory))
        guard let week else { fail(diagnostics.map(\.description).joined(separator: "\n")) }
        let engine = AllocationEngine(WeeklyModel(Instance(week)))

        print("seed,seconds,objective")
        for seed in 1...seeds {
            let start = processorSeconds()
            _ = await engine.searchAlone(work: 0, seed: seed, beginsAfresh: beginsAfresh)
            let constructed = processorSeconds()
            let objective = await engine.searchAlone(work: work, seed: seed, beginsAfresh: beginsAfresh)
            let seconds = processorSeconds() - constructed - (constructed - start)
            print("\(seed),\(String(format: "%.6f,%.4f", seconds, objective))")
        }
    }

    /// Seconds that the cores have spent on this process.
    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func fail(_ message: String) -> Never {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        exit(2)
    }
}
