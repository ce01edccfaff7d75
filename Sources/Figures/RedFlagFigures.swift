// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// What must not wait about a plan: critical care not met, teams below their minimum, mandatory sign-offs that have ended
/// of people on duty, and delegated work that one supervisor alone stands behind.
///
/// Only critical care is flagged once its time is over: somebody waits for it still. All else is of sessions to come.
public struct RedFlagFigures: Sendable, Equatable, Encodable {
    /// What a flag says that this plan raises first.
    public let plan: String
    /// Flags raised, with what the plan's files, or those before it, say of them: by kind, then by team or time.
    public let items: [RedFlag]
    /// Flags that the plan's files have open or closed, and that are no longer raised.
    public let gone: [RedFlag]
    /// Flags that the plan's files have closed, and that are worse by now and open again.
    public let reopened: [RedFlag]

    private enum CodingKeys: CodingKey { case plan, items }

    init(
        _ index: WeekLookup, _ plan: Plan, _ time: PlanTime, _ heads: HeadFigures,
        _ oversight: OversightFigures
    ) {
        let mark = plan.raisingMark(in: index.week)
        let earlier = Dictionary(plan.flags.map { ($0.subject, $0) }) { first, _ in first }
        let raised =
            Self.critical(index, plan) + Self.minimums(index, heads) + LapsedSignOffs(index, plan, time).flags
            + Self.delegations(index, plan, oversight)
        self.plan = mark
        items = raised.map { flag in
            var flag = flag
            flag.since = mark
            return flag.carrying(earlier[flag.subject])
        }
        reopened = items.filter { $0.closing == nil && earlier[$0.subject]?.closing != nil }
        let subjects = Set(raised.map(\.subject))
        gone = plan.flags.filter { !subjects.contains($0.subject) }
    }

    /// Those that nobody has closed.
    public var open: [RedFlag] { items.filter { $0.closing == nil } }

    /// Critical care not met, in order of the plan's unmet lines.
    private static func critical(_ index: WeekLookup, _ plan: Plan) -> [RedFlag] {
        plan.unmet.compactMap { row in
            guard row.priority == .critical, row.contacts > 0 else { return nil }
            let line = index.line(row.line)
            let wanted = line.map { " of " + Show.count($0.contacts) } ?? ""
            let contacts = "\(Show.count(row.contacts))\(wanted) critical contacts"
            return RedFlag(
                .critical(line: row.line),
                what: "\(contacts) of \(index.activityName(row.activity)) (\(row.line)) "
                    + (row.contacts == 1 ? "is not met: " : "are not met: ")
                    + Words.reason(row.reason).lowercasedFirst + ".",
                place: row.team, when: line.map { index.sessionName($0.window.upperBound) } ?? "",
                size: row.contacts)
        }
    }

    /// Teams short of heads in sessions to come, by team, then by session.
    private static func minimums(_ index: WeekLookup, _ heads: HeadFigures) -> [RedFlag] {
        heads.items.compactMap { item in
            guard item.isShort, let session = index.index.session(item.session),
                index.week.openSessions.contains(session)
            else { return nil }
            return RedFlag(
                .minimum(team: item.team, session: item.session),
                what: "\(index.teamName(item.team)) has \(Naming.list(item.shortInWords)).",
                place: item.team, when: item.session,
                size: item.missingStaff + item.missingRegistered + item.missingOthers)
        }
    }

    /// Delegated work to come with fewer than two supervisors there, a group and day each, by day, then by group.
    private static func delegations(
        _ index: WeekLookup, _ plan: Plan, _ oversight: OversightFigures
    ) -> [RedFlag] {
        var order: [RedFlag.Subject] = []
        var found: [RedFlag.Subject: [TightSupervision]] = [:]
        for item in oversight.tight where item.supervisors < 2 {
            guard let session = index.index.session(item.session),
                index.week.openSessions.contains(session)
            else { continue }
            let subject = RedFlag.Subject.delegation(
                group: item.supervisionGroup, day: index.week.sessions[session].day)
            if found[subject] == nil { order.append(subject) }
            found[subject, default: []].append(item)
        }
        return order.compactMap { subject in
            guard case .delegation(let group, let day) = subject, let items = found[subject] else {
                return nil
            }
            let (none, alone) = (items.filter { $0.supervisors == 0 }, items.filter { $0.supervisors > 0 })
            let sentences = [
                none.isEmpty
                    ? nil
                    : "\(work(index, none)) \(contacts(none) == 1 ? "has" : "have") nobody there who may supervise "
                        + (contacts(none) == 1 ? "it" : "them"),
                alone.isEmpty
                    ? nil
                    : "\(work(index, alone)) \(contacts(alone) == 1 ? "rests" : "rest") on one supervisor alone in "
                        + "each session\(supervisors(index, plan, alone))",
            ].compactMap(\.self)
            return RedFlag(
                subject, what: sentences.joined(separator: "; ") + ".", place: group, when: day.iso,
                size: contacts(items) + contacts(none))
        }
    }

    private static func contacts(_ items: [TightSupervision]) -> Int { items.reduce(0) { $0 + $1.contacts } }

    /// `3 delegated contacts (Rehabilitation, am)`.
    private static func work(_ index: WeekLookup, _ items: [TightSupervision]) -> String {
        let parts = items.compactMap { item in
            index.index.session(item.session).map { index.week.sessions[$0].part.id }
        }
        let activities = items.map { index.activityName($0.activity) }
        return "\(Show.counted(contacts(items), "delegated contact")) (\(Naming.list(unique(activities))), "
            + "\(Naming.list(unique(parts))))"
    }

    /// `: Ann Lee (S012)`, by what the plan names in contacts.csv.
    private static func supervisors(
        _ index: WeekLookup, _ plan: Plan, _ items: [TightSupervision]
    ) -> String {
        let rows = plan.contacts.filter { row in
            row.route == .delegated
                && items.contains {
                    $0.session == index.sessionName(row.session) && $0.activity == row.activity
                        && $0.supervisionGroup == index.supervisionGroup(row.activity, team: row.team)
                }
        }
        let names = Naming(week: index.week, index: index.index)
        let who = unique(rows.compactMap(\.supervisor)).map { names.person($0) }
        return who.isEmpty ? "" : ": " + Naming.list(who)
    }

    private static func unique(_ words: [String]) -> [String] {
        words.reduce(into: []) { known, word in if !known.contains(word) { known.append(word) } }
    }
}
