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

    private(set) var program = LinearProgram()
    private(set) var origins: [RowOrigin] = []
    /// Whole-time equivalents of each kind.
    private(set) var posts: [Int] = []
    /// Steps of posts of each kind that are had, or added.
    private(set) var steps: [Int] = []
    /// People of each kind: no fewer than whole-time equivalents, and no more than the smallest contract makes of them.
    private(set) var people: [Int] = []
    /// Sign-offs beyond the usual ones.
    private(set) var signOffs: [SignOffColumns] = []
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
    private var signOffPlace: [[Need: Int]] = []

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
            addPeople(kind, post: column, steps: steps)
            added.append((steps, 1))
        }
        if case .further(let number) = question { rows.row(upper: Double(number), added, .posts) }
    }

    /// People of a kind: today's and one a whole post added, or as many as contracts of a step and more make of its posts.
    private mutating func addPeople(_ kind: PostKind, post: Int, steps: Int) {
        let column: Int
        if isElastic {
            column = rows.column(upper: Self.mostPosts)
            rows.row(lower: Double(kind.people), upper: Double(kind.people), [(column, 1), (steps, -1)])
        } else {
            column = rows.column(
                cost: Self.personWeight, upper: (Self.mostPosts / settings.step).rounded(.down), integer: true
            )
            rows.row(upper: 0, [(column, settings.step), (post, -1)])
            rows.row(lower: 0, [(column, 1), (post, -1)])
        }
        people.append(column)
    }

    /// Notes that work of a kind asks for a sign-off beyond its usual ones. It is bought for so many people; where today's
    /// posts are looked at those have it who have it today.
    private mutating func signOff(_ kind: Int, _ lack: Need, _ framework: Framework) {
        let need = isElastic ? lack : Need(lack.competency, framework.levels)
        guard signOffPlace[kind][need] == nil else { return }
        signOffPlace[kind][need] = signOffs.count
        if isElastic {
            let today = kinds[kind].holders(of: need)
            signOffs.append(
                SignOffColumns(
                    kind: kind, need: need, column: rows.column(upper: today.wte),
                    people: rows.column(upper: Double(today.people)), steps: nil))
            return
        }
        let step = settings.step
        let months =
            framework.competencies.first { $0.id == need.competency }?.validMonths ?? settings.signOffMonths
        let most = (Self.mostPosts / step).rounded(.down)
        let column = rows.column(upper: Self.mostPosts)
        let steps = rows.column(upper: most, integer: true)
        let holders = rows.column(
            cost: settings.signOff * 12 / Double(max(1, months)), upper: most, integer: true)
        rows.row(lower: 0, upper: 0, [(column, 1), (steps, -step)])
        // Those who have it are posts and people of the kind, and so are those who do not.
        let (post, everybody) = (posts[kind], people[kind])
        rows.row(upper: 0, [(column, 1), (post, -1)], .signOffs(kind: kind))
        rows.row(upper: 0, [(holders, 1), (everybody, -1)], .signOffs(kind: kind))
        rows.row(upper: 0, [(holders, step), (column, -1)])
        rows.row(lower: 0, [(holders, 1), (column, -1)])
        let others: [ProgramRows.Term] = [(everybody, 1), (holders, -1)]
        rows.row(upper: 0, others.map { ($0.column, step * $0.coefficient) } + [(post, -1), (column, 1)])
        rows.row(lower: 0, others + [(post, -1), (column, 1)])
        signOffs.append(
            SignOffColumns(kind: kind, need: need, column: column, people: holders, steps: steps))
    }

    // MARK: A week

    private mutating func add(week w: Int) {
        var making = WeekRows(weeks[w], kinds, mayTrain: true)
        let enhancements = kinds.indices.map { kind in
            weeks[w].periods.all.map { enhancement(kind, week: w, session: $0.first) * $0.count }
        }
        making.addDeployments(&rows, costs: enhancements)
        addWorkingTime(making, week: w)
        addWork(&making, week: w)
        addHeads(making, week: w)
    }

    /// Pounds a year for one of a kind who works a session: enhancements, with on-costs. A special day is no day of every
    /// week, so its own uplift is left out.
    private func enhancement(_ kind: Int, week w: Int, session t: Int) -> Double {
        guard !isElastic else { return 0 }
        let instance = weeks[w].instance
        let session = instance.calendar.sessions[t]
        let pounds =
            kinds[kind].hourly * instance.week.policy.ownDayUplift(session.day.weekday)
            * Double(session.minutes) / 60
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
                    upper: 0, (before + after).map { ($0, 1) } + [(people[p], -settings.available)],
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
            rows.row(upper: 0, [(column, 1), (people[p], -share(kind))], .presence(kind: p, day: kind))
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
        rows.row(upper: 0, worked + [(people[p], -most)], .days(kind: p))
    }

    /// The share of people who can be there at one time on such a day.
    private func share(_ day: DayKind) -> Double {
        switch day {
        case .weekday: settings.available
        case .saturday, .sunday: settings.available * settings.weekends
        }
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
        // What nobody of today's is signed off in today's posts do not do.
        if isElastic, option.lacks.contains(where: { kinds[p].holders(of: $0).people == 0 }) { return }
        let column = rows.column()
        let paid = Double(period.minutes)
        parts.append(
            Part(
                week: w, kind: p, period: cell.period, team: cell.team, activity: cell.activity,
                option: option, column: column, minutes: minutes,
                contractHours: minutes * paid / (settings.fill * capacity) / 60))
        for need in option.lacks { signOff(p, need, instance.week.framework) }
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
        for signOff in signOffs {
            let (kind, column) = (signOff.kind, signOff.column)
            let asked = parts.filter {
                $0.week == w && $0.kind == kind
                    && $0.option.lacks.contains {
                        $0.competency == signOff.need.competency && $0.level >= signOff.need.level
                            || !isElastic && $0.competency == signOff.need.competency
                    }
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
                rows.row(upper: 0, terms + [(signOff.people, -one * share(period.day))])
            }
        }
    }

    /// Minimums of heads: of a period as many on average as its sessions ask for.
    private mutating func addHeads(_ making: WeekRows, week w: Int) {
        let instance = weeks[w].instance
        let periods = weeks[w].periods
        var order: [HeadsAsked] = []
        var first: [HeadsAsked: Int] = [:]
        var asked: [HeadsAsked: [Int: Int]] = [:]
        for (m, minimum) in instance.minimums.enumerated() {
            let place = HeadsAsked(
                team: minimum.team, period: periods.ofSession[minimum.session], kind: minimum.kind)
            if first[place] == nil {
                order.append(place)
                first[place] = m
            }
            let number = asked[place]?[minimum.session] ?? 0
            asked[place, default: [:]][minimum.session] = max(number, minimum.number)
        }
        var nobody = 0
        for place in order {
            guard let m = first[place], let numbers = asked[place] else { continue }
            let count = periods.all[place.period].count
            let number = Double(numbers.values.reduce(0, +)) / count
            var terms = kinds.indices.filter { instance.counts(person: PostWeek.base($0), minimum: m) }
                .flatMap { making.heads($0, place.period, place.team) }.map { ($0, 1.0) }
            guard !terms.isEmpty else {
                nobody += 1
                continue
            }
            if isElastic {
                let price = instance.week.policy.unsafeStaffing / Double(weeks.count)
                let column = rows.column(cost: price * count, upper: number)
                missingHeads.append((w, column, count))
                terms.append((column, 1))
            }
            rows.row(lower: number, terms, .heads(week: w, team: place.team))
        }
        nobodyCounts.append(nobody)
    }

    /// Who asks for heads of a kind, and when.
    private struct HeadsAsked: Hashable {
        let team: Int
        let period: Int
        let kind: HeadKind
    }
}
