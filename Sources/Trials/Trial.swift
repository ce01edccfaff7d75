// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Figures
import Formulation
import Workforce

/// A change of the week, tried: the best plan found without it, and with it.
///
/// Both plans keep every rule of their week, so that what is claimed can be done. Planning anew may better a
/// plan even where nothing is changed; that is not the change's doing. So the plan without the change is
/// planned anew as well, from the same start and with the same work, and once more from whatever of the
/// better plan does not need the change. Where both weeks are small enough, both plans are then proved the
/// cheapest of their week.
public struct Trial: Sendable {
    /// The plan without the change.
    public let before: NearbyPlan
    /// The plan with it.
    public let after: NearbyPlan
    /// Whether both are proved the cheapest of their weeks.
    public let isExact: Bool

    /// What the change does.
    public var effect: Effect {
        var effect = Effect(from: before, to: after)
        effect.isExact = isExact
        return effect
    }
}

extension PlanAtHand {
    /// Tries changes of the week together.
    ///
    /// - Parameters:
    ///   - changes: The changes; nobody goes by them, nor a line: both plans are compared place by place.
    ///   - people: Positions of those whose time is planned anew.
    ///   - lines: Positions of the lines whose contacts are given out anew, with all who could give them.
    public func trying(_ changes: [Change], near people: [Int], lines: [Int]) -> Trial {
        trying(changes, near: [Part(people: people, lines: lines)])
    }

    /// A part of the week that is planned anew.
    public struct Part: Sendable {
        /// Whose time.
        public let people: [Int]
        /// Lines whose contacts are given out anew.
        public let lines: [Int]

        /// A part of the week.
        public init(people: [Int], lines: [Int]) {
            self.people = people
            self.lines = lines
        }
    }

    /// Tries changes by planning one part of the week anew after the other: several small parts are planned
    /// better than all of them at once.
    ///
    /// - Parameter moves: How many moves each part is planned with; nil: by the size of the part. Give it where several
    ///   changes are ranked.
    public func trying(_ changes: [Change], near parts: [Part], moves: Int? = nil) -> Trial {
        let changed = planner(with: changes)
        func improve(_ plan: inout NearbyPlan) {
            for part in parts {
                // Somebody who is only in the changed week is last on its roster.
                let people = part.people.filter { $0 < plan.instance.staffCount }
                plan.improve(near: people, lines: part.lines, moves: moves)
            }
        }
        var before = nearby
        improve(&before)
        var after = changed.takingOver(before.rows)
        improve(&after)
        // What of the better plan does not need the change is had without it.
        var without = planner.takingOver(after.rows)
        improve(&without)
        if without.objective < before.objective - Self.leastGain {
            before = without
            var again = changed.takingOver(before.rows)
            improve(&again)
            if again.objective < after.objective { after = again }
        }
        return proving(before, after, by: changed)
    }

    /// The two plans of a trial, or where both weeks can be proved the cheapest of each.
    ///
    /// - Parameter changed: What the cheapest with the change is looked for with, `after` a start for it.
    public func proving(_ before: NearbyPlan, _ after: NearbyPlan, by changed: NearbyPlanner) -> Trial {
        guard changed.isProvable, let asItIs = cheapest, let other = changed.cheapest(from: after) else {
            return Trial(before: before, after: after, isExact: false)
        }
        return Trial(before: asItIs, after: other, isExact: true)
    }

    /// Pounds below which two plans cost the same.
    public static let leastGain = 0.005
}

extension Effect {
    /// What one effect does beyond another.
    public static func - (one: Effect, other: Effect) -> Effect {
        Effect(
            contacts: one.contacts - other.contacts, hours: one.hours - other.hours,
            registeredHours: one.registeredHours - other.registeredHours, pounds: one.pounds - other.pounds,
            terms: one.terms - other.terms, isExact: one.isExact && other.isExact)
    }

    /// The effect of going from one plan to another, of weeks with the same lines.
    public init(from before: NearbyPlan, to after: NearbyPlan) {
        let instance = before.instance
        self.init(
            met: instance.lines.enumerated().filter(\.element.isCare).map { i, line in
                (
                    contacts: before.unmet(ofLine: i) - after.unmet(ofLine: i),
                    minutes: instance.activities[line.activity].minutes
                )
            },
            registeredMinutes: before.registeredContactMinutes - after.registeredContactMinutes,
            terms: before.terms - after.terms)
        pounds = before.objective - after.objective
    }
}

extension Trial {
    /// Who works elsewhere, which contacts change hands and what is met, for the change.
    public var difference: PlanDifference {
        PlanDifference(
            from: before.rows, of: before.instance.week, to: after.rows, of: after.instance.week,
            saving: before.terms - after.terms)
    }
}
