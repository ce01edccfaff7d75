// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import Workforce

@Suite struct PlannedWorkTests {
    @Test func `contacts alone and of both of a pair, and supervision, are counted by person and session`() {
        let framework = Framework(
            name: "F", version: "1", levels: 1, roles: [], competencies: [],
            activities: ["b", "a"].map { Activity(id: $0, name: $0, minutes: 30) })
        func contact(
            _ staff: String, _ activity: String, _ session: Int, _ count: Int, _ partner: String? = nil
        )
            -> ContactRow
        {
            ContactRow(
                line: "L", activity: activity, team: "t", session: session, staff: staff, partner: partner,
                route: .support, contacts: count, minutes: 30)
        }
        let rows = PlanRows(
            contacts: [
                contact("ann", "a", 0, 2), contact("ann", "b", 0, 1), contact("bo", "a", 0, 3, "ann"),
                contact("ann", "gone", 0, 1), contact("ann", "a", 1, 7),
            ],
            supervision: [
                SupervisionRow(supervisor: "ann", session: 0, group: "g", activity: "a", minutes: 3.25),
                SupervisionRow(supervisor: "ann", session: 0, group: "*", activity: "b", minutes: 1.5),
            ])
        let work = PlannedWork(rows, framework: framework)
        let ann = work.work(of: "ann", in: 0)
        #expect(ann.contacts.map(\.activity) == ["b", "a", "gone"])
        #expect(ann.contacts.map(\.contacts) == [1, 5, 1])
        #expect(ann.supervisionMinutes == 4.75)
        #expect(work.work(of: "bo", in: 0).contacts.map(\.contacts) == [3])
        #expect(work.work(of: "bo", in: 1).contacts.isEmpty)
    }
}
