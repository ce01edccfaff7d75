// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension NearbyPlan {
    /// The price by term.
    public var terms: PriceTerms { tables.model.terms(at: state.values) }
}
