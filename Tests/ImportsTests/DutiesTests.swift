// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import SeededRandom
import TestSupport
import Testing
import Workforce

@testable import Imports

/// Duties of HealthRoster: worked out by hand.
@Suite struct DutiesTests {
    private static let heading =
        "HoursAssignmentID,StaffNumber,Forenames,Surname,EmployeeTypeName,PersonGradeShortName,RequiredGradeShortName,"
        + "OwningUnitShortName,ResourcingUnitShortName,ValidDate,dutystart,dutyend,ActualStart,ActualEnd,WorkTime,"
        + "ContractedTime,FulfillmentStatusName,CancelFlag"

    private static let map = """
        teams: {"Quay ward": quay-ward, "North": north-home, "Bank office": ignore}
        roles: {"Band 2 HCA": healthcare-assistant, "Band 5 Nurse": nurse}
        bands: {"Band 2 HCA": 2, "Band 3 HCA": 3, "Band 5 Nurse": 5, "Band 6 Nurse": 6, "Student": ignore}
        heads: {"Band 5 Nurse": nursing, "Band 2 HCA": "personal-care:2", "Band 3 HCA": ignore}
        employment: {"Employee": substantive, "Bank Only": bank, "Agency": agency}
        employers: {substantive: team, bank: team, agency: kindling-agency}
        settings: {names: yes, update_people: no, pins: yes}
        """

    private func read(
        _ rows: String..., map: String = map
    ) throws -> (proposal: ImportProposal, told: [String]) {
        let text = ([Self.heading] + rows).joined(separator: "\n") + "\n"
        let diagnostics = Diagnostics()
        let proposal = Import(.duties, try Exports.week()).read(
            [InputFile(path: "duties.csv", bytes: Array(text.utf8))], map: Exports.map(map), diagnostics)
        return (proposal, diagnostics.sorted.filter { $0.severity != .notice }.map(\.message))
    }

    @Test func dutiesAreMarksOfTheSessionsTheyAreIn() throws {
        let (proposal, told) = try read(
            // Both sessions of the day, 8 hours of 8.5 paid.
            "1,HC-02,,,Employee,Band 2 HCA,Band 2 HCA,Quay ward,Quay ward,23/11/2026,08:00,16:30,,,08:00,26,Filled,0",
            // Two hours of the morning.
            "2,HC-02,,,Employee,Band 2 HCA,Band 2 HCA,Quay ward,Quay ward,24/11/2026,08:00,10:00,,,02:00,26,Filled,0",
            // Planned all day, worked till 12:50: twenty minutes of the afternoon are none.
            "3,HC-02,,,Employee,Band 2 HCA,Band 2 HCA,Quay ward,Quay ward,25/11/2026,08:00,16:30,08:00,12:50,,26,Filled,0",
            // Cancelled.
            "4,HC-02,,,Employee,Band 2 HCA,Band 2 HCA,Quay ward,Quay ward,25/11/2026,12:30,16:30,,,,26,Filled,1"
        )
        #expect(told == [])
        let week = proposal.week
        #expect(Exports.mark(week, "HC-02", "2026-11-23 am") == "R")
        #expect(Exports.mark(week, "HC-02", "2026-11-23 pm") == "R")
        #expect(Exports.mark(week, "HC-02", "2026-11-24 am") == "R/120")
        // The week had R there, and the export has no duty.
        #expect(Exports.mark(week, "HC-02", "2026-11-24 pm") == "")
        #expect(Exports.mark(week, "HC-02", "2026-11-25 am") == "R")
        #expect(Exports.mark(week, "HC-02", "2026-11-25 pm") == "")
        // Thursday is no day of the export.
        #expect(Exports.mark(week, "HC-02", "2026-11-26 am") == "R")
        #expect(proposal.leftOut.contains("1 row: cancelled duties"))
    }

    @Test func whoseDutyWasCancelledIsOffTheRota() throws {
        let row = ",,,Employee,Band 2 HCA,Band 2 HCA,Quay ward,Quay ward,24/11/2026,08:00,16:30,,,,26,Filled"
        let (proposal, told) = try read("1,HC-02\(row),1")
        #expect(told == [])
        #expect(Exports.mark(try Exports.week(), "HC-02", "2026-11-24 am") == "R")
        #expect(Exports.mark(proposal.week, "HC-02", "2026-11-24 am") == "")
        #expect(Exports.mark(proposal.week, "HC-02", "2026-11-26 am") == "R")
        #expect(!proposal.taken.contains { $0.contains("without a duty") && $0.contains("HC-02") })
    }

    @Test func whatIsUnpaidBeyondASessionIsTakenOffTheNext() throws {
        // 240 and 240 minutes, of which 60 are paid: nothing of the morning, and 60 of the afternoon.
        let day = "Quay ward,Quay ward,23/11/2026,08:00,16:30"
        let (proposal, told) = try read(
            "1,HC-02,,,Employee,Band 2 HCA,Band 2 HCA,\(day),,,1,26,Filled,0",
            "2,HC-01,,,Employee,Band 2 HCA,Band 2 HCA,\(day),,,0,20,Filled,0")
        #expect(told == [])
        #expect(Exports.mark(proposal.week, "HC-02", "2026-11-23 am") == "")
        #expect(Exports.mark(proposal.week, "HC-02", "2026-11-23 pm") == "R/60")
        #expect(Exports.mark(proposal.week, "HC-01", "2026-11-23 pm") == "")
    }

    @Test func minimumsAreNotLowered() throws {
        let wanted = TeamMinimum(
            team: "quay-ward", .registered(["nursing"]), atLeast: 3,
            when: [.session(try Exports.week().start, part: "am")])
        let week = try Exports.week().replacing { $0.minimums.append(wanted) }
        let text =
            Self.heading
            + "\n1,,,,,,Band 5 Nurse,,Quay ward,23/11/2026,08:00,12:00,,,,,Unfilled,0\n"
        let proposal = Import(.duties, week).read(
            [InputFile(path: "duties.csv", bytes: Array(text.utf8))], map: Exports.map(Self.map),
            Diagnostics())
        #expect(
            proposal.week?.minimums.filter {
                $0.team == "quay-ward" && $0.kind == wanted.kind && $0.when == wanted.when
            }.map(\.atLeast) == [3])
    }

    @Test func whatIsNotPaidIsTakenOffWhereThereIsMost() throws {
        // 8:00 to 15:30 is 240 and 180 minutes of sessions; 6.5 hours are paid, so 30 minutes less in the morning.
        let (proposal, told) = try read(
            "1,HC-02,,,Employee,Band 2 HCA,Band 2 HCA,Quay ward,Quay ward,23/11/2026,08:00,15:30,,,6.5,26,Filled,0"
        )
        #expect(told == [])
        #expect(Exports.mark(proposal.week, "HC-02", "2026-11-23 am") == "R/210")
        #expect(Exports.mark(proposal.week, "HC-02", "2026-11-23 pm") == "R/180")
    }

    @Test func aDutyElsewhereIsPinnedWhereTheMappingSaysSo() throws {
        let row =
            "1,HC-02,,,Employee,Band 2 HCA,Band 2 HCA,Quay ward,North,23/11/2026,08:00,12:00,,,,26,Filled,0"
        #expect(Exports.mark(try read(row).proposal.week, "HC-02", "2026-11-23 am") == "R@north-home")
        let unpinned = Self.map.replacing("pins: yes", with: "pins: no")
        #expect(Exports.mark(try read(row, map: unpinned).proposal.week, "HC-02", "2026-11-23 am") == "R")
    }

    @Test func aDutyInTheUnitThatSomebodyBelongsToIsNotPinned() throws {
        // The week has no home team of AG-01; the export says that the ward is it.
        let (proposal, _) = try read(
            "1,AG-01,,,Agency,Band 5 Nurse,Band 5 Nurse,Quay ward,Quay ward,23/11/2026,08:00,12:00,,,,,Filled,0",
            "2,AG-01,,,Agency,Band 5 Nurse,Band 5 Nurse,Bank office,Quay ward,24/11/2026,08:00,12:00,,,,,Filled,0"
        )
        #expect(Exports.mark(proposal.week, "AG-01", "2026-11-23 am") == "R")
        #expect(Exports.mark(proposal.week, "AG-01", "2026-11-24 am") == "R@quay-ward")
    }

    @Test func leaveOfTheWeekStaysWhereTheExportHasADuty() throws {
        let (proposal, _) = try read(
            "1,NU-01,,,Employee,Band 5 Nurse,Band 5 Nurse,Quay ward,Quay ward,25/11/2026,08:00,12:00,,,,24,Filled,0"
        )
        #expect(Exports.mark(proposal.week, "NU-01", "2026-11-25 am") == "S")
        #expect(proposal.leftOut.contains { $0.contains("leave, sick or training") })
    }

    @Test func peopleAreKnownByNumberAndNeverByName() throws {
        let (proposal, told) = try read(
            // The name of HC-01 under another number is somebody else.
            "1,300417,Ann,Rowan,Bank Only,Band 2 HCA,Band 2 HCA,Quay ward,Quay ward,23/11/2026,08:00,12:00,,,,,Filled,0",
            "2,,Ann,Rowan,Agency,Band 2 HCA,Band 2 HCA,Quay ward,Quay ward,24/11/2026,08:00,12:00,,,,,Filled,0",
            "3,300418,Bob,Oak,Employee,Band 5 Nurse,Band 5 Nurse,North,North,24/11/2026,08:00,12:00,,,,37.5,Filled,0"
        )
        #expect(told == [])
        let staff = try #require(proposal.week?.staff)
        #expect(staff.count == 14)
        let ann = staff[12]
        #expect(ann.id == "300417" && ann.name == "Ann Rowan" && ann.roles == ["healthcare-assistant"])
        #expect(ann.employment == .bank && ann.employer == "harbour-trust" && ann.homeTeam == "quay-ward")
        #expect(ann.baseLocality == "quay" && ann.contractHours == 0)
        #expect(staff[13].contractHours == 37.5 && staff[13].employment == .substantive)
        #expect(Exports.mark(proposal.week, "300417", "2026-11-23 am") == "R")
        #expect(Exports.mark(proposal.week, "HC-01", "2026-11-23 am") == "R")
        #expect(
            proposal.leftOut.contains("1 row: filled duties without a staff number: nobody is known by name"))
    }

    @Test func namesStayBehindWhereTheMappingSaysSo() throws {
        let map = Self.map.replacing("names: yes", with: "names: no")
        let (proposal, _) = try read(
            "1,300417,Ann,Rowan,Bank Only,Band 2 HCA,Band 2 HCA,Quay ward,Quay ward,23/11/2026,08:00,12:00,,,,,Filled,0",
            map: map)
        #expect(proposal.week?.staff.last?.name == "300417")
    }

    @Test func contractsOfOwnStaffAreTakenOverAndTheRestIsSaid() throws {
        let row =
            "1,HC-02,,,Employee,Band 5 Nurse,Band 2 HCA,North,Quay ward,23/11/2026,08:00,12:00,,,,30:30,Filled,0"
        let (proposal, _) = try read(row)
        let person = try #require(proposal.week?.staff.first { $0.id == "HC-02" })
        #expect(person.contractHours == 30.5 && person.homeTeam == "quay-ward")
        #expect(person.roles == ["healthcare-assistant"])
        #expect(
            Exports.rows("import-people", proposal) == [
                "HC-02,contract_hours,26,30.5,yes", "HC-02,home_team,quay-ward,north-home,no",
                "HC-02,role,healthcare-assistant,nurse,no",
            ])
        let updated = try read(row, map: Self.map.replacing("update_people: no", with: "update_people: yes"))
        let other = try #require(updated.proposal.week?.staff.first { $0.id == "HC-02" })
        #expect(other.homeTeam == "north-home" && other.roles == ["nurse"])
    }

    @Test func gapsAreHeadsOfMinimumsAndNobodyIsGuessed() throws {
        let filled = "Quay ward,Quay ward,25/11/2026,08:00,16:30,,,08:00"
        let (proposal, told) = try read(
            "1,NU-01,,,Employee,Band 5 Nurse,Band 5 Nurse,\(filled),24,Filled,0",
            "2,,,,,,Band 5 Nurse,,Quay ward,25/11/2026,08:00,16:30,,,08:00,,Unfilled Shift,0",
            "3,,,,,,Band 3 HCA,,Quay ward,25/11/2026,12:30,16:30,,,,,Unfilled,0",
            "4,,,,,,Band 2 HCA,,Quay ward,26/11/2026,12:30,14:00,,,,,Unfilled,0")
        #expect(told == [])
        #expect(
            Exports.rows("gaps", proposal) == [
                "2026-11-25 am,quay-ward,Band 5 Nurse,1,4.0000,nursing",
                "2026-11-25 pm,quay-ward,Band 3 HCA,1,4.0000,",
                "2026-11-25 pm,quay-ward,Band 5 Nurse,1,4.0000,nursing",
                // An hour and a half of four is no head.
                "2026-11-26 pm,quay-ward,Band 2 HCA,0,1.5000,personal-care:2", "All,,,3,13.5000,",
            ])
        let day = try #require(CalendarDay(iso: "2026-11-25"))
        #expect(
            proposal.week?.minimums
                == ["am", "pm"].map { part in
                    TeamMinimum(
                        team: "quay-ward", .registered(["nursing"]), atLeast: 2,
                        when: [.session(day, part: part)])
                })
        #expect(proposal.week?.staff.count == 12)
    }

    @Test func whoIsThereOfAnotherGradeCountsAmongTheHeadsThatAGapAsksFor() throws {
        let rows = [
            "1,NU-01,,,Employee,Band 6 Nurse,Band 6 Nurse,Quay ward,Quay ward,25/11/2026,08:00,12:00,,,,24,Filled,0",
            "2,,,,,,Band 5 Nurse,,Quay ward,25/11/2026,08:00,12:00,,,,,Unfilled,0",
        ]
        let (unknown, told) = try read(rows[0], rows[1])
        #expect(told == ["the mapping does not say what 'Band 6 Nurse' means (heads, 1 time)"])
        #expect(unknown.week == nil)
        let map = Self.map.replacing("heads: {", with: "heads: {\"Band 6 Nurse\": nursing, ")
        let (proposal, _) = try read(rows[0], rows[1], map: map)
        #expect(proposal.week?.minimums.map(\.atLeast) == [2])
        // Without a gap nobody has to say.
        #expect(try read(rows[0]).told == [])
    }

    @Test func anUnfilledDutyWithANumberIsNobodys() throws {
        let (proposal, told) = try read(
            "1,HC-01,,,Employee,Band 2 HCA,Band 2 HCA,Quay ward,Quay ward,23/11/2026,12:30,16:30,,,,20,Unfilled,0"
        )
        #expect(told == ["the duty is unfilled and has a staff number all the same; it is read as unfilled"])
        #expect(Exports.mark(proposal.week, "HC-01", "2026-11-23 pm") == "R")
        #expect(Exports.rows("gaps", proposal).count == 2)
    }

    @Test func dutiesAreCountedAtAboveAndBelowGrade() throws {
        func row(_ id: Int, _ grade: String, _ required: String, _ status: String = "Filled") -> String {
            let staff = status == "Filled" ? "HC-01" : ""
            return
                "\(id),\(staff),,,Employee,\(grade),\(required),Quay ward,Quay ward,2\(id)/11/2026,08:00,12:00,,,04:00,20,\(status),0"
        }
        let (proposal, told) = try read(
            row(3, "Band 5 Nurse", "Band 5 Nurse"), row(4, "Band 6 Nurse", "Band 5 Nurse"),
            row(5, "Band 3 HCA", "Band 5 Nurse"), row(6, "Student", "Band 5 Nurse"),
            row(7, "", "Band 5 Nurse", "Unfilled"), row(8, "Band 3 HCA", "Band 2 HCA"))
        #expect(told == [])
        #expect(
            Exports.rows("filled-by-grade", proposal) == [
                "quay-ward,Band 2 HCA,1,0,1,0,0,0,0.0000", "quay-ward,Band 5 Nurse,5,1,1,1,1,1,4.0000",
                "All,,6,1,2,1,1,1,4.0000",
            ])
    }

    @Test func wordsThatTheMappingDoesNotExplainAreErrors() throws {
        let (proposal, told) = try read(
            "1,HC-01,,,Employee,Band 2 HCA,Band 4 HCA,Quay ward,Elsewhere,23/11/2026,08:00,12:00,,,,20,Filled,0"
        )
        #expect(
            told == [
                "the mapping does not say what 'Band 4 HCA' means (bands, 1 time)",
                "the mapping does not say what 'Elsewhere' means (teams, 1 time)",
            ])
        #expect(proposal.week == nil)
    }

    @Test func faultsAreToldAllAtOnceWhereTheyStand() throws {
        let heading = Self.heading
        let text = """
            \(heading)
            1,HC-01,,,Employee,Band 2 HCA,Band 2 HCA,Quay ward,Quay ward,31/11/2026,08:00,12:00,,,,20,Filled,0
            2,HC-01,,,Employee,Band 2 HCA,Band 2 HCA,Quay ward,,23/11/2026,08:00,12:00,,,,20,Filled,0
            3,HC-01,,,Employee,Band 2 HCA,Band 2 HCA,Quay ward,Quay ward,23/11/2026,25:00,12:00,,,,20,Filled,0
            4,HC-01,,,Employee,Band 2 HCA,Band 2 HCA,Quay ward,Quay ward,23/11/2026,08:00,12:00,,,,20,Maybe,0
            5,HC-01,,,Employee,Band 2 HCA,Band 2 HCA,Quay ward,Quay ward,23/11/2026,,12:00,,,,20,Filled,0
            5,HC-01,,,Employee,Band 2 HCA,Band 2 HCA,Quay ward,Quay ward,24/11/2026,08:00,12:00,,,,20,Filled,0
            """
        let diagnostics = Diagnostics()
        let proposal = Import(.duties, try Exports.week()).read(
            [Exports.file("duties.csv", text)], map: nil, diagnostics)
        let errors = diagnostics.sorted.filter { $0.severity == .error }
        #expect(
            errors.map { "\($0.line ?? 0): \($0.message)" } == [
                "2: ValidDate '31/11/2026' is not in the calendar", "3: ResourcingUnit is blank",
                "4: DutyStart '25:00' is not on the clock",
                "5: FulfillmentStatus 'Maybe' is not known", "6: the duty has no start",
                "7: the duty '5' is there twice and says two things",
            ])
        #expect(proposal.draft == nil && proposal.week == nil)
    }

    @Test func numbersThatLostTheirZerosAreAskedFor() throws {
        let week = try Exports.week().replacing { parts in
            parts.staff[0].id = "00417"
            parts.signOffs = parts.signOffs.filter { $0.staff != "PT-01" }
        }
        let diagnostics = Diagnostics()
        let row =
            "1,417,,,Employee,Band 2 HCA,Band 2 HCA,Quay ward,Quay ward,23/11/2026,08:00,12:00,,,,20,Filled,0"
        let proposal = Import(.duties, week).read(
            [Exports.file("duties.csv", Self.heading, row)], map: Exports.map(Self.map), diagnostics)
        #expect(proposal.week == nil)
        #expect(
            diagnostics.sorted.contains {
                $0.message.contains("did you mean '00417'?") && $0.expected == "00417"
            })
    }

    @Test func theSameDutyTwiceCountsOnce() throws {
        let row =
            "1,HC-01,,,Employee,Band 2 HCA,Band 2 HCA,Quay ward,Quay ward,23/11/2026,08:00,12:00,,,,20,Filled,0"
        let (proposal, told) = try read(row, row)
        #expect(told == [])
        #expect(proposal.leftOut.contains("1 row: duties that are there twice"))
        #expect(Exports.rows("filled-by-grade", proposal).first == "quay-ward,Band 2 HCA,1,1,0,0,0,0,0.0000")
    }

    @Test(
        "the marks' minutes are those of the duties within sessions, at most", Reached(atLeast: 40),
        arguments: 1...60 as ClosedRange<UInt64>)
    func minutes(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let start = random.within(0...1200), length = random.within(60...660)
        let end = (start + length) % 1440
        func time(_ minutes: Int) -> String {
            "\(minutes / 60 < 10 ? "0" : "")\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
        }
        let (proposal, told) = try read(
            "1,HC-01,,,Employee,Band 2 HCA,Band 2 HCA,Quay ward,Quay ward,24/11/2026,\(time(start)),\(time(end)),,,,20,Filled,0"
        )
        #expect(told == [])
        let week = try #require(proposal.week)
        let s = try #require(week.staff.firstIndex { $0.id == "HC-01" })
        for (t, session) in week.sessions.enumerated() where session.day == CalendarDay(iso: "2026-11-24") {
            let overlap = min(session.part.ends, start + length) - max(session.part.starts, start)
            let mark = week.rota[s][t]
            guard overlap >= 30 else {
                #expect(mark.duty == .off)
                continue
            }
            Reached.here()
            #expect(mark.duty == .rostered && (mark.minutes ?? session.minutes) == overlap)
        }
    }
}
