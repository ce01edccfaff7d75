// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Something a kind of team is asked for: an activity, how much of a pool's time it takes, and when it is
/// wanted.
///
/// Shares are assumptions (A); they make the mix of work, and the pools' time makes its amount.
struct Want: Sendable {
    /// When contacts are wanted. Part numbers are those of the service: 0 its first part of the day.
    enum Rhythm: Sendable {
        /// Each day, between two parts of the day.
        case daily(ClosedRange<Int>)
        /// As stays begin through the week (V), each to be seen within 24 hours of the start (V): from the
        /// first part of the day of the start to the first part of the next day.
        case starts
        /// At some time within so many days.
        case within(days: Int)
    }

    /// How much of it is wanted.
    enum Amount: Sendable {
        /// Thousandths of the minutes that the team's people of the pool are asked for.
        case share(Pool, Int)
        /// So many a week in a team of ten, whoever is there to do it.
        case weekly(Int)
    }

    let activity: String
    let amount: Amount
    let rhythm: Rhythm
    let priority: Priority
    /// Whether fewer are wanted at the weekend.
    let isQuietAtWeekends: Bool

    /// The pool whose time it is measured by.
    var pool: Pool? {
        if case .share(let pool, _) = amount { return pool }
        return nil
    }

    /// The thousandths of that time that it takes; 0 where it is measured by none.
    var permille: Int {
        if case .share(_, let permille) = amount { return permille }
        return 0
    }

    /// Weights of the days, Monday to Sunday.
    var dayWeights: [Int] {
        if case .starts = rhythm { return Stay.startsByWeekday }
        return isQuietAtWeekends ? Self.quietWeekend : [100, 100, 100, 100, 100, 100, 100]
    }

    /// Therapy at weekends against a weekday (A).
    private static let quietWeekend = [90, 100, 100, 100, 100, 55, 35]

    fileprivate static func share(
        _ pool: Pool, _ permille: Int, _ activity: String, _ rhythm: Rhythm, _ priority: Priority,
        quiet: Bool = false
    ) -> Want {
        Want(
            activity: activity, amount: .share(pool, permille), rhythm: rhythm, priority: priority,
            isQuietAtWeekends: quiet)
    }

    fileprivate static func weekly(
        _ number: Int, _ activity: String, _ rhythm: Rhythm, _ priority: Priority
    ) -> Want {
        Want(
            activity: activity, amount: .weekly(number), rhythm: rhythm, priority: priority,
            isQuietAtWeekends: true)
    }
}

extension Want {
    static let ofHomeTherapy = [
        share(.therapy, 360, "initial-assessment", .starts, .critical),
        share(.therapy, 330, "follow-up-therapy", .daily(0...1), .routine, quiet: true),
        share(.therapy, 100, "equipment-prescription", .within(days: 2), .urgent, quiet: true),
        share(.therapy, 60, "remote-review", .within(days: 2), .routine, quiet: true),
        share(.therapy, 70, "goal-setting", .within(days: 4), .routine, quiet: true),
        share(.therapy, 70, "discharge-conversation", .within(days: 4), .routine, quiet: true),
        share(.therapy, 40, "joint-assessment", .within(days: 5), .routine, quiet: true),
        share(.rehabilitation, 480, "rehab-session", .daily(0...1), .routine, quiet: true),
        share(.rehabilitation, 140, "walking-practice", .daily(0...1), .urgent, quiet: true),
        share(.rehabilitation, 160, "follow-up-visit", .daily(0...1), .routine, quiet: true),
        share(.rehabilitation, 120, "equipment-fitting", .within(days: 3), .urgent, quiet: true),
        share(.rehabilitation, 60, "simple-equipment-assessment", .within(days: 4), .routine, quiet: true),
        share(.rehabilitation, 40, "carer-training", .within(days: 5), .routine, quiet: true),
        share(.volunteering, 1000, "welfare-call", .daily(0...1), .routine, quiet: true),
    ]

    /// Calls follow the stay roughly: more in the morning and in the evening than in the afternoon (D).
    static let ofReablement = [
        share(.care, 125, "reablement-call", .daily(0...0), .urgent),
        share(.care, 90, "reablement-call", .daily(1...1), .routine),
        share(.care, 145, "reablement-call", .daily(2...2), .urgent),
        share(.care, 180, "personal-care", .daily(0...0), .urgent),
        share(.care, 220, "medication-support", .daily(0...2), .critical),
        share(.care, 80, "meal-support", .daily(1...1), .routine),
        share(.care, 65, "washing-and-dressing", .daily(0...0), .urgent),
        share(.care, 55, "transfer", .daily(1...2), .urgent),
        share(.care, 20, "hoisted-care", .within(days: 3), .urgent),
        share(.care, 20, "simple-equipment-assessment", .within(days: 4), .routine),
    ]

    static let ofBeds = [
        share(.nursing, 250, "wound-care", .within(days: 2), .urgent),
        share(.nursing, 240, "medication-support", .daily(0...2), .critical),
        share(.nursing, 170, "board-round", .daily(0...0), .urgent),
        share(.nursing, 170, "discharge-conversation", .within(days: 3), .routine, quiet: true),
        share(.nursing, 170, "continence-review", .within(days: 4), .routine),
        share(.therapy, 230, "initial-assessment", .starts, .critical),
        share(.therapy, 400, "follow-up-therapy", .within(days: 2), .routine, quiet: true),
        share(.therapy, 170, "board-round", .within(days: 2), .urgent),
        share(.therapy, 200, "equipment-prescription", .within(days: 4), .routine, quiet: true),
        share(.rehabilitation, 700, "rehab-session", .daily(0...1), .routine, quiet: true),
        share(.rehabilitation, 300, "walking-practice", .within(days: 2), .urgent, quiet: true),
        share(.care, 340, "personal-care", .daily(0...0), .urgent),
        share(.care, 230, "transfer", .daily(0...2), .urgent),
        share(.care, 180, "meal-support", .daily(1...1), .routine),
        share(.care, 140, "nursing-observations", .daily(0...2), .critical),
        share(.care, 110, "hoisted-care", .within(days: 3), .urgent),
        // Asked for whether or not somebody is there: gaps that a plan has to name.
        weekly(3, "swallowing-assessment", .within(days: 3), .urgent),
        weekly(2, "nutrition-review", .within(days: 5), .routine),
    ]

    static let ofResponse = [
        share(.nursing, 340, "falls-response", .daily(0...0), .critical),
        share(.nursing, 330, "falls-response", .daily(1...2), .critical),
        share(.nursing, 200, "wound-care", .daily(0...1), .urgent),
        share(.nursing, 130, "discharge-conversation", .within(days: 3), .routine),
        share(.therapy, 600, "initial-assessment", .daily(0...1), .critical),
        share(.therapy, 250, "equipment-prescription", .within(days: 2), .urgent),
        share(.therapy, 150, "follow-up-therapy", .within(days: 3), .routine),
        share(.rehabilitation, 550, "nursing-observations", .daily(0...2), .urgent),
        share(.rehabilitation, 300, "equipment-fitting", .within(days: 2), .urgent),
        share(.rehabilitation, 150, "simple-dressing", .within(days: 3), .routine),
    ]

    static let ofNights = [
        share(.nursing, 550, "falls-response", .daily(0...0), .critical),
        share(.nursing, 450, "medication-support", .daily(0...0), .urgent),
        share(.care, 600, "personal-care", .daily(0...0), .urgent),
        share(.care, 400, "nursing-observations", .daily(0...0), .urgent),
    ]

    static let ofHub = [
        share(.nursing, 400, "transfer-triage", .daily(0...0), .critical, quiet: true),
        share(.nursing, 350, "transfer-triage", .daily(1...1), .urgent, quiet: true),
        share(.nursing, 250, "discharge-conversation", .within(days: 2), .urgent, quiet: true),
        share(.socialWork, 600, "social-work-assessment", .within(days: 3), .routine, quiet: true),
        share(.socialWork, 400, "discharge-conversation", .within(days: 3), .urgent, quiet: true),
        share(.therapy, 700, "transfer-triage", .daily(0...1), .urgent, quiet: true),
        share(.therapy, 300, "discharge-conversation", .within(days: 4), .routine, quiet: true),
        share(.administration, 1000, "visit-coordination", .daily(0...1), .routine, quiet: true),
    ]
}
