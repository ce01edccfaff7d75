// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import Workforce

/// The days of `sequences.csv` are those of the periods.
enum SequencesStatement: Statement {
    static func faults(_ stated: StatedRotation, _ sheet: Sheet, _ price: RotationPrice) -> [String] {
        let starts = sheet.programme.starts
        return stated.sequences.compactMap { line in
            guard (1..<starts.count).contains(line.row.period) else { return nil }
            let (first, last) = (starts[line.row.period - 1], starts[line.row.period].adding(days: -1))
            guard line.from != first || line.until != last else { return nil }
            return
                "sequences.csv has period \(line.row.period) of \(line.row.staff) from \(line.from) to \(line.until); "
                + "it goes from \(first) to \(last)."
        }
    }
}

/// The rows of `placements.csv` are the blocks of the sequences.
enum PlacementsStatement: Statement {
    private struct Block: Hashable {
        let staff: String
        let team: String
        let from: CalendarDay?
        let until: CalendarDay?
        let post: String

        var words: String {
            "\(staff) in \(post) (team \(team)) from \(from.map { "\($0)" } ?? "–") to \(until.map { "\($0)" } ?? "–")"
        }
    }

    static func faults(_ stated: StatedRotation, _ sheet: Sheet, _ price: RotationPrice) -> [String] {
        let starts = sheet.programme.starts
        var left: [Block: Int] = [:]
        let blocks = sheet.rotation.people.indices.flatMap { p in
            sheet.runs[p].map { run in
                let post = sheet.rotation.posts[run.post]
                return Block(
                    staff: sheet.rotation.people[p].id, team: post.team,
                    from: starts[sheet.present[p][run.first]],
                    until: starts[sheet.present[p][run.last] + 1].adding(days: -1), post: post.id)
            }
        }
        for block in blocks { left[block, default: 0] += 1 }
        var faults: [String] = []
        for row in stated.placements {
            let block = Block(
                staff: row.placement.staff, team: row.placement.team, from: row.placement.from,
                until: row.placement.until, post: row.post)
            if let count = left[block], count > 0 {
                left[block] = count - 1
            } else {
                faults.append("placements.csv has \(block.words), which the sequences do not have.")
            }
        }
        for block in blocks where left[block, default: 0] > 0 {
            left[block] = 0
            faults.append("placements.csv lacks \(block.words).")
        }
        return faults
    }
}

/// `filled.csv` has what the sequences put into each post.
enum FilledStatement: Statement {
    static func faults(_ stated: StatedRotation, _ sheet: Sheet, _ price: RotationPrice) -> [String] {
        let programme = sheet.programme
        var faults: [String] = []
        var seen = [[Int]](
            repeating: [Int](repeating: 0, count: sheet.rotation.periodCount),
            count: sheet.rotation.posts.count)
        for row in stated.filled {
            guard let k = programme.post(row.post), (1...sheet.rotation.periodCount).contains(row.period)
            else {
                faults.append(
                    "filled.csv has \(row.post) in period \(row.period), which the rotation does not have.")
                continue
            }
            let t = row.period - 1
            seen[k][t] += 1
            let begun = sheet.beginners[k][t].count
            let pairs = [
                ("wte", row.wte, sheet.wte(k, t)),
                ("minimum", row.amounts.minimum, programme.minimum(k, t)),
                ("target", row.amounts.target, programme.target(k, t)),
                ("maximum", row.amounts.maximum ?? .infinity, programme.maximum(k, t) ?? .infinity),
                ("begun", Double(row.begun), Double(begun)),
            ]
            for (what, said, found) in pairs where said != found && !(abs(said - found) <= Tolerance.amount) {
                faults.append(
                    "filled.csv states \(what) \(programme.number(said)) of \(row.post) in period \(row.period); it is "
                        + "\(programme.number(found)).")
            }
        }
        for (k, post) in sheet.rotation.posts.enumerated() {
            for t in 0..<sheet.rotation.periodCount where seen[k][t] != 1 {
                faults.append(
                    "filled.csv has \(programme.count(seen[k][t], "row")) of \(post.id) in period \(t + 1); it should have "
                        + "one.")
            }
        }
        return faults
    }
}

/// `gained.csv` has what people learn, from the first period on at whose beginning they hold it. What they are signed off in
/// by then may be left out, and so may what is held only when the programme is over.
enum GainedStatement: Statement {
    static func faults(_ stated: StatedRotation, _ sheet: Sheet, _ price: RotationPrice) -> [String] {
        var faults: [String] = []
        let found = gained(sheet)
        var said: Set<GainedRow> = []
        for row in stated.gained {
            guard said.insert(row).inserted else {
                faults.append("gained.csv has \(words(row)) twice.")
                continue
            }
            guard !found.contains(where: { $0.row == row }) else { continue }
            faults.append("gained.csv has \(words(row)), which the sequences do not say.")
        }
        for one in found where !one.isOptional && !said.contains(one.row) {
            faults.append("gained.csv lacks \(words(one.row)).")
        }
        return faults
    }

    private static func gained(_ sheet: Sheet) -> [(row: GainedRow, isOptional: Bool)] {
        let rotation = sheet.rotation
        var levels: [Need] = []
        for post in rotation.posts {
            for need in post.develops.map(\.need) + post.needs where !levels.contains(need) {
                levels.append(need)
            }
        }
        var found: [(row: GainedRow, isOptional: Bool)] = []
        for (p, person) in rotation.people.enumerated() where !sheet.present[p].isEmpty {
            for need in levels {
                let first = (0...rotation.periodCount).first { sheet.hasLearnt(p, need, $0) }
                guard let first else { continue }
                let isOver = first == rotation.periodCount
                found.append(
                    (
                        GainedRow(staff: person.id, need: need, period: first + 1),
                        isOver || sheet.programme.isSignedOff(p, need, first)
                    ))
            }
        }
        return found
    }

    private static func words(_ row: GainedRow) -> String {
        "\(row.staff) with \(row.need.competency) at level \(row.need.level) from period \(row.period)"
    }
}
