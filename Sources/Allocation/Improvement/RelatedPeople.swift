// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import SeededRandom

/// Who could take whose place: for each person, those with whom they share most days in a team and most lines that
/// both may give.
///
/// Worked out for a person when first asked for: in a large week few are, and everybody's would take seconds.
struct RelatedPeople: Sendable {
    private let model: WeeklyModel
    /// People who may be in a team on a day (`team * dayCount + day`), each once.
    private let peopleOfTeamDay: [[Int32]]
    /// The teams and days in which a person may be.
    private let teamDaysOfPerson: [[Int32]]
    private var known: [Int: [Int32]] = [:]
    private var lines: [Int: Set<Int32>] = [:]

    /// People kept for each.
    static let most = 40

    init(_ model: WeeklyModel, peopleOfTeamDay: [[Int32]]) {
        self.model = model
        self.peopleOfTeamDay = peopleOfTeamDay
        var teamDays = [[Int32]](repeating: [], count: model.instance.staffCount)
        for (teamDay, people) in peopleOfTeamDay.enumerated() {
            for person in people { teamDays[Int(person)].append(Int32(teamDay)) }
        }
        teamDaysOfPerson = teamDays
    }

    /// Somebody and people near to them, so many in all if there are, the nearest most often.
    mutating func around(_ s: Int, _ size: Int, _ random: inout SeededRandom) -> [Int] {
        var rest = others(than: s)
        var chosen = [s]
        while chosen.count < size, !rest.isEmpty {
            let share = random.share()
            let place = Int(share * share * share * Double(rest.count))
            chosen.append(Int(rest.remove(at: min(place, rest.count - 1))))
        }
        return chosen
    }

    /// The nearest to a person, nearest first.
    private mutating func others(than s: Int) -> [Int32] {
        if let known = known[s] { return known }
        var days: [Int32: Int] = [:]
        for teamDay in teamDaysOfPerson[s] {
            for other in peopleOfTeamDay[Int(teamDay)] where other != s { days[other, default: 0] += 1 }
        }
        let mine = linesOf(s)
        var near: [(other: Int32, score: Int)] = []
        for (other, days) in days {
            near.append((other, days * (1 + linesOf(Int(other)).intersection(mine).count)))
        }
        near.sort { ($0.score, $1.other) > ($1.score, $0.other) }
        let others = near.prefix(Self.most).map(\.other)
        known[s] = others
        return others
    }

    private mutating func linesOf(_ s: Int) -> Set<Int32> {
        if let known = lines[s] { return known }
        let layout = model.layout
        var found = Set<Int32>()
        for t in 0..<model.instance.sessionCount {
            for contact in layout.contacts[layout.contactsOfCell[model.instance.cell(s, t)]] {
                found.insert(contact.line)
            }
        }
        lines[s] = found
        return found
    }
}
