// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// `unfilled.csv` has what posts lack, and the first reason that applies, in that period alone with the rest as it stands.
enum UnfilledStatement: Statement {
    static func faults(_ stated: StatedRotation, _ sheet: Sheet, _ price: RotationPrice) -> [String] {
        let programme = sheet.programme
        let moves = Moves(sheet)
        var faults: [String] = []
        // Rows of posts and periods that the rotation does not have come last.
        var stood = [[[UnfilledRow]]](
            repeating: [[UnfilledRow]](repeating: [], count: sheet.rotation.periodCount),
            count: sheet.rotation.posts.count)
        var strangers: [UnfilledRow] = []
        for row in stated.unfilled {
            if let k = programme.post(row.post), (1...sheet.rotation.periodCount).contains(row.period) {
                stood[k][row.period - 1].append(row)
            } else {
                strangers.append(row)
            }
        }
        for (k, post) in sheet.rotation.posts.enumerated() {
            for t in 0..<sheet.rotation.periodCount {
                let there = sheet.wte(k, t)
                let (minimum, target) = (
                    short(programme.minimum(k, t), there), short(programme.target(k, t), there)
                )
                let rows = stood[k][t]
                let isShort = minimum > 0 || target > 0
                guard rows.count == (isShort ? 1 : 0) else {
                    faults.append(
                        "unfilled.csv has \(programme.count(rows.count, "row")) of \(post.id) in period \(t + 1), which "
                            + (isShort ? "lacks somebody." : "lacks nobody."))
                    continue
                }
                guard let row = rows.first else { continue }
                for (what, said, found) in [
                    ("minimum", row.missingMinimum, minimum), ("target", row.missingTarget, target),
                ] where abs(said - found) > Tolerance.amount {
                    faults.append(
                        "unfilled.csv states that \(programme.number(said)) are missing from the \(what) of \(post.id) in "
                            + "period \(t + 1); it is \(programme.number(found)).")
                }
                let reason = reason(k, t, sheet, moves)
                if row.reason != reason {
                    faults.append(
                        "unfilled.csv gives \(row.reason.rawValue) as the reason of \(post.id) in period \(t + 1); it is "
                            + "\(reason.rawValue).")
                }
            }
        }
        for row in strangers {
            faults.append(
                "unfilled.csv has \(row.post) in period \(row.period), which the rotation does not have.")
        }
        return faults
    }

    private static func short(_ wanted: Double, _ there: Double) -> Double {
        wanted - there > Tolerance.amount ? wanted - there : 0
    }

    private static func reason(_ k: Int, _ t: Int, _ sheet: Sheet, _ moves: Moves) -> UnfilledReason {
        var mayAnybody = false
        for p in sheet.rotation.people.indices where sheet.programme.isPresent(p, t) {
            guard sheet.programme.bars(p, k, t).isEmpty else { continue }
            mayAnybody = true
            let here = sheet.post(p, t)
            if here == k { continue }
            if here == nil || moves.gain(p, t, to: k) > 0.01 { return .rules }
        }
        return mayAnybody ? .nobodyFree : .nobodyMay
    }
}
