// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// The chance that critical care of a pathway goes unmet on a day, and the hours of calls that hold it.
///
/// A contact that is not met is unmet on the last day of its line's window. An hour of a call is one of the pathway
/// that it goes to, on the day on which it is worked.
public struct CareAtRisk: Sendable, Equatable {
    /// The pathway; nil: all of them.
    public let pathway: String?
    /// The day; nil: the whole week.
    public let day: CalendarDay?
    /// The chance that a contact goes unmet where nobody else is called.
    public let chance: Estimate
    /// The chance that one does though people are called on the day, as far as that is worth its price.
    public let chanceIfCalled: Estimate
    /// Contacts unmet on average where nobody else is called.
    public let unmet: Double
    /// Hours of calls that are enough in all draws but a share of them that is the risk; nil: too often no number is.
    public let hours: Double?

    /// Those of each pathway and day that have critical care or calls for it, of each pathway, and of all.
    static func all(_ drawn: [DrawnPlan], times: [Int], _ week: Week, risk: Double) -> [CareAtRisk] {
        let index = WeekIndex(week)
        let critical = week.demand.indices.filter {
            week.demand[$0].priority == .critical && !week.isOver(week.demand[$0])
        }
        let pathways = week.teams.map(\.pathway).reduce(into: [String]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        func pathway(_ line: Int) -> String? {
            index.team(week.demand[line].team).map { week.teams[$0].pathway }
        }
        func day(_ line: Int) -> CalendarDay { week.sessions[week.demand[line].window.upperBound].day }
        let days = week.openSessions.map { week.sessions[$0].day }.reduce(into: [CalendarDay]()) {
            if $0.last != $1 { $0.append($1) }
        }
        func made(_ some: String?, _ on: CalendarDay?) -> CareAtRisk? {
            let lines = critical.filter {
                (some == nil || pathway($0) == some) && (on == nil || day($0) == on)
            }
            let hours = drawn.map { plan in
                plan.needed.keys.sorted().reduce(0.0) { sum, shift in
                    guard let team = plan.needed[shift], some == nil || week.teams[team].pathway == some,
                        on == nil || week.sessions[shift.session].day == on
                    else { return sum }
                    return sum + Double(week.paidMinutes(person: shift.person, session: shift.session)) / 60
                }
            }
            guard !lines.isEmpty || hours.contains(where: { $0 > 0 }) else { return nil }
            func unmet(_ plan: (DrawnPlan) -> [Int]) -> [Int] {
                drawn.map { one in lines.reduce(0) { $0 + plan(one)[$1] } }
            }
            let (now, called, best) = (unmet(\.unmet), unmet(\.unmetIfCalled), unmet(\.unmetAtBest))
            return CareAtRisk(
                pathway: some, day: on, chance: Estimate(share: now.map { $0 > 0 }, times: times),
                chanceIfCalled: Estimate(share: called.map { $0 > 0 }, times: times),
                unmet: Estimate.mean(now.map(Double.init), times: times),
                hours: enough(
                    zip(hours, zip(now, best)).map { $1.0 > 0 && $1.1 > 0 ? .infinity : $0 }, times: times,
                    risk: risk))
        }
        return pathways.flatMap { pathway in days.compactMap { made(pathway, $0) } }
            + pathways.compactMap { made($0, nil) } + [made(nil, nil)].compactMap(\.self)
    }

    /// The smallest number that is enough in all draws but a share of them that is at most the risk; nil: none is.
    static func enough(_ needs: [Double], times: [Int], risk: Double) -> Double? {
        let number = times.reduce(0, +)
        let most = (risk * Double(number) + 1e-9).rounded(.down)
        var left = Double(number)
        for (need, times) in zip(needs, times).sorted(by: { $0.0 < $1.0 }) {
            left -= Double(times)
            if left <= most { return need < .infinity ? need : nil }
        }
        return nil
    }
}
