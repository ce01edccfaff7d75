// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Tables
import Testing
import Workforce

@testable import Ledger

/// What was worked beside what was planned.
@Suite struct ActualsTests {
    private typealias Fixture = LedgerFixture
    private let fixture: LedgerFixture

    init() throws { fixture = try LedgerFixture() }

    private static let taken = "Of 1 session nobody says what was paid: taken to be what was planned."
    private static let estimated =
        "Where nobody says the hours of contacts, they are taken to be as long as the plan's of that team."
    private static let silent =
        "Of 1 session nobody says contacts or hours in contact: counted as none, so that pounds a contact hour may be too high."
    private static let unheard = "Of south nobody says contacts or hours in contact, and so of all neither."

    private func read(_ text: String) throws -> (sessions: [ActualSession]?, diagnostics: [Diagnostic]) {
        let path = fixture.folder.appending("actuals.csv")
        try Data(text.utf8).write(to: URL(filePath: path.description))
        return ActualSession.read(path, beside: Fixture.outcome())
    }

    @Test func aTableIsReadAsASpreadsheetSavesIt() throws {
        let (sessions, diagnostics) = try read(
            """
            session;staff;team;booking;cost;contacts;contact_hours
            2026-11-23 AM;PT-01;north;;;4;
            24/11/2026 am;SW-01;south;bank;£70.50;3;2.5
            2026-11-24 pm;NEW-1;south;agency;120;;
            """)
        #expect(
            sessions == [
                ActualSession(session: "2026-11-23 am", staff: "PT-01", team: "north", contacts: 4),
                ActualSession(
                    session: "2026-11-24 am", staff: "SW-01", team: "south", booking: .bank, cost: 70.5,
                    contacts: 3, contactHours: 2.5),
                ActualSession(
                    session: "2026-11-24 pm", staff: "NEW-1", team: "south", booking: .agency, cost: 120),
            ])
        #expect(diagnostics.contains { $0.message.contains("person 'NEW-1' was not on the run's roster") })
        #expect(diagnostics.allSatisfy { $0.severity != .error })
    }

    @Test func whatIsWrongIsToldAtItsPlaceAllAtOnce() throws {
        let (sessions, diagnostics) = try read(
            """
            session,staff,team,booking,cost,contacts
            2026-11-30 am,PT-01,north,,,
            2026-11-23 pm,PT-01,north,,,
            2026-11-23 am,PT-01,nort,,,
            2026-11-24 am,SW-01,south,bnak,5,
            2026-11-24 pm,SW-01,south,bank,-5,
            2026-11-23 am,SW-01,south,bank,5,-1
            2026-11-24 am,PT-01,south,bank,5,1
            2026-11-24 am,PT-01,south,bank,5,1
            """)
        #expect(sessions == nil)
        for (line, words) in [
            (2, "session '2026-11-30 am' is not in the run's week"),
            (3, "cost is blank, and the plan does not have 'PT-01' at work in 2026-11-23 pm"),
            (4, "team 'nort' is not one of the run's; did you mean 'north'?"),
            (5, "booking 'bnak' is not known"), (6, "cost"), (7, "contacts"),
            (9, "'PT-01' has two rows for 2026-11-24 am, the first in line 8"),
        ] {
            #expect(
                diagnostics.contains {
                    $0.line == line && $0.severity == .error && $0.message.contains(words)
                },
                "\(line): \(words): \(diagnostics)")
        }
    }

    @Test func whatIsBlankIsAsThePlanHasItOnlyWhereThePlanSaysSo() throws {
        // SW-01 is booked from the bank for Tuesday morning; nobody is paid for what is unpaid.
        let (sessions, _) = try read(
            """
            session,staff,team,booking,cost,contacts,starts
            2026-11-24 am,SW-01,south,,,3,2
            2026-11-23 am,PT-01,north,unpaid,,,
            2026-11-23 pm,SW-01,north,unpaid,,,0
            """)
        #expect(
            sessions == [
                ActualSession(
                    session: "2026-11-24 am", staff: "SW-01", team: "south", booking: .bank, contacts: 3,
                    starts: 2),
                ActualSession(
                    session: "2026-11-23 am", staff: "PT-01", team: "north", booking: .unpaid, cost: 0),
                ActualSession(
                    session: "2026-11-23 pm", staff: "SW-01", team: "north", booking: .unpaid, cost: 0,
                    starts: 0),
            ])
        let (wrong, diagnostics) = try read(
            """
            session,staff,team,booking,cost,contacts,starts
            2026-11-24 am,SW-01,south,agency,,3,2
            2026-11-23 am,PT-01,north,unpaid,5,,
            2026-11-23 pm,PT-01,north,bank,5,1,2
            """)
        #expect(wrong == nil)
        for (line, words) in [
            (2, "cost is blank, and the plan has 'SW-01' in 2026-11-24 am paid as bank, not as agency"),
            (3, "cost is more than nothing, and booking is 'unpaid'"),
            (4, "starts is more than the contacts of the row, 1"),
        ] {
            #expect(
                diagnostics.contains {
                    $0.line == line && $0.severity == .error && $0.message.contains(words)
                },
                "\(line): \(words): \(diagnostics)")
        }
    }

    @Test func plannedActualAndDifferenceAreWorkedOutByTeam() {
        // Planned: PT-01 in the north, £80, 4 contacts in 2 hours; SW-01 in the south, £60.50, 3 contacts in 3 hours.
        let comparison = ActualsComparison(
            planned: [Fixture.monday, Fixture.tuesday],
            actual: [
                ActualSession(session: "2026-11-23 am", staff: "PT-01", team: "north", contacts: 6),
                ActualSession(
                    session: "2026-11-24 am", staff: "SW-01", team: "north", booking: .bank, cost: 70,
                    contacts: 2, contactHours: 1.5),
                ActualSession(
                    session: "2026-11-24 pm", staff: "NEW-1", team: "south", booking: .agency, cost: 120,
                    contacts: 3),
            ])
        #expect(comparison.rows.map(\.kind) == [.asPlanned, .elsewhere, .notPlanned])
        #expect(comparison.taken == 1)
        // The north: £80 taken as planned and £70; 6 contacts of half an hour each, and 1.5 hours.
        let north = comparison.actualSum("north")
        #expect((north.sessions, north.cost, north.contacts, north.contactHours) == (2, 150, 8, 4.5))
        #expect(comparison.plannedSum("north").costPerContactHour == 40)
        #expect(north.costPerContactHour == 150 / 4.5)
        // The south: 3 contacts of an hour each.
        let south = comparison.actualSum("south")
        #expect((south.sessions, south.cost, south.contacts, south.contactHours) == (1, 120, 3, 3))
        let all = comparison.actualSum()
        #expect((all.sessions, all.cost, all.contacts, all.contactHours) == (3, 270, 11, 7.5))
        #expect(comparison.plannedSum().cost == 140.5)
        #expect(
            comparison.summary.rows.suffix(5).map { $0.map(\.exactText) } == [
                ["all", "sessions", "2", "3", "3", "1"],
                ["all", "pounds", "140.5000", "270.0000", "270.0000", "129.5000"],
                ["all", "contacts", "7", "11", "11", "4"],
                ["all", "contact hours", "5.0000", "7.5000", "7.5000", "2.5000"],
                ["all", "pounds a contact hour", "28.1000", "36.0000", "36.0000", "7.9000"],
            ])
        #expect(comparison.sessions(isAll: false).rows.count == 2)
        #expect(comparison.sessions(isAll: true).rows.count == 3)
        #expect(comparison.remarks == [Self.taken, Self.estimated])
    }

    @Test func whatNobodySaysIsNotMadeUp() {
        let comparison = ActualsComparison(
            planned: [Fixture.monday, Fixture.tuesday],
            actual: [
                ActualSession(
                    session: "2026-11-23 am", staff: "PT-01", team: "north", booking: .overtime, cost: 80)
            ])
        #expect(comparison.rows.map(\.kind) == [.paidOtherwise, .notWorked])
        let all = comparison.actualSum()
        #expect(all.contacts == nil)
        #expect(all.costPerContactHour == nil)
        #expect(
            comparison.summary.rows.last?.map(\.exactText) == [
                "all", "pounds a contact hour", "28.1000", "", "", "",
            ])
        #expect(
            comparison.remarks == [
                "Planned, without a row, and so counted as not worked: 1 session.",
                "Nobody says how many contacts were given, so there is no cost of an hour of them.",
            ])
    }

    @Test func hoursWithoutContactsAndOtherPoundsAreToldApart() {
        let comparison = ActualsComparison(
            planned: [Fixture.monday, Fixture.tuesday],
            actual: [
                ActualSession(
                    session: "2026-11-23 am", staff: "PT-01", team: "north", contactHours: 1),
                ActualSession(
                    session: "2026-11-24 am", staff: "SW-01", team: "south", booking: .bank, cost: 60.51),
            ])
        #expect(comparison.rows.map(\.kind) == [.asPlanned, .paidOtherwise])
        let all = comparison.actualSum()
        // Of the south nobody says anything, and so not of all.
        #expect((all.contacts, all.contactHours) == (nil, nil))
        #expect(comparison.actualSum("north").contactHours == 1)
        #expect(comparison.actualSum("south").contactHours == nil)
        #expect(comparison.remarks == [Self.taken, Self.unheard])
        // In a team of which somebody says it, whoever says nothing gave none, and hours alone are no contacts.
        let north = ActualsComparison(
            planned: [Fixture.monday],
            actual: [
                ActualSession(
                    session: "2026-11-23 am", staff: "PT-01", team: "north", cost: 80, contacts: 4,
                    contactHours: 2),
                ActualSession(session: "2026-11-23 am", staff: "PT-02", team: "north", cost: 80),
                ActualSession(
                    session: "2026-11-23 am", staff: "PT-03", team: "north", cost: 80, contactHours: 1),
            ])
        #expect((north.actualSum().contacts, north.actualSum().contactHours) == (4, 3))
        #expect(
            north.remarks == [
                Self.silent,
                "Of 1 session nobody says contacts, but hours in contact: counted as no contacts.",
            ])
    }

    @Test func aTeamWithoutPlannedContactsTakesTheHoursOfAll() {
        let comparison = ActualsComparison(
            planned: [Fixture.monday, Fixture.tuesday],
            actual: [
                ActualSession(
                    session: "2026-11-23 am", staff: "PT-01", team: "ward", cost: 10, contacts: 7)
            ])
        // 7 contacts are planned in 5 hours in all.
        #expect(comparison.actualSum("ward").contactHours == 5)
        #expect(comparison.plannedSum("ward").costPerContactHour == nil)
        #expect(
            ActualsComparison(planned: [], actual: []).summary.rows.map { $0.map(\.exactText) } == [
                ["all", "sessions", "0", "0", "0", "0"],
                ["all", "pounds", "0.0000", "0.0000", "0.0000", "0.0000"],
                // Where nobody worked, nothing was given.
                ["all", "contacts", "0", "0", "0", "0"],
                ["all", "contact hours", "0.0000", "0.0000", "0.0000", "0.0000"],
                ["all", "pounds a contact hour", "", "", "", ""],
            ])
    }
}
