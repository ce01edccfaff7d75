// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Foundation
import Reading
import Synchronization
import Workforce

@testable import Ledger

/// A folder for ledgers, gone when nobody holds it, and runs to put into them.
final class LedgerFixture: Sendable {
    let folder: FilePath
    /// The processes that are there.
    let processes = Mutex<Set<Int>>([1, 2])

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "ledgers-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        folder = FilePath(url.path)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder.description) }

    var path: FilePath { folder.appending("runs.sqlite") }

    func open() throws -> RunLedger {
        try RunLedger(path) { number in self.processes.withLock { $0.contains(number) } }
    }

    static let first = Claimant(by: "finance", host: "here", process: 1, at: "2026-11-23T09:00:00Z")
    static let second = Claimant(by: "ahp-lead", host: "here", process: 2, at: "2026-11-23T10:00:00Z")
    static let elsewhere = Claimant(by: "finance", host: "there", process: 1, at: "2026-11-23T11:00:00Z")
    static let end = "2026-11-23T12:00:00Z"

    static func claim(_ change: (inout RunClaim) -> Void = { _ in }) -> RunClaim {
        var claim = RunClaim(
            .scenarios, title: "Winter", place: "/weeks/finance.yaml", output: "/weeks/finance-results",
            version: "0.1.0", seed: 18_446_744_073_709_551_615, seconds: nil, work: 20,
            inputs: [
                LedgerInput(
                    owner: "", path: "finance.yaml", place: "/weeks/finance.yaml", sha256: "aa",
                    bytes: [1, 2]),
                LedgerInput(
                    owner: "first-week", path: "staff.csv", place: "/weeks/first-week/staff.csv",
                    sha256: "bb",
                    bytes: []),
            ])
        change(&claim)
        return claim
    }

    static func figure(
        _ name: String, _ value: Double?, _ unit: CostAndCareFigure.Unit = .pounds
    ) -> LedgerFigure {
        LedgerFigure(
            CostAndCareFigure(name: name, title: "The \(name)", kind: .cash, unit: unit, value: value),
            range: value.map { $0...$0 + 1 })
    }

    static func outcome(
        _ scenario: String = "base", base: String = "first-week", price: Double = 100, bound: Double? = 90,
        pay: Double? = 50
    ) -> RunOutcome {
        RunOutcome(
            base: base, scenario: scenario, price: price, bound: bound,
            figures: [figure("price", price), figure("pay", pay), figure("agency_share", nil, .share)],
            planned: [monday, tuesday], names: names)
    }

    static let monday = PlannedSession(
        session: "2026-11-23 am", staff: "PT-01", team: "north", booking: .rostered, cost: 80, contacts: 4,
        contactHours: 2,
        activities: [ContactsOfActivity("initial-assessment", 1), ContactsOfActivity("walking-practice", 3)])
    static let tuesday = PlannedSession(
        session: "2026-11-24 am", staff: "SW-01", team: "south", booking: .bank, cost: 60.5, contacts: 3,
        contactHours: 3,
        activities: [ContactsOfActivity("initial-assessment", 2), ContactsOfActivity("reablement-call", 1)])
    static let names = WeekNames(
        sessions: ["2026-11-23 am", "2026-11-23 pm", "2026-11-24 am", "2026-11-24 pm"],
        staff: ["PT-01", "SW-01"], teams: ["north", "south"], pathways: ["P1", "P2"],
        activities: ["initial-assessment", "reablement-call", "walking-practice"])
}
