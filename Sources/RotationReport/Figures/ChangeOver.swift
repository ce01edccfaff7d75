// SPDX-License-Identifier: GPL-3.0-or-later

import RotationOutcome
import Rotations
import Workforce

/// Somebody begins in a post: when, where from, who was there, what it needs.
public struct ChangeOver: Sendable, Encodable, Equatable {
    /// The number of the period.
    public let period: Int
    /// The first day.
    public let day: CalendarDay
    /// The bank holiday or weekend that the first day is; nil: a working day.
    public let holiday: String?
    /// Who begins.
    public let staff: String
    /// The post they come from; nil: from none.
    public let from: String?
    /// The post they begin in.
    public let post: String
    /// Who leaves that post at this change-over: they hand over.
    public let handedOverBy: [String]
    /// Who begins in the post they come from: to them they hand over.
    public let handsOverTo: [String]
    /// The day by which the person has to know.
    public let noticeBy: CalendarDay
    /// Whether that day comes before the planned periods begin.
    public let isShortNotice: Bool
    /// The organisation, where it is another one than the employer.
    public let organisation: String?
    /// Whether an agreement covers that organisation throughout the block.
    public let isCovered: Bool
    /// Whether an agreement covers the first day, where one is needed.
    public let hasAgreement: Bool
    /// The last day of the agreement that covers the first day, of several the one that lasts longest; nil: it has no end,
    /// there is none, or none is needed.
    public let agreementUntil: CalendarDay?
    /// Minutes from the base; nil: none are known.
    public let minutes: Int?
}

/// Works out the change-overs of a plan, apart from those that are over.
struct ChangeOvers {
    let outcome: RotationOutcome
    /// Weeks of notice that a placement needs.
    let noticeWeeks: Int
    private let facts: RotationFacts
    private let blocks: [PlannedBlock]

    init(_ outcome: RotationOutcome, noticeWeeks: Int) {
        self.outcome = outcome
        self.noticeWeeks = noticeWeeks
        facts = outcome.facts
        blocks = outcome.blocks
    }

    /// Every block that begins where the plan is free, by day, post and person.
    var all: [ChangeOver] {
        blocks.filter { !$0.isFromBefore && !facts.isFrozen($0.first) }
            .sorted { ($0.first, $0.post, $0.person) < ($1.first, $1.post, $1.person) }
            .map(changeOver)
    }

    private func changeOver(_ block: PlannedBlock) -> ChangeOver {
        let (person, post) = (facts.rotation.people[block.person], facts.rotation.posts[block.post])
        let day = facts.periods[block.first].first
        let before = facts.previous(person: block.person, period: block.first)
        let old = before.map { outcome.plan.posts[block.person][$0] } ?? facts.startPost[block.person]
        let planned = facts.periods[min(facts.frozenCount, facts.periodCount - 1)].first
        let notice = day.adding(days: -7 * noticeWeeks)
        let isElsewhere = person.employer != post.organisation
        let agreement = isElsewhere ? agreement(person, post.organisation, on: day) : nil
        let weekend: String? =
            day.weekday == .saturday || day.weekday == .sunday ? "weekend" : nil
        return ChangeOver(
            period: block.first + 1, day: day, holiday: BankHolidays.name(of: day) ?? weekend,
            staff: person.id, from: old.map { facts.rotation.posts[$0].id }, post: post.id,
            handedOverBy: leaving(block.post, at: block.first),
            handsOverTo: old.map { beginning($0, at: block.first, but: block.person) } ?? [],
            noticeBy: notice, isShortNotice: notice < planned,
            organisation: isElsewhere ? post.organisation : nil,
            isCovered: !isElsewhere
                || (block.first...block.last).allSatisfy {
                    self.agreement(person, post.organisation, on: facts.periods[$0].first) != nil
                },
            hasAgreement: !isElsewhere || agreement != nil, agreementUntil: agreement?.until,
            minutes: facts.travelMinutes[block.person][block.post])
    }

    /// The agreement that covers a day; of several the one that lasts longest.
    private func agreement(
        _ person: RotatingPerson, _ organisation: String, on day: CalendarDay
    ) -> Agreement? {
        let covering = facts.rotation.agreements.filter {
            $0.covers(employer: person.employer, roles: person.roles, workingFor: organisation, on: day)
        }
        return covering.first { $0.until == nil }
            ?? covering.max { ($0.until?.number ?? 0) < ($1.until?.number ?? 0) }
    }

    /// Who was in a post in the period before, and is there no longer.
    private func leaving(_ post: Int, at period: Int) -> [String] {
        (0..<facts.personCount).filter { p in
            let before = period > 0 ? outcome.plan.posts[p][period - 1] : facts.startPost[p]
            return before == post && outcome.plan.posts[p][period] != post
        }.map { facts.rotation.people[$0].id }
    }

    /// Who begins in a post in a period.
    private func beginning(_ post: Int, at period: Int, but person: Int) -> [String] {
        blocks.filter { $0.post == post && $0.first == period && !$0.isFromBefore && $0.person != person }
            .map { facts.rotation.people[$0.person].id }
    }
}
