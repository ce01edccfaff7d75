// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Generation

@Suite("Figures follow from what was published")
struct FactsTests {
    @Test(
        "A line from four visits a day to one is two in the morning and two in the evening for each afternoon's"
    )
    func visitsByPart() {
        #expect(Stay.visitsByPart == [6, 3, 6])
        #expect(Stay.visitsByPart.reduce(0, +) * 10 / 6 == Stay.meanVisitsTenths)
    }

    @Test("190 visits a day are those of a place of 250 to 300 thousand people")
    func population() {
        #expect((250_000...300_000).contains(Stay.population(weeklyVisits: 190 * 7)))
    }

    @Test("A place of 275 thousand people fills 60 to 80 rehabilitation beds")
    func beds() {
        #expect((60...80).contains(Stay.beds(population: 275_000)))
    }

    @Test("Agency caps are the top of the band times 1.55 a year, by 1,956.7 hours")
    func agencyCaps() {
        // The year of pay has 52.143 weeks of 37.5 hours.
        for band in [Money.band3, Money.band4, Money.band5, Money.band6, Money.band7] {
            let cap = Double(band.highest) * 52.143 * 37.5 * 1.55 / 1956.7
            #expect(abs(cap - Double(band.agencyCap)) <= 5)
        }
    }

    @Test("An hour costs pay and on-costs, rounded to the penny")
    func hours() {
        // 18.18 × 1.275 = 23.1795; 16.40 × 1.1207 × 1.15 = 21.1364.
        #expect(Money.ownHour(Money.band5, step: 1) == 2318)
        #expect(Money.bankHour(Money.band5, step: 0) == 2114)
    }

    @Test("The shares of a kind of team's wants are the whole of each pool")
    func shares() {
        for service in [Service.home, .reablement, .beds, .response, .hub, .nights] {
            for pool in Pool.allCases {
                let shares = service.demand.compactMap { want -> Int? in
                    if case .share(pool, let permille) = want.amount { return permille }
                    return nil
                }
                #expect(
                    shares.isEmpty || (950...1050).contains(shares.reduce(0, +)), "\(service.suffix) \(pool)")
            }
        }
    }
}
