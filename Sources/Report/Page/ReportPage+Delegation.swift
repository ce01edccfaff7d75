// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Markup
import Tables
import Wording
import Workforce

extension ReportPage {
    /// Delegated care with its evidence, what could be delegated and is not, and what runs out soon.
    var delegation: [Block] {
        let figures = figures.delegation
        return [
            .note(
                "\(Show.counted(figures.contacts, "contact")) given by support workers under an approval: "
                    + "\(Show.hours(figures.hours)) contact hours. With notes and travel they are "
                    + "\(Show.hours(figures.workHours)) hours, which less \(Show.hours(figures.supervisionHours)) hours "
                    + "of supervision leave \(Show.hours(figures.releasedHours)) registered hours released. "
                    + "Responsibility passes with the work; the registered person stays accountable."),
            .table(delegatedWork),
            .note(oversightInWords),
            .table(tightSupervision),
            .table(delegationDecisions),
            .note(
                "What could be delegated and is not: contacts that registered people give of activities with a "
                    + "delegated route, and contacts not met where the approval or the sign-offs stand in the way. "
                    + "Each is tested with the rest of the plan left as it stands; of several reasons the first counts."
            ),
            .table(notDelegated),
            .table(reviews),
            .table(signOffs),
            .table(gaps),
        ]
    }

    private var delegatedWork: Table {
        Table(
            name: "delegated-work", caption: "Delegated care, by session, team, activity and support worker",
            columns: [
                .text("Session", "session"), .text("Team", "team"), .text("Activity", "activity"),
                .text("Support worker", "support_worker"), .number("Contacts", "contacts"),
                .text("Approved by", "approved_by"), .prose("Sign-offs it needs", "sign_offs"),
                .text("Supervised by", "supervised_by"),
                .number("Supervision minutes", "supervision_minutes"),
                .text("Span: support workers of those allowed", "span"),
            ],
            rows: figures.delegation.items.map { item in
                [
                    sessionOfName(item.session), team(item.team), activity(item.activity),
                    person(item.supportWorker), .count(item.contacts),
                    .text(approval(item)),
                    .text(item.evidence.map(words).joined(separator: "; ")),
                    .text(supervisedBy(item).map(personInWords).joined(separator: ", ")),
                    .minutes(item.supervisionMinutes), .text(words(item.span)),
                ]
            }, whenEmpty: "No care is delegated.")
    }

    /// Whoever the plan names as supervisor, and then the others who give some of the minutes.
    private func supervisedBy(_ item: DelegationFigure) -> [String] {
        let named = item.supervisor.map { [$0] } ?? []
        return named + item.supervisors.filter { !named.contains($0) }
    }

    private func approval(_ item: DelegationFigure) -> String {
        guard let closure = item.closure else {
            return item.approvedBy + (item.decidedOn.map { ", by decision of \(day($0))" } ?? "")
        }
        let on = closure.on.map(day) ?? ""
        switch closure.cause {
        case .refused: return "Nobody: refused by \(closure.by ?? ""), \(on)"
        case .proposed: return "Nobody: only proposed"
        case .withdrawn: return "Nobody: withdrawn"
        case .pastReview: return "Nobody: the review was due \(on)"
        case .noRoute: return "Nobody: there is no delegated route"
        }
    }

    private func words(_ evidence: EvidenceFigure) -> String {
        let name = index.competencyName(evidence.competency)
        guard let level = evidence.level else {
            return "\(name): level \(evidence.levelNeeded) needed, not signed off that day"
        }
        return "\(name): level \(level) (\(evidence.levelNeeded) needed), "
            + (evidence.until.map { "to \(day($0))" } ?? "no end")
    }

    private func words(_ span: DelegationSpan) -> String {
        span.limit.map { "\(span.delegatedTo) of \(Show.decimal($0, places: $0 == $0.rounded() ? 0 : 1))" }
            ?? "\(span.delegatedTo), no span set"
    }

    private var notDelegated: Table {
        Table(
            name: "not-delegated", caption: "What could be delegated and is not",
            columns: [
                .text("Activity", "activity"), .text("Now", "now"),
                .prose("What stands in the way", "reason"),
                .number("Contacts", "contacts"), .number("Contact hours", "hours"), .prose("Teams", "teams"),
            ],
            rows: figures.delegation.notDelegated.map { figure in
                [
                    activity(figure.activity), .text(figure.now.words),
                    .text(figure.reason.words), .count(figure.contacts),
                    .hours(figure.hours),
                    .text(
                        figure.teams.map { "\(index.teamName($0.team)) \(Show.count($0.contacts))" }
                            .joined(separator: "; ")),
                ]
            }, whenEmpty: "The framework has no delegated route.")
    }

    var reviews: Table {
        Table(
            name: "delegation-reviews", caption: "Reviews of delegations due by \(dayAhead)",
            columns: [
                .text("Activity", "activity"), .text("Approved by", "approved_by"),
                .text("Review on", "review_on"), .text("State", "state"),
                .number("Contacts delegated in this plan", "contacts"),
                .number("People it can be delegated to", "people"),
            ],
            rows: figures.delegation.reviews.map { review in
                [
                    activity(review.activity), .text(review.approvedBy),
                    .text(day(review.reviewOn), exact: review.reviewOn),
                    .text(words(review)),
                    .count(review.contacts),
                    .count(review.people),
                ]
            }, whenEmpty: "No review is due.")
    }

    private func words(_ review: ReviewFigure) -> String {
        if review.isRefused { return "refused: no review needed" }
        if review.isAllowed { return "a decision lets it go on" }
        return review.hasPassed ? "passed: plans no longer use it" : "due"
    }

    var signOffs: Table {
        Table(
            name: "sign-offs-ending",
            caption: "Sign-offs that have ended or end by \(dayAhead), and what that stops",
            columns: [
                .text("Person", "person"), .text("Competency", "competency"), .number("Level", "level"),
                .text("Last day", "until"), .text("State", "state"), .prose("What it stops", "stops"),
                .number("Contacts of these in this plan", "contacts"),
            ],
            rows: figures.delegation.signOffs.map { ending in
                [
                    person(ending.staff),
                    .text(index.competencyName(ending.competency)),
                    .count(ending.level), .text(day(ending.until), exact: ending.until),
                    .text(ending.hasEnded ? "ended" : "ends"),
                    .text(stops(ending)),
                    .count(ending.contacts),
                ]
            }, whenEmpty: "No sign-off has ended or ends by then.")
    }

    private func stops(_ ending: ExpiringFigure) -> String {
        guard ending.stops.isEmpty else {
            return ending.stops.map { index.activityName($0.activity) + $0.part.words }
                .joined(separator: "; ")
        }
        return ending.isAskedFor ? "Nothing that they could do" : "Nothing: no activity asks for it"
    }

    /// Who lacks what the role's work needs, and whose latest sign-off has lapsed.
    var gaps: Table {
        Table(
            name: "sign-off-gaps",
            caption: "Sign-offs that people lack for their role's work in the home team, or that have lapsed",
            columns: [
                .text("Person", "person"), .text("Competency", "competency"),
                .number("Level needed", "level_needed"), .text("Latest sign-off", "latest"),
                .prose("Needed for", "needed_for"),
            ],
            rows: figures.delegation.gaps.map { gap in
                [
                    person(gap.staff), .text(index.competencyName(gap.competency)),
                    gap.levelNeeded.map { .count($0) } ?? .blank, .text(latest(gap)),
                    .text(
                        gap.activities.isEmpty
                            ? "Nothing that the home team asks for"
                            : gap.activities.map(index.activityName).joined(separator: "; ")),
                ]
            }, whenEmpty: "Nobody lacks a sign-off for what the home team asks of their role.")
    }

    private func latest(_ gap: SignOffGapFigure) -> String {
        guard let level = gap.level else { return "none" }
        return gap.lapsedOn.map { "level \(level), ended \(day($0))" } ?? "level \(level)"
    }

    private var dayAhead: String { Show.day(index.last.adding(days: ReviewFigure.daysAhead)) }

    /// A day of the figures as people read it.
    func day(_ iso: String) -> String { CalendarDay(iso: iso).map(Show.day) ?? iso }

    func sessionOfName(_ name: String) -> Table.Cell {
        .text(week.sessions.first { $0.id == name }.map(Show.session) ?? name, exact: name)
    }
}

extension NotDelegatedFigure.Now {
    fileprivate var words: String {
        switch self {
        case .registered: "given by registered people"
        case .unmet: "not met"
        case .none: "none"
        }
    }
}

extension NotDelegatedFigure.Reason {
    fileprivate var words: String {
        switch self {
        case .proposed: "The delegation is proposed, not approved"
        case .withdrawn: "The delegation is withdrawn"
        case .pastReview: "The review of the approval has passed"
        case .refused: "An AHP lead decided against it, for the team or for those who could do it"
        case .nobodySignedOff: "No support worker of the grade is signed off at the level"
        case .nobodyThere: "Nobody signed off is deployed to the team in that session"
        case .noSupervisor: "Nobody who may supervise it is deployed in the group in that session"
        case .supervisionFull: "Those who may supervise have no minutes left for it"
        case .workersFull: "Every support worker who could has no time left in that session"
        case .spanFull: "The span is full: no further support worker may have work delegated"
        case .workerFree: "Nothing: a support worker had the time, and registered people gave it"
        case .shared: "Nothing is left: no registered person gives it where it could be delegated"
        case .notWanted: "This week asks for none of it"
        }
    }
}

extension ExpiringFigure.Stop.Part {
    fileprivate var words: String {
        switch self {
        case .give: ""
        case .delegated: " (delegated)"
        case .singleHanded: " (single-handed)"
        case .second: " (as second worker)"
        case .supervise: " (supervising it)"
        }
    }
}
