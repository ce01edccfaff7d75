// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import Workforce

/// A rotation of a few people for tests of one rule or one price at a time.
///
///     let rotation = try TinyRotation.of(periods: 2) { parts in
///         parts.posts = [TinyRotation.post("WARD")]
///         parts.people = [TinyRotation.person("P-1")]
///     }
///
/// It begins on Monday, 4 January 2027, in calendar months. Everything is free but a period without a post, which costs
/// £100; everybody is a physiotherapist of the trust, which runs all posts in the town where everybody lives.
public enum TinyRotation {
    /// Physiotherapists, occupational therapists, and assistants without a profession; three competencies at 3 levels, of
    /// which `respiratory` stays valid for a month.
    public static let framework = Framework(
        name: "Tiny", version: "1", levels: 3,
        roles: [
            Role(id: "physio", name: "Physiotherapist", kind: .registered, profession: "physiotherapy"),
            Role(id: "ot", name: "Occupational therapist", kind: .registered, profession: "therapy"),
            Role(id: "assistant", name: "Assistant", kind: .support, grade: 2),
        ],
        competencies: [
            Competency(id: "care", name: "Care"), Competency(id: "moving", name: "Moving"),
            Competency(id: "respiratory", name: "Respiratory care", validMonths: 1),
        ],
        activities: [])

    /// Nothing costs anything but to be without a post.
    public static var policy: RotationPolicy {
        var policy = RotationPolicy()
        policy.belowMinimum = 0
        policy.belowTarget = 0
        policy.unplaced = 100
        policy.preferenceStep = 0
        policy.travelMinute = 0
        policy.change = 0
        policy.fairness = 0
        policy.disruption = 0
        return policy
    }

    /// The parts of a rotation, as described.
    public static func parts(
        starts: String = "2027-01-04", periods: Int, _ describe: (inout RotationParts) -> Void
    ) -> RotationParts {
        var parts = RotationParts(
            name: "Tiny", starts: day(starts), periodCount: periods, framework: framework)
        parts.policy = policy
        describe(&parts)
        return parts
    }

    /// The rotation, as described.
    public static func of(
        starts: String = "2027-01-04", periods: Int, _ describe: (inout RotationParts) -> Void
    ) throws -> Rotation {
        try Rotation(parts(starts: starts, periods: periods, describe))
    }

    /// The day written so; 1 January 2001 for what is no day.
    public static func day(_ iso: String) -> CalendarDay { CalendarDay(iso: iso) ?? CalendarDay(number: 0) }

    /// A post of the trust in town, acute, as described.
    public static func post(_ id: String, _ describe: (inout Post) -> Void = { _ in }) -> Post {
        var post = Post(id: id, setting: "acute", organisation: "trust", locality: "town")
        describe(&post)
        return post
    }

    /// A physiotherapist of the trust in town, as described.
    public static func person(
        _ id: String, _ describe: (inout RotatingPerson) -> Void = { _ in }
    ) -> RotatingPerson {
        var person = RotatingPerson(id: id, roles: ["physio"], employer: "trust", baseLocality: "town")
        describe(&person)
        return person
    }
}
