// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension NearbyPlan {
    /// The plan as people read it, with what is unmet and why, what is booked, and its price.
    ///
    /// - Parameters:
    ///   - origin: What it states as what it was made from.
    ///   - bound: Pounds that no plan of the week is below; the price where it is proved the cheapest, 0 where nothing
    ///     is proved.
    public func plan(origin: PlanOrigin = PlanOrigin(), bound: Double = 0) -> Plan {
        let model = tables.model
        return PlanMaker(model, trimming: state.values).plan { terms in
            let objective = terms.total
            let isProved = bound >= objective - 0.005
            return PlanSummary(
                objective: objective, bound: isProved ? objective : min(bound, objective), terms: terms,
                status: isProved ? .optimal : .workLimit, seed: seed, seconds: 0, work: 0,
                version: origin.version,
                inputs: origin.inputs, decisions: model.instance.week.decisionsInForce)
        }
    }
}
