// SPDX-License-Identifier: GPL-3.0-or-later

import Markup

/// A part of the report's page, in the page's order; its raw value is the name by which links find it.
public enum ReportPart: String, Sendable, CaseIterable {
    /// What there is to do, each with the way to its place.
    case first = "first-things"
    /// What must not wait, since when, and who sees to it; empty where there is nothing.
    case flags
    /// What was changed, breaks a rule or costs otherwise; empty for a plan that is as it was made.
    case standing
    /// What whoever was in charge decided otherwise; empty where nothing was.
    case overrides
    /// What is otherwise than in the plan in force; empty where none is.
    case changed
    /// Cover, care by priority, pounds by tier.
    case glance
    /// People and teams by session.
    case rota
    /// What is wanted, met and not met, and why not.
    case care
    /// Direct contact of hours.
    case utilisation
    /// Registered and support hours.
    case skillMix = "skill-mix"
    /// What is delegated, to whom, and what could be.
    case delegation
    /// Care by two workers.
    case doubleHanded = "double-handed"
    /// Bookings, and bank people not used.
    case bookings
    /// Heads below minimum, absence, sessions away.
    case staffing
    /// What people asked for, and who usually comes; empty where a week says nothing of either.
    case requests
    /// The figures services are asked for.
    case metrics
    /// The terms of the price.
    case price
    /// Seed, limits, proof and input files.
    case made

    /// Its heading.
    public var title: String {
        switch self {
        case .first: "First things"
        case .flags: "What must not wait"
        case .standing: "Before you use this plan"
        case .overrides: "Decided otherwise"
        case .changed: "What changed"
        case .glance: "Week at a glance"
        case .rota: "Rota"
        case .care: "Care wanted, met and not met"
        case .utilisation: "Utilisation"
        case .skillMix: "Skill mix"
        case .delegation: "Delegation"
        case .doubleHanded: "Double-handed care"
        case .bookings: "Bookings and bank"
        case .staffing: "Heads, absence and moves"
        case .requests: "Requests and continuity"
        case .metrics: "Metrics to report"
        case .price: "What the price is made of"
        case .made: "How the plan was made"
        }
    }
}

extension ReportPage {
    /// A part as it stands on the page.
    func section(_ part: ReportPart) -> PageSection {
        PageSection(id: part.rawValue, title: part.title, blocks: blocks(of: part))
    }

    private func blocks(of part: ReportPart) -> [Block] {
        switch part {
        case .first: firstThings
        case .flags: flags
        case .standing: standingBlocks
        case .overrides: overrides
        case .changed: changed
        case .glance: glance
        case .rota: rota
        case .care: care
        case .utilisation: utilisation
        case .skillMix: skillMix
        case .delegation: delegation
        case .doubleHanded: doubleHanded
        case .bookings: bookings
        case .staffing: staffing
        case .requests: requests
        case .metrics: metrics
        case .price: price
        case .made: origin
        }
    }
}
