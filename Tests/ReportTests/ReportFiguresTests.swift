// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import Wording
import Workforce

@testable import Figures
@testable import Report

/// Every expectation here is worked out by hand from `SmallWeek`.
@Suite struct ReportFiguresTests {
    let figures = ReportFigures(week: SmallWeek.week(), plan: SmallWeek.plan())

    @Test func careIsCountedInContactsAndInHoursWithThePersonSupported() {
        let total = figures.demand.total
        // 3 × 60 + 4 × 45 + 5 × 30 = 510 minutes wanted; 2 × 60 + 4 × 45 + 4 × 30 = 420 met.
        #expect(total.wanted == amount(12, 8.5))
        #expect(total.met == amount(10, 7))
        #expect(total.unmet == amount(2, 1.5))
        #expect(figures.demand.byPriority.map(\.group) == ["critical", "urgent", "routine"])
        #expect(figures.demand.byPriority.map(\.unmet.contacts) == [1, 1, 0])
        #expect(figures.demand.byPathway.map(\.met) == [amount(6, 5), amount(4, 2)])
        #expect(figures.demand.byTeam.map(\.wanted) == [amount(7, 6), amount(5, 2.5)])
        #expect(figures.demand.byReason.map(\.reason) == [.noPair, .capacity])
        #expect(figures.demand.byReason.map(\.unmet.hours) == [0.5, 1])
    }

    @Test func poundsAreToldByTierAndRosteredPayIsAConstant() {
        let bookings = figures.bookings
        #expect(
            bookings.tiers.map(\.tier)
                == [.rostered, .contract, .extra, .overtime, .bank, .agency, .unpaid])
        #expect(bookings.tiers.map(\.sessions) == [6, 0, 1, 0, 0, 1, 0])
        #expect(bookings.tiers.map(\.hours) == [24, 0, 4, 0, 0, 4, 0])
        // Ann 2 × 4 × 30, Bo 2 × 4 × 15, Eve 4 × 16; the student is not paid.
        #expect(bookings.tiers.map(\.pounds) == [424, 0, 45.5, 0, 0, 100, 0])
        #expect(bookings.bookedPounds == 145.5)
        #expect(bookings.rosteredPounds == 424)
        // Ann's leave 4 × 30, Bo's sickness 4 × 15 and Eve's training 4 × 16 besides.
        #expect(figures.workforceCost.total.pounds == 569.5 + 244)
        #expect(figures.workforceCost.total.agencyShare == 100 / 813.5)
    }

    @Test func utilisationIsDirectContactOverAvailableAndOverContractedMinutes() {
        let total = figures.utilisation.total
        #expect(total.contactMinutes == 520)
        #expect(total.availableMinutes == 7 * 240)
        #expect(total.shareOfAvailable == 520.0 / 1680)
        // The agency worker has no contract, so her 30 minutes are not in the second share.
        #expect(total.contractedContactMinutes == 480)
        #expect(total.contractedMinutes == 720)
        #expect(total.shareOfContracted == 480.0 / 720)
    }

    @Test func utilisationIsToldByKindTeamPathwayEmployerAndPerson() {
        let utilisation = figures.utilisation
        #expect(utilisation.byKind.map(\.group) == ["registered", "support", "student"])
        #expect(utilisation.byKind.map(\.contactMinutes) == [165, 355, 0])
        #expect(utilisation.byKind.map(\.availableMinutes) == [480, 1200, 240])
        #expect(utilisation.byKind.map(\.shareOfContracted) == [165.0 / 240, 315.0 / 480, nil])
        // The student's session at the ward counts in no team.
        #expect(utilisation.byTeam.map(\.contactMinutes) == [300, 220])
        #expect(utilisation.byTeam.map(\.availableMinutes) == [960, 720])
        // Bo's home is the first team, wherever the contacts are.
        #expect(utilisation.byTeam.map(\.contractedContactMinutes) == [390, 90])
        #expect(utilisation.byTeam.map(\.contractedMinutes) == [600, 120])
        #expect(utilisation.byPathway.map(\.contactMinutes) == [300, 220])
        #expect(utilisation.byEmployer.map(\.availableMinutes) == [1680])
        #expect(utilisation.byPerson.map(\.contactMinutes) == [165, 225, 40, 0, 90])
        #expect(utilisation.byPerson.map(\.availableMinutes) == [480, 720, 240, 240, 240])
    }

    @Test func doubleHandedHoursAreThoseOfBothWorkers() {
        let total = figures.doubleHanded.total
        #expect(total.contacts == 3)
        #expect(total.hours == 3)
        #expect(total.shareOfCare == 180.0 / 520)
        #expect(total.singleHandedContacts == 1)
        // Two of the five need two workers; three were given by two.
        #expect(total.suitableContacts == 1)
        #expect(figures.doubleHanded.byTeam.map(\.group) == ["quay-ward"])
        #expect(figures.doubleHanded.byTeam.map(\.shareOfCare) == [180.0 / 220])
        #expect(figures.doubleHanded.byPathway.map(\.contacts) == [3])
    }

    @Test func delegationReleasesContactsNotesAndTravelLessSupervision() {
        let delegation = figures.delegation
        #expect(delegation.contacts == 3)
        #expect(delegation.hours == 2.25)
        #expect(delegation.supervisionHours == 0.25)
        // Three times 45 minutes and 10 of notes, less 15 of supervision.
        #expect(delegation.workHours == 2.75)
        #expect(delegation.releasedHours == 2.5)
        #expect(delegation.items.map(\.session) == ["2026-11-23 am", "2026-11-23 pm"])
        #expect(delegation.items.map(\.supervisionMinutes) == [10, 5])
        #expect(delegation.items.map(\.supportWorker) == ["bo", "bo"])
        #expect(delegation.items.map(\.contacts) == [2, 1])
        #expect(delegation.items.first?.supervisors == ["ann"])
    }

    @Test func headsLeaveOutStudents() {
        let heads = figures.heads
        #expect(heads.items.map(\.heads) == [2, 2, 0, 0, 0, 0, 3, 0])
        #expect(heads.items.map(\.registeredHeads) == [1, 1, 0, 0, 0, 0, 0, 0])
        #expect(heads.items.map(\.missingStaff) == [0, 0, 1, 1, 1, 1, 0, 1])
        #expect(heads.missingHeads == 7)
        #expect(heads.sessionsShort == 5)
        #expect(heads.sessionsWithMinimum == 8)
    }

    @Test func absenceMovesAndSkillMixAreCounted() {
        let staffing = figures.staffing
        #expect(staffing.rosteredHours == 24)
        #expect([staffing.leaveHours, staffing.sickHours, staffing.trainingHours] == [4, 4, 4])
        // Dee is a student, so four of the 24 hours are not own staff's.
        #expect(staffing.ownRosteredHours == 20)
        #expect(staffing.absenceShare == 12.0 / 32)
        #expect(staffing.awaySessions == 1)
        #expect(staffing.teamChanges == 0)
        #expect(staffing.skillMix.map(\.registeredHours) == [8, 0])
        #expect(staffing.skillMix.map(\.supportHours) == [8, 12])
    }

    @Test func rowsThatNameNobodyAreLeftOutOfTheFigures() {
        var plan = SmallWeek.plan()
        plan.deployments.append(
            Deployment(
                staff: "nobody", session: 99, team: "nowhere", booking: .bank, minutes: 240, contactMinutes: 0
            ))
        plan.contacts.append(
            ContactRow(
                line: "Z", activity: "none", team: "nowhere", session: -1, staff: "nobody", route: .support,
                contacts: 1, minutes: 1))
        let figures = ReportFigures(week: SmallWeek.week(), plan: plan)
        #expect(figures.utilisation == self.figures.utilisation)
        #expect(figures.demand == self.figures.demand)
        #expect(!ReportPage(week: SmallWeek.week(), plan: plan, figures: figures).html.isEmpty)
    }

    @Test(arguments: [
        (PlanStatus.optimal, 600.0, "Proved the cheapest possible plan"),
        (.timeLimit, 590, "At most £10.00 above the best possible, 1.7\u{A0}% of this plan's price"),
        (.interrupted, 599.9, "At most £0.10 above the best possible, less than 0.1 % of this plan's price"),
        (.workLimit, 600, "No other plan is a penny cheaper; the work limit ended the search"),
    ]) func whatIsProvedIsSaidInPlainWords(_ status: PlanStatus, _ bound: Double, _ words: String) {
        var plan = SmallWeek.plan()
        plan.summary.objective = 600
        plan.summary.bound = bound
        plan.summary.status = status
        let price = ReportFigures(week: SmallWeek.week(), plan: plan).price
        #expect(price.statusInWords.hasPrefix(words))
    }

    private func amount(_ contacts: Int, _ hours: Double) -> CareAmount {
        var amount = CareAmount()
        amount.contacts = contacts
        amount.hours = hours
        return amount
    }
}
