// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

extension WeekTables {
    /// Says which of several rows about one person and competency counts: the one signed off last. Where an earlier
    /// one would hold more on some day planned, that is a warning; sign-offs that were renewed are told of once.
    func checkAssessments() {
        guard let horizon = basis.horizon, let framework = basis.framework, isSound(.signOffs) else { return }
        let validity = Dictionary(
            framework.competencies.map { ($0.id, $0.validMonths) }, uniquingKeysWith: { one, _ in one })
        let humans = staff.values.humansById
        var rows: [[String]: [Int]] = [:]
        var order: [[String]] = []
        for (index, row) in signOffs.values.enumerated() where row.signedOffOn <= horizon.last {
            let key = [humans[row.staff] ?? row.staff, row.competency]
            if rows[key] == nil { order.append(key) }
            rows[key, default: []].append(index)
        }
        var renewed: [(older: Int, newer: Int)] = []
        for key in order {
            guard let found = rows[key], found.count > 1 else { continue }
            let assessed = found.sorted {
                (signOffs.values[$0].signedOffOn, $0) < (signOffs.values[$1].signedOffOn, $1)
            }
            .map {
                Assessment(
                    index: $0, held: HeldSignOff(signOffs.values[$0], validMonths: validity[key[1]] ?? nil))
            }
            let lowered = assessed.indices.dropFirst().compactMap { place in
                Self.better(than: place, of: assessed, horizon).map { ($0, assessed[place]) }
            }
            for (older, newer) in lowered { warn(older, newer, horizon) }
            if lowered.isEmpty {
                renewed.append((assessed[assessed.count - 2].index, assessed[assessed.count - 1].index))
            }
        }
        tell(renewed)
    }

    /// A row of the table, and what it holds.
    private struct Assessment {
        let index: Int
        let held: HeldSignOff

        func level(on day: CalendarDay) -> Int { held.holds(on: day) ? held.level : 0 }
    }

    /// The earlier assessment that would reach most beyond the one at a place on some day on which that one counts;
    /// nil where none would.
    private static func better(
        than place: Int, of assessed: [Assessment], _ horizon: Horizon
    ) -> Assessment? {
        let newer = assessed[place]
        var day = max(newer.held.from, horizon.start)
        let end = place + 1 < assessed.count ? assessed[place + 1].held.from : horizon.last.adding(days: 1)
        while day < end, day <= horizon.last {
            let best = assessed[..<place].max { $0.level(on: day) < $1.level(on: day) }
            if let best, best.level(on: day) > newer.level(on: day) { return best }
            day = day.adding(days: 1)
        }
        return nil
    }

    private func warn(_ older: Assessment, _ newer: Assessment, _ horizon: Horizon) {
        let (row, before) = (signOffs.values[newer.index], signOffs.values[older.index])
        let ended = newer.held.until.map { $0 < horizon.last ? ", held until \($0)" : "" } ?? ""
        signOffs.cells.field("signed_off_on", newer.index).warning(
            "'\(row.staff)' has several rows for '\(row.competency)', and the one signed off last counts: this one, "
                + "level \(row.level)\(ended), not level \(before.level) of \(before.signedOffOn) in line "
                + "\(line(older.index))",
            expected: "a later row once it is signed off anew, unless that is meant", diagnostics)
    }

    private func tell(_ renewed: [(older: Int, newer: Int)]) {
        guard let first = renewed.first else { return }
        let row = signOffs.values[first.newer]
        let others = renewed.count - 1
        let also = others == 0 ? "" : "; so it is for \(others) more of people's competencies"
        signOffs.cells.field("signed_off_on", first.newer).notice(
            "'\(row.staff)' has several rows for '\(row.competency)', and the one signed off last counts: this one, "
                + "not line \(line(first.older))\(also)", diagnostics)
    }

    private func line(_ index: Int) -> Int { signOffs.cells.line(index) }
}
