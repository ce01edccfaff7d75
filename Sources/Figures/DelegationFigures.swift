// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A sign-off that a route needs, and until when it holds.
public struct EvidenceFigure: Sendable, Equatable, Encodable {
    /// The competency's identifier.
    public let competency: String
    /// The level the route asks for.
    public let levelNeeded: Int
    /// The level signed off; nil where nothing that reaches the level holds that day.
    public let level: Int?
    /// The last day on which it holds, `2026-11-23`; nil: no end.
    public let until: String?
}

/// Delegated contacts of one activity that a support worker gives for one team in one session.
public struct DelegationFigure: Sendable, Equatable, Encodable {
    /// The session's name, `2026-11-23 am`.
    public let session: String
    /// The supervision group.
    public let supervisionGroup: String
    /// The team's identifier.
    public let team: String
    /// The activity's identifier.
    public let activity: String
    /// Who gives them.
    public let supportWorker: String
    /// Contacts given by the delegated route.
    public let contacts: Int
    /// Their contact hours.
    public let hours: Double
    /// Who approved the delegation, or decided to allow it; blank where it is closed.
    public let approvedBy: String
    /// The day of that decision; nil where the framework's own approval stands.
    public let decidedOn: String?
    /// Why the week does not let it be delegated, though the plan does; nil where it may be.
    public let closure: ClosureFigure?
    /// The sign-offs the delegated route needs, in its order.
    public let evidence: [EvidenceFigure]
    /// Who is named as their supervisor; nil where the plan names nobody.
    public let supervisor: String?
    /// Who supervises the activity in the group and session, in order of the plan.
    public let supervisors: [String]
    /// Minutes of supervision: of those given to the activity in the group and session, by its contacts.
    public let supervisionMinutes: Double
    /// The span of the group in that session.
    public let span: DelegationSpan
}

/// Why a delegation is closed.
public struct ClosureFigure: Sendable, Equatable, Encodable {
    /// The causes.
    public enum Cause: String, Sendable, Encodable {
        case refused, proposed, withdrawn
        case pastReview = "past-review"
        case noRoute = "no-route"
    }

    /// The cause.
    public let cause: Cause
    /// Who refused it; nil where nobody did.
    public let by: String?
    /// The day of the refusal, or of the review that is past; nil where it is neither.
    public let on: String?

    init(_ closure: DelegationClosure) {
        switch closure {
        case .refused(let decision): (cause, by, on) = (.refused, decision.by, decision.on.iso)
        case .pastReview(let day): (cause, by, on) = (.pastReview, nil, day.iso)
        case .proposed: (cause, by, on) = (.proposed, nil, nil)
        case .withdrawn: (cause, by, on) = (.withdrawn, nil, nil)
        case .noRoute: (cause, by, on) = (.noRoute, nil, nil)
        }
    }
}

/// Delegated care: what it releases, what it takes to supervise, and what stands in the way of more.
public struct DelegationFigures: Sendable, Equatable, Encodable {
    /// Delegated contacts.
    public let contacts: Int
    /// Their contact hours.
    public let hours: Double
    /// Their hours with notes and travel: what a registered person would have spent on them.
    public let workHours: Double
    /// Hours of supervision given.
    public let supervisionHours: Double
    /// Hours with notes and travel less supervision hours: registered time released in all.
    public let releasedHours: Double
    /// By session, group, team, activity and support worker.
    public let items: [DelegationFigure]
    /// What could be delegated and is not, by activity in order of the framework, and reason.
    public let notDelegated: [NotDelegatedFigure]
    /// Reviews of approvals that are due, the earliest first.
    public let reviews: [ReviewFigure]
    /// Every sign-off that has run out or runs out soon, the earliest first.
    public let signOffs: [ExpiringFigure]
    /// What people lack for what their home team asks of their role, and what has lapsed, in order of the
    /// roster.
    public let gaps: [SignOffGapFigure]
    /// Who stands behind the care that is given.
    public let oversight: OversightFigures

    init(_ index: WeekLookup, _ plan: Plan, _ time: PlanTime) {
        let delegatedTo = DelegatedTo(index, plan)
        var wholes: [Whole: Given] = [:]
        for row in plan.contacts where row.route == .delegated {
            wholes[Whole(row, index), default: Given()].contacts += row.contacts
        }
        for row in plan.supervision {
            let whole = Whole(session: row.session, group: row.group, activity: row.activity)
            wholes[whole, default: Given()].supervise(row)
        }
        var parts: [Part: Int] = [:]
        var named: [Part: String] = [:]
        for row in plan.contacts where row.route == .delegated {
            let part = Part(whole: Whole(row, index), team: row.team, staff: row.staff)
            parts[part, default: 0] += row.contacts
            if named[part] == nil { named[part] = row.supervisor }
        }
        items = parts.sorted { $0.key < $1.key }.map { part, contacts in
            let whole = part.whole
            let given = wholes[whole] ?? Given()
            let day = index.day(whole.session)
            let activity = index.activity(whole.activity)
            let decision = day.flatMap {
                index.decisions.decision(
                    about: whole.activity, staff: part.staff, team: part.team, on: $0)
            }
            let closure = day.flatMap { day in
                activity.flatMap {
                    index.decisions.closure(of: $0, staff: part.staff, in: part.team, on: day)
                }
            }
            return DelegationFigure(
                session: index.sessionName(whole.session), supervisionGroup: whole.group, team: part.team,
                activity: whole.activity, supportWorker: part.staff, contacts: contacts,
                hours: Double(contacts * index.minutes(whole.activity)) / 60,
                approvedBy: closure != nil ? "" : decision?.by ?? activity?.delegated?.approvedBy ?? "",
                decidedOn: closure != nil ? nil : decision?.on.iso, closure: closure.map(ClosureFigure.init),
                evidence: Self.evidence(index, time, part.staff, whole),
                supervisor: named[part], supervisors: given.supervisors,
                supervisionMinutes: given.contacts > 0
                    ? given.minutes * Double(contacts) / Double(given.contacts) : 0,
                span: DelegationSpan(
                    delegatedTo: delegatedTo.count(group: whole.group, session: whole.session),
                    limit: whole.group != WeekIndex.everywhereName && index.index.hasSession(whole.session)
                        ? time.spanLimit(group: whole.group, session: whole.session) : nil))
        }
        contacts = items.reduce(0) { $0 + $1.contacts }
        hours = items.reduce(0) { $0 + $1.hours }
        workHours =
            Double(
                plan.contacts.filter { $0.route == .delegated }.reduce(0) { $0 + index.workMinutes($1) }) / 60
        supervisionHours = plan.supervision.reduce(0) { $0 + $1.minutes } / 60
        releasedHours = workHours - supervisionHours
        notDelegated = NotDelegated(index, plan, time, delegatedTo).figures
        reviews = ReviewFigure.due(index, plan, time)
        let latest = LatestSignOffs(index)
        signOffs = ExpiringFigure.all(index, plan, time, latest, delegated: items)
        gaps = SignOffGapFigure.all(index, time, latest)
        oversight = OversightFigures(index, plan, time)
    }

    /// The sign-offs by which a support worker may do the activity on the day of the session.
    private static func evidence(
        _ index: WeekLookup, _ time: PlanTime, _ staff: String, _ whole: Whole
    ) -> [EvidenceFigure] {
        guard let person = index.person(staff), index.week.sessions.indices.contains(whole.session) else {
            return []
        }
        let day = index.week.sessions[whole.session].day
        return (index.activity(whole.activity)?.delegated?.needs ?? []).map { need in
            let held = time.people[person].evidence(of: need, on: day)
            return EvidenceFigure(
                competency: need.competency, levelNeeded: need.level, level: held?.level,
                until: held?.until?.iso)
        }
    }
}

/// Delegated work of one activity in a group and session, which is supervised together.
private struct Whole: Hashable, Comparable {
    let session: Int
    let group: String
    let activity: String

    init(session: Int, group: String, activity: String) {
        self.session = session
        self.group = group
        self.activity = activity
    }

    init(_ row: ContactRow, _ index: WeekLookup) {
        self.init(
            session: row.session, group: index.supervisionGroup(row.activity, team: row.team),
            activity: row.activity)
    }

    static func < (one: Whole, other: Whole) -> Bool {
        (one.session, one.group, one.activity) < (other.session, other.group, other.activity)
    }
}

private struct Part: Hashable, Comparable {
    let whole: Whole
    let team: String
    let staff: String

    static func < (one: Part, other: Part) -> Bool {
        (one.whole, one.team, one.staff) < (other.whole, other.team, other.staff)
    }
}

private struct Given {
    var contacts = 0
    var supervisors: [String] = []
    var minutes = 0.0

    mutating func supervise(_ row: SupervisionRow) {
        minutes += row.minutes
        if !supervisors.contains(row.supervisor) { supervisors.append(row.supervisor) }
    }
}
