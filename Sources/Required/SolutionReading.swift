// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel
import Workforce

/// Reads a solution of the programme back into posts, work and reasons.
struct SolutionReading {
    let made: RequiredProgram
    let solution: RequiredSolution

    init(_ made: RequiredProgram, _ solution: RequiredSolution) {
        (self.made, self.solution) = (made, solution)
    }

    /// Whole-time equivalents, without what the solver's tolerance left.
    private func wte(_ kind: Int) -> Double { plain(solution.values[made.posts[kind]]) }

    private func plain(_ value: Double) -> Double { max(0, (value * 1e6).rounded() / 1e6) }

    // MARK: Posts

    var posts: [RequiredPosts] {
        let shares = ruleShares()
        return made.kinds.indices.map { p in
            let required = wte(p)
            return RequiredPosts(
                kind: made.kinds[p], required: required,
                people: Int(solution.values[made.people[p]].rounded()),
                yearly: required * made.kinds[p].yearly,
                hoursUsed: hoursUsed(p), setBy: required > 0 ? shares[p].rules : [],
                tooDear: required > 0 ? nil : shares[p].left)
        }
    }

    /// How the cost of a post of each kind falls on the rules that hold it, at the relaxed programme's prices, and what of
    /// it is left over.
    private func ruleShares() -> [(rules: [PostRule], left: Double)] {
        let program = made.program
        var kindOfColumn: [Int: Int] = [:]
        for (p, column) in (made.posts + made.people).enumerated() {
            kindOfColumn[column] = p % made.kinds.count
        }
        var pounds = made.kinds.map { _ in [Double](repeating: 0, count: PostRule.Rule.allCases.count) }
        for row in 0..<program.rowCount where solution.duals[row] != 0 {
            guard let rule = PostRule.Rule(made.origins[row]),
                let place = PostRule.Rule.allCases.firstIndex(of: rule)
            else { continue }
            for term in program.terms(ofRow: row) {
                guard let p = kindOfColumn[Int(program.columnIndex[term])] else { continue }
                let isPeople = Int(program.columnIndex[term]) == made.people[p]
                pounds[p][place] +=
                    solution.duals[row] * program.value[term] * (isPeople ? peopleAPost(p) : 1)
            }
        }
        return made.kinds.indices.map { p in
            let cost = made.kinds[p].yearly
            let rules = zip(PostRule.Rule.allCases, pounds[p]).enumerated()
                .map { ($0.offset, PostRule(rule: $0.element.0, share: cost > 0 ? $0.element.1 / cost : 0)) }
                .filter { $0.1.share > 0.005 }
                .sorted { ($0.1.share, -$0.0) > ($1.1.share, -$1.0) }.map(\.1)
            return (rules, max(0, cost - pounds[p].reduce(0, +)))
        }
    }

    /// How many people a whole post of a kind is in the relaxed programme; as many as there can be, if there are none.
    private func peopleAPost(_ p: Int) -> Double {
        let (people, wte) = (
            solution.relaxedValues[made.people[p]], solution.relaxedValues[made.posts[p]]
        )
        return wte > 1e-6 ? people / wte : 1 / made.settings.step
    }

    /// The share of its hours that a kind is there in the week in which it is there longest.
    private func hoursUsed(_ p: Int) -> Double {
        var most = 0.0
        for row in 0..<made.program.rowCount where made.origins[row] == .hours(kind: p) {
            var (there, could) = (0.0, 0.0)
            for term in made.program.terms(ofRow: row) {
                let column = Int(made.program.columnIndex[term])
                let product = made.program.value[term] * solution.values[column]
                if column == made.posts[p] { could -= product } else { there += product }
            }
            if could > 1e-9 { most = max(most, there / could) }
        }
        return most
    }

    /// Pounds a year of sign-offs beyond the usual ones.
    var signOffsYearly: Double {
        made.signOffs.reduce(0) { $0 + solution.values[$1.people] * made.program.cost[$1.people] }
    }

    // MARK: Work

    /// What each kind does of each activity, in order of the kinds and of the framework.
    var work: [RequiredWork] {
        struct Key: Hashable {
            let kind: Int
            let activity: String
            let part: String
        }
        var order: [Key] = []
        var sums: [Key: (name: String, contacts: Double, minutes: Double)] = [:]
        for part in made.parts {
            let contacts = solution.values[part.column]
            guard contacts > 1e-9 else { continue }
            let activity = made.weeks[part.week].instance.activities[part.activity]
            let key = Key(kind: part.kind, activity: activity.id, part: part.option.part.rawValue)
            if sums[key] == nil { order.append(key) }
            let sum = sums[key] ?? (activity.name, 0, 0)
            sums[key] = (sum.name, sum.contacts + contacts, sum.minutes + contacts * part.minutes)
        }
        let perWeek = made.perWeek
        return made.kinds.indices.flatMap { p in
            order.filter { $0.kind == p }.compactMap { key in
                sums[key].map {
                    RequiredWork(
                        kind: made.kinds[p].id, activity: key.activity, name: $0.name, part: key.part,
                        contacts: $0.contacts * perWeek, hours: $0.minutes * perWeek / 60)
                }
            }.sorted { ($0.hours, $1.activity, $1.part) > ($1.hours, $0.activity, $0.part) }
        }
    }

    // MARK: Competencies

    /// Every competency that some activity of the care asks for, in order of the first week's framework.
    func competencies(_ weeks: [Week]) -> [RequiredCompetency] {
        guard let first = weeks.first else { return [] }
        let people = Qualifications.of(first.staff, signOffs: first.signOffs, framework: first.framework)
        return first.framework.competencies.compactMap { competency in
            let levels = made.parts.flatMap(\.option.needs).filter { $0.competency == competency.id }.map(
                \.level)
            guard let level = levels.max() else { return nil }
            let need = Need(competency.id, level)
            let today =
                first.staff.indices.filter {
                    first.staff[$0].employment == .substantive && people[$0].holds([need], on: first.start)
                }.reduce(0) { $0 + first.staff[$1].contractHours } / first.policy.fullTimeHours
            let usual = made.kinds.indices.filter { p in
                made.kinds[p].usual.contains { $0.competency == competency.id && $0.level >= level }
            }
            let beyond = made.signOffs.filter { $0.need.competency == competency.id }
            let held = usual.reduce(0) { $0 + wte($1) }
            let extra = beyond.filter { !usual.contains($0.kind) }.reduce(0) {
                $0 + solution.values[$1.column]
            }
            return RequiredCompetency(
                id: competency.id, name: competency.name, level: level, today: today,
                required: plain(held + extra),
                beyondUsual: plain(extra), inUse: inUse(competency.id))
        }
    }

    /// Whole-time equivalents that work that asks for a competency takes, in the calendar week with most of it.
    private func inUse(_ competency: String) -> Double {
        var most = 0.0
        for (w, week) in made.weeks.enumerated() {
            let calendar = week.instance.calendar
            let full = week.instance.week.policy.fullTimeHours * made.settings.available
            for part in calendar.daysOfWeek.indices {
                let hours = made.parts.filter { one in
                    one.week == w && week.periods.all[one.period].week == part
                        && one.option.needs.contains { $0.competency == competency }
                }.reduce(0) { $0 + solution.values[$1.column] * $1.contractHours }
                if full > 0 { most = max(most, hours / full) }
            }
        }
        return most
    }

    // MARK: Reasons

    /// What is asked for, with what it costs a year at the relaxed programme's prices: these add up to its cost.
    var causes: [CostCause] {
        struct Key: Hashable {
            let what: String
            let team: String
            var isHeads = false
        }
        var order: [Key] = []
        var sums: [Key: (number: Double, pounds: Double)] = [:]
        for (row, origin) in made.origins.enumerated() {
            let key: Key
            switch origin {
            case .demand(let w, let i), .singleHanded(let w, let i):
                let line = made.weeks[w].work[i]
                key = Key(
                    what: made.weeks[w].instance.activities[line.activity].name, team: team(line.team, of: w))
            case .heads(let w, let k):
                key = Key(what: "Heads that have to be there", team: team(k, of: w), isHeads: true)
            case .hours, .presence, .days, .rest, .signOffs, .posts, .balance: continue
            }
            let isWanted = made.program.rowLower[row].isFinite
            let side = isWanted ? made.program.rowLower[row] : made.program.rowUpper[row]
            if sums[key] == nil { order.append(key) }
            let sum = sums[key] ?? (0, 0)
            let isCounted = isWanted && !key.isHeads
            sums[key] = (sum.number + (isCounted ? side : 0), sum.pounds + solution.duals[row] * side)
        }
        return order.enumerated().compactMap { place, key in
            sums[key].map { sum in
                let contacts = sum.number * made.yearsADay
                let cause = CostCause(
                    what: key.what, team: key.team, number: sum.number, yearly: sum.pounds,
                    perContact: key.isHeads || contacts <= 0 ? nil : sum.pounds / contacts)
                return (place, cause)
            }
        }.sorted { ($0.1.yearly, -$0.0) > ($1.1.yearly, -$1.0) }.map(\.1)
    }

    private func team(_ k: Int, of w: Int) -> String { made.weeks[w].instance.week.teams[k].name }

    var nobody: [UncoveredCare] {
        made.nobody.enumerated().flatMap { w, lines in
            lines.map { i in
                let week = made.weeks[w]
                let line = week.work[i]
                return UncoveredCare(
                    week: week.instance.week.start.iso, team: team(line.team, of: w),
                    activity: week.instance.activities[line.activity].name, contacts: line.contacts)
            }
        }
    }
}

extension PostRule.Rule {
    init?(_ origin: RowOrigin) {
        switch origin {
        case .hours: self = .hours
        case .presence(_, .weekday): self = .weekdays
        case .presence(_, .saturday): self = .saturday
        case .presence(_, .sunday): self = .sunday
        case .days: self = .days
        case .rest: self = .rest
        case .signOffs: self = .signOffs
        case .demand, .singleHanded, .heads, .posts, .balance: return nil
        }
    }
}
