// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations
import Workforce

/// `placements.csv`: a row a block; a week takes it as it is.
enum PlacementsFile: RotationPlanTable {
    static let file = "placements.csv"
    static let columns = ["staff", "team", "from", "until", "post"]

    static func cells(of row: PlacementInForce) -> [String] {
        let placement = row.placement
        return [
            placement.staff, placement.team, placement.from?.iso ?? "", placement.until?.iso ?? "", row.post,
        ]
    }

    static func row(from cells: RotationCells) -> PlacementInForce? {
        let staff = cells.identifier("staff")
        let team = cells.identifier("team")
        let from = cells.day("from")
        let until = cells.day("until")
        let post = cells.identifier("post")
        guard let staff, let team, let from, let until, let post else { return nil }
        return PlacementInForce(staff: staff, team: team, from: from, until: until, post: post)
    }
}

/// `sequences.csv`: a row a person and period.
enum SequencesFile: RotationPlanTable {
    static let file = "sequences.csv"
    static let columns = ["staff", "period", "from", "until", "post"]

    static func cells(of line: SequenceLine) -> [String] {
        [line.row.staff, String(line.row.period), line.from.iso, line.until.iso, line.row.post ?? ""]
    }

    static func row(from cells: RotationCells) -> SequenceLine? {
        let staff = cells.identifier("staff")
        let period = cells.period()
        let from = cells.day("from")
        let until = cells.day("until")
        let post = cells.identifierOrBlank("post")
        guard let staff, let period, let from, let until, let post else { return nil }
        return SequenceLine(
            SequenceRow(staff: staff, period: period, post: post), from: from, until: until)
    }
}

/// `filled.csv`: a row a post and period.
enum FilledFile: RotationPlanTable {
    static let file = "filled.csv"
    static let columns = ["post", "period", "wte", "minimum", "target", "maximum", "begun"]

    static func cells(of row: FilledRow) throws(PlanFolderError) -> [String] {
        [
            row.post, String(row.period), try wte(row.wte), try wte(row.amounts.minimum),
            try wte(row.amounts.target), try row.amounts.maximum.map(wte) ?? "", String(row.begun),
        ]
    }

    static func row(from cells: RotationCells) -> FilledRow? {
        let post = cells.identifier("post")
        let period = cells.period()
        let wte = cells.wte("wte")
        let minimum = cells.wte("minimum")
        let target = cells.wte("target")
        let maximum = cells.wteOrBlank("maximum")
        let begun = cells.whole("begun", "blocks")
        guard let post, let period, let wte, let minimum, let target, let maximum, let begun else {
            return nil
        }
        return FilledRow(
            post: post, period: period, wte: wte,
            amounts: PostAmounts(minimum: minimum, target: target, maximum: maximum), begun: begun)
    }
}

/// `unfilled.csv`: a row a post and period that lacks somebody.
enum UnfilledFile: RotationPlanTable {
    static let file = "unfilled.csv"
    static let columns = ["post", "period", "missing_minimum", "missing_target", "reason"]

    static func cells(of row: UnfilledRow) throws(PlanFolderError) -> [String] {
        [
            row.post, String(row.period), try wte(row.missingMinimum), try wte(row.missingTarget),
            row.reason.rawValue,
        ]
    }

    static func row(from cells: RotationCells) -> UnfilledRow? {
        let post = cells.identifier("post")
        let period = cells.period()
        let minimum = cells.wte("missing_minimum")
        let target = cells.wte("missing_target")
        let reason = cells.word("reason", UnfilledReason.self)
        guard let post, let period, let minimum, let target, let reason else { return nil }
        return UnfilledRow(
            post: post, period: period, missingMinimum: minimum, missingTarget: target, reason: reason)
    }
}

/// `gained.csv`: a row a person and level.
enum GainedFile: RotationPlanTable {
    static let file = "gained.csv"
    static let columns = ["staff", "competency", "level", "period"]

    static func cells(of row: GainedRow) -> [String] {
        [row.staff, row.need.competency, String(row.need.level), String(row.period)]
    }

    static func row(from cells: RotationCells) -> GainedRow? {
        let staff = cells.identifier("staff")
        let competency = cells.identifier("competency")
        let level = cells.whole("level", "level")
        let period = cells.period()
        guard let staff, let competency, let level, let period else { return nil }
        return GainedRow(staff: staff, need: Need(competency, level), period: period)
    }
}
