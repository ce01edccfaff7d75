// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Unsafe staffing: weight, a head or registered head short of a team's minimum in an open session.
enum UnsafeStaffingTerm: ModelPart {
    static func addColumns(at place: ColumnPlace, to builder: inout ModelBuilder) {
        guard case .team(let k, let t) = place else { return }
        let team = builder.instance.week.teams[k]
        guard team.isOpen(in: builder.instance.calendar.sessions[t]) else { return }
        for (kind, minimum) in minimums(team) where minimum > 0 {
            builder.column(ColumnOrigin(kind, time: t, team: k), upTo: Double(minimum))
        }
    }

    static func addRows(to builder: inout ModelBuilder) {
        let instance = builder.instance
        var heads = [[ModelBuilder.Term]](repeating: [], count: instance.teamCount * instance.sessionCount)
        var registered = heads
        for s in 0..<instance.staffCount where instance.isHead[s] {
            for t in 0..<instance.sessionCount {
                for (k, column) in builder.deployments(builder.cell(s, t)) {
                    heads[instance.place(k, t)].append((column, 1))
                    if instance.isRegistered[s] {
                        registered[instance.place(k, t)].append((column, 1))
                    }
                }
            }
        }
        for (place, range) in builder.layout.teamSession.enumerated() {
            let (k, t) = place.quotientAndRemainder(dividingBy: instance.sessionCount)
            for (kind, minimum) in minimums(instance.week.teams[k]) {
                guard let short = builder.column(kind, in: range) else { continue }
                let isOfAll = kind == .shortStaff
                builder.atLeast(
                    Double(minimum), RowOrigin(isOfAll ? .shortStaff : .shortRegistered, time: t, team: k),
                    (isOfAll ? heads[place] : registered[place]) + [(short, 1)])
                builder.addCost(instance.week.policy.unsafeStaffing, to: short, for: .unsafeStaffing)
            }
        }
    }

    static func complete(_ values: inout [Double], of model: WeeklyModel) {
        let instance = model.instance
        var heads = [Int](repeating: 0, count: instance.teamCount * instance.sessionCount)
        var registered = heads
        for s in 0..<instance.staffCount where instance.isHead[s] {
            for t in 0..<instance.sessionCount {
                guard let k = model.team(ofPerson: s, session: t, in: values) else { continue }
                heads[instance.place(k, t)] += 1
                if instance.isRegistered[s] { registered[instance.place(k, t)] += 1 }
            }
        }
        for (place, range) in model.layout.teamSession.enumerated() {
            for (kind, minimum) in minimums(instance.week.teams[place / instance.sessionCount]) {
                guard let short = model.column(kind, in: range) else { continue }
                let present = kind == .shortStaff ? heads[place] : registered[place]
                values[short] = Double(max(0, minimum - present))
            }
        }
    }

    private static func minimums(_ team: Team) -> [(kind: ColumnOrigin.Kind, heads: Int)] {
        [(.shortStaff, team.minimumStaff), (.shortRegistered, team.minimumRegistered)]
    }
}
