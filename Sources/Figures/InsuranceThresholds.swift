// SPDX-License-Identifier: GPL-3.0-or-later

import Pay
import Workforce

/// What is left of the pay on which employers owe no National Insurance: once for each employment, however few its hours are.
///
/// An employment is what a human does for one employer: rows of one human with one employer are added up, as earnings from one
/// employer are, and those with two employers count twice. What is paid first uses the threshold up first.
struct InsuranceThresholds {
    private struct Contract: Hashable {
        let human, employer: String
    }

    /// The part of a year that is planned.
    private let years: Double
    private var paid: [Contract: Double] = [:]

    /// - Parameter days: How many days are planned: a threshold is one of a year, and so many days have their part of it.
    init(days: Int) { years = Double(days) / (7 * PayTable.weeksAYear) }

    /// How many pounds of somebody's next pay no National Insurance is owed on.
    mutating func free(_ pounds: Double, of member: StaffMember, _ point: PayPoint) -> Double {
        let contract = Contract(human: member.human, employer: member.employer)
        let before = paid[contract, default: 0]
        paid[contract] = before + pounds
        return min(pounds, max(0, point.nationalInsuranceAbove * years - before))
    }
}
