// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import WebStore
import Workflows

extension Shelf {
    /// Takes over what an earlier attempt at scenarios has done, as long as the week is what it was then: of another week
    /// all is searched anew. Each attempt keeps a folder of its own, since the process of an earlier one may still be there.
    ///
    /// - Parameter run: Scenarios whose week is laid out already.
    /// - Returns: Whether there is something to go on from.
    func takeOver(for run: KeptRun) -> Bool {
        for attempt in stride(from: run.attempt - 1, to: 0, by: -1) {
            let before = self.run(run.id, attempt: attempt)
            let results = before.appending(Self.resultsName)
            guard Workflow.runsDone(ofScenarios: results) > 0 else { continue }
            guard Self.isSame(before.appending(Self.weekName), source(of: run)) else { return false }
            return Workflow.takeOver(scenarios: results, into: self.results(of: run)) > 0
        }
        return false
    }

    /// Whether two folders have the same files.
    private static func isSame(_ one: FilePath, _ other: FilePath) -> Bool {
        let names = files(in: one)
        return names == files(in: other)
            && names.allSatisfy { name in
                let bytes = try? one.appending(FilePath(name)).read(atMost: InputFile.tableLimit)
                return bytes != nil
                    && bytes == (try? other.appending(FilePath(name)).read(atMost: InputFile.tableLimit))
            }
    }
}
