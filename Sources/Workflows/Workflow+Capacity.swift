// SPDX-License-Identifier: GPL-3.0-or-later

import Capacity
import PlanFolder
import Reading

extension Workflow {
    /// Says what a week needs and what its people could give, and writes it where it is to go.
    ///
    /// - Parameter target: A folder for the tables, and for all of it as JSON; nil: nothing is written.
    public func capacity(of week: FilePath, to target: FilePath? = nil) throws(WorkflowError)
        -> CapacityReport
    {
        let input = try read(week: week)
        let report = CapacityReport(week: input.week)
        guard let target else { return report }
        let json: String
        do {
            json = try report.json()
        } catch {
            throw WorkflowError(.fault, "The figures are no JSON: \(error).")
        }
        try WorkflowError.writing { () throws(PlanFolderError) in
            let names = report.tables.map { $0.name + ".csv" } + ["capacity.json"]
            try input.files.check(folder: target, writing: names)
            try TableFolder.write(report.tables, others: [("capacity.json", json)], to: target)
        }
        return report
    }
}
