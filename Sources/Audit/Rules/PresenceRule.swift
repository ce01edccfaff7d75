// SPDX-License-Identifier: GPL-3.0-or-later

/// Rule 6, whatever the minutes: nobody gives delegated contacts where nobody is deployed in the group who may
/// supervise them.
enum PresenceRule: Rule {
    static func violations(_ ledger: Ledger) -> [Violation] {
        let facts = ledger.facts
        var found: [Violation] = []
        for session in facts.week.sessions.indices {
            for group in 0...facts.everyTeam {
                for (index, activity) in facts.week.framework.activities.enumerated() {
                    let key = GroupSessionActivity(group: group, session: session, activity: index)
                    guard let contacts = ledger.delegated[key],
                        ledger.supervisors(of: index, group: group, in: session).isEmpty
                    else { continue }
                    let place = group == facts.everyTeam ? "any team" : "group \(facts.name(ofGroup: group))"
                    found.append(
                        Violation(
                            .presence, session: session,
                            "\(Wording.count(contacts, "delegated contact")) of '\(activity.id)' on "
                                + "\(facts.name(ofSession: session)), but nobody who may supervise it is "
                                + "deployed in \(place)."))
                }
            }
        }
        return found
    }
}
