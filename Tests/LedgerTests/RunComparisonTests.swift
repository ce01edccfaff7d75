// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Reading
import Testing

@testable import Ledger

/// What is said of two runs beside each other.
@Suite struct RunComparisonTests {
    private typealias Fixture = LedgerFixture
    private let fixture: LedgerFixture

    init() throws { fixture = try LedgerFixture() }

    /// A run of that claim which came to that.
    private func side(
        _ outcomes: [RunOutcome] = [Fixture.outcome()], stale: [String] = [],
        status: LedgerRun.Status = .done, _ change: (inout RunClaim) -> Void = { _ in }
    ) throws -> RunComparison.Side {
        let ledger = try fixture.open()
        let number = try ledger.claim(Fixture.claim(change), by: Fixture.first)
        try ledger.finish(number, by: Fixture.first, status, outcomes, outputs: [], at: Fixture.end)
        return RunComparison.Side(try ledger.run(number), try ledger.outcomes(of: number), stale: stale)
    }

    @Test func runsOfTheSameAreToldAsSuch() throws {
        let comparison = try RunComparison(
            try side(), try side([Fixture.outcome(pay: 57.5)]) { $0.place = "/elsewhere/finance.yaml" })
        #expect(comparison.isOfTheSame)
        #expect(comparison.warnings == ["The same files, version, limits and seed."])
        let table = comparison.tables[0]
        #expect(
            table.rows.map { $0.map(\.shownText) } == [
                ["The price", "£100.00", "£100.00", "£0.00", "the same"],
                ["The pay", "£50.00", "£57.50", "+£7.50", ""],
            ])
    }

    @Test func unlikeRunsSayLoudlyWhatDiffers() throws {
        let comparison = try RunComparison(
            try side(stale: ["staff.csv has changed"]),
            try side(status: .stopped) { claim in
                (claim.version, claim.seed, claim.seconds, claim.work) = ("0.2.0", 3, 1.5, nil)
                claim.start = "/weeks/plan"
                claim.inputs = [
                    LedgerInput(owner: "", path: "finance.yaml", place: "", sha256: "new"),
                    LedgerInput(owner: "first-week", path: "rota.csv", place: "", sha256: "cc"),
                ]
            })
        #expect(!comparison.isOfTheSame)
        #expect(
            comparison.warnings == [
                "UNLIKE RUNS: what differs below may come of any of this.",
                "  Version of skillmix: 0.1.0, then 0.2.0.",
                "  Limit of each search: 20 units of work, then 1.5 seconds.",
                "  Seed: 18446744073709551615, then 3.",
                "  Plan to start from: none, then /weeks/plan.",
                "  finance.yaml is not the same.",
                "  staff.csv of first-week is of run 1 alone.",
                "  rota.csv of first-week is of run 2 alone.",
                "Run 1 is stale: staff.csv has changed.",
                "Run 2 did not come to its end: its figures are of what was done by then.",
            ])
    }

    @Test func ofThePriceIsSaidWhatIsProved() {
        func verdict(_ first: (Double, Double?), _ second: (Double, Double?)) -> String {
            RunComparison.verdict(
                Fixture.outcome(price: first.0, bound: first.1),
                Fixture.outcome(price: second.0, bound: second.1))
        }
        #expect(verdict((100, 90), (100.004, 90)) == "the same")
        #expect(verdict((100, 90), (120, 101)) == "proved")
        #expect(verdict((120, 101), (100, 90)) == "proved")
        #expect(verdict((100, 90), (120, 99)) == "not told apart")
        // Only the bound of the dearer one says anything.
        #expect(verdict((100, 130), (120, 99)) == "not told apart")
        #expect(verdict((100, 90), (120, nil)) == "not told apart")
    }

    @Test func runsThatHaveNothingInCommonAreRefused() throws {
        let run = try side()
        let plan = try side { $0.command = .allocate }
        #expect(throws: RunComparison.Refusal.self) { try RunComparison(run, plan) }
        let none = try side([])
        let early = #expect(throws: RunComparison.Refusal.self) { try RunComparison(run, none) }
        #expect(early?.words.hasPrefix("nothing came of run 3 yet") == true)
        let other = try side([Fixture.outcome(base: "place-week"), Fixture.outcome("dearer")])
        let apart = #expect(throws: RunComparison.Refusal.self) { try RunComparison(run, other) }
        #expect(
            apart?.words
                == "run 1 and run 4 have nothing in common: the one has base of first-week, the other base of place-week and "
                + "dearer of first-week. Compare runs of the same week or scenarios.")
        let more = try side([Fixture.outcome(), Fixture.outcome("dearer")])
        let comparison = try RunComparison(more, other)
        #expect(comparison.pairs.map(\.first.scenario) == ["dearer"])
        #expect(comparison.warnings.last == "2 scenarios of one of them alone: not compared.")
    }

    @Test func aListMarksWhatIsStale() throws {
        let ledger = try fixture.open()
        _ = try ledger.claim(Fixture.claim(), by: Fixture.first)
        let run = try ledger.run(1)
        let list = RunText.list([
            RunText.Entry(run, status: "under way", stale: []),
            RunText.Entry(run, status: "done", stale: ["staff.csv has changed"]),
        ])
        #expect(
            list.rows.map { $0.suffix(2).map(\.exactText) } == [["under way", "kept"], ["done", "STALE"]])
        let lines = RunText.lines(
            of: RunText.Entry(run, status: "done", stale: ["staff.csv of first-week has changed"]),
            [Fixture.outcome()])
        #expect(lines[0] == "Run 1: scenarios Winter, done")
        #expect(lines[1] == "STALE: staff.csv of first-week has changed.")
        #expect(
            lines.contains(
                "Limit of each search: 20 units of work. Seed 18446744073709551615, skillmix 0.1.0."))
        #expect(lines.contains { $0.contains("£100.00") && $0.contains("£90.00") })
    }
}
