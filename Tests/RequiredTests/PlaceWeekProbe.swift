import Foundation
import GLPK
import Intake
import Pay
import Reading
import TestSupport
import Testing
import Workforce

@testable import Required

@Suite struct ProbeTests {
    @Test func place() throws {
        let root = Repository.root.path
        for name in ["first-week", "place-week"] {
        let (week, _, _) = WeekReader.read(folder: FilePath(root + "/Rosters/\(name)"))
        let d = Diagnostics()
        let file = try #require(InputFile.load("2026-27.csv", in: FilePath(root + "/Rosters/pay"), d))
        let pay = PayTableReader.read(file, d)
        print(d.sorted)
        let start = Date()
        var settings = RequiredSettings()
        settings.nodes = Int(ProcessInfo.processInfo.environment["NODES"] ?? "50")!
        do {
        let q = try RequiredQuestion([try #require(week)], pay, settings)
        let made = RequiredProgram(q.weeks, q.kinds, .required, settings)
        print("made", made.program.columnCount, made.program.rowCount, made.program.nonzeroCount, q.kinds.count, made.signOffs.count, made.parts.count, q.weeks[0].work.count, Date().timeIntervalSince(start))
        for p in q.kinds.indices { print(q.kinds[p].id, made.parts.count { $0.kind == p }) }
        if let path = ProcessInfo.processInfo.environment["MPS"] { try GLPKWriter.write(made.program, format: .mps, to: path + name) }
        fflush(nil)
        if ProcessInfo.processInfo.environment["SIZES"] != nil { continue }
        let r = try RequiredWorkforce([try #require(week)], pay: pay, settings)
        print(name, r.size, r.yearly, r.bound, r.relaxed, r.today, Date().timeIntervalSince(start))
        for p in r.posts { print(p.kind.id, p.kind.today, p.required, p.hoursUsed, p.setBy.map { "\($0.rule) \($0.share)" }, p.tooDear ?? 0) }
        for c in r.competencies { print(c.id, c.level, c.today, c.required, c.beyondUsual, c.inUse) }
        for c in r.causes.prefix(12) { print(c) }
        print(r.causes.reduce(0) { $0 + $1.yearly })
        print(r.nobody, r.uncountedHeads)
        } catch let e as RequiredProblem { print(e.words) }
        }
    }
}
