// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation

/// Makes of a solver's values such as a plan can say: whole contacts, and the minutes of supervision that delegated
/// work needs, not a crumb more nor less.
///
/// Supervision has no price of its own, so a solver may leave more of it than rule 6 asks for, and its rounding
/// leaves millionths of minutes with people who oversee nothing; in a plan either would send somebody to work that
/// is not there.
enum SpareSupervision {
    /// Parts of a minute that supervision is given in: hundredths, unless the framework's minutes are finer.
    static let units = [100, 1_000_000]

    /// The values with whole deployments and contacts, no more supervision than is needed, kept as far as may be with
    /// whom the values have give it, and every column that follows anew.
    static func trimmed(_ given: [Double], of model: WeeklyModel) -> [Double] {
        var values = given
        for column in values.indices where model.program.isInteger[column] {
            values[column] = values[column].rounded()
        }
        let sessions = model.instance.sessionCount
        var columns = [[Int]](repeating: [], count: sessions)
        for (index, supervision) in model.layout.supervision.enumerated() {
            columns[Int(supervision.session)].append(index)
        }
        let needed = Needed(values, model)
        for t in 0..<sessions where !columns[t].isEmpty {
            for unit in units {
                var sharing = Sharing(columns[t], needed, unit: unit, values, model)
                let isMet = sharing.meetNeeds()
                guard isMet || unit == units.last else { continue }
                for (position, index) in columns[t].enumerated() {
                    values[Int(model.layout.supervision[index].column)] =
                        Double(sharing.amount[position]) / Double(unit)
                }
                break
            }
        }
        return Completion(model: model).complete(values)
    }

    /// What supervision is given for.
    fileprivate struct Key: Hashable {
        let group: Int
        let session: Int32
        let activity: Int
    }

    /// The minutes that contacts need, by key, and those that contacts take of each cell.
    fileprivate struct Needed {
        private(set) var minutes: [Key: Double] = [:]
        private(set) var taken: [Double]

        init(_ values: [Double], _ model: WeeklyModel) {
            let instance = model.instance
            taken = [Double](repeating: 0, count: instance.eligibleTeams.count)
            for contact in model.layout.contacts where values[Int(contact.column)] > 0 {
                let count = values[Int(contact.column)]
                taken[instance.cell(Int(contact.person), Int(contact.session))] +=
                    count * Double(contact.minutes)
                guard contact.kind == .delegatedContacts else { continue }
                let activity = instance.lines[Int(contact.line)].activity
                let key = Key(
                    group: instance.supervisionGroup(line: Int(contact.line)), session: contact.session,
                    activity: activity)
                let each = instance.activities[activity].delegated?.supervisionMinutes ?? 0
                minutes[key, default: 0] += each * count
            }
        }
    }

    /// Supervision of one session as whole parts of a minute, so that what is taken from one is given to another
    /// exactly.
    fileprivate struct Sharing {
        /// Parts that each of the session's supervision columns gives.
        private(set) var amount: [Int]
        /// The cell of each column, and its key, as positions in what follows.
        private let cell: [Int]
        private let key: [Int]
        /// Parts each cell may still give, and each key still needs.
        private var room: [Int] = []
        private var need: [Int] = []
        private let isFineEnough: Bool

        init(_ columns: [Int], _ needed: Needed, unit: Int, _ values: [Double], _ model: WeeklyModel) {
            let instance = model.instance
            let limit = instance.week.policy.supervisionMinutesPerSession
            var cells: [Int: Int] = [:]
            var keys: [Key: Int] = [:]
            var (cell, key): ([Int], [Int]) = ([], [])
            var isFineEnough = true
            for index in columns {
                let supervision = model.layout.supervision[index]
                let place = instance.cell(Int(supervision.person), Int(supervision.session))
                let what = Key(
                    group: Int(supervision.group), session: supervision.session,
                    activity: Int(supervision.activity))
                if cells[place] == nil {
                    cells[place] = room.count
                    let left = min(limit, instance.capacity[place] - needed.taken[place])
                    room.append(max(0, Int((left * Double(unit) + 1e-6).rounded(.down))))
                }
                if keys[what] == nil {
                    keys[what] = need.count
                    let minutes = (needed.minutes[what] ?? 0) * Double(unit)
                    if abs(minutes - minutes.rounded()) > 1e-6 * Double(unit) { isFineEnough = false }
                    need.append(Int((minutes - 1e-6).rounded(.up)))
                }
                cell.append(cells[place] ?? 0)
                key.append(keys[what] ?? 0)
            }
            (self.cell, self.key, self.isFineEnough) = (cell, key, isFineEnough)
            amount = [Int](repeating: 0, count: columns.count)
            for (position, index) in columns.enumerated() {
                let supervision = model.layout.supervision[index]
                let team = model.team(
                    ofPerson: Int(supervision.person), session: Int(supervision.session), in: values)
                // Whoever is not there gives nothing, whatever the solver left.
                guard let team, instance.isTeam(team, inGroup: Int(supervision.group)) else {
                    isAway.insert(position)
                    continue
                }
                let minutes = values[Int(supervision.column)] * Double(unit)
                give(position, min(Int(minutes.rounded()), room[cell[position]], need[key[position]]))
            }
        }

        /// Columns of people who are elsewhere, or nowhere.
        private var isAway: Set<Int> = []

        private mutating func give(_ position: Int, _ parts: Int) {
            amount[position] += parts
            room[cell[position]] -= parts
            need[key[position]] -= parts
        }

        /// Gives what is still needed, first through those who give some already; others make room where need be.
        ///
        /// - Returns: Whether every need is met, and was said exactly.
        mutating func meetNeeds() -> Bool {
            for wanted in need.indices {
                while need[wanted] > 0 {
                    var visited = Set<Int>()
                    guard give(upTo: need[wanted], to: wanted, &visited) > 0 else { break }
                }
            }
            return isFineEnough && need.allSatisfy { $0 == 0 }
        }

        /// Gives parts to a key by one way, that may lead over people who hand on what they give to others.
        private mutating func give(upTo most: Int, to wanted: Int, _ visited: inout Set<Int>) -> Int {
            let here = amount.indices.filter { key[$0] == wanted && !isAway.contains($0) }
            let order = here.filter { amount[$0] > 0 } + here.filter { amount[$0] == 0 }
            for position in order where room[cell[position]] > 0 {
                let parts = min(most, room[cell[position]])
                give(position, parts)
                return parts
            }
            for position in order where visited.insert(cell[position]).inserted {
                for other in amount.indices
                where cell[other] == cell[position] && key[other] != wanted && amount[other] > 0 {
                    let parts = give(upTo: min(most, amount[other]), to: key[other], &visited)
                    guard parts > 0 else { continue }
                    // What others took over of `other` is free for the key that wants it.
                    give(other, -parts)
                    give(position, parts)
                    return parts
                }
            }
            return 0
        }
    }
}
