// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Workforce

@Suite struct PayablePenceTests {
    private func rows(_ costs: Double...) -> [BookingRow] {
        costs.enumerated().map { place, cost in
            BookingRow(
                staff: "B-\(place)", session: 0, team: "A", employment: .bank, hours: 1, cost: cost,
                covers: "")
        }
    }

    @Test func `whole pence a row add up to the whole pence of all, by the largest remainders`() {
        // £1.004 + £1.004 + £1.004 = £3.012: a penny more than three times £1.00.
        #expect(PayablePence.of(rows(1.004, 1.004, 1.004)) == [101, 100, 100])
        #expect(PayablePence.total(of: rows(1.004, 1.004, 1.004)) == 301)
        // £0.336 + £0.338 = £0.674: one penny is missing, and the second has lost more of one.
        #expect(PayablePence.of(rows(0.336, 0.338)) == [33, 34])
        // Half a penny is rounded up, of one row and of two.
        #expect(PayablePence.of(rows(2.005)) == [201])
        #expect(PayablePence.of(rows(2.0025, 2.0025)) == [201, 200])
        #expect(PayablePence.of([]) == [])
        // Three times 235 minutes at £25.10 an hour are £294.925.
        let pay = 25.10 * 235 / 60
        #expect(PayablePence.total(of: rows(pay, pay, pay)) == 29_493)
    }

    @Test func `rows in another order come to the same`() {
        let rows = rows(10.3333, 10.3333, 10.3333, 0.0049, 7)
        let pence = PayablePence.of(rows)
        let backwards = PayablePence.of(rows.reversed())
        #expect(pence == backwards.reversed())
        #expect(pence.reduce(0, +) == 3800)
    }

    @Test func `what makes no sense as pay is nothing, or the most that does`() {
        #expect(PayablePence.of(rows(.nan, -5)) == [0, 0])
        #expect(PayablePence.of(rows(.infinity)) == [100_000_000_000])
    }
}
