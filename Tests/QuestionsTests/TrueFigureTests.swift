// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Figures
import Formulation
import LinearModel
import SeededRandom
import TestSupport
import Testing
import Trials
import Wording
import Workforce

@testable import Questions

/// Every answer about random tiny weeks against the truth: the change is made in the week, both weeks are solved to
/// the optimum by GLPK on the exact model, and the claimed pounds are held against the difference.
///
/// Where an answer says "exactly" they are the same; where it says "at least" they are no more.
@Suite struct TrueFigureTests {
    /// What became of the claims of some weeks.
    private struct Tally: Sendable {
        var exact = 0
        var atLeast = 0
        var tooMuch: [String] = []

        mutating func add(_ other: Tally) {
            exact += other.exact
            atLeast += other.atLeast
            tooMuch += other.tooMuch
        }
    }

    private static let weeks = 0..<170

    private func week(_ seed: Int) -> Week {
        var random = SeededRandom(seed: UInt64(seed) &* 17 &+ 3)
        return RandomWeek.make(seed: UInt64(seed)).replacing { parts in
            parts.signOffs = parts.signOffs.filter { _ in random.chance(60) }
        }
    }

    private func hand(_ seed: Int, proves: Bool) async -> PlanAtHand {
        var hand = await PlanAtHand.planned(week(seed))
        hand.proves = proves
        return hand
    }

    /// Holds a claim against the prices of the best plans without the change and with it.
    private func hold(
        _ effect: Effect, _ before: Double?, _ after: Double?, _ what: String, _ tally: inout Tally
    ) throws {
        let truth = (try #require(before)) - (try #require(after))
        #expect(abs(effect.terms.total - effect.pounds) < 1e-6, "the terms are all of it: \(what)")
        if effect.isExact {
            tally.exact += 1
            #expect(abs(effect.pounds - truth) < 0.01, "\(what): \(effect.pounds), in truth \(truth)")
        } else {
            tally.atLeast += 1
            if effect.pounds > truth + 0.01 {
                tally.tooMuch.append("\(what): \(effect.pounds), in truth \(truth)")
            }
        }
    }

    private func lines(_ seed: Int, proves: Bool) async throws -> Tally {
        var tally = Tally()
        let hand = await hand(seed, proves: proves)
        let (week, names) = (hand.week, Naming(week: hand.week))
        let before = try optimum(of: week)
        for i in week.demand.indices where hand.nearby.unmet(ofLine: i) > 0 {
            let answer = try hand.explain(line: week.demand[i].id)
            let candidates = hand.candidates(forLine: i)
            for proposal in hand.proposals(forLine: i, candidates) where proposal.unpriced == nil {
                guard let claim = answer.changes.first(where: { $0.changes == [proposal.change] }) else {
                    continue
                }
                let after = try optimum(of: week.applying([proposal.change]).week)
                try hold(claim.effect, before, after, "\(seed) \(proposal.change)", &tally)
            }
            for move in hand.rearrangements(i, candidates) {
                let words = hand.sending(move, i, names)
                guard let claim = answer.changes.first(where: { $0.change == words }) else { continue }
                let after = try having(move, hand.instance.lines[i].team, in: week)
                try hold(claim.effect, before, after, "\(seed) \(words)", &tally)
            }
        }
        return tally
    }

    /// The price of the best plan with somebody in a place.
    private func having(_ move: PlanAtHand.Move, _ k: Int, in week: Week) throws -> Double? {
        let (s, t) = (move.person, move.session)
        let pinned = week.replacing {
            $0.rota[s][t] = RotaMark(week.rota[s][t].duty, pin: week.teams[k].id)
        }
        return try optimum(of: pinned) { model, program in
            let cell = s * model.instance.sessionCount + t
            guard let place = model.instance.eligibleTeams[cell].firstIndex(of: k) else { return }
            program.setBounds(ofColumn: model.layout.firstDeployment[cell] + place, lower: 1, upper: 1)
        }
    }

    private func sum(_ tally: @Sendable @escaping (Int) async throws -> Tally) async throws -> Tally {
        try await withThrowingTaskGroup(of: Tally.self) { group in
            for seed in Self.weeks { group.addTask { try await tally(seed) } }
            var sum = Tally()
            for try await one in group { sum.add(one) }
            return sum
        }
    }

    @Test func `what would meet a line saves exactly what it says`() async throws {
        let tally = try await sum { try await lines($0, proves: true) }
        #expect(tally.exact >= 60, "\(tally.exact)")
        // Nearly all tiny weeks are proved within the work of a proof.
        #expect(tally.atLeast <= 1, "\(tally.atLeast)")
    }

    @Test func `found without a proof it saves at least what it says`() async throws {
        let tally = try await sum { try await lines($0, proves: false) }
        #expect(tally.atLeast >= 60, "\(tally.atLeast)")
        #expect(tally.exact == 0)
        #expect(tally.tooMuch.isEmpty, "\(tally.tooMuch)")
    }

    private func training(_ seed: Int, proves: Bool) async throws -> Tally {
        var tally = Tally()
        let hand = await hand(seed, proves: proves)
        let value = hand.training(most: 2)
        let before = try optimum(of: hand.week)
        func hold(_ effect: Effect, _ people: [(staff: String, needs: [Need])]) throws {
            let changes = people.map { Change.signOff(.holds(staff: $0.staff, needs: $0.needs)) }
            let after = try optimum(of: hand.week.applying(changes).week)
            try self.hold(effect, before, after, "\(seed) \(people)", &tally)
        }
        for signOff in value.ranked { try hold(signOff.effect, [(signOff.staff, [signOff.need])]) }
        if let best = value.best {
            try hold(best.effect, best.signOffs.map { ($0.staff, [Need($0.competency, $0.level)]) })
        }
        return tally
    }

    @Test func `a sign-off saves exactly what training says`() async throws {
        let tally = try await sum { try await training($0, proves: true) }
        #expect(tally.exact >= 60, "\(tally.exact)")
        #expect(tally.atLeast == 0)
    }

    @Test func `without a proof a sign-off saves at least what training says`() async throws {
        let tally = try await sum { try await training($0, proves: false) }
        #expect(tally.atLeast >= 60, "\(tally.atLeast)")
        #expect(tally.tooMuch.isEmpty, "\(tally.tooMuch)")
    }

    private func bookings(_ seed: Int, proves: Bool) async throws -> Tally {
        var tally = Tally()
        let hand = await hand(seed, proves: proves)
        let before = try optimum(of: hand.week)
        for (s, staff) in hand.week.staff.enumerated() {
            let sessions = hand.plan.bookings.filter { $0.staff == staff.id }.map(\.session)
            guard !sessions.isEmpty else { continue }
            let off = Change.availability(
                Availability(staff: staff.id, sessions: sessions.map { hand.week.sessions[$0].id }, .off))
            let lines = Set(
                sessions.flatMap { t in hand.nearby.contacts(ofPerson: s, session: t).map(\.line) }
            ).sorted()
            let effect = hand.trying([off], near: [s], lines: lines).effect
            let answer = try hand.explain(bookingOf: staff.id)
            #expect(answer.sentences.contains { $0.contains(effect.priceInWords) })
            try hold(
                effect, before, try optimum(of: hand.week.applying([off]).week), "\(seed) \(staff.id)", &tally
            )
        }
        return tally
    }

    @Test func `without a booking the week costs exactly what is said`() async throws {
        let tally = try await sum { try await bookings($0, proves: true) }
        #expect(tally.exact >= 30, "\(tally.exact)")
        #expect(tally.atLeast == 0)
    }

    @Test func `without a proof it costs at most what is said`() async throws {
        let tally = try await sum { try await bookings($0, proves: false) }
        #expect(tally.atLeast >= 30, "\(tally.atLeast)")
        #expect(tally.tooMuch.isEmpty, "\(tally.tooMuch)")
    }
}
