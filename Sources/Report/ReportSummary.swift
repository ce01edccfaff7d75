// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Wording
import Workforce

/// The plan in at most 30 lines of plain text, for the terminal.
///
/// Terms and booking tiers that are nought are left out.
public struct ReportSummary: Sendable, CustomStringConvertible {
    /// The lines, without line ends.
    public let lines: [String]

    /// The summary of a plan.
    public init(week: Week, plan: Plan, figures: ReportFigures) {
        let label = 38
        var lines = [
            "Plan for \(figures.from) to \(figures.until)",
            Self.row("Price", label, [Show.pounds(figures.price.objective)], 12),
        ]
        for term in PriceTerms.Term.allCases where plan.summary.terms[term] >= 0.005 {
            lines.append(
                Self.row("  " + Self.short(term), label, [Show.pounds(plan.summary.terms[term])], 12))
        }
        lines.append(Self.row("Care (contacts)", label, ["wanted", "met", "not met"], 12))
        for figure in figures.demand.byPriority + [figures.demand.total] {
            let counts = [figure.wanted, figure.met, figure.unmet].map { Show.count($0.contacts) }
            lines.append(Self.row("  " + figure.name.lowercased(), label, counts, 12))
        }
        if let reserve = figures.demand.reserve {
            let counts = [reserve.wanted, reserve.met].map { Show.count($0.contacts) }
            lines.append(Self.row("Held in reserve; there is time for", label, counts, 12))
        }
        let tiers = figures.bookings.tiers.filter { $0.sessions > 0 && $0.tier != .rostered }
        if !tiers.isEmpty {
            lines.append(Self.row("Beyond the rota", label, ["sessions", "hours", "pounds"], 12))
        }
        for tier in tiers {
            lines.append(
                Self.row(
                    "  " + Words.tier(tier.tier).lowercased(), label,
                    [Show.count(tier.sessions), Show.hours(tier.hours), Show.pounds(tier.pounds)], 12))
        }
        let shares = [Role.Kind.registered, .support].map { kind in
            let share = figures.utilisation.kind(kind)?.shareOfAvailable
            return "\(kind.rawValue) \(Self.plain(Show.percent(share)))"
        }
        lines.append("Direct contact of available hours: " + shares.joined(separator: ", "))
        let hands = figures.doubleHanded.total
        lines.append(
            "Double-handed: \(Show.counted(hands.contacts, "contact")), "
                + "\(Self.plain(Show.percent(hands.shareOfCare))) of contact hours; "
                + "\(hands.suitableContacts == 0 ? "none" : Show.count(hands.suitableContacts)) of them reviewed as avoidable"
        )
        if let requests = figures.requests?.total {
            lines.append(
                "Requests granted: \(Show.count(requests.granted)) of \(Show.count(requests.requests))")
        }
        lines += Self.unplaced(week, plan)
        lines.append(Self.plain(figures.price.statusInWords) + ".")
        lines += figures.bound.sentences.map(Self.plain)
        self.lines = lines
    }

    /// The lines, each ended.
    public var description: String { lines.map { $0 + "\n" }.joined() }

    private static func short(_ term: PriceTerms.Term) -> String { Words.term(term).lowercased() }

    /// How many people are on duty where the plan has no place for them; nothing where everybody has one.
    private static func unplaced(_ week: Week, _ plan: Plan) -> [String] {
        let placed = Dictionary(grouping: plan.deployments, by: \.staff).mapValues { Set($0.map(\.session)) }
        let sessions = week.staff.indices.map { s in
            week.sessions.indices.filter { t in
                week.rota[s][t].duty == .rostered && placed[week.staff[s].id]?.contains(t) != true
            }.count
        }
        let people = sessions.filter { $0 > 0 }.count
        guard people > 0 else { return [] }
        return [
            "On duty without a place: \(people == 1 ? "1 person" : "\(Show.count(people)) people"), in "
                + "\(Show.counted(sessions.reduce(0, +), "session"))"
        ]
    }

    /// The no-break blank as a plain one.
    private static func plain(_ text: String) -> String {
        String(text.map { $0 == "\u{A0}" ? " " : $0 })
    }

    private static func row(_ label: String, _ width: Int, _ values: [String], _ column: Int) -> String {
        // A label that is too wide for its column takes of the blanks before the first value.
        values.enumerated().reduce(into: label) { line, value in
            let end = width + column * (value.offset + 1)
            line +=
                String(repeating: " ", count: max(1, end - line.count - value.element.count)) + value.element
        }
    }
}
