// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import TestSupport
import Testing
import Workforce

/// Draws of a week: what varies, what does not, and that each part of a draw is its own.
@Suite struct DrawTests {
    private static func world() -> TinyWorld {
        var world = TinyWorld()
        world.days = 2
        world.rota = ["P-1": ["R", "R", "R"], "P-2": ["R", "R", "", "R"], "P-3": ["A", "C"]]
        world.demand("D-1", "care", contacts: 6, priority: .critical, window: 0...1)
        world.demand("D-2", "care", contacts: 4, window: 2...3)
        world.demand("D-3", "care", contacts: 3, priority: .reserve, window: 2...3)
        world.demand("D-4", "care", contacts: 0)
        return world
    }

    private static func drawn(_ week: Week, _ uncertainty: Uncertainty, _ number: Int = 60) -> [Week] {
        (1...number).map {
            week.supposing(Draw($0, seed: 5).changes(of: week, uncertainty))
        }
    }

    @Test func contactsVaryAboutWhatIsExpectedAndReserveDoesNot() {
        let week = Self.world().week
        let weeks = Self.drawn(week, Uncertainty(), 2_000)
        for (line, mean) in [(0, 6.0), (1, 4.0)] {
            let counts: [Double] = weeks.map { Double($0.demand[line].contacts) }
            let average = counts.reduce(0, +) / 2_000
            let error = (mean / 2_000).squareRoot()
            #expect(abs(average - mean) < 4 * error)
            #expect(Set(counts).count > 8)
        }
        #expect(weeks.allSatisfy { $0.demand[2].contacts == 3 && $0.demand[3].contacts == 0 })
        #expect(weeks.allSatisfy { $0.rota == week.rota })
        // One line says nothing of another: four standard errors of the covariance.
        let products: [Double] = weeks.map {
            Double(($0.demand[0].contacts - 6) * ($0.demand[1].contacts - 4))
        }
        #expect(abs(products.reduce(0, +) / 2_000) < 0.44)
        // More of the same variance.
        let wide: [Double] = Self.drawn(week, Uncertainty(dispersion: 4), 2_000).map {
            Double($0.demand[0].contacts)
        }
        let squares: [Double] = wide.map { ($0 - 6) * ($0 - 6) }
        let variance = squares.reduce(0, +) / 2_000
        #expect((20...28).contains(variance))
    }

    @Test func peopleOnDutyAreAwayByTheirRoleAndNobodyElse() {
        let week = Self.world().week
        let chances = Uncertainty(absence: ["support-worker": 0.3])
        let weeks = Self.drawn(week, chances, 1_000)
        let away = weeks.flatMap { drawn in
            (0..<3).flatMap { s in (0..<4).filter { drawn.rota[s][$0].duty == .sick }.map { (s, $0) } }
        }
        // Three sessions of P-2; P-1 is no support worker, P-3 not on duty.
        #expect(away.allSatisfy { $0.0 == 1 } && Set(away.map(\.1)) == [0, 1, 3])
        #expect(abs(away.count - 900) < 4 * 26)
        #expect(
            Self.drawn(week, Uncertainty(absence: ["support-worker": 1]), 1)[0].rota[1].map(\.duty) == [
                .sick, .sick, .off, .sick,
            ])
        // Of several roles the largest chance, of several rows of somebody all.
        var two = Self.world()
        two.staff[0].roles = ["physiotherapist", "support-worker"]
        two.staff[2].person = "one"
        two.staff[1].person = "one"
        let both = Self.drawn(
            two.week, Uncertainty(absence: ["physiotherapist": 0.1, "support-worker": 1]), 1)[0]
        #expect(both.rota[0].map(\.duty) == [.sick, .sick, .sick, .off])
        #expect(both.rota[2].map(\.duty) == [.off, .off, .off, .off])
    }

    @Test func eachLineAndEachSessionIsDrawnByItself() {
        let chances = Uncertainty(absence: ["support-worker": 0.4, "physiotherapist": 0.4], dispersion: 1.5)
        let world = Self.world()
        var other = world
        // A line and a person fewer, others in their places.
        other.lines.removeFirst()
        other.lines.reverse()
        other.staff.removeFirst()
        let (week, less) = (world.week, other.week)
        for number in 1...40 {
            let draw = Draw(number, seed: 5)
            let (one, two) = (draw.changes(of: week, chances), draw.changes(of: less, chances))
            #expect(Set(two).isSubset(of: Set(one)))
            #expect(
                Set(one).subtracting(two).allSatisfy { change in
                    if case .demand(.contacts(_, line: "D-1")) = change { return true }
                    return change.about == "P-1"
                })
        }
        // Another seed, other draws.
        let seeds = (1...5).map { Draw(1, seed: $0).changes(of: week, chances) }
        #expect(Set(seeds).count == 5)
    }

    @Test func whatIsOverStands() {
        var world = Self.world()
        world.frozenBefore = 1
        world.current = [CurrentDeployment(staff: "P-2", session: 0, team: "A")]
        world.currentContacts = [
            CurrentContact(line: "D-1", session: 0, staff: "P-2", contacts: 4, route: .support)
        ]
        world.demand("OVER", "care", contacts: 5, window: 0...0)
        let week = world.week
        let weeks = Self.drawn(week, Uncertainty(absence: ["support-worker": 1]), 400)
        #expect(weeks.allSatisfy { $0.rota[1].map(\.duty) == [.rostered, .sick, .off, .sick] })
        #expect(weeks.allSatisfy { $0.demand[4].contacts == 5 })
        // Four of the six were met; the two that were not vary.
        let counts = weeks.map { $0.demand[0].contacts }
        #expect(counts.min() == 4)
        // Four standard errors of the mean of 400 draws of two.
        let mean = Double(counts.reduce(0, +)) / 400
        #expect(abs(mean - 6) < 0.283)
    }
}
