// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import TestSupport
import Testing
import Workforce

/// What people ask for and who usually gives contacts, in the tiny weeks on which four roads to the best plan agree.
@Suite("Requests and continuity in the weeks that are compared")
struct WishAgreementTests {
    /// The weeks of `OptimumAgreementTests`.
    private static let seeds = UInt64(1)...300

    @Test("each kind of request is asked in 60 of the weeks, and usual people are named in 60")
    func reached() {
        var weeks: [String: Int] = [:]
        for seed in Self.seeds {
            let week = RandomWeek.full(seed: seed)
            var kinds = Set(week.requests.map(Self.kind))
            if week.demand.contains(where: { !$0.usual.isEmpty && $0.contacts > 0 }) { kinds.insert("usual") }
            for kind in kinds { weeks[kind, default: 0] += 1 }
        }
        #expect(weeks.count == 7)
        for (kind, count) in weeks.sorted(by: { $0.key < $1.key }) {
            #expect(count >= 60, "\(kind): \(count)")
        }
    }

    private static func kind(_ request: StaffRequest) -> String {
        let want =
            switch request.want {
            case .on: "on"
            case .off: "off"
            case .team: "team"
            }
        switch request.time {
        case .session: return want + " in a session"
        case .day: return want + " on a day"
        }
    }

    @Test("in many of the weeks another row than the one that asked, or that is usual, decides")
    func otherRows() {
        var (granted, refused, usual) = (0, 0, 0)
        for seed in Self.seeds {
            let week = RandomWeek.full(seed: seed)
            guard Humans(week.staff).areShared else { continue }
            // The same roster, with every row somebody of their own.
            let apart = week.replacing { for row in $0.staff.indices { $0.staff[row].person = nil } }
            let plan = Oracle(week).best().plan
            let (one, two) = (Self.granted(plan, week), Self.granted(plan, apart))
            if zip(one, two).contains(where: { $0 && !$1 }) { granted += 1 }
            if zip(one, two).contains(where: { !$0 && $1 }) { refused += 1 }
            if Self.byUsual(plan, week) > Self.byUsual(plan, apart) { usual += 1 }
        }
        #expect(granted >= 20, "granted by another row: \(granted)")
        #expect(refused >= 20, "refused by another row: \(refused)")
        #expect(usual >= 10, "given by another row: \(usual)")
    }

    /// Which requests a plan grants, by the week's own book of them.
    private static func granted(_ plan: Plan, _ week: Week) -> [Bool] {
        let index = WeekIndex(week)
        let book = RequestBook(week, index)
        let rows = IndexedPlan(plan.rows, in: index).deployments
        return book.entries.map { entry in
            book.isGranted(entry) { person, session in
                rows.first { $0.person == person && $0.session == session }?.team
            }
        }
    }

    /// Contacts that usual people take part in.
    private static func byUsual(_ plan: Plan, _ week: Week) -> Int {
        let index = WeekIndex(week)
        return IndexedPlan(plan.rows, in: index).contacts.reduce(0) { sum, given in
            let usual = index.usual(of: week.demand[given.line]) ?? []
            return sum + [given.person, given.partner].compactMap(\.self).count(where: usual.contains)
        }
    }

    @Test("they change the best price of many of the weeks, and what is granted decides what is planned")
    func matter() {
        var (dearer, otherwise) = (0, 0)
        for seed in UInt64(1)...120 {
            let week = RandomWeek.full(seed: seed)
            guard !week.requests.isEmpty else { continue }
            let without = week.replacing { $0.requests = [] }
            let (best, free) = (Oracle(week).best(), Oracle(without).best())
            if best.objective > free.objective + 0.01 { dearer += 1 }
            // The plan that nobody's wishes were asked for, at what it would cost with them.
            let model = WeeklyModel(Instance(week))
            let price = model.program.objective(of: model.values(of: free.plan.rows).values)
            if price > best.objective + 0.01 { otherwise += 1 }
        }
        #expect(dearer >= 60, "\(dearer) of 120")
        #expect(otherwise >= 10, "\(otherwise) of 120")
    }
}
