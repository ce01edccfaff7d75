// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Figures
import Workforce

/// What training and reviews come to in one week: what is otherwise in it, who is off for them, and what is paid besides.
struct PreparationWork: Sendable, Equatable {
    /// Sign-offs, and sessions that people are off.
    var changes: [Change] = []
    /// Paid minutes of these sessions.
    private(set) var minutes = 0
    /// Pounds for courses, for hours that are paid for, and for bank and agency staff who are off.
    var pounds = 0.0

    /// Has people be off in sessions of a week, as for training.
    mutating func take(_ takes: [DatedWeeks.Take], in week: Week) {
        for one in takes {
            let session = SessionRange(week.sessions[one.session].id)
            changes.append(.absence(Absence(staff: one.staff, .training, in: session)))
            minutes += one.minutes
            // Own staff's training is counted as the week's is; what others on the rota are paid meanwhile is so here.
            if let member = week.staff.first(where: { $0.id == one.staff }),
                member.employment != .substantive, member.employment.countsAsHead
            {
                pounds += week.policy.pay(of: member, in: week.sessions[one.session], minutes: one.minutes)
            }
        }
    }
}

extension PreparationWork {
    /// What it costs, and how many hours people are off for it.
    var figures: [CostAndCareFigure] {
        [
            CostAndCareFigure(
                name: CostAndCare.preparationCost,
                title: "Courses, and hours of educators and reviewers that are paid for", kind: .cash,
                unit: .pounds, value: pounds),
            CostAndCareFigure(
                name: CostAndCare.preparationHours, title: "Hours off for training and reviews", kind: .time,
                unit: .hours, value: Double(minutes) / 60),
        ]
    }

    /// Both together.
    mutating func add(_ other: PreparationWork) {
        changes += other.changes
        pounds += other.pounds
        minutes += other.minutes
    }
}

extension Overlay {
    /// Whether training or reviews of it take sessions or cost something.
    var isPrepared: Bool { reviews != nil || training?.isPriced == true }

    /// Whether something of it holds from a day on.
    var holdsLater: Bool { reviews?.from != nil || training?.from != nil }

    /// What its training and reviews come to in one of the weeks; no session of these is taken again.
    func work(in base: Int, of dated: inout DatedWeeks) -> PreparationWork {
        var work = training?.work(in: base, of: dated) ?? PreparationWork()
        work.pounds += reviews?.pounds(in: base, of: dated, share: singleHandedShares) ?? 0
        var takes = training?.takes(of: dated) ?? []
        dated.take(takes)
        training?.note(in: base, of: &dated)
        if let reviews {
            let own = reviews.takes(of: dated, share: singleHandedShares)
            dated.take(own)
            takes += own
        }
        work.take(takes.filter { $0.week == base }, in: dated.weeks[base])
        return work
    }

    /// The shares of two-handed contacts that it finds suitable for one.
    var singleHandedShares: [SingleHandedShare] {
        file.changes.compactMap {
            guard case .singleHanded(let share) = $0 else { return nil }
            return share
        }
    }

    /// Whether a change of it is made in a week: what reviews find holds in the weeks that begin when they are done.
    func holds(_ change: Change, in week: Week) -> Bool {
        guard case .singleHanded = change, let from = reviews?.from else { return true }
        return from <= week.start
    }
}

extension CostAndCare {
    /// Pounds for courses and for hours of educators and reviewers that are paid for.
    static let preparationCost = "training_and_review_cost"
    /// Hours that people are off for training and reviews.
    static let preparationHours = "hours_training_and_reviews"
    /// Both: what happens once, whatever weeks come after it.
    static let ofPreparation: Set = [preparationCost, preparationHours]
}

extension ScenarioFile.Scenario {
    /// What training and reviews come to in one of the weeks.
    func preparation(in base: Int, of dated: DatedWeeks) -> PreparationWork {
        var rest = dated
        return overlays.reduce(into: PreparationWork()) { all, overlay in
            all.add(overlay.work(in: base, of: &rest))
        }
    }
}

extension ScenarioFile {
    /// Whether training or reviews of any scenario take sessions or cost something.
    var isPrepared: Bool { scenarios.contains { $0.overlays.contains(where: \.isPrepared) } }
}
