// SPDX-License-Identifier: GPL-3.0-or-later

import Report
import Workforce

extension PlanAtHand {
    /// How many people's low utilisation is looked into at most: those with most time to spare.
    public static let mostDeepDives = 40

    /// What the report says beyond the plan's own figures: why utilisation is low and what would help, what each
    /// booking is for, what more single-handed care would release, and what fixed teams would cost.
    ///
    /// - Parameter low: Whose utilisation is low: `LowUtilisation.of(week:plan:)`.
    public func findings(low: [LowUtilisation]) -> Findings {
        let order = low.indices.sorted { (low[$1].time.spare, $0) < (low[$0].time.spare, $1) }
        let looked = order.prefix(Self.mostDeepDives).sorted().map { low[$0] }
        var findings = Findings()
        findings.deepDives = looked.isEmpty ? [] : DeepDives(self, looked).dives
        findings.bookings = bookingFindings()
        findings.conversions = conversionFindings()
        findings.fixedTeams = fixedTeams()
        return findings
    }
}
