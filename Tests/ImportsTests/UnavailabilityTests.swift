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
        #expect(UnavailabilityImport.plain("Sickness CANARY") == "Sickness")
        #expect(UnavailabilityImport.plain("Annual Leave (CANARY)") == "Annual Leave")
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
}
