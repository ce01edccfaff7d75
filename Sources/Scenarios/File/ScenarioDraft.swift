// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import Wording
import Workforce

/// A scenario file of the levers that finance asks about most, as values: what a form fills in.
///
///     var draft = ScenarioDraft(title: "Winter", week: "week")
///     draft.levers = [.init(.agencyCap(4_000))]
///     draft.text    // read by `ScenarioFile` as any other file
public struct ScenarioDraft: Sendable, Equatable {
    /// What a lever changes.
    public enum Change: Sendable, Equatable {
        /// Pay of booked agency of a week in pounds; nil: any amount.
        case agencyCap(Double?)
        /// Agency pay, rostered and booked, as a share of what the base's best plan pays for it.
        case agencyShare(Double)
        /// The hourly cost of people of an employment, times a factor.
        case rate(Employment, factor: Double)
        /// The share of rostered sessions that people are away.
        case absence(Double)
        /// Contacts of a pathway, times a factor.
        case demand(pathway: String, factor: Double)
        /// Contacts of a pathway, times a factor of which 80 per cent of cases lie between two.
        case demandBetween(pathway: String, low: Double, high: Double)
        /// The share of contacts for two that one worker may give.
        case singleHanded(Double)
        /// So many people of a role signed off.
        case training(people: Int, role: String, competency: String, level: Int)
    }

    /// One lever, and how it is tried.
    public struct Lever: Sendable, Equatable {
        /// What it changes.
        public var change: Change
        /// Whether it is tried without the others.
        public var isAlone: Bool
        /// Whether it is among those that are tried together.
        public var isTogether: Bool

        /// A lever.
        public init(_ change: Change, isAlone: Bool = true, isTogether: Bool = true) {
            (self.change, self.isAlone, self.isTogether) = (change, isAlone, isTogether)
        }
    }

    /// What it is about.
    public var title: String
    /// The folder of the week, from the file's.
    public var week: String
    /// How many weeks of a year are like it; nil: nothing is said of a year.
    public var weeksAYear: Double?
    /// The levers.
    public var levers: [Lever] = []
    /// Why they are assumed; blank: nothing is said.
    public var why = ""
    /// Who says so.
    public var by = ""
    /// Since when; nil: nothing is said.
    public var on: CalendarDay?
    /// How often each is tried.
    public var replicates = 5
    /// Seconds of each search.
    public var seconds = 20

    /// A draft without levers.
    public init(title: String, week: String) { (self.title, self.week) = (title, week) }

    /// The file.
    public var text: String {
        let alone = levers.filter(\.isAlone).map { YAMLScalar.quoted($0.name) }
        let together = levers.filter(\.isTogether).map { YAMLScalar.quoted($0.name) }
        let all = alone + (together.count > 1 ? ["[" + together.joined(separator: ", ") + "]"] : [])
        let weeks = weeksAYear.map { ", weeks_a_year: \(Self.number($0))" } ?? ""
        return """
            scenarios: \(YAMLScalar.quoted(title))
            bases: [{week: \(YAMLScalar.quoted(week))\(weeks)}]
            overlays:
            \(levers.map(overlay).joined(separator: "\n"))
            run: [\(all.joined(separator: ", "))]
            replicates: \(replicates)
            seconds: \(seconds)

            """
    }

    /// The lever of a line of the file, by its place in `levers`; nil: the line is of none.
    public func lever(atLine line: Int) -> Int? {
        levers.indices.contains(line - 4) ? line - 4 : nil
    }

    private func overlay(_ lever: Lever) -> String {
        var parts = [lever.change.part]
        if !why.isEmpty { parts.append("why: \(YAMLScalar.quoted(why))") }
        if !by.isEmpty { parts.append("by: \(YAMLScalar.quoted(by))") }
        if let on { parts.append("on: \(on.iso)") }
        return "  \(YAMLScalar.quoted(lever.name)): {\(parts.joined(separator: ", "))}"
    }

    static func number(_ value: Double) -> String { Decimals.text(value, atLeast: 0, atMost: 6) ?? "0" }
}

extension ScenarioDraft.Lever {
    /// What it is called in the file and in every table.
    public var name: String { change.name }
}

extension ScenarioDraft.Change {
    fileprivate var name: String {
        switch self {
        case .agencyCap(nil): "agency without a cap"
        case .agencyCap(let pounds?): "agency up to £\(ScenarioDraft.number(pounds))"
        case .agencyShare(let share): "agency at \(Self.percent(share))"
        case .rate(let employment, let factor): "\(employment.rawValue) rates \(Self.more(factor))"
        case .absence(let rate): "absence \(Self.percent(rate))"
        case .demand(let pathway, let factor): "\(pathway) \(Self.more(factor))"
        case .demandBetween(let pathway, let low, let high):
            "\(pathway) \(Self.more(low)) to \(Self.more(high))"
        case .singleHanded(let share): "\(Self.percent(share)) by one"
        case .training(let people, _, _, _): "\(people) trained"
        }
    }

    /// The part of a change file that makes it.
    fileprivate var part: String {
        func n(_ value: Double) -> String { ScenarioDraft.number(value) }
        return switch self {
        case .agencyCap(let pounds): "policy: {agency_cap: \(pounds.map(n) ?? "null")}"
        case .agencyShare(let share): "agency_cap_of_base: \(n(share))"
        case .rate(let employment, let factor):
            "rates: [{employment: \(employment.rawValue), factor: \(n(factor))}]"
        case .absence(let rate): "absences: [{rate: \(n(rate))}]"
        case .demand(let pathway, let factor):
            "demand: [{pathways: [\(YAMLScalar.quoted(pathway))], factor: \(n(factor))}]"
        case .demandBetween(let pathway, let low, let high):
            "demand: [{pathways: [\(YAMLScalar.quoted(pathway))], factor: {low: \(n(low)), high: \(n(high)), confidence: 0.8}}]"
        case .singleHanded(let share): "single_handed: {share: \(n(share))}"
        case .training(let people, let role, let competency, let level):
            "training: {competency: \(YAMLScalar.quoted(competency)), level: \(level), role: \(YAMLScalar.quoted(role)), "
                + "people: \(people), choose: best}"
        }
    }

    /// `7%`.
    private static func percent(_ share: Double) -> String { ScenarioDraft.number(share * 100) + "%" }

    /// `+5%`, of a factor of 1.05.
    private static func more(_ factor: Double) -> String {
        let text = ScenarioDraft.number((factor - 1) * 100)
        return (text.hasPrefix("-") ? text : "+" + text) + "%"
    }
}
