// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Care given by two workers together in one group.
public struct DoubleHandedFigure: Sendable, Equatable, Encodable {
    /// The group's identifier.
    public let group: String
    /// The name people read.
    public let name: String
    /// Contacts given by two workers.
    public let contacts: Int
    /// Contact hours of both workers in them.
    public let hours: Double
    /// Those hours as a share of the workers' contact hours in all care of the group; nil where there is no care.
    public let shareOfCare: Double?
    /// Contacts of two-handed activities given by one worker.
    public let singleHandedContacts: Int
    /// Contacts that a review found suitable for single-handed care, but given by two.
    public let suitableContacts: Int
}

/// Double-handed care by team and pathway. Groups without two-handed care are left out.
public struct DoubleHandedFigures: Sendable, Equatable, Encodable {
    /// The whole week.
    public let total: DoubleHandedFigure
    /// By team, in file order.
    public let byTeam: [DoubleHandedFigure]
    /// By pathway, in order of the teams.
    public let byPathway: [DoubleHandedFigure]
    /// Lines with contacts that a review found suitable for one worker, in file order.
    public let suitable: [SuitableFigure]
    /// Lines of which no contact is stated as suitable for one worker.
    public let noneSuitable: [NoSuitableFigure]

    init(_ index: WeekLookup, _ plan: Plan, _ time: PlanTime) {
        let week = index.week
        var total = Grouped(["all"], Hands())
        var teams = Grouped(week.teams.map(\.id), Hands())
        var pathways = Grouped(index.pathways, Hands())
        func addAll(_ team: String, _ body: (inout Hands) -> Void) {
            total.change("all", body)
            teams.change(team, body)
            if let place = index.team(team) { pathways.change(week.teams[place].pathway, body) }
        }
        var doubles: [String: Int] = [:]
        for row in plan.contacts {
            let minutes = row.contacts * index.minutes(row.activity)
            addAll(row.team) { hands in
                switch row.route {
                case .doubleHanded:
                    hands.contacts += row.contacts
                    hands.minutes += 2 * minutes
                    hands.allMinutes += 2 * minutes
                case .singleHanded:
                    hands.singles += row.contacts
                    hands.allMinutes += index.contactMinutes(row)
                case .registered, .support, .delegated:
                    hands.allMinutes += minutes
                }
            }
            if row.route == .doubleHanded { doubles[row.line, default: 0] += row.contacts }
        }
        for line in week.demand {
            let avoidable = max(0, (doubles[line.id] ?? 0) - index.doubleHandedNeeded(line))
            addAll(line.team) { $0.suitable += avoidable }
        }
        self.total = total.figures { _ in "All care" }.first ?? Hands().figure("all", "All care")
        byTeam = teams.figures(index.teamName).filter(\.isThere)
        byPathway = pathways.figures(\.self).filter(\.isThere)
        suitable = SuitableFigure.all(index, plan, time)
        noneSuitable = NoSuitableFigure.all(index)
    }
}

extension DoubleHandedFigure {
    fileprivate var isThere: Bool { contacts > 0 || singleHandedContacts > 0 }
}

private struct Hands {
    var contacts = 0
    var minutes = 0
    var allMinutes = 0
    var singles = 0
    var suitable = 0

    func figure(_ group: String, _ name: String) -> DoubleHandedFigure {
        DoubleHandedFigure(
            group: group, name: name, contacts: contacts, hours: Double(minutes) / 60,
            shareOfCare: allMinutes > 0 ? Double(minutes) / Double(allMinutes) : nil,
            singleHandedContacts: singles, suitableContacts: suitable)
    }
}

extension Grouped<String, Hands> {
    fileprivate func figures(_ name: (String) -> String) -> [DoubleHandedFigure] {
        pairs.map { $0.amount.figure($0.key, name($0.key)) }
    }
}
