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

    private(set) var program = LinearProgram()
    private(set) var origins: [RowOrigin] = []
    /// Whole-time equivalents of each kind.
    private(set) var posts: [Int] = []
    /// Steps of posts of each kind that are had, or added.
    private(set) var steps: [Int] = []
    /// Whole-time equivalents with a sign-off beyond the usual ones.
    private(set) var signOffs: [(kind: Int, competency: String, column: Int)] = []
    /// Steps of each of these.
    private(set) var signOffSteps: [Int] = []
    private(set) var parts: [Part] = []
    /// Posts more and fewer than today's.
    private(set) var changes: [Int] = []
    /// What goes unmet of each line of work, by week; none where all has to be met.
    private(set) var unmet: [[Int?]] = []
    /// Heads that are missing, where they may be.
    private(set) var missingHeads: [(week: Int, column: Int, sessions: Double)] = []
    /// Lines of work that no kind of post can give, by week: not in the programme.
    private(set) var nobody: [[Int]] = []
    /// Minimums of heads that no kind of post counts for, by week.
    private(set) var nobodyCounts: [Int] = []

    let weeks: [PostWeek]
    let kinds: [PostKind]
    let question: Question
    let settings: RequiredSettings

    private var rows = ProgramRows()
    private var signOffColumn: [[String: Int]] = []

    /// The most whole-time equivalents of one kind: more than any place has people.
    static let mostPosts = 100_000.0
    /// What a pound a year weighs where least unmet care is looked for: enough to choose the cheaper of two alike.
    static let tieWeight = 1e-6
    /// Pounds a year that a post more or fewer than today's weighs where the cheapest workforce is looked for: enough to
    /// choose, of two that cost the same, the one that is nearer to today's. No part of what is reported.
    static let changeWeight = 5.0

    init(_ weeks: [PostWeek], _ kinds: [PostKind], _ question: Question, _ settings: RequiredSettings) {
        (self.weeks, self.kinds, self.question, self.settings) = (weeks, kinds, question, settings)
        signOffColumn = kinds.map { _ in [:] }
        addPosts()
        for w in weeks.indices { add(week: w) }
        (program, origins) = rows.made()
    }

    private var isElastic: Bool { question != .required }

    /// A year's share of each day of the weeks: what is worked in all of them stands for a year.
    private var yearsADay: Double {
        let days = weeks.reduce(0) { $0 + $1.instance.dayCount }
        return days > 0 ? PayTable.weeksAYear * 7 / Double(days) : 0
    }

    // MARK: Posts

    private mutating func addPosts() {
        var added: [ProgramRows.Term] = []
        for kind in kinds {
            let cost = isElastic ? kind.yearly * Self.tieWeight : kind.yearly
            let column = rows.column(cost: cost, upper: Self.mostPosts)
            let step = isElastic ? 1 : settings.step
            let steps = rows.column(upper: (Self.mostPosts / step).rounded(.down), integer: true)
            let today = isElastic ? kind.today : 0
            rows.row(lower: today, upper: today, [(column, 1), (steps, -step)])
            if !isElastic {
                let (more, fewer) = (
                    rows.column(cost: Self.changeWeight), rows.column(cost: Self.changeWeight)
                )
                rows.row(lower: kind.today, upper: kind.today, [(column, 1), (more, -1), (fewer, 1)])
                changes += [more, fewer]
            }
            posts.append(column)
            self.steps.append(steps)
            added.append((steps, 1))
        }
        if case .further(let number) = question { rows.row(upper: Double(number), added, .posts) }
    }

    /// Whole-time equivalents of a kind that have a sign-off beyond its usual ones.
    private mutating func signOff(_ kind: Int, _ competency: String, _ framework: Framework) -> Int {
        if let column = signOffColumn[kind][competency] { return column }
        let months =
            framework.competencies.first { $0.id == competency }?.validMonths ?? settings.signOffMonths
        let column = rows.column(
            cost: settings.signOff * 12 / Double(max(1, months)), upper: Self.mostPosts)
        let steps = rows.column(upper: (Self.mostPosts / settings.step).rounded(.down), integer: true)
        rows.row(lower: 0, upper: 0, [(column, 1), (steps, -settings.step)])
        rows.row(upper: 0, [(column, 1), (posts[kind], -1)], .signOffs(kind: kind))
        signOffColumn[kind][competency] = column
        signOffs.append((kind, competency, column))
        signOffSteps.append(steps)
        return column
    }

    // MARK: A week

    private mutating func add(week w: Int) {
        var making = WeekRows(weeks[w], kinds, mayTrain: !isElastic)
        let enhancements = kinds.indices.map { kind in
            weeks[w].periods.all.map { enhancement(kind, week: w, session: $0.first) * $0.count }
        }
        making.addDeployments(&rows, costs: enhancements)
        addWorkingTime(making, week: w)
        addWork(&making, week: w)
        addHeads(making, week: w)
    }

    /// Pounds a year for one of a kind who works a session: enhancements, with on-costs.
    private func enhancement(_ kind: Int, week w: Int, session t: Int) -> Double {
        guard !isElastic else { return 0 }
        let instance = weeks[w].instance
        let session = instance.calendar.sessions[t]
        let pounds =
            kinds[kind].hourly * instance.week.policy.ownUplift(in: session) * Double(session.minutes) / 60
        return pounds * kinds[kind].enhancementFactor * yearsADay
    }

    /// What posts of a kind can be there for: hours, heads at a time, days, rest.
    private mutating func addWorkingTime(_ making: WeekRows, week w: Int) {
        let instance = weeks[w].instance
        let policy = instance.week.policy
        let calendar = instance.calendar
        let periods = weeks[w].periods
        let rest = Self.closePairs(calendar, periods, minutes: policy.minimumRestMinutes)
        for p in kinds.indices where !making.isIdle(p) {
            let minutes = policy.fullTimeMinutes * settings.available
            for week in calendar.daysOfWeek.indices {
                let inWeek = periods.all.indices.filter { periods.all[$0].week == week }
                let terms = inWeek.flatMap { t in
                    making.heads(p, t).map { ($0, Double(periods.all[t].minutes) * periods.all[t].count) }
                }
                guard !terms.isEmpty else { continue }
                rows.row(upper: 0, terms + [(posts[p], -minutes)], .hours(kind: p))
                addDays(making, p, inWeek, periods, policy)
            }
            for (one, other) in rest {
                let (before, after) = (making.heads(p, one), making.heads(p, other))
                guard !before.isEmpty, !after.isEmpty else { continue }
                rows.row(
                    upper: 0, (before + after).map { ($0, 1) } + [(posts[p], -settings.available)],
                    .rest(kind: p))
            }
        }
    }

    /// Heads on each day of a calendar week, or on the days of a kind that are looked at together: no more than there are, and
    /// not on more days, nor in more sessions of a day, than the policy lets people work.
    private mutating func addDays(
        _ making: WeekRows, _ p: Int, _ inWeek: [Int], _ periods: Periods, _ policy: Policy
    ) {
        let calendar = making.week.instance.calendar
        var days: [(periods: [Int], count: Double)] = []
        var places: [[Int]: Int] = [:]
        for t in inWeek where !making.heads(p, t).isEmpty {
            let on = periods.all[t].sessions.map { calendar.dayOfSession[$0] }
            if let place = places[on] {
                days[place].periods.append(t)
            } else {
                places[on] = days.count
                days.append(([t], Double(on.count)))
            }
        }
        var worked: [ProgramRows.Term] = []
        for day in days {
            let column = rows.column()
            worked.append((column, day.count))
            let kind = periods.all[day.periods[0]].day
            let share = settings.available * (kind == .weekday ? 1 : settings.weekends)
            rows.row(upper: 0, [(column, 1), (posts[p], -share)], .presence(kind: p, day: kind))
            for t in day.periods { rows.row(upper: 0, making.heads(p, t).map { ($0, 1) } + [(column, -1)]) }
            if day.periods.count > policy.maximumSessionsPerDay {
                rows.row(
                    upper: 0,
                    day.periods.flatMap { making.heads(p, $0).map { ($0, 1) } }
                        + [(column, -Double(policy.maximumSessionsPerDay))])
            }
        }
        guard worked.reduce(0, { $0 + $1.coefficient }) > Double(policy.maximumDaysPerWeek) else { return }
        let most = Double(policy.maximumDaysPerWeek) * settings.available
        rows.row(upper: 0, worked + [(posts[p], -most)], .days(kind: p))
    }

    /// Periods with sessions on different days that lie closer to each other than that.
    private static func closePairs(
        _ calendar: SessionCalendar, _ periods: Periods, minutes: Double
    ) -> [(Int, Int)] {
        let sessions = calendar.sessions
        var pairs: [(Int, Int)] = []
        for one in sessions.indices {
            for other in sessions.indices.dropFirst(one + 1)
            where sessions[other].dayIndex <= sessions[one].dayIndex + 8
                && sessions[other].dayIndex != sessions[one].dayIndex
                && Double(sessions[other].starts - sessions[one].ends) < minutes
            {
                let pair = (periods.ofSession[one], periods.ofSession[other])
                if !pairs.contains(where: { $0 == pair }) { pairs.append(pair) }
            }
        }
        return pairs
    }

    // MARK: Work

    private mutating func addWork(_ making: inout WeekRows, week w: Int) {
        let week = weeks[w]
        let instance = week.instance
        var own: [Int?] = week.work.map { _ in nil }
        var left: [Int] = []
        // Contacts of each line in each session: of two workers, and of one.
        for (i, line) in week.work.enumerated() {
            let given = making.lineColumns(line, &rows)
            let isAlone = !given.contains { $0.together != nil }
            guard !given.isEmpty, !isAlone || line.singleHanded >= line.contacts else {
                left.append(i)
                continue
            }
            var terms = given.flatMap { [$0.together, $0.single].compactMap(\.self) }.map { ($0, 1.0) }
            if isElastic {
                let minutes = Double(instance.activities[line.activity].minutes)
                let price = instance.week.policy.unmetMinute(line.priority) * minutes
                let column = rows.column(cost: price / Double(weeks.count), upper: Double(line.contacts))
                own[i] = column
                terms.append((column, 1))
            }
            rows.row(
                lower: Double(line.contacts), upper: Double(line.contacts), terms,
                .demand(week: w, line: i))
            let single = given.compactMap(\.single)
            if !single.isEmpty {
                rows.row(
                    upper: Double(line.singleHanded), single.map { ($0, 1) },
                    .singleHanded(week: w, line: i))
            }
        }
        unmet.append(own)
        nobody.append(left)

        for cell in making.cells {
            for p in kinds.indices where !making.heads(p, cell.period, cell.team).isEmpty {
                let options = making.options(p, cell)
                for option in options { add(option, of: p, in: cell, week: w, &making) }
            }
        }
        making.addBalances(&rows)
        addSupervision(&making, week: w)
        addTime(making, week: w)
        addSignOffTime(week: w)
    }

    private mutating func add(
        _ option: WorkOption, of p: Int, in cell: WeekRows.Cell, week w: Int, _ making: inout WeekRows
    ) {
        let instance = weeks[w].instance
        let period = weeks[w].periods.all[cell.period]
        let activity = instance.activities[cell.activity]
        let team = instance.week.teams[cell.team]
        let minutes = Double(activity.workMinutes(in: team, by: option.part == .single ? .singleHanded : nil))
        let capacity = weeks[w].capacity(p, session: period.first)
        // A contact that is longer than the session's time is given by nobody then.
        guard minutes <= capacity + 1e-9, capacity > 0 else { return }
        if option.part == .delegated, !making.maySupervise(cell) { return }
        let column = rows.column()
        let paid = Double(period.minutes)
        parts.append(
            Part(
                week: w, kind: p, period: cell.period, team: cell.team, activity: cell.activity,
                option: option, column: column, minutes: minutes,
                contractHours: minutes * paid / (settings.fill * capacity) / 60))
        for competency in option.lacks { _ = signOff(p, competency, instance.week.framework) }
        making.note(option, column, of: p, in: cell, minutes: minutes)
    }

    /// Delegated work is supervised, in minutes and by presence, and no supervisor has more people than the span.
    private mutating func addSupervision(_ making: inout WeekRows, week w: Int) {
        making.addSupervision(&rows, limit: weeks[w].instance.week.policy.supervisionMinutesPerSession)
        making.addSpans(&rows, fill: settings.fill)
    }

    /// Nobody works longer than they are there: in a team, and with supervision in its group.
    private mutating func addTime(_ making: WeekRows, week w: Int) {
        making.addTime(&rows, fill: settings.fill)
    }

    /// Work that asks for a sign-off beyond the usual ones is done by those who have it, in their hours and where they are.
    private mutating func addSignOffTime(week w: Int) {
        let instance = weeks[w].instance
        let calendar = instance.calendar
        let periods = weeks[w].periods
        let minutes = instance.week.policy.fullTimeMinutes * settings.available
        for (kind, competency, column) in signOffs {
            let asked = parts.filter {
                $0.week == w && $0.kind == kind && $0.option.lacks.contains(competency)
            }
            for week in calendar.daysOfWeek.indices {
                let terms = asked.filter { periods.all[$0.period].week == week }
                    .map { ($0.column, $0.contractHours * 60) }
                guard !terms.isEmpty else { continue }
                rows.row(upper: 0, terms + [(column, -minutes)])
            }
            var byPeriod: [[ProgramRows.Term]] = periods.all.map { _ in [] }
            for part in asked { byPeriod[part.period].append((part.column, part.minutes)) }
            for (t, terms) in byPeriod.enumerated() where !terms.isEmpty {
                let period = periods.all[t]
                let one = settings.fill * weeks[w].capacity(kind, session: period.first) * period.count
                rows.row(upper: 0, terms + [(column, -one * settings.available)])
            }
        }
    }

    /// Minimums of heads.
    private mutating func addHeads(_ making: WeekRows, week w: Int) {
        let instance = weeks[w].instance
        var nobody = 0
        var told: Set<HeadsAsked> = []
        for (m, minimum) in instance.minimums.enumerated() {
            let period = weeks[w].periods.ofSession[minimum.session]
            let asked = HeadsAsked(
                team: minimum.team, period: period, kind: minimum.kind, number: minimum.number)
            guard told.insert(asked).inserted else { continue }
            var terms = kinds.indices.filter { instance.counts(person: PostWeek.base($0), minimum: m) }
                .flatMap { making.heads($0, period, minimum.team) }.map { ($0, 1.0) }
            guard !terms.isEmpty else {
                nobody += 1
                continue
            }
            if isElastic {
                let price = instance.week.policy.unsafeStaffing / Double(weeks.count)
                let column = rows.column(
                    cost: price * weeks[w].periods.all[period].count, upper: Double(minimum.number))
                missingHeads.append((w, column, weeks[w].periods.all[period].count))
                terms.append((column, 1))
            }
            rows.row(lower: Double(minimum.number), terms, .heads(week: w, team: minimum.team))
        }
        nobodyCounts.append(nobody)
    }

    /// Minimums of the sessions of a period that ask for the same.
    private struct HeadsAsked: Hashable {
        let team: Int
        let period: Int
        let kind: HeadKind
        let number: Int
    }
}
