// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import LinearModel
import Workforce

/// The care of a week and its minimums of heads, and who gives them.
extension RequiredProgram {
    mutating func addWork(_ making: inout WeekRows, week w: Int) {
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
        making.addSupervision(&rows, limit: instance.week.policy.supervisionMinutesPerSession)
        making.addSpans(&rows, fill: settings.fill)
        making.addTime(&rows, fill: settings.fill)
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
    mutating func addHeads(_ making: WeekRows, week w: Int) {
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
