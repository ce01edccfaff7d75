// SPDX-License-Identifier: GPL-3.0-or-later

import Generation
import Rotations
import SeededRandom
import Wording
import Workforce

/// Makes up a realistic rotation: therapists of two or three employers, who go between wards, teams at home and transfer
/// hubs.
///
///     let generator = RotationGenerator(framework: framework, frameworkPath: path, people: 60, periods: 12, posts: 20, seed: 1)
///     for file in generator.files() { … }
///
/// A programme is under way: who is there and may hold a post is in one, and the first period is frozen. The people are 90 to
/// 110 per cent of the whole-time equivalents that posts are meant to have together; of twenty people or more, each rule is
/// about a tenth or more. Every figure is an assumption. The same arguments give the same bytes on every machine.
public struct RotationGenerator: Sendable {
    /// How many people it can make up.
    public static let people = 4...2000
    /// How many periods.
    public static let periods = 2...104
    /// How many posts.
    public static let posts = 4...500

    /// Roles and competencies; made for those of `Competencies/intermediate-care.yaml`. Of others, two registered roles with
    /// professions rotate, and what posts would teach and ask for is left out where there is no such competency.
    public let framework: Framework
    /// The framework's path from the rotation's folder.
    public let frameworkPath: String
    /// People who rotate.
    public let peopleCount: Int
    /// Months.
    public let periodCount: Int
    /// Posts.
    public let postCount: Int
    /// What random choices follow from.
    public let seed: UInt64

    /// A generator. Numbers out of range are brought to the nearest that is in it; ask `faults` about what they come to.
    public init(
        framework: Framework, frameworkPath: String = "../../Competencies/intermediate-care.yaml",
        people: Int,
        periods: Int, posts: Int, seed: UInt64
    ) {
        func within(_ value: Int, _ range: ClosedRange<Int>) -> Int {
            min(max(value, range.lowerBound), range.upperBound)
        }
        self.framework = framework
        self.frameworkPath = frameworkPath
        peopleCount = within(people, Self.people)
        periodCount = within(periods, Self.periods)
        postCount = within(posts, Self.posts)
        self.seed = seed
    }

    /// What keeps such a rotation from being made up or planned, a sentence each; none: nothing does.
    public var faults: [String] {
        let cells = peopleCount * periodCount * postCount
        let most = RotationFaults.mostCells
        let isTooLarge =
            "People times months times posts are \(Show.count(cells)), and at most \(Show.count(most)) can be planned: make "
            + "up fewer."
        let hasNobody =
            "The framework \(framework.name) has no registered role with a profession, so nobody could rotate: name another "
            + "one."
        return (cells > most ? [isTooLarge] : [])
            + (RotationPlace(framework: framework, periods: periodCount).roles.isEmpty ? [hasNobody] : [])
    }

    /// The rotation's parts; they fit together where the framework has what they name.
    public func parts() -> RotationParts {
        let place = RotationPlace(framework: framework, periods: periodCount)
        var parts = RotationParts(
            name: "Made-up therapists (\(peopleCount) people, seed \(seed))", starts: place.starts,
            periodCount: periodCount, framework: framework)
        parts.templates = place.templates
        parts.agreements = place.agreements
        parts.travel = place.travel
        // Each part draws from a stream of its own, so that a change in one leaves the others as they were.
        parts.people = MadeUpPeople(place, peopleCount, stream(1)).people
        parts.posts = MadeUpPosts(place, postCount, people: parts.people, stream(2)).posts
        MadeUpWishes(place, stream(3)).fill(&parts)
        MadeUpHistory(place, stream(4)).fill(&parts)
        MadeUpRows(place, stream(5)).fill(&parts)
        return parts
    }

    /// The files of the rotation's folder.
    public func files() -> [GeneratedFile] {
        let readme = """
            # A made-up rotation

            `skillmix generate --rotation` wrote it: \(peopleCount) people, \(periodCount) months, \(postCount) posts, \
            seed \(seed). People, places and organisations are invented, and every figure is an assumption.

            """
        return RotationFiles(
            parts(), frameworkPath: frameworkPath,
            notes: ["A made-up rotation: see README.md beside this file. Everybody in it is invented."]
        ).files + [GeneratedFile(path: "README.md", text: "<!-- \(Text.licence) -->\n" + readme)]
    }

    private func stream(_ number: UInt64) -> SeededRandom {
        SeededRandom(seed: SeededRandom.number(number, ofSeed: seed))
    }
}
