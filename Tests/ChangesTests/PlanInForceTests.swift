// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import TestSupport
import Testing
import Workforce

@Suite("A plan put in force in a week")
struct PlanInForceTests {
    private let week = RandomWeek.full(seed: 3).replacing {
        ($0.current, $0.currentContacts, $0.currentSupervision, $0.frozenBefore) = (nil, nil, nil, nil)
    }

    private var plan: PlanRows {
        PlanRows(
            deployments: [deployment(week.staff[0].id, 0), deployment(week.staff[1].id, 1)],
            contacts: [contacts(week.demand[0].id, week.staff[0].id, 0)],
            supervision: [
                SupervisionRow(
                    supervisor: week.staff[0].id, session: 0, group: week.teams[0].supervisionGroup,
                    activity: week.demand[0].activity, minutes: 10.0 / 3)
            ])
    }

    private func deployment(_ staff: String, _ session: Int) -> Deployment {
        Deployment(
            staff: staff, session: session, team: week.teams[0].id, booking: .rostered, minutes: 1,
            contactMinutes: 0)
    }

    private func contacts(
        _ line: String, _ staff: String, _ session: Int, partner: String? = nil
    ) -> ContactRow {
        ContactRow(
            line: line, activity: week.demand[0].activity, team: week.teams[0].id, session: session,
            staff: staff, partner: partner, route: .registered, contacts: 2, minutes: 1)
    }

    @Test("What is decided of the plan is in force, and nothing else of the week is otherwise")
    func decided() throws {
        let put = try week.putting(inForce: plan, frozenBefore: 1)
        #expect(put.strays == 0 && put.unknown.isEmpty)
        #expect(put.week.current?.map(\.session) == [0, 1])
        #expect(put.week.currentContacts?.map(\.route) == [.registered])
        #expect(put.week.currentSupervision?.map(\.minutes) == [3.333333])
        #expect(put.week.frozenBefore == 1)
        let back = put.week.replacing {
            ($0.current, $0.currentContacts, $0.currentSupervision, $0.frozenBefore) = (nil, nil, nil, nil)
        }
        #expect(back.content == week.content)
        #expect(try week.putting(inForce: plan).week.frozenBefore == nil)
    }

    @Test("Of what is over the rows that do not stand are there to be told with what they were")
    func lost() throws {
        var rows = plan
        rows.contacts += [0, 1].map { contacts("GONE-1", week.staff[0].id, $0) }
        rows.deployments.append(deployment("GONE", 0))
        let put = try week.putting(inForce: rows, frozenBefore: 1)
        #expect(put.strays == 3)
        #expect(put.lost.contacts.map(\.line) == ["GONE-1"] && put.lost.contacts.map(\.session) == [0])
        #expect(put.lost.deployments.map(\.staff) == ["GONE"] && put.lost.supervision.isEmpty)
        let open = try week.putting(inForce: rows)
        #expect(open.strays == 3 && open.lost.contacts.isEmpty && open.lost.deployments.isEmpty)
    }

    @Test("Rows about whom or what the week does not have are left out and counted, each name once")
    func strays() throws {
        var rows = plan
        rows.deployments += [deployment("GONE", 0), deployment(week.staff[0].id, 0)]
        rows.deployments.append(deployment(week.staff[0].id, -1))
        rows.contacts += [
            contacts("GONE-1", week.staff[0].id, 0), contacts(week.demand[0].id, "GONE", 0),
            contacts(week.demand[0].id + "~other", week.staff[0].id, 0),
            contacts(week.demand[0].id, week.staff[0].id, 0, partner: week.staff[0].id),
        ]
        let put = try week.putting(inForce: rows)
        #expect(put.week.current?.count == 2 && put.week.currentContacts?.count == 2)
        #expect(put.strays == 6 && put.unknown == ["GONE", "GONE-1"])
    }

    @Test("A plan of another week or place is refused, and one of nothing is not")
    func others() throws {
        let elsewhere = PlanRows(deployments: [deployment(week.staff[0].id, -1)])
        #expect(throws: PlanInForceError.otherWeek) { try week.putting(inForce: elsewhere) }
        let strangers = PlanRows(deployments: [deployment("GONE", 0)])
        #expect(throws: PlanInForceError.otherPlace) { try week.putting(inForce: strangers) }
        #expect(try week.putting(inForce: PlanRows()).week.current == [])
    }

    @Test("Sessions are over by a plan in force alone, and no session is less over than it was")
    func over() throws {
        #expect(throws: PlanInForceError.noPlan) { try week.freezing(before: 1) }
        let frozen = try week.putting(inForce: plan, frozenBefore: 2).week
        #expect(throws: PlanInForceError.overAlready(2)) { try frozen.freezing(before: 1) }
        #expect(throws: PlanInForceError.overAlready(2)) {
            try frozen.putting(inForce: plan, frozenBefore: 1)
        }
        #expect(try frozen.freezing(before: 3).frozenBefore == 3)
        #expect(try frozen.putting(inForce: plan).week.frozenBefore == 2)
    }

    @Test("What is over already is what was done, less those who were absent")
    func past() throws {
        let duty: [RotaMark] = [RotaMark(.rostered), RotaMark(.rostered)]
        let there = week.replacing { parts in
            for s in 0...1 { for t in 0...1 { parts.rota[s][t] = duty[t] } }
        }
        let frozen = try there.putting(inForce: plan, frozenBefore: 2).week
        var rows = plan
        rows.deployments.removeLast()
        #expect(throws: PlanInForceError.otherPast(1)) { try frozen.putting(inForce: rows) }
        let absent = frozen.replacing { $0.rota[1][1] = RotaMark(.sick) }
        #expect(try absent.putting(inForce: rows).week.current?.count == 1)
        rows = plan
        rows.contacts.removeAll()
        #expect(throws: PlanInForceError.otherPast(0)) { try frozen.putting(inForce: rows) }
        rows = plan
        rows.supervision.removeAll()
        #expect(throws: PlanInForceError.otherPast(0)) { try frozen.putting(inForce: rows) }
    }
}
