// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 6: delegated contacts of each group, session and activity have their minutes of supervision, given by
/// people deployed in the group who may supervise the activity, none above the policy's limit in a session.
enum SupervisionRule: Rule {
    static func violations(_ ledger: Ledger) -> [Violation] {
        supervisors(ledger) + shortfalls(ledger) + limits(ledger)
    }

    private static func supervisors(_ ledger: Ledger) -> [Violation] {
        let facts = ledger.facts
        // Who and where are judged without tolerance: a row names somebody, however few its minutes.
        return ledger.supervision.compactMap { row in
            let activity = facts.week.framework.activities[row.activity]
            let day = facts.week.sessions[row.session].dayIndex
            let fault: String
            if !ledger.isDeployed(row.staff, row.session, inGroup: row.group) {
                fault =
                    row.group == facts.everyTeam
                    ? "is not deployed" : "is not deployed in group \(facts.name(ofGroup: row.group))"
            } else if !facts.supervises(row.staff, row.activity, day: day) {
                fault = "may not supervise it"
            } else if (activity.delegated?.remoteSupervision == true) != (row.group == facts.everyTeam) {
                fault =
                    row.group == facts.everyTeam
                    ? "names '*', and it is supervised group by group"
                    : "names group \(facts.name(ofGroup: row.group)), and it is supervised over all teams, '*'"
            } else {
                return nil
            }
            return Violation(
                .supervision, staff: facts.name(ofStaff: row.staff), session: row.session,
                "\(facts.name(ofStaff: row.staff)) gives \(Wording.time(row.minutes)) of supervision to "
                    + "'\(activity.id)' on \(facts.name(ofSession: row.session)) but \(fault).")
        }
    }

    private static func shortfalls(_ ledger: Ledger) -> [Violation] {
        let facts = ledger.facts
        var found: [Violation] = []
        for session in facts.week.sessions.indices {
            for group in 0...facts.everyTeam {
                for (index, activity) in facts.week.framework.activities.enumerated() {
                    let key = GroupSessionActivity(group: group, session: session, activity: index)
                    guard let contacts = ledger.delegated[key], let delegated = activity.delegated else {
                        continue
                    }
                    let wanted = delegated.supervisionMinutes * contacts
                    let given = ledger.supervised[key] ?? 0
                    guard wanted > given + Tolerance.minutes else { continue }
                    found.append(
                        Violation(
                            .supervision, session: session,
                            "\(Wording.count(contacts, "delegated contact")) of '\(activity.id)' in group "
                                + "\(facts.name(ofGroup: group)) on \(facts.name(ofSession: session)) need "
                                + "\(Wording.time(wanted)) of supervision but have \(Wording.time(given))."))
                }
            }
        }
        return found
    }

    private static func limits(_ ledger: Ledger) -> [Violation] {
        let facts = ledger.facts
        let limit = facts.week.policy.supervisionMinutesPerSession
        var seen: Set<StaffSession> = []
        return ledger.supervision.compactMap { row in
            guard seen.insert(StaffSession(staff: row.staff, session: row.session)).inserted else {
                return nil
            }
            let minutes = ledger.supervisionMinutes(row.staff, row.session)
            guard minutes > limit + Tolerance.minutes else { return nil }
            return Violation(
                .supervision, staff: facts.name(ofStaff: row.staff), session: row.session,
                "\(facts.name(ofStaff: row.staff)) gives \(Wording.time(minutes)) of supervision on "
                    + "\(facts.name(ofSession: row.session)) but the limit is \(Wording.time(limit)).")
        }
    }
}
