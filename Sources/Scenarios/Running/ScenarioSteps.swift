// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Reading
import Workforce

/// A scenario of one replicate as plain changes: those of each overlay, made one overlay after the other.
struct ScenarioSteps: Sendable, Equatable {
    /// The changes of each step, in the order of the overlays.
    let changes: [[Change]]

    init(_ changes: [[Change]] = []) { self.changes = changes }

    /// The steps of a scenario of one of the weeks.
    ///
    /// - Parameter agencyPay: What the base's best plan pays for agency, for caps that are a share of it.
    init(
        _ scenario: ScenarioFile.Scenario, of base: Int = 0, in dated: DatedWeeks, replicate: Int,
        seed: UInt64, agencyPay: AgencyOfBase?, _ diagnostics: Diagnostics
    ) {
        var rest = dated
        changes = scenario.overlays.map { overlay in
            var step = overlay.changes(of: replicate, seed: seed, diagnostics)
                .filter { overlay.holds($0, in: dated.weeks[base]) }
            step += overlay.work(in: base, of: &rest).changes
            if let share = overlay.agencyCapOfBase, let agencyPay {
                step.append(.policy(.agencyCap(agencyPay.cap(share))))
            }
            return step
        }
    }

    /// A share of pounds, to the penny below it.
    static func cap(_ share: Double, of pounds: Double) -> Double {
        (share * pounds * 100 + 1e-6).rounded(.down) / 100
    }

    /// A week with the changes made in it.
    func week(_ base: Week) throws(ChangeError) -> Week {
        var week = base
        for step in changes { week = try week.applying(step).week }
        return week
    }
}
