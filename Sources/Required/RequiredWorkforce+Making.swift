// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel
import Pay
import Workforce

extension RequiredWorkforce {
    /// Works out what weeks require. The same weeks and settings give the same.
    ///
    /// - Parameters:
    ///   - weeks: The weeks, each of which has to be managed. Today's people are those of the first.
    ///   - pay: What posts cost; nil: what the roster says of an hour.
    public init(
        _ weeks: [Week], pay: PayTable? = nil, _ settings: RequiredSettings = RequiredSettings()
    ) throws(RequiredProblem) {
        let question = try RequiredQuestion(weeks, pay, settings)
        let made = RequiredProgram(question.weeks, question.kinds, .required, settings)
        let solution = try RequiredSolution(made)
        let reading = SolutionReading(made, solution)
        self.settings = settings
        isBySession = question.isBySession
        self.weeks = weeks.map(\.start.iso)
        payYears = pay?.years ?? []
        paySources = pay?.sources ?? []
        posts = reading.posts
        competencies = reading.competencies(weeks)
        work = reading.work
        causes = reading.causes
        nobody = reading.nobody
        uncountedHeads = made.nobodyCounts.reduce(0, +)
        (yearly, bound) = (solution.objective, solution.bound)
        postsYearly = posts.reduce(0) { $0 + $1.yearly }
        signOffsYearly = reading.signOffsYearly
        enhancementsYearly = max(0, solution.objective - postsYearly - signOffsYearly)
        relaxed = solution.relaxed - made.changePounds(solution.relaxedValues)
        today = question.kinds.reduce(0) { $0 + $1.today * $1.yearly }
        size = ProgramSize(made, solution)
    }
}

extension ProgramSize {
    init(_ made: RequiredProgram, _ solution: RequiredSolution) {
        self.init(
            columns: made.program.columnCount, whole: made.program.isInteger.count { $0 },
            rows: made.program.rowCount, nodes: solution.nodes)
    }
}

/// What is asked, checked: weeks and kinds of posts that a programme can be made of.
struct RequiredQuestion {
    let weeks: [PostWeek]
    let kinds: [PostKind]
    /// Whether every session is looked at by itself.
    let isBySession: Bool

    init(_ weeks: [Week], _ pay: PayTable?, _ settings: RequiredSettings) throws(RequiredProblem) {
        guard let first = weeks.first else { throw .noWeeks }
        try settings.check()
        for week in weeks where week.policy.fullTimeHours != first.policy.fullTimeHours {
            throw .unlike(
                "Full time is \(first.policy.fullTimeHours) hours in the week of \(first.start) and "
                    + "\(week.policy.fullTimeHours) in that of \(week.start): give weeks with the same full_time_hours."
            )
        }
        guard first.policy.fullTimeHours > 0 else {
            throw .unlike(
                "full_time_hours is 0 in the week of \(first.start): posts need hours; give more than 0.")
        }
        let kinds = PostKinds(weeks, pay: pay)
        guard kinds.unpaid.isEmpty else { throw .unpaid(kinds.unpaid) }
        guard kinds.unpriced.isEmpty else { throw .unpriced(kinds.unpriced) }
        guard !kinds.kinds.isEmpty else { throw .noKinds }
        self.kinds = kinds.kinds
        let kindCount = kinds.kinds.count
        let places = weeks.reduce(0) { sum, week in
            sum + week.demand.reduce(0) { $0 + $1.window.count * kindCount }
        }
        isBySession = places <= Self.mostPlaces
        let isSingle = isBySession
        self.weeks = weeks.map { PostWeek($0, kinds.kinds, isSingle: isSingle) }
    }

    /// Sessions of lines, times kinds of posts, up to which every session is looked at by itself: a programme of more would
    /// take too long.
    static let mostPlaces = 6_000
}

extension RequiredSettings {
    /// Refuses what makes no sense.
    func check() throws(RequiredProblem) {
        func need(_ holds: Bool, _ words: @autoclosure () -> String) throws(RequiredProblem) {
            guard holds else { throw .setting(words()) }
        }
        try need((0...0.9).contains(headroom), "Headroom is \(headroom); give a share from 0 to 0.9.")
        try need((0.1...1).contains(fill), "Fill is \(fill); give a share from 0.1 to 1.")
        try need((0.01...1).contains(weekends), "Weekends are \(weekends); give a share from 0.01 to 1.")
        try need((0.01...1).contains(step), "The step is \(step); give 0.01 to 1 whole-time equivalents.")
        try need(
            (0...1_000_000).contains(signOff), "A sign-off is £\(signOff); give pounds from 0 to 1,000,000.")
        try need(nodes >= 0, "The work limit is \(nodes); give 0 or more.")
        try need((0...1).contains(gap), "The gap is \(gap); give a share from 0 to 1.")
    }
}
