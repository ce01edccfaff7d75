// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import RotationConflicts
import Rotations
import Workforce

/// What is looked for in a rotation that can be planned: posts that nobody may hold, people who may hold none, and periods in
/// which rules together leave a person no post, or a post with a minimum nobody.
enum RotationOutlook {
    /// Tells everything that is found.
    ///
    /// - Parameter isLookingAhead: Whether what rules come to together is looked at.
    static func tell(of rotation: Rotation, _ tables: RotationTables, isLookingAhead: Bool) {
        let facts = RotationFacts(rotation)
        var (people, posts): ([Int], [Int]) = ([], [])
        for (k, post) in rotation.posts.enumerated() where !rotation.people.isEmpty {
            guard facts.amounts[k].contains(where: { $0.target > 0 }) else { continue }
            guard !mayAnybodyHold(k, facts) else {
                posts.append(k)
                continue
            }
            tables.posts.cells.field("post", k).warning(
                "nobody may hold post '\(post.id)' in any period in which they are there: profession, band, cannot, "
                    + "agreements or the travel limit keep everybody from it",
                expected: "somebody who may, or a target of 0", tables.diagnostics)
        }
        for (p, person) in rotation.people.enumerated() where !rotation.posts.isEmpty {
            if facts.presentPeriods[p].isEmpty {
                tables.people.cells.field("staff", p).notice(
                    "'\(person.id)' is there for half of no period or more, and is not planned",
                    tables.diagnostics)
            } else if !mayHoldAny(p, facts) {
                tables.people.cells.field("staff", p).warning(
                    "'\(person.id)' may hold no post in any period in which they are there: profession, band, cannot, "
                        + "agreements or the travel limit keep them from all",
                    expected: "a post that they may hold", tables.diagnostics)
            } else if !hasEmptyStage(person, rotation) {
                people.append(p)
            }
        }
        if isLookingAhead {
            tell(RotationConflicts(facts).find(people: people, posts: posts), rotation, tables)
        }
    }

    private static func tell(_ found: FoundConflicts, _ rotation: Rotation, _ tables: RotationTables) {
        for (k, post) in rotation.posts.enumerated() {
            let isLost = isLost(post, rotation)
            tell(
                of: (found.posts[k] ?? []).filter { !isLost || !$0.rules.contains(.travel) }, post: post.id,
                k,
                tables)
        }
        for (p, person) in rotation.people.enumerated() {
            tell(of: found.people[p] ?? [], person: person.id, p, tables)
        }
        guard !found.isWhole else { return }
        tables.people.cells.field("staff", 0).notice(
            "there are too many people, posts, periods and patterns to look at all of what their rules come to together; "
                + "there may be more periods without a post, or posts without anybody, than are told of",
            tables.diagnostics)
    }

    private static func tell(
        of conflicts: [RotationConflict], post: String, _ k: Int, _ tables: RotationTables
    ) {
        for conflict in conflicts {
            tables.posts.cells.field("post", k).warning(
                "nobody can be in post '\(post)' in \(conflict.span), where it has a minimum, whatever the plan, "
                    + "because of \(conflict.words)",
                expected: "a change of one of these, or no minimum then", tables.diagnostics)
        }
    }

    private static func tell(
        of conflicts: [RotationConflict], person: String, _ p: Int, _ tables: RotationTables
    ) {
        for conflict in conflicts {
            tables.people.cells.field("staff", p).warning(
                "'\(person)' can be in no post in \(conflict.span), whatever the plan, because of \(conflict.words)",
                expected: "a change of one of these", tables.diagnostics)
        }
    }

    /// Whether no way leads to a post by travel.csv, which is told of already.
    private static func isLost(_ post: Post, _ rotation: Rotation) -> Bool {
        rotation.travel.map { rows in
            !rows.contains { [$0.from, $0.to].contains(post.locality) }
        } ?? false
    }

    /// Whether the template of a person has a stage in a setting that no post has, which is told of already.
    private static func hasEmptyStage(_ person: RotatingPerson, _ rotation: Rotation) -> Bool {
        rotation.templates.filter { $0.id == person.template }.flatMap(\.stages).contains { stage in
            !rotation.posts.contains { $0.setting == stage.setting }
        }
    }

    private static func mayAnybodyHold(_ post: Int, _ facts: RotationFacts) -> Bool {
        (0..<facts.personCount).contains { p in
            facts.presentPeriods[p].contains { facts.mayHold(person: p, period: $0, post: post) }
        }
    }

    private static func mayHoldAny(_ person: Int, _ facts: RotationFacts) -> Bool {
        facts.presentPeriods[person].contains { t in
            (0..<facts.postCount).contains { facts.mayHold(person: person, period: t, post: $0) }
        }
    }
}
