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
        #expect(proposal.leftOut == ["1 row: a second absence on one day: sickness counts first, then leave"])
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
                "1 row: absences that are not approved", "1 row: absences that were deleted",
                "1 row: absences on days that the week does not have",
                "1 row: absences of a kind that is ignored",
                "1 row: absences of people whom the week does not have",
            ])
    }

    @Test func anAbsenceThatEndsBeforeItBeginsIsAnError() throws {
        let (proposal, told) = try read("PT-01,24/11/2026,23/11/2026,,,AnnualLeave,Approved,0")
        #expect(told == ["the absence ends on 2026-11-23, before it begins"])
        #expect(proposal.week == nil)
    }
}
