// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Pay
import Wording

/// Which agency is paid above the price caps of a pay table, in sentences: a board is told without looking for it.
struct PriceCapText {
    private let results: ScenarioResults

    init(_ results: ScenarioResults) { self.results = results }

    /// A sentence a base, where some agency of it or of its scenarios is above its cap.
    var sentences: [String] {
        guard let pay = results.options.pay else { return [] }
        return results.bases.compactMap { base in
            let parts = parts(of: base, pay)
            guard !parts.isEmpty else { return nil }
            let place = results.bases.count > 1 ? " in \(base.name)" : ""
            return "Agency above the price cap of the pay table\(place): \(parts.joined(separator: "; "))."
        }
    }

    /// What is above the cap, and in which scenarios; those that agree are named together, and those of sweeps counted.
    private func parts(of base: ScenarioBase, _ pay: PayTable) -> [String] {
        var parts: [String] = []
        var named: [String: [String]] = [:]
        var swept = 0
        for outcome in results.outcomes where outcome.base == base.name {
            guard outcome.scenario.sweep == nil else {
                swept += (outcome.value(CostAndCare.agencyHoursAboveCap) ?? 0) > 0 ? 1 : 0
                continue
            }
            let above = outcome.agencyAboveCap(pay)
            guard !above.isEmpty else { continue }
            let words =
                Naming.list(above.map { Self.words($0, base) })
                + (outcome.isOneWeek ? "" : ", on average of draws")
            if named[words] == nil { parts.append(words) }
            named[words, default: []].append(outcome.scenario.name)
        }
        return parts.map { "\(Naming.list(named[$0] ?? [])): \($0)" }
            + (swept > 0 ? ["some in \(Show.counted(swept, "scenario")) of sweeps"] : [])
    }

    /// `4.0 hours of Nurse (band 5) at £30.90 an hour where the cap is £29.94, £3.84 above it in all`.
    private static func words(_ one: AgencyAboveCap, _ base: ScenarioBase) -> String {
        let role = base.week.framework.roles.first { $0.id == one.role }?.name ?? one.role
        let hours = Show.hours(one.hours)
        return "\(hours) \(hours == "1.0" ? "hour" : "hours") of \(role) (band \(one.band)) at "
            + "\(Show.pounds(one.rate)) an hour where the cap is \(Show.pounds(one.cap)), "
            + "\(Show.pounds(one.pounds)) above it in all"
    }
}

extension ScenarioOutcome {
    /// Its agency above the caps of a pay table: of one week that of the best plan, of drawn weeks the mean.
    func agencyAboveCap(_ pay: PayTable) -> [AgencyAboveCap] {
        let counted = isOneWeek ? best.map { [$0] } ?? [] : replicates
        let planned = counted.compactMap(\.planned)
        return AgencyAboveCap.mean(
            planned.map { CostAndCare.agencyAboveCap(of: $0.plan, week: $0.week, pay: pay) })
    }
}
