// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Testing
import Workforce

@testable import Imports

/// Any rota: a person a row, a day or session a column, codes by a mapping.
@Suite struct RotaTests {
    private static let codes =
        "codes: {E: R am, L: R pm, LD: R am pm, AL: L am pm, SD: T am, OFF: off, \"?\": ignore, D: R}"

    private func read(
        _ text: String, map: String = codes
    ) throws -> (proposal: ImportProposal, told: [String]) {
        let diagnostics = Diagnostics()
        let proposal = Import(.rota, try Exports.week()).read(
            [InputFile(path: "rota.csv", bytes: Array(text.utf8))], map: Exports.map(map), diagnostics)
        return (proposal, diagnostics.sorted.filter { $0.severity == .error }.map(\.message))
    }

    @Test(arguments: [
        "Staff No,Name,Mon 23 Nov,Tue 24 Nov,Wed 25 Nov", "Staff No,Name,23/11/2026,24/11/2026,25/11/2026",
        "Staff No,Name,Mon,Tue,Wed",
        "The rota of the team,,,,\nStaff No,Name,2026-11-23,2026-11-24,2026-11-25",
    ])
    func daysAreReadByTheirCodes(_ heading: String) throws {
        let (proposal, told) = try read(
            heading + "\nPT-01,Alder,l,LD,AL\nHC-02,Sorrel,OFF,?,SD\nXX-1,Nobody,E,E,E\n")
        #expect(told == [])
        let week = proposal.week
        func marks(_ staff: String) -> [String?] {
            ["23 am", "23 pm", "24 am", "24 pm", "25 am", "25 pm"].map {
                Exports.mark(week, staff, "2026-11-\($0)")
            }
        }
        #expect(marks("PT-01") == ["", "R", "R", "R", "L", "L"])
        // What is to be ignored stays as the week has it.
        #expect(marks("HC-02") == ["", "", "R", "R", "T", ""])
        // Days without a column stay.
        #expect(Exports.mark(week, "PT-01", "2026-11-26 am") == "R")
        #expect(proposal.leftOut.contains { $0.contains("XX-1") })
    }

    @Test func twoHeadingRowsAreDaysAndParts() throws {
        let (proposal, told) = try read(
            ",,2026-11-23,,2026-11-24,\nStaff,Name,am,pm,am,pm\nPT-01,Alder,D,,AL,OFF\n")
        #expect(told == [])
        #expect(
            ["23 am", "23 pm", "24 am", "24 pm"].map { Exports.mark(proposal.week, "PT-01", "2026-11-\($0)") }
                == ["R", "", "L", ""])
    }

    @Test func minutesAndTeamsStayWhereTheDutyStays() throws {
        let (proposal, told) = try read("Staff,2026-11-23 pm\nSS-01,D\n")
        #expect(told == [])
        #expect(Exports.mark(proposal.week, "SS-01", "2026-11-23 pm") == "R@quay-ward")
    }

    @Test func aCodeOfADayHasToSayItsParts() throws {
        let (proposal, told) = try read("Staff,Mon 23 Nov,Tue 24 Nov\nPT-01,D,D\n")
        #expect(
            told == [
                "the column is a day, and the mapping does not say in which parts of it 'D' is; so is 1 more cell"
            ])
        #expect(proposal.week == nil)
    }

    @Test func faultsOfTheRotaAreTold() throws {
        #expect(
            try read("Staff,2026-11-23 eve\nPT-01,D\nPT-01,D\n").told == [
                "'2026-11-23 eve': the week has no part of the day 'eve'", "'PT-01' has two rows",
            ])
        #expect(try read("Staff,Name\nPT-01,Alder\n").told == ["the rota has no column of a day or session"])
        #expect(
            try read("Staff,Tue 23 Nov\nPT-01,D\n").told == [
                "'Tue 23 Nov' does not fit the calendar: 2026-11-23 is a Mon"
            ])
    }

    @Test func likelyMeaningsAreDrafted() throws {
        let file = Exports.file("rota.csv", "Staff,Mon,Tue,Wed,Thu", "PT-01,E,AL,OFF,zz")
        let draft = Import(.rota, try Exports.week()).read([file], map: nil, Diagnostics()).draft ?? ""
        #expect(draft.contains("\n  \"E\":   # 1 time\n"), "nobody but the planner knows when an early is")
        #expect(draft.contains("\n  \"AL\": L am pm  # 1 time\n"))
        #expect(draft.contains("\n  \"OFF\": off  # 1 time\n"))
        #expect(draft.contains("\n  \"zz\":   # 1 time\n"))
    }

    @Test func namesAreNoNumbersAndAreNotRead() throws {
        let (proposal, told) = try read("Staff No,Staff Name,Mon 23 Nov\nPT-01,Jane Canary,LD\n")
        #expect(told == [])
        #expect(Exports.mark(proposal.week, "PT-01", "2026-11-23 am") == "R")
        #expect(!Exports.everything(proposal, Diagnostics()).contains("Canary"))
        let (none, faults) = try read("Staff Name,Mon 23 Nov\nJane Canary,LD\n")
        #expect(none.week == nil)
        #expect(
            faults == [
                "the heading of a rota lacks Staff: 'Staff Name' has names, and people are known by number"
            ])
    }

    @Test(arguments: [
        "Staff No,Mon 23 Nov,Mon 23 Nov am\nPT-01,LD,AL\n",
        "Staff No,Mon 23 Nov am,Mon 23 Nov\nPT-01,AL,LD\n",
    ]) func whatAColumnOfASessionSaysComesBeforeTheWholeDay(_ text: String) throws {
        let (proposal, told) = try read(text)
        #expect(told == [])
        #expect(Exports.mark(proposal.week, "PT-01", "2026-11-23 am") == "L")
        #expect(Exports.mark(proposal.week, "PT-01", "2026-11-23 pm") == "R")
    }

    @Test func daysOfAnotherWeekAreCountedAsColumns() throws {
        let (proposal, _) = try read("Staff No,Mon 23 Nov,30/11/2026,01/12/2026\nPT-01,LD,LD,LD\n")
        #expect(proposal.leftOut == ["2 columns: days of another week"])
    }

    @Test(arguments: [
        ("Sick/flu", "Sick"), ("S/flu", "S"), ("SL/hospital", "SL"), ("Sick flu", "Sick"), ("N/A", "N/A"),
        ("A/L", "A/L"), ("E/L", "E/L"), ("Early", "Early"), ("LATE", "LATE"), ("Night", "Night"),
        ("ABCD", "ABCD"),
        ("07-15", "07-15"), ("asthma", nil), ("Anxiety", nil), ("ABCDE", nil), ("AL/flu", nil),
        ("E flu", nil),
    ]) func aCodeIsCutOffTheReasonOrRefused(_ text: String, _ code: String?) {
        #expect(RotaImport.code(in: text) == code)
    }

    @Test func whySomebodyIsSickIsNotRead() throws {
        let text =
            "Staff,Mon 23 Nov,Tue 24 Nov,Wed 25 Nov,Thu 26 Nov\n"
            + "PT-01,Sick - chemo CANARY,SICK (CANARY),Sick CANARY,off for CANARY again\n"
        let file = InputFile(path: "rota.csv", bytes: Array(text.utf8))
        let diagnostics = Diagnostics()
        let drafted = Import(.rota, try Exports.week()).read([file], map: nil, diagnostics)
        let all = (drafted.draft ?? "") + Exports.everything(drafted, diagnostics)
        #expect(!all.contains("CANARY") && !all.contains("chemo"))
        #expect(all.contains("the cell holds more than a code"))
        let (proposal, told) = try read(
            text.replacing(",off for CANARY again", with: ","), map: "codes: {Sick: S am pm}")
        #expect(told == [])
        #expect(Exports.mark(proposal.week, "PT-01", "2026-11-24 am") == "S")
        #expect(!Exports.everything(proposal, Diagnostics()).contains("CANARY"))
    }

    @Test func aBlankLeavesAbsenceAndOffersAsTheyAre() throws {
        let (proposal, told) = try read("Staff,Tue 24 Nov,Wed 25 Nov\nPT-02,,\nNU-01,,\nPT-01,,\n")
        #expect(told == [])
        let before = try Exports.week()
        for staff in ["PT-02", "NU-01"] {
            for session in ["24 am", "24 pm", "25 am", "25 pm"] {
                let old = Exports.mark(before, staff, "2026-11-\(session)")
                let new = Exports.mark(proposal.week, staff, "2026-11-\(session)")
                #expect(new == (old == "R" ? "" : old), "\(staff) \(session)")
            }
        }
        #expect(Exports.mark(before, "PT-02", "2026-11-25 am") == "C")
    }

    @Test func lettersThatMeanTwoThingsAreNotDrafted() throws {
        let file = Exports.file("rota.csv", "Staff,Mon,Tue,Wed,Thu,Fri", "PT-01,L,AL,LD,N,S")
        let draft = Import(.rota, try Exports.week()).read([file], map: nil, Diagnostics()).draft ?? ""
        for code in ["L", "N", "S"] { #expect(draft.contains("\n  \"\(code)\":   # 1 time\n"), "\(code)") }
        #expect(draft.contains("\n  \"LD\": R am pm  # 1 time\n"))
        #expect(draft.contains("\n  \"AL\": L am pm  # 1 time\n"))
    }
}
