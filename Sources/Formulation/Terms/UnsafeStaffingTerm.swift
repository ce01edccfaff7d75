// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Unsafe staffing: weight, a head short of one of a team's minimums in an open session.
enum UnsafeStaffingTerm: ModelPart {
    static func addColumns(at place: ColumnPlace, to builder: inout ModelBuilder) {
        guard case .team(let k, let t) = place else { return }
        for m in builder.instance.minimums(team: k, session: t) {
            let minimum = builder.instance.minimums[m]
            let column = builder.column(
                ColumnOrigin(minimum.source.column, time: t, team: k, line: minimum.source.row ?? -1),
                upTo: Double(minimum.number))
            builder.layout.shortHeads.append(column)
        }
    }

    static func addRows(to builder: inout ModelBuilder) {
        let instance = builder.instance
        var heads = [[ModelBuilder.Term]](repeating: [], count: instance.minimums.count)
        for s in 0..<instance.staffCount where instance.isHead[s] {
            for t in 0..<instance.sessionCount {
                for (k, column) in builder.deployments(builder.cell(s, t)) {
                    for m in instance.minimums(team: k, session: t)
                    where instance.counts(person: s, minimum: m) {
                        heads[m].append((column, 1))
                    }
                }
            }
        }
        let past = instance.pastHeads()
        for (m, minimum) in instance.minimums.enumerated() {
            let short = builder.layout.shortHeads[m]
            builder.atLeast(
                Double(minimum.missing(past[m])),
                RowOrigin(
                    minimum.source.rule, time: minimum.session, team: minimum.team,
                    line: minimum.source.row ?? -1),
                heads[m] + [(short, 1)])
            builder.addCost(instance.week.policy.unsafeStaffing, to: short, for: .unsafeStaffing)
        }
    }

    static func complete(_ values: inout [Double], of model: WeeklyModel) {
        let instance = model.instance
        guard !instance.minimums.isEmpty else { return }
        var present = [Int](repeating: 0, count: instance.minimums.count)
        for s in 0..<instance.staffCount where instance.isHead[s] {
            for t in 0..<instance.sessionCount {
                guard let k = model.team(ofPerson: s, session: t, in: values) else { continue }
                for m in instance.minimums(team: k, session: t)
                where instance.counts(person: s, minimum: m) {
                    present[m] += 1
                }
            }
        }
        for (m, minimum) in instance.minimums.enumerated() {
            values[model.layout.shortHeads[m]] = Double(minimum.missing(present[m]))
        }
    }
}

extension StaffingMinimum.Source {
    fileprivate var column: ColumnOrigin.Kind {
        switch self {
        case .staff: .shortStaff
        case .registered: .shortRegistered
        case .row: .shortHeads
        }
    }

    fileprivate var rule: RowOrigin.Rule {
        switch self {
        case .staff: .shortStaff
        case .registered: .shortRegistered
        case .row: .shortHeads
        }
    }
}
