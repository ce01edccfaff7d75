// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Tables
import Workforce

/// What an AHP lead has to look at in a plan: what is to be decided, and the report's own tables of what hangs on one
/// supervisor and of sign-offs.
///
///     let review = LeadReview(week: week, plan: plan, report: "report.html")
///     review.withoutSlack.rows.count
public struct LeadReview: Sendable {
    /// Delegations to decide on.
    public let toDecide: [DelegationToDecide]
    /// Delegated work without slack in its supervision.
    public let withoutSlack: Table
    /// Approvals whose review is due.
    public let approvals: Table
    /// Sign-offs that have ended or end soon, and what that stops.
    public let signOffsEnding: Table
    /// Sign-offs that people lack for their role's work, or that have lapsed.
    public let signOffGaps: Table
    /// How bad each thing is that the plan flags.
    public let sizes: [RedFlag.Subject: Int]

    /// Looks a plan through.
    ///
    /// - Parameter report: The address of the plan's whole report, to which names in the tables lead.
    public init(week: Week, plan: Plan, report: String) {
        // Of a closed flag a plan keeps the size at which it was closed, so figures are of the plan without what was said.
        var bare = plan
        bare.flags = []
        let figures = ReportFigures(week: week, plan: bare)
        let page = ReportPage(week: week, plan: bare, figures: figures, parts: [], whole: report)
        toDecide = DelegationReview(week: week, plan: plan).toDecide
        withoutSlack = page.tightSupervision
        approvals = page.reviews
        signOffsEnding = page.signOffs
        signOffGaps = page.gaps
        sizes = Dictionary(
            figures.flags.items.compactMap { flag in flag.size.map { (flag.subject, $0) } }
        ) { first, _ in first }
    }
}
