// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Testing
import Workforce

@testable import Imports

/// Unavailability of HealthRoster: leave, sickness and training of sessions that would have been worked.
@Suite struct UnavailabilityTests {
    private static let heading =
        "StaffNumber,UnavailabilityStartDate,UnavailabilityEndDate,DutyStartTime,DutyEndTime,UnavailabilityReasonGroup,"
        + "UnavailabilityState,DeletedFlag"

    private func read(_ rows: String...) throws -> (proposal: ImportProposal, told: [String]) {
        let text = ([Self.heading] + rows).joined(separator: "\n") + "\n"
        let diagnostics = Diagnostics()
        let proposal = Import(.unavailability, try Exports.week()).read(
            [InputFile(path: "away.csv", bytes: Array(text.utf8))],
            map: Exports.map("absences: {Sickness: S, AnnualLeave: L, Study: T, Working: ignore}"),
            diagnostics)
        return (proposal, diagnostics.sorted.filter { $0.severity == .error }.map(\.message))
    }

    @Test func absencesAreMarksOfSessionsThatWouldHaveBeenWorked() throws {
        let (proposal, told) = try read("PT-01,23/11/2026,26/11/2026,,,AnnualLeave,Approved,0")
        #expect(told == [])
        #expect(Exports.mark(proposal.week, "PT-01", "2026-11-23 am") == "L")
        #expect(Exports.mark(proposal.week, "PT-01", "2026-11-26 am") == "L")
        // Nothing was to be worked then.
        #expect(Exports.mark(proposal.week, "PT-01", "2026-11-25 am") == "")
        // After it.
        #expect(Exports.mark(proposal.week, "PT-01", "2026-11-27 am") == "R")
    }

    @Test func whySomebodyIsSickIsNotRead() throws {
        let (proposal, told) = try read("PT-01,23/11/2026,23/11/2026,,,Sickness - CANARY,Approved,0")
        #expect(told == [])
        #expect(Exports.mark(proposal.week, "PT-01", "2026-11-23 am") == "S")
        #expect(!Exports.everything(proposal, Diagnostics()).contains("CANARY"))
    }

    @Test func hoursOfTheExportSayThatSomebodyWouldHaveWorked() throws {
        let (proposal, told) = try read("OT-01,23/11/2026,23/11/2026,12:30,16:30,Study,Approved,0")
        #expect(told == [])
        #expect(Exports.mark(proposal.week, "OT-01", "2026-11-23 am") == "")
        #expect(Exports.mark(proposal.week, "OT-01", "2026-11-23 pm") == "T")
    }

    @Test func whoIsAwayCanBeAskedForNothing() throws {
        let (proposal, _) = try read(
            "AG-01,25/11/2026,25/11/2026,,,AnnualLeave,Approved,0",
            "PT-02,24/11/2026,24/11/2026,,,Sickness,Approved,0")
        #expect(Exports.mark(proposal.week, "AG-01", "2026-11-25 am") == "")
        #expect(Exports.mark(proposal.week, "PT-02", "2026-11-24 am") == "")
        #expect(Exports.mark(proposal.week, "PT-02", "2026-11-25 am") == "C")
    }

    @Test(arguments: [["AnnualLeave", "Sickness"], ["Sickness", "Study"], ["Study", "Sickness"]])
    func ofTwoOnOneDaySicknessCounts(_ groups: [String]) throws {
        let (proposal, told) = try read(
            "PT-01,23/11/2026,23/11/2026,,,\(groups[0]),Approved,0",
            "PT-01,23/11/2026,23/11/2026,,,\(groups[1]),Approved,0")
        #expect(told == [])
        #expect(Exports.mark(proposal.week, "PT-01", "2026-11-23 am") == "S")
        #expect(proposal.leftOut == ["1 day: second absences: sickness counts first, then leave"])
    }

    @Test func leaveComesBeforeTrainingAndAfterSicknessOfTheWeek() throws {
        let (proposal, _) = try read(
            "NU-01,25/11/2026,25/11/2026,,,AnnualLeave,Approved,0",
            "PT-01,23/11/2026,23/11/2026,,,Study,Approved,0",
            "PT-01,23/11/2026,23/11/2026,,,AnnualLeave,Approved,0")
        #expect(Exports.mark(proposal.week, "NU-01", "2026-11-25 am") == "S")
        #expect(Exports.mark(proposal.week, "PT-01", "2026-11-23 am") == "L")
    }

    @Test func onlyWhatIsApprovedAndNotDeletedCounts() throws {
        let (proposal, told) = try read(
            "PT-01,23/11/2026,23/11/2026,,,AnnualLeave,Requested,0",
            "PT-01,23/11/2026,23/11/2026,,,AnnualLeave,Approved,1",
            "PT-01,23/11/2026,23/11/2026,,,Working,Approved,0",
            "XX-99,23/11/2026,23/11/2026,,,Sickness,Approved,0",
            "PT-01,23/10/2026,24/10/2026,,,Sickness,Approved,0")
        #expect(told == [])
        #expect(try Exports.week().content == proposal.week?.content)
        #expect(
            proposal.leftOut == [
                "1 person with absences whom the week does not have: XX-99",
                "1 row: absences that are not approved", "1 row: absences that were deleted",
                "1 row: absences on days that the week does not have",
                "1 row: absences of a kind that is ignored",
            ])
    }

    @Test(arguments: [
        ("2026-11-23T12:00", "2026-11-24T12:00", ["", "L", "L", ""]),
        ("2026-11-23T12:00", "2026-11-24T00:00", ["", "L", "", ""]),
        ("2026-11-23T00:00:00", "2026-11-24T00:00:00", ["L", "L", "L", "L"]),
        ("23/11/2026 00:00", "24/11/2026 23:59", ["L", "L", "L", "L"]),
        ("2026-11-23T08:00Z", "2026-11-23T12:00Z", ["L", "", "", ""]),
    ]) func timesOfAnAbsenceCountWhereNoDutyIsNamed(_ from: String, _ until: String, _ away: [String]) throws
    {
        var week = try Exports.week()
        let s = try #require(week.staff.firstIndex { $0.id == "PT-01" })
        let sessions = ["23 am", "23 pm", "24 am", "24 pm"].map { "2026-11-\($0)" }
        week = week.replacing { parts in
            for (t, session) in week.sessions.enumerated() where sessions.contains(session.id) {
                parts.rota[s][t] = RotaMark(.rostered)
            }
        }
        let diagnostics = Diagnostics()
        let proposal = Import(.unavailability, week).read(
            [Exports.file("away.csv", Self.heading, "PT-01,\(from),\(until),,,AnnualLeave,Approved,0")],
            map: Exports.map("absences: {AnnualLeave: L}"), diagnostics)
        #expect(!diagnostics.hasErrors)
        #expect(sessions.map { Exports.mark(proposal.week, "PT-01", $0) } == away.map { $0 == "" ? "R" : $0 })
    }

    @Test func timesOfAnAbsenceDoNotSayThatSomebodyWouldHaveWorked() throws {
        let (proposal, _) = try read("OT-01,2026-11-23T12:00,2026-11-23T17:00,,,Study,Approved,0")
        #expect(Exports.mark(proposal.week, "OT-01", "2026-11-23 pm") == "")
    }

    @Test(arguments: ["soon", "12:00", "2026-11-31"]) func aDayThatIsNoneIsToldOnce(_ text: String) throws {
        let (_, told) = try read("PT-01,\(text),23/11/2026,,,AnnualLeave,Approved,0")
        #expect(told.count == 1 && told[0].hasPrefix("UnavailabilityStartDate '\(text)' is"), "\(told)")
    }

    @Test func anAbsenceThatEndsBeforeItBeginsIsAnError() throws {
        let (proposal, told) = try read("PT-01,24/11/2026,23/11/2026,,,AnnualLeave,Approved,0")
        #expect(told == ["the absence ends on 2026-11-23, before it begins"])
        #expect(proposal.week == nil)
    }

    /// A week in which somebody is rostered on two days, morning and afternoon.
    private static func busy() throws -> Week {
        let week = try Exports.week()
        let s = try #require(week.staff.firstIndex { $0.id == "PT-01" })
        return week.replacing { parts in
            for (t, session) in week.sessions.enumerated() where session.dayIndex < 2 {
                parts.rota[s][t] = RotaMark(.rostered)
            }
        }
    }

    /// The marks of the two days after an import of some absences.
    private func marks(_ rows: [String]) throws -> (marks: [String?], leftOut: [String]) {
        let diagnostics = Diagnostics()
        let text =
            ([Self.heading] + rows.map { "PT-01," + $0 + ",Approved,0" }).joined(separator: "\n") + "\n"
        let proposal = Import(.unavailability, try Self.busy()).read(
            [InputFile(path: "away.csv", bytes: Array(text.utf8))],
            map: Exports.map("absences: {Sickness: S, AnnualLeave: L, Study: T}"), diagnostics)
        #expect(!diagnostics.hasErrors)
        let marks = ["23 am", "23 pm", "24 am", "24 pm"].map {
            Exports.mark(proposal.week, "PT-01", "2026-11-\($0)")
        }
        return (marks, proposal.leftOut)
    }

    @Test func aShortAbsenceDoesNotTakeAwayLeaveOfTheSameDay() throws {
        for rows in [
            ["2026-11-23,2026-11-24,,,AnnualLeave", "2026-11-23T08:00,2026-11-23T09:00,,,Sickness"],
            ["2026-11-23T08:00,2026-11-23T09:00,,,Sickness", "2026-11-23,2026-11-24,,,AnnualLeave"],
        ] {
            let (marks, leftOut) = try marks(rows)
            #expect(marks == ["L", "L", "L", "L"])
            #expect(leftOut == [])
        }
        let (marks, leftOut) = try marks([
            "2026-11-23,2026-11-23,,,AnnualLeave", "2026-11-23T08:00,2026-11-23T12:00,,,Sickness",
        ])
        #expect(marks == ["S", "L", "R", "R"])
        #expect(leftOut == ["1 day: second absences: sickness counts first, then leave"])
    }

    @Test func lessThanHalfOfASessionLeavesItOnTheRotaAndIsTold() throws {
        let (marks, leftOut) = try marks([
            "2026-11-23T08:00,2026-11-23T08:30,,,AnnualLeave", "2026-11-24,2026-11-24,08:00,10:00,Study",
        ])
        #expect(marks == ["R", "R", "T", "R"])
        #expect(leftOut.count == 1)
        #expect(
            leftOut.first?.hasPrefix(
                "1 session stays as it is, since somebody is away for less than half of it: PT-01 2026-11-23 am (30 of 240 "
                    + "minutes)") == true, "\(leftOut)")
    }

    @Test func shortAbsencesThatTogetherTakeHalfOfASessionTakeIt() throws {
        let rows = ["2026-11-23T08:00,2026-11-23T09:30,,,AnnualLeave"]
        #expect(
            try marks(rows + ["2026-11-23T09:30,2026-11-23T10:00,,,Study"]).marks == ["L", "R", "R", "R"])
        // What they share is there once.
        #expect(
            try marks(rows + ["2026-11-23T08:30,2026-11-23T09:30,,,Study"]).marks == ["R", "R", "R", "R"])
    }

    @Test func anAbsenceOverMidnightTakesTheNightThatItIsIn() throws {
        let night = Session(
            day: try #require(CalendarDay(year: 2026, month: 11, day: 23)), dayIndex: 0,
            part: DayPart(id: "night", starts: 21 * 60, ends: 31 * 60))
        func minutes(_ from: (Int, Int?), _ until: (Int, Int?)) throws -> Int {
            func moment(_ at: (Int, Int?)) throws -> (day: CalendarDay, minutes: Int?) {
                (try #require(CalendarDay(year: 2026, month: 11, day: at.0)), at.1)
            }
            let times = try #require(AbsenceTimes(from: moment(from), until: moment(until)))
            return times.minutes(of: night)?.count ?? 0
        }
        #expect(try minutes((23, nil), (23, nil)) == 600)
        #expect(try minutes((23, 12 * 60), (24, 12 * 60)) == 600)
        #expect(try minutes((24, 60), (24, 12 * 60)) == 360)
        #expect(try minutes((22, nil), (22, nil)) == 0)
        #expect(try minutes((24, nil), (24, nil)) == 0)
        #expect(try minutes((22, nil), (24, 2 * 60)) == 300)
    }

    @Test func anAbsenceThatEndsAtATimeBeforeItBeginsSaysTheTime() throws {
        let (proposal, told) = try read("PT-01,2026-11-23T12:00,2026-11-23T08:00,,,AnnualLeave,Approved,0")
        #expect(told == ["the absence ends at '2026-11-23T08:00', when it has not begun"])
        #expect(proposal.week == nil)
    }

    @Test func aDutyWithoutATimeIsAnErrorAndNoAbsenceThatIsLost() throws {
        let (proposal, told) = try read("PT-01,23/11/2026,23/11/2026,23/11/2026,12:00,AnnualLeave,Approved,0")
        #expect(told == ["DutyStartTime '23/11/2026' has no time of the day"])
        #expect(proposal.week == nil)
    }
}
