// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Wording

extension AgencyOfBase {
    /// What a share of a base's agency pay came to.
    ///
    /// - Parameters:
    ///   - base: The base's name.
    ///   - shown: Pounds of agency of the base's plan that is shown, which another scenario's search may have found after the
    ///     share was fixed; nil: none is shown.
    func words(_ share: Double, in base: String, shown: Double?) -> String {
        var words = "\(Show.pounds(target(share))) in \(base)"
        let left = target(share) - rostered
        if left < -SharedPlans.least {
            words +=
                ", where the rota alone pays \(Show.pounds(rostered)), which stays, and nothing may be booked"
        } else if share <= 1, let ownCap, ownCap < left {
            words +=
                (rostered > SharedPlans.least ? ", \(Show.pounds(rostered)) of it on the rota" : "")
                + ", with no more for bookings than the week's own cap of \(Show.pounds(ownCap))"
        } else if rostered > SharedPlans.least {
            words +=
                ", \(Show.pounds(rostered)) of it on the rota and \(Show.pounds(cap(share))) for bookings"
        }
        guard let shown, abs(shown - pounds) > SharedPlans.least else { return words }
        return words
            + ", fixed by a plan that pays \(Show.pounds(pounds)) for agency before another scenario's search found the one "
            + "that is shown, which pays \(Show.pounds(shown))"
    }
}

extension ScenarioResults {
    /// What a cap that is a share of the base's agency pay came to, base by base, in words.
    func caps(of overlay: Overlay) -> [String] {
        guard let share = overlay.agencyCapOfBase else { return [] }
        return zip(bases, agencyPays).compactMap { base, pay in
            let shown = outcome(ScenarioFile.base, in: base.name)?.value(CostAndCare.agencyPay)
            return pay.map { $0.words(share, in: base.name, shown: shown) }
        }
    }
}
