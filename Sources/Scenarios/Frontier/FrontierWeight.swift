// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Formulation
import Workforce

/// What a minute of some priorities' contacts unmet has to weigh, so that a plan as cheap as can be leaves as few of their
/// minutes unmet as can be; and what is proved of the minutes by what is proved of such a price.
///
/// Unmet minutes of these priorities are multiples of a step: the greatest common divisor of the contact minutes of their
/// lines. All else that a plan is priced by comes to some pounds at most, and the least multiple of minutes weighs twice as
/// much. Where that is more than a weight may be, the largest one is taken; what is proved of the minutes stays true.
struct FrontierWeight: Sendable, Equatable {
    /// The priorities.
    let priorities: [Priority]
    /// Minutes of which unmet ones are multiples.
    let step: Int
    /// Pounds that all other parts of the price come to at most, whatever is planned.
    let mostElse: Double
    /// Pounds that a minute of the priorities weighs.
    let pounds: Double
    /// Pounds that it weighs in a second search, which sees to the rest: a few times the policy's dearest minute, so that
    /// the minutes named are hardly given up, and other care is not lost beside them.
    let second: Double

    /// How many of the policy's dearest minutes one of the priorities weighs in the second search.
    static let secondFactor = 4.0

    /// Nil where a week asks for no contacts of the priorities.
    init?(_ week: Week, _ priorities: [Priority]) {
        guard let step = Self.step(of: priorities, in: week) else { return nil }
        let most = Self.mostElse(week, priorities)
        let wanted = 2 * max(1, most) / Double(step)
        let pounds = min(PolicyFigure.pounds.weight.upperBound, Self.rounded(wanted))
        let dearest = Priority.allCases.map { week.policy.unmetMinute($0) }.max() ?? 0
        second = min(pounds, Self.secondFactor * max(dearest, 0.01))
        (self.priorities, self.step, mostElse, self.pounds) = (priorities, step, most, pounds)
    }

    /// The changes that make a week's prices such.
    var changes: [Change] { changes(pounds) }

    /// The changes that make them those of the second search.
    var secondChanges: [Change] { changes(second) }

    private func changes(_ pounds: Double) -> [Change] {
        priorities.map { .policy(PolicyChange(key: "unmet_minute.\($0.rawValue)", pounds)) }
    }

    /// Minutes of the priorities that every plan leaves unmet, by what is proved of the price.
    ///
    /// The plan with the fewest costs no less than what is proved, and all but its unmet minutes comes to `mostElse` at most:
    /// what is left has to be minutes, and a multiple of the step.
    func minutes(provedBy price: Double) -> Int {
        let minutes = (price - mostElse) / pounds
        guard minutes > 0, minutes < 1e12 else { return 0 }
        // A sum of pounds that is a little too large by rounding proves no further step.
        return Int((minutes / Double(step) - 1e-6).rounded(.up)) * step
    }

    /// The greatest common divisor of the contact minutes of the priorities' lines; nil where there are no such minutes.
    static func step(of priorities: [Priority], in week: Week) -> Int? {
        let minutes = week.demand.filter { $0.contacts > 0 && priorities.contains($0.priority) }.map { line in
            week.framework.activities.first { $0.id == line.activity }?.minutes ?? 0
        }
        let step = minutes.reduce(0, greatestCommonDivisor)
        return step > 0 ? step : nil
    }

    private static func greatestCommonDivisor(_ one: Int, _ other: Int) -> Int {
        var (one, other) = (one, other)
        while other != 0 { (one, other) = (other, one % other) }
        return one
    }

    /// Two digits of a number, upwards.
    private static func rounded(_ value: Double) -> Double {
        var unit = 1.0
        while unit * 100 < value { unit *= 10 }
        return (value / unit).rounded(.up) * unit
    }

    /// Pounds that a plan costs at most without the unmet minutes of some priorities: the sum of what each column of its
    /// programme adds at most. Of the ways to send one person in one session one is taken, and a line has no more contacts
    /// than it asks for, each by two workers at most.
    private static func mostElse(_ week: Week, _ priorities: [Priority]) -> Double {
        let model = WeeklyModel(Instance(week), rulesUpTo: 0)
        let (program, lines) = (model.program, model.instance.lines)
        var (sum, cells, contacts): (Double, [Int: Double], [Double]) = (0, [:], lines.map { _ in 0 })
        for (place, column) in model.columns.enumerated() {
            let cost = program.cost[place]
            switch column.kind {
            case .unmet:
                guard !priorities.contains(week.demand[Int(column.line)].priority) else { continue }
                sum += max(0, cost * program.upper[place])
            case .deployed:
                let cell = model.instance.cell(Int(column.person), Int(column.time))
                cells[cell] = max(cells[cell] ?? 0, cost)
            case .registeredContacts, .supportContacts, .delegatedContacts, .doubleHandedParts,
                .singleHandedContacts:
                contacts[Int(column.line)] = max(contacts[Int(column.line)], cost)
            case .one: sum += cost
            case .supervision, .delegates, .worksDay, .inTeamOnDay, .teamChanges, .beyondContract,
                .beyondFullTime,
                .doubleHanded, .avoidable, .shortStaff, .shortRegistered, .shortHeads, .lostContacts,
                .refused,
                .refusedPounds, .mostRefused:
                sum += max(cost * program.lower[place], cost * program.upper[place])
            }
        }
        for cell in cells.keys.sorted() { sum += cells[cell] ?? 0 }
        for (line, cost) in zip(lines, contacts) { sum += 2 * Double(line.contacts) * cost }
        return sum
    }
}
