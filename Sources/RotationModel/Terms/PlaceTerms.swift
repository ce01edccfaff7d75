// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// Pounds for each person without a post in a period in which they are present.
enum UnplacedTerm: RotationPart {
    static func add(to builder: inout RotationBuilder) {
        for column in builder.layout.unplaced where column >= 0 {
            builder.addCost(builder.facts.rotation.policy.unplaced, to: column, for: .unplaced)
        }
    }
}

/// Pounds for each step down somebody's list.
enum PreferenceTerm: RotationPart {
    static func add(to builder: inout RotationBuilder) {
        let facts = builder.facts
        builder.addPlaceCosts(for: .preference) { p, _, k in facts.preferencePounds[p][k] }
    }
}

/// Pounds for the way from base to post.
enum TravelTerm: RotationPart {
    static func add(to builder: inout RotationBuilder) {
        let facts = builder.facts
        builder.addPlaceCosts(for: .travel) { p, _, k in facts.travelPounds(person: p, post: k) }
    }
}

/// Pounds for each block begun.
enum ChangeTerm: RotationPart {
    static func add(to builder: inout RotationBuilder) {
        for (column, origin) in builder.columns.enumerated() where origin.kind == .begun {
            builder.addCost(builder.facts.rotation.policy.change, to: column, for: .change)
        }
    }
}

/// Pounds for each person-period that differs from the plan in force, in periods that it covers.
enum DisruptionTerm: RotationPart {
    static func add(to builder: inout RotationBuilder) {
        let facts = builder.facts
        let pounds = facts.rotation.policy.disruption
        builder.addPlaceCosts(for: .disruption) { p, t, k in
            facts.inForce.isCovered[t] && facts.inForce.post(person: p, period: t) != k ? pounds : 0
        }
        for (column, origin) in builder.columns.enumerated() where origin.kind == .unplaced {
            let (p, t) = (Int(origin.person), Int(origin.period))
            if facts.inForce.isCovered[t], facts.inForce.post(person: p, period: t) != nil {
                builder.addCost(pounds, to: column, for: .disruption)
            }
        }
    }
}

extension RotationBuilder {
    /// Adds what it costs to have somebody in a post in a period.
    fileprivate mutating func addPlaceCosts(
        for term: RotationPrice.Term, _ pounds: (_ person: Int, _ period: Int, _ post: Int) -> Double
    ) {
        for (column, origin) in columns.enumerated() where origin.kind == .placed {
            addCost(
                pounds(Int(origin.person), Int(origin.period), Int(origin.post)), to: column, for: term)
        }
    }
}
