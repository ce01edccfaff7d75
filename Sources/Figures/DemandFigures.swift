// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// Contacts, and the hours they are with the person supported.
///
/// The hours are contact minutes ÷ 60, without record and travel, and counted once where two workers give the
/// contact together.
public struct CareAmount: Sendable, Equatable, Encodable {
    /// How many contacts.
    public var contacts = 0
    /// Their contact hours.
    public var hours = 0.0

    mutating func add(_ contacts: Int, minutes: Int) {
        self.contacts += contacts
        hours += Double(contacts * minutes) / 60
    }
}

/// Care wanted, met and not met in one group.
public struct DemandFigure: Sendable, Equatable, Encodable {
    /// The group's identifier: a priority, a pathway, a team or `all`.
    public let group: String
    /// The name people read.
    public let name: String
    /// What the demand asks for.
    public let wanted: CareAmount
    /// What the plan gives of it: what was given beyond what is wanted by now meets nothing.
    public let met: CareAmount
    /// What goes without.
    public let unmet: CareAmount
}

/// Demand not met for one reason.
public struct ReasonFigure: Sendable, Equatable, Encodable {
    /// The reason.
    public let reason: UnmetReason
    /// How much of the demand.
    public let unmet: CareAmount
}

/// Contacts and hours wanted, met and unmet. Groups without demand are left out, but every priority is there.
///
/// Contacts held in reserve stand apart: what the plan has no time for of them is no care that goes unmet.
public struct DemandFigures: Sendable, Equatable, Encodable {
    /// The whole week.
    public let total: DemandFigure
    /// By priority, the most pressing first.
    public let byPriority: [DemandFigure]
    /// By pathway, in order of the teams.
    public let byPathway: [DemandFigure]
    /// By team, in file order.
    public let byTeam: [DemandFigure]
    /// What is held in reserve: "met" is what the plan has time for. Nil where nothing is.
    public let reserve: DemandFigure?
    /// Reserve by team, in file order; teams without any left out.
    public let reserveByTeam: [DemandFigure]
    /// What is unmet by reason, in the order in which reasons are tested; reasons that do not occur left out.
    public let byReason: [ReasonFigure]

    init(_ index: WeekLookup, _ plan: Plan) {
        let week = index.week
        let priorities = Priority.allCases.filter(\.isCare).map(\.rawValue)
        var total = Grouped(["all"], Care())
        var byPriority = Grouped(priorities, Care())
        var byPathway = Grouped(index.pathways, Care())
        var byTeam = Grouped(week.teams.map(\.id), Care())
        var reserve = Grouped(["reserve"], Care())
        var reserveByTeam = byTeam
        let (met, unmet) = (index.met(plan), index.unmet(plan))
        for (i, line) in week.demand.enumerated() {
            let minutes = index.minutes(line.activity)
            func add(_ care: inout Care) {
                care.wanted.add(line.contacts, minutes: minutes)
                care.met.add(met[i], minutes: minutes)
                care.unmet.add(unmet[i], minutes: minutes)
            }
            guard line.priority.isCare else {
                reserve.change("reserve", add)
                reserveByTeam.change(line.team, add)
                continue
            }
            total.change("all", add)
            byPriority.change(line.priority.rawValue, add)
            byTeam.change(line.team, add)
            if let team = index.team(line.team) { byPathway.change(week.teams[team].pathway, add) }
        }
        self.total = total.figures { _ in "All care" }.first ?? Care().figure("all", "All care")
        self.byPriority = byPriority.figures(Words.capitalised)
        self.byPathway = byPathway.figures(\.self).filter { $0.wanted.contacts > 0 }
        self.byTeam = byTeam.figures(index.teamName).filter { $0.wanted.contacts > 0 }
        self.reserve = reserve.figures { _ in "Held in reserve" }.first { $0.wanted.contacts > 0 }
        self.reserveByTeam = reserveByTeam.figures(index.teamName).filter { $0.wanted.contacts > 0 }
        byReason = UnmetReason.allCases.compactMap { reason in
            var unmet = CareAmount()
            for row in plan.unmet where row.reason == reason && row.priority.isCare {
                unmet.add(row.contacts, minutes: index.minutes(row.activity))
            }
            return unmet.contacts == 0 ? nil : ReasonFigure(reason: reason, unmet: unmet)
        }
    }
}

/// Care of one group, added up line by line.
struct Care {
    var wanted = CareAmount()
    var met = CareAmount()
    var unmet = CareAmount()

    func figure(_ group: String, _ name: String) -> DemandFigure {
        DemandFigure(group: group, name: name, wanted: wanted, met: met, unmet: unmet)
    }
}

extension Grouped<String, Care> {
    fileprivate func figures(_ name: (String) -> String) -> [DemandFigure] {
        pairs.map { $0.amount.figure($0.key, name($0.key)) }
    }
}
