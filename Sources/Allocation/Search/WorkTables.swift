// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// The limits on working time in flat arrays, as `WorkingTime` has them for each human.
struct WorkTables: Sendable {
    /// The most of each limit.
    let most: [Double]
    /// Whether a limit counts days; else it counts sessions.
    let countsDays: [Bool]
    /// What each part of a limit is: a cell, or a human's day (`first row * dayCount + day`).
    let places: [Int32]
    /// How much each part counts.
    let weights: [Double]
    private let partStart: [Int32]
    /// Limits, cell by cell.
    let limits: [Int32]
    private let limitStart: [Int32]

    init(_ instance: Instance) {
        var (most, countsDays, places, weights) = ([Double](), [Bool](), [Int32](), [Double]())
        var partStart: [Int32] = [0]
        var limitsOfCell = [[Int32]](repeating: [], count: instance.eligibleTeams.count)
        for rows in instance.index.humans.rows {
            for limit in instance.workingTime.limits(person: rows[0]) {
                for part in limit.parts {
                    switch limit.unit {
                    case .sessions:
                        let cell = instance.cell(rows[part.row], part.place)
                        places.append(Int32(cell))
                        limitsOfCell[cell].append(Int32(most.count))
                    case .days:
                        places.append(Int32(instance.personDay(rows[0], part.place)))
                        for s in rows {
                            for t in instance.calendar.sessionsOfDay[part.place] {
                                limitsOfCell[instance.cell(s, t)].append(Int32(most.count))
                            }
                        }
                    }
                    weights.append(part.weight)
                }
                partStart.append(Int32(places.count))
                most.append(limit.most)
                countsDays.append(limit.unit == .days)
            }
        }
        (self.most, self.countsDays) = (most, countsDays)
        (self.places, self.weights, self.partStart) = (places, weights, partStart)
        limits = limitsOfCell.flatMap(\.self)
        var starts: [Int32] = [0]
        for found in limitsOfCell { starts.append((starts.last ?? 0) + Int32(found.count)) }
        limitStart = starts
    }

    /// Which of `limits` a cell is a part of, by itself or as one of its day.
    func limits(ofCell cell: Int) -> Range<Int> {
        Int(limitStart[cell])..<Int(limitStart[cell + 1])
    }

    /// The parts of a limit.
    func parts(ofLimit limit: Int) -> Range<Int> {
        Int(partStart[limit])..<Int(partStart[limit + 1])
    }
}
