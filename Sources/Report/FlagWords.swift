// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Wording
import Workforce

/// A flag's place and times as people read them, of a week.
public struct FlagWords {
    private let week: Week
    private let index: WeekLookup

    /// The words of a week's flags.
    public init(_ week: Week) { self.init(week, WeekLookup(week)) }

    init(_ week: Week, _ index: WeekLookup) { (self.week, self.index) = (week, index) }

    /// What kind of thing it is about.
    public func kind(_ flag: RedFlag) -> String {
        switch flag.subject {
        case .critical: "Critical care not met"
        case .minimum: "A team below its minimum"
        case .lapsed: "A sign-off that has ended"
        case .delegation: "Delegated work on one supervisor, or none"
        }
    }

    /// Where: a team, or the teams that supervise together.
    public func place(_ flag: RedFlag) -> String {
        switch flag.subject {
        case .critical, .minimum, .lapsed: index.teamName(flag.place)
        case .delegation: group(flag.place)
        }
    }

    /// When: a session or a day.
    public func when(_ flag: RedFlag) -> String {
        switch flag.subject {
        case .delegation(_, let day): Show.shortDay(day)
        case .critical: "by " + session(flag.when)
        case .minimum, .lapsed: session(flag.when)
        }
    }

    /// The session from which the plan that raised it was made; what else the mark says is for `flags.csv`.
    public func since(_ flag: RedFlag) -> String { session(Self.session(ofMark: flag.since)) }

    /// Whether it is closed, by whom, when and why.
    public func closed(_ flag: RedFlag) -> String {
        if let closing = flag.closing { return "\(closing.by), \(Show.day(closing.on)): \(closing.why)" }
        return flag.closedBefore.isEmpty
            ? "open" : "open again; it became worse after it was \(flag.closedBefore)"
    }

    /// A supervision group by the teams in it.
    func group(_ name: String) -> String {
        guard name != WeekIndex.everywhereName else { return "every team" }
        let teams = teams(ofGroup: name)
        return teams.isEmpty ? name : Naming.list(teams.map(\.name))
    }

    /// The teams of a supervision group.
    func teams(ofGroup name: String) -> [Team] { week.teams.filter { $0.supervisionGroup == name } }

    /// The session that the mark of a plan begins with, as files name it.
    static func session(ofMark mark: String) -> String {
        mark.split(separator: " ").prefix(2).joined(separator: " ")
    }

    /// A session as people read it, of its name in files.
    private func session(_ name: String) -> String {
        index.index.session(name).map { Show.session(week.sessions[$0]) } ?? name
    }
}
