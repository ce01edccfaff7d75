// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import LinearModel
import Pay
import Workforce

/// The integer programme: posts and sign-offs to have, and what they do in every session of every week.
///
/// Posts of a kind are alike, so a session has so many of them on average, not people: what single people work, and whole
/// contacts, are left to a plan. Everything else is as the weekly model has it: who may do what and go where, minutes of
/// contacts, supervision, spans, pairs, minimums of heads, rest, sessions a day and days a week.
struct RequiredProgram {
    /// What is asked.
    enum Question: Equatable {
        /// The cheapest workforce that all care can be given with.
        case required
        /// So many whole posts more than today's that leave least care unmet, as the policy weighs it.
        case further(posts: Int)
    }

    /// Work of a kind in one session, a column each.
    struct Part {
        let week: Int
        let kind: Int
        let period: Int
        let team: Int
        let activity: Int
        let option: WorkOption
        let column: Int
        /// Minutes that a contact takes of the person.
        let minutes: Double
        /// Hours of contract that a contact uses: of the time that people are there.
        let contractHours: Double
    }

    /// Who of a kind has a sign-off beyond the usual ones.
    struct SignOffColumns {
        let kind: Int
        /// At the level that is asked for; the highest where sign-offs are bought.
        let need: Need
        /// Their whole-time equivalents.
        let column: Int
        /// How many people.
        let people: Int
        /// Steps of their whole-time equivalents; nil where they are today's people.
        let steps: Int?
    }

    var program = LinearProgram()
    var origins: [RowOrigin] = []
    /// Whole-time equivalents of each kind.
    var posts: [Int] = []
    /// Steps of posts of each kind that are had, or added.
    var steps: [Int] = []
    /// People of each kind: no fewer than whole-time equivalents, and no more than the smallest contract makes of them.
    var people: [Int] = []
    /// Sign-offs beyond the usual ones.
    var signOffs: [SignOffColumns] = []
    var parts: [Part] = []
    /// Posts more and fewer than today's.
    var changes: [Int] = []
    /// What goes unmet of each line of work, by week; none where all has to be met.
    var unmet: [[Int?]] = []
    /// Heads that are missing, where they may be.
    var missingHeads: [(week: Int, column: Int, sessions: Double)] = []
    /// Lines of work that no kind of post can give, by week: not in the programme.
    var nobody: [[Int]] = []
    /// Minimums of heads that no kind of post counts for, by week.
    var nobodyCounts: [Int] = []

    let weeks: [PostWeek]
    let kinds: [PostKind]
    let question: Question
    let settings: RequiredSettings

    var rows = ProgramRows()
    var signOffPlace: [[Need: Int]] = []

    /// The most whole-time equivalents of one kind: more than any place has people.
    static let mostPosts = 100_000.0
    /// What a pound a year weighs where least unmet care is looked for: enough to choose the cheaper of two alike.
    static let tieWeight = 1e-6
    /// Pounds a year that a post more or fewer than today's weighs where the cheapest workforce is looked for: enough to
    /// choose, of two that cost the same, the one that is nearer to today's. No part of what is reported.
    static let changeWeight = 5.0
    /// Pounds a year that a person weighs: enough to have no more people than are needed for the same posts. No part of what
    /// is reported.
    static let personWeight = 1.0

    init(_ weeks: [PostWeek], _ kinds: [PostKind], _ question: Question, _ settings: RequiredSettings) {
        (self.weeks, self.kinds, self.question, self.settings) = (weeks, kinds, question, settings)
        signOffPlace = kinds.map { _ in [:] }
        addPosts()
        for w in weeks.indices { add(week: w) }
        (program, origins) = rows.made()
    }

    var isElastic: Bool { question != .required }

    /// Days of all weeks.
    var days: Int { weeks.reduce(0) { $0 + $1.instance.dayCount } }

    /// What a sum over all weeks is to be taken by for a week of seven days.
    var perWeek: Double { days > 0 ? 7 / Double(days) : 0 }

    /// A year's share of each day of the weeks: what is worked in all of them stands for a year.
    var yearsADay: Double {
        days > 0 ? PayTable.weeksAYear * 7 / Double(days) : 0
    }
}
