// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// Rule 7: the settings of somebody's posts follow one pattern of their template.
enum TemplateRule: RotationPart {
    static func add(to builder: inout RotationBuilder) {
        let facts = builder.facts
        for p in 0..<facts.personCount {
            guard let patterns = builder.layout.patterns[p] else { continue }
            let first = builder.layout.firstPattern[p]
            builder.equals(
                1, RotationRow(.onePattern, person: p), patterns.indices.map { (first + $0, 1) })
            // Patterns that do not fit frozen posts are no choice, or none fits.
            for t in facts.freePeriods(of: p) {
                addRows(p, t, patterns, first, to: &builder)
            }
        }
    }

    /// A row a setting: whoever is in one of its posts follows a pattern that has it in the period.
    private static func addRows(
        _ p: Int, _ t: Int, _ patterns: [[String]], _ first: Int, to builder: inout RotationBuilder
    ) {
        for (place, setting) in builder.facts.settings.enumerated() {
            let places = builder.layout.posts[builder.layout.cell(p, t)]
                .filter { builder.facts.rotation.posts[$0].setting == setting }
                .compactMap { builder.layout.placed(p, t, $0) }
            guard !places.isEmpty else { continue }
            let followed = patterns.indices.filter { patterns[$0][t] == setting }.map { (first + $0, -1.0) }
            builder.atMost(
                0, RotationRow(.pattern, person: p, period: t, extra: place),
                places.map { ($0, 1) } + followed)
        }
    }

    static func complete(_ values: inout [Double], _ plan: RotationPlan, of program: RotationProgram) {
        let facts = program.facts
        for p in 0..<facts.personCount {
            guard let patterns = program.layout.patterns[p] else { continue }
            let fitting = patterns.firstIndex { pattern in
                facts.freePeriods(of: p).allSatisfy { t in
                    plan.posts[p][t].map { facts.rotation.posts[$0].setting == pattern[t] } ?? true
                }
            }
            values[program.layout.firstPattern[p] + (fitting ?? 0)] = 1
        }
    }
}
