// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Audit
import Formulation
import SeededRandom
import TestSupport
import Testing
import Workforce

/// Plans of random weeks broken by hand: what the exact model refuses, the audit refuses as well.
@Suite struct BrokenPlanTests {
    /// A way of breaking a plan; some of them leave it whole.
    enum Break: CaseIterable {
        case supervisorsName, supervisorsSession, crumbOfSupervision, noSupervision, fewerMinutes
        case contactsName, contactsSession, partnersName, route, noContacts, twiceGiven, twiceSupervised
        case rowInTwo, otherTeam, deployedTwice, gone

        var isOfSupervision: Bool {
            [.supervisorsName, .supervisorsSession, .fewerMinutes, .twiceSupervised].contains(self)
        }
    }

    @Test("no plan broken by hand passes that the exact model refuses", arguments: 0..<4)
    func broken(block: Int) async {
        var refused: [Break: Int] = [:]
        for seed in UInt64(block * 50)..<UInt64(block * 50 + 50) {
            // Few of the first kind delegate anything.
            let week = seed % 2 == 0 ? RandomWeek.make(seed: seed) : RandomOversight.make(seed: seed)
            let model = WeeklyModel(Instance(week))
            let options = AllocationOptions(timeLimit: nil, workLimit: 5, seed: seed)
            let result = await AllocationEngine(model, options: options).run()
            let plan = result.plan(of: model)
            let audit = PlanAudit(week: week)
            #expect(audit.check(plan: plan).isClean)
            var random = SeededRandom(seed: seed)
            for kind in Break.allCases {
                for number in 0..<(kind.isOfSupervision ? 24 : 8) {
                    var broken = plan
                    change(&broken, kind, week, &random)
                    guard isRefused(broken, model) else { continue }
                    refused[kind, default: 0] += 1
                    #expect(
                        !audit.check(plan: broken).violations.isEmpty,
                        "seed \(seed), \(kind) \(number): \(difference(plan, broken))")
                }
            }
        }
        for kind in Break.allCases {
            #expect(refused[kind, default: 0] >= 15, "\(kind): \(refused[kind, default: 0])")
        }
    }

    /// Whether the exact model has no such plan. A row of supervision says that its person oversees that work there,
    /// however few its minutes are; the model has no column for what nothing needs, and no rule against it.
    private func isRefused(_ plan: Plan, _ model: WeeklyModel) -> Bool {
        let (values, strays) = model.values(of: plan.rows)
        let others = strays.filter { !$0.isSupervision }
        if !others.isEmpty || model.program.largestViolation(of: values) > 2e-6 { return true }
        if plan.contacts.contains(where: { $0.contacts < 1 }) { return true }
        let keys = plan.supervision.map { [$0.supervisor, "\($0.session)", $0.group, $0.activity] }
        if Set(keys).count < keys.count { return true }
        return plan.supervision.contains { row in
            let instance = model.instance
            guard let person = instance.week.staff.firstIndex(where: { $0.id == row.supervisor }),
                let activity = instance.activities.firstIndex(where: { $0.id == row.activity }),
                let team = model.team(ofPerson: person, session: row.session, in: values)
            else { return true }
            let day = instance.calendar.dayOfSession[row.session]
            return row.minutes <= 0
                || row.group != "*" && instance.groups[instance.groupOfTeam[team]] != row.group
                || !instance.supervises(person: person, day: day, activity: activity)
        }
    }

    private func difference(_ one: Plan, _ other: Plan) -> String {
        "\(other.supervision.filter { !one.supervision.contains($0) }) "
            + "\(other.contacts.filter { !one.contacts.contains($0) })"
    }

    private func change(_ plan: inout Plan, _ kind: Break, _ week: Week, _ random: inout SeededRandom) {
        let person = random.pick(week.staff).id
        let session = random.pick(0...(week.sessions.count - 1))
        let crumb = random.pick([1e-6, 9e-7, 1e-9, 0.01])
        switch kind {
        case .crumbOfSupervision, .noSupervision:
            let minutes = kind == .noSupervision ? random.pick([0.0, -1e-6, -5]) : crumb
            plan.supervision.append(
                SupervisionRow(
                    supervisor: person, session: session, group: random.pick(week.teams).supervisionGroup,
                    activity: random.pick(week.demand).activity, minutes: minutes))
        case .supervisorsName, .supervisorsSession, .fewerMinutes, .twiceSupervised:
            guard !plan.supervision.isEmpty else { return }
            let index = random.pick(0...(plan.supervision.count - 1))
            let row = plan.supervision[index]
            let minutes = kind == .fewerMinutes ? row.minutes - random.pick([1e-5, 0.01, 1]) : row.minutes
            let other = SupervisionRow(
                supervisor: kind == .supervisorsName ? person : row.supervisor,
                session: kind == .supervisorsSession ? session : row.session, group: row.group,
                activity: row.activity, minutes: kind == .twiceSupervised ? crumb : minutes)
            if kind == .twiceSupervised {
                plan.supervision.append(other)
            } else {
                plan.supervision[index] = other
            }
        case .otherTeam, .deployedTwice, .gone:
            guard !plan.deployments.isEmpty else { return }
            let index = random.pick(0...(plan.deployments.count - 1))
            let row = plan.deployments[index]
            let other = Deployment(
                staff: row.staff, session: row.session, team: random.pick(week.teams).id,
                booking: row.booking, minutes: row.minutes, contactMinutes: row.contactMinutes)
            if kind != .deployedTwice { plan.deployments.remove(at: index) }
            if kind != .gone { plan.deployments.append(other) }
        default:
            changeContacts(&plan, kind, person, session, &random)
        }
    }

    private func changeContacts(
        _ plan: inout Plan, _ kind: Break, _ person: String, _ session: Int, _ random: inout SeededRandom
    ) {
        guard !plan.contacts.isEmpty else { return }
        let pairs = plan.contacts.indices.filter { plan.contacts[$0].partner != nil }
        let index =
            kind == .partnersName && !pairs.isEmpty
            ? random.pick(pairs) : random.pick(0...(plan.contacts.count - 1))
        let row = plan.contacts[index]
        func like(contacts: Int) -> ContactRow {
            ContactRow(
                line: row.line, activity: row.activity, team: row.team,
                session: kind == .contactsSession ? session : row.session,
                staff: kind == .contactsName ? person : row.staff,
                partner: kind == .partnersName ? person : row.partner,
                route: kind == .route ? random.pick(ContactRoute.allCases) : row.route, contacts: contacts,
                minutes: row.minutes)
        }
        switch kind {
        case .noContacts: plan.contacts.append(like(contacts: 0))
        case .twiceGiven: plan.contacts.append(like(contacts: row.contacts))
        case .rowInTwo:
            plan.contacts[index] = like(contacts: row.contacts - 1)
            plan.contacts.append(like(contacts: 1))
        default: plan.contacts[index] = like(contacts: row.contacts)
        }
    }
}
