// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import Intake
import Formulation
import Allocation
import GLPK

@main
struct Skillmix: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "skillmix")
    @Argument var week: String
    @Option var timeLimit: Double = 30
    @Option var workLimit: Int?
    @Option var seed: UInt64 = 1
    @Option var mps: String?
    func run() async throws {
        let (week, diagnostics, inputs) = WeekReader.read(folder: URL(filePath: week))
        for d in diagnostics where d.severity == .error { print(d) }
        guard let week else { return }
        let c = ContinuousClock(); let t0 = c.now
        let model = WeeklyModel(Instance(week))
        print("columns", model.program.columnCount, "rows", model.program.rowCount, "nz", model.program.nonzeroCount, c.now - t0)
        if let mps { try GLPKWriter.write(model.program, names: model.names, format: .mps, to: mps) }
        let options = AllocationOptions(timeLimit: workLimit == nil ? timeLimit : nil, workLimit: workLimit, seed: seed)
        let last = LastTime()
        let result = try await AllocationEngine(model, options: options).run { p in
            if p.seconds - last.t > timeLimit / 12 || p.work == 0 { last.t = p.seconds
            print(String(format: "%.2f  %.2f  %.2f  %d", p.seconds, p.objective, p.bound, p.work)) }
        }
        print(result.objective, result.bound, result.status, result.work, result.seconds, "viol", model.program.largestViolation(of: result.values))
        let plan = PlanMaker(model, result).plan(result, seed: seed, version: "0", inputs: inputs)
        print(plan.summary.terms, plan.summary.terms.total)
        for u in plan.unmet.prefix(5) { print(u.line, u.contacts, u.reason) }
    }
}
final class LastTime: @unchecked Sendable { var t = 0.0 }
