// SPDX-License-Identifier: GPL-3.0-or-later

import Pay
import Workforce

/// What so many further posts are best spent on: whole posts beside today's that leave least care unmet, as the policy
/// weighs it.
///
/// Today's people are taken as posts of their kinds, with the usual sign-offs and those that each of them has beyond, without
/// bank and agency. Of two choices that leave as much unmet the cheaper one is preferred, as far as the search ends.
public struct FurtherPosts: Sendable, Equatable, Encodable {
    /// How many posts were to be spent at most.
    public let posts: Int
    /// What they are spent on, in order of the kinds; kinds that get none are left out.
    public let added: [AddedPosts]
    /// Pounds a year of these posts.
    public let yearly: Double
    /// What goes unmet with today's posts.
    public let before: UnmetByPosts
    /// What goes unmet with the further posts.
    public let after: UnmetByPosts
    /// No such posts leave less unmet than is weighed so, in pounds of the policy's weights a week.
    public let bound: Double
    /// Care that no kind of post could give: no part of what goes unmet here.
    public let nobody: [UncoveredCare]
    /// How large the programme is.
    public let size: ProgramSize

    /// Refuses a number of posts that is none.
    public static func check(_ posts: Int) throws(RequiredProblem) {
        guard (1...10_000).contains(posts) else {
            throw .setting("Further posts are \(posts); give 1 to 10,000.")
        }
    }

    /// Works it out, for the same settings as a required workforce.
    public init(
        _ posts: Int, beside weeks: [Week], pay: PayTable? = nil,
        _ settings: RequiredSettings = RequiredSettings()
    ) throws(RequiredProblem) {
        try Self.check(posts)
        let question = try RequiredQuestion(weeks, pay, settings)
        let none = RequiredProgram(question.weeks, question.kinds, .further(posts: 0), settings)
        let some = RequiredProgram(question.weeks, question.kinds, .further(posts: posts), settings)
        // No posts added is a choice, too: what is found is no worse.
        let now = try RequiredSolution(none)
        let then = try RequiredSolution(some, known: now.values)
        nobody = SolutionReading(some, then).nobody
        self.posts = posts
        before = UnmetByPosts(none, now)
        after = UnmetByPosts(some, then)
        added = zip(question.kinds, some.steps).compactMap { kind, column in
            let number = Int(then.values[column].rounded())
            return number > 0 ? AddedPosts(kind: kind, number: number) : nil
        }
        yearly = added.reduce(0) { $0 + Double($1.number) * $1.kind.yearly }
        // What is proved of the programme's sum, in pounds a week.
        let dearest = question.kinds.map(\.yearly).max() ?? 0
        let ties = RequiredProgram.tieWeight * dearest * Double(posts)
        let unproved = (then.objective - then.bound + ties) * some.weeksInPeriod
        bound = max(0, after.weighed - unproved)
        size = ProgramSize(some, then)
    }
}

/// Further posts of one kind.
public struct AddedPosts: Sendable, Equatable, Encodable {
    /// The kind.
    public let kind: PostKind
    /// How many.
    public let number: Int
}

/// What goes unmet, a week on average.
public struct UnmetByPosts: Sendable, Equatable, Encodable {
    /// Hours of contacts, by priority.
    public let hours: [PriorityHours]
    /// Heads missing in sessions.
    public let missingHeads: Double
    /// Pounds of it by the policy's weights.
    public let weighed: Double

    /// Hours of one priority.
    public struct PriorityHours: Sendable, Equatable, Encodable {
        /// The priority.
        public let priority: String
        /// Contact hours.
        public let hours: Double
    }

    enum CodingKeys: String, CodingKey {
        case hours
        case missingHeads = "missing_heads"
        case weighed
    }

    /// All of them.
    public var allHours: Double { hours.reduce(0) { $0 + $1.hours } }

    init(_ made: RequiredProgram, _ solution: RequiredSolution) {
        let perWeek = made.perWeek
        var minutes: [Priority: Double] = [:]
        var weighed = 0.0
        for (w, week) in made.weeks.enumerated() {
            let policy = week.instance.week.policy
            for (i, line) in week.work.enumerated() {
                // Care that no kind of post could give is left out of both.
                guard let column = made.unmet[w][i] else { continue }
                let time = solution.values[column] * Double(week.instance.activities[line.activity].minutes)
                minutes[line.priority, default: 0] += time
                weighed += time * policy.unmetMinute(line.priority)
            }
        }
        var missing = 0.0
        for head in made.missingHeads {
            let policy = made.weeks[head.week].instance.week.policy
            missing += solution.values[head.column] * head.sessions
            weighed += solution.values[head.column] * head.sessions * policy.unsafeStaffing
        }
        hours = Priority.allCases.filter(\.isCare).map {
            PriorityHours(priority: $0.rawValue, hours: (minutes[$0] ?? 0) * perWeek / 60)
        }
        missingHeads = missing * perWeek
        self.weighed = weighed * perWeek
    }
}

extension RequiredProgram {
    /// What the average of the programme's weeks is to be taken by for a week of seven days.
    var weeksInPeriod: Double { perWeek * Double(weeks.count) }
}
