// SPDX-License-Identifier: GPL-3.0-or-later

import Capacity
import TestSupport
import Testing
import Workforce

/// What is said to be the most that can be given has to hold against every plan, the best ones by brute force.
@Suite("No plan gives more than the stated most")
struct ProofTests {
    /// The week in which nothing counts but contact minutes of some lines: the others want no contact, though their
    /// activities are still in demand, so that people may be sent to the same teams.
    private func week(_ week: Week, caringFor isCaredFor: (DemandLine) -> Bool) -> Week {
        week.replacing { parts in
            var policy = Policy()
            let old = parts.policy
            policy.unmetCriticalMinute = 1000
            policy.unmetUrgentMinute = 1000
            policy.unmetRoutineMinute = 1000
            policy.registeredOnDelegableMinute = 0
            policy.avoidableDoubleHandedMinute = 0
            policy.awaySession = 0
            policy.teamChange = 0
            policy.unsafeStaffing = 0
            policy.disruptionSession = 0
            policy.disruptionContact = 0
            policy.continuityContact = 0
            parts.requests = []
            policy.overtimeFactor = 1
            policy.nonContactMinutes = old.nonContactMinutes
            policy.supervisionMinutesPerSession = old.supervisionMinutesPerSession
            policy.travelLimitMinutes = old.travelLimitMinutes
            policy.accompanied = old.accompanied
            policy.minimumRestHours = old.minimumRestHours
            policy.maximumSessionsPerDay = old.maximumSessionsPerDay
            policy.maximumDaysInARow = old.maximumDaysInARow
            policy.maximumDaysPerWeek = old.maximumDaysPerWeek
            policy.averageHours = old.averageHours
            policy.averageWeeks = old.averageWeeks
            policy.bookingMinimumSessions = old.bookingMinimumSessions
            policy.agencyCap = old.agencyCap
            policy.bankCap = old.bankCap
            policy.saturdayUplift = old.saturdayUplift
            policy.sundayUplift = old.sundayUplift
            parts.policy = policy
            // What is held in reserve is no care: the report does not count it.
            for line in parts.demand.indices
            where !isCaredFor(parts.demand[line]) || parts.demand[line].priority == .reserve {
                parts.demand[line].contacts = 0
                parts.demand[line].singleHandedContacts = 0
            }
        }
    }

    private func minutes(_ week: Week, _ activity: String) -> Int {
        week.framework.activities.first { $0.id == activity }?.minutes ?? 0
    }

    /// The most contact hours of those lines that any plan gives, by trying every plan.
    private func best(_ given: Week, caringFor isCaredFor: (DemandLine) -> Bool) -> (
        hours: Double, plan: Plan
    ) {
        let plan = Oracle(week(given, caringFor: isCaredFor)).best().plan
        let met = plan.contacts.reduce(0) { $0 + $1.contacts * minutes(given, $1.activity) }
        return (Double(met) / 60, plan)
    }

    @Test("of all care, a team's, an activity's, a day's or a shortfall's", arguments: 0..<12)
    func againstBruteForce(block: Int) {
        var looked = 0
        var loose: [String] = []
        for seed in UInt64(block * 10)..<UInt64(block * 10 + 10) {
            let week = RandomWeek.make(seed: seed)
            let report = CapacityReport(week: week)
            func hold(_ most: Double, _ what: String, _ isCaredFor: (DemandLine) -> Bool) {
                let (hours, _) = best(week, caringFor: isCaredFor)
                #expect(hours <= most + 1e-9, "seed \(seed), \(what): \(hours) hours given, \(most) stated")
                looked += 1
                if hours < most - 1e-9 { loose.append("\(seed) \(what): \(hours) of \(most)") }
            }
            hold(report.total.mostContactHours, "all") { _ in true }
            for team in report.teams {
                hold(team.mostContactHours, team.id) { $0.team == team.id }
            }
            for activity in report.activities {
                hold(activity.mostContactHours, activity.id) { $0.activity == activity.id }
            }
            for day in report.days where day.fixedContacts > 0 {
                hold(day.mostFixedContactHours, day.id) { line in
                    let days = line.window.map { week.sessions[$0].day.iso }
                    return days.allSatisfy { $0 == day.id }
                }
            }
            for shortfall in report.shortfalls {
                let (hours, plan) = best(week) { shortfall.lines.contains($0.id) }
                let wanted = week.demand.filter { shortfall.lines.contains($0.id) }
                    .reduce(0) { $0 + $1.contacts * minutes(week, $1.activity) }
                #expect(hours <= Double(wanted) / 60 - shortfall.shortHours + 1e-9, "seed \(seed)")
                #expect(shortfall.most < shortfall.contacts)
                #expect(plan.contacts.reduce(0) { $0 + $1.contacts } <= shortfall.most, "seed \(seed)")
            }
        }
        // A bound that says nothing would pass the above: most have to be what can be given to the minute.
        #expect(looked > 30)
        #expect(Double(loose.count) <= 0.15 * Double(looked), "\(loose)")
    }

    @Test("what is short goes unmet in the plan of the week's own prices", arguments: 0..<10)
    func inTheCheapestPlan(block: Int) {
        var shortfalls = 0
        for seed in UInt64(block * 20)..<UInt64(block * 20 + 20) {
            let week = RandomWeek.make(seed: seed)
            let plan = Oracle(week).best().plan
            for shortfall in CapacityReport(week: week).shortfalls {
                shortfalls += 1
                let rows = plan.unmet.filter { shortfall.lines.contains($0.line) }
                let unmet = rows.reduce(0) { $0 + $1.contacts }
                let hours = Double(rows.reduce(0) { $0 + $1.contactMinutes }) / 60
                #expect(unmet >= shortfall.shortContacts, "seed \(seed): \(shortfall.sentence)")
                #expect(hours >= shortfall.shortHours - 1e-9, "seed \(seed): \(shortfall.sentence)")
            }
        }
        #expect(shortfalls > 0)
    }

    @Test func `groups agree with one another and with their parts`() {
        for seed in UInt64(0)..<100 {
            let report = CapacityReport(week: RandomWeek.make(seed: seed))
            for figures in [report.teams, report.activities, report.pathways] {
                #expect(figures.reduce(0) { $0 + $1.contacts } == report.total.contacts)
                #expect(figures.reduce(0) { $0 + $1.shortHours } <= report.total.shortHours + 1e-9)
            }
            let spread = report.days.reduce(0) { $0 + $1.workerHours }
            #expect(abs(spread - report.total.workerHours) < 1e-6)
            for figure in [report.total] + report.teams + report.activities + report.competencies {
                #expect(abs(figure.contactHours - figure.mostContactHours - figure.shortHours) < 1e-9)
            }
        }
    }

    @Test func `the same week gives the same report`() throws {
        for seed in UInt64(0)..<20 {
            let week = RandomWeek.make(seed: seed)
            #expect(try CapacityReport(week: week).json() == CapacityReport(week: week).json())
        }
    }
}
