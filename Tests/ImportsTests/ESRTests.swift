// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Testing
import Workforce

@testable import Imports

/// The electronic staff record: rows that hold on the week's first day, hours a week, opt-outs, sign-offs.
@Suite struct ESRTests {
    private static let map = """
        roles: {"Physio": physiotherapist}
        competencies: {"Moving and Handling, level 2": "moving-handling:3", "Walking, level 1": "walking-practice:1"}
        settings: {update_people: no}
        """

    private func read(
        _ files: (name: String, text: String)..., map: String = map
    ) throws -> (proposal: ImportProposal, told: [String]) {
        let diagnostics = Diagnostics()
        let proposal = Import(.esr, try Exports.week()).read(
            files.map { InputFile(path: $0.name, bytes: Array($0.text.utf8)) }, map: Exports.map(map),
            diagnostics)
        return (proposal, diagnostics.sorted.filter { $0.severity != .notice }.map(\.message))
    }

    private let people = (
        "people.csv",
        """
        PersonID,EmployeeNumber,WTROptOut,EffectiveStartDate,EffectiveEndDate,DeletionFlag
        1,PT-01,Y,20200101,47121231,
        2,HC-01,N,20200101,47121231,
        3,HC-02,Y,20200101,20261122,
        4,NU-01,Y,20261124,47121231,
        5,SW-01,Y,20200101,47121231,Y
        """
    )

    @Test func anOptOutHoldsOnTheWeeksFirstDay() throws {
        let (proposal, told) = try read(people)
        #expect(told == [])
        let out = proposal.week?.staff.filter(\.hasOptedOut).map(\.id)
        #expect(out == ["PT-01"])
        #expect(
            proposal.leftOut == [
                "2 rows: rows of ESR people that do not hold on 2026-11-23",
                "1 row: rows of ESR people that were deleted",
            ])
    }

    @Test func hoursAreOfTheWeekByTheirFrequency() throws {
        let (proposal, told) = try read(
            (
                "people.csv",
                """
                PersonID,EmployeeNumber,WTROptOut
                1,PT-01,N
                2,HC-01,N
                3,HC-02,N
                4,NU-01,N
                5,SW-01,N
                """
            ),
            (
                "assignments.csv",
                """
                PersonID,NormalHoursSessions,Frequency,FTE,PrimaryAssignment,EffectiveStartDate,EffectiveEndDate,DeletionFlag
                1,30,W,,Yes,20200101,20261122,
                1,22.5,Week,,Yes,20261123,47121231,
                2,65,Month,,Yes,20200101,19000101,
                2,10,Week,,No,20200101,47121231,
                3,60,Fortnight,,Yes,20200101,47121231,
                4,1300,Year,,Yes,20200101,47121231,
                5,,Week,0.8,Yes,20200101,47121231,
                """
            ))
        #expect(told == [])
        let hours = Dictionary(
            (proposal.week?.staff ?? []).map { ($0.id, $0.contractHours) }
        ) { first, _ in first }
        #expect(hours["PT-01"] == 22.5)
        // 65 × 12 / 52.
        #expect(hours["HC-01"] == 15)
        #expect(hours["HC-02"] == 30)
        #expect(hours["NU-01"] == 25)
        // 0.8 of 37.5.
        #expect(hours["SW-01"] == 30)
        #expect(proposal.leftOut.contains("1 row: assignments that are not the primary one"))
    }

    @Test func unknownFrequenciesAndHoursThatNobodyHasAreErrors() throws {
        let (proposal, told) = try read(
            people,
            (
                "assignments.csv",
                """
                PersonID,NormalHoursSessions,Frequency,PrimaryAssignment
                1,30,Sessions,Yes
                2,200,Week,Yes
                """
            ))
        #expect(told == ["Frequency 'Sessions' is not known", "'200' are more hours than a week has"])
        #expect(proposal.week == nil)
    }

    @Test func competenciesAreSignOffsWithTheirEnds() throws {
        let (proposal, told) = try read(
            people,
            (
                "competencies.csv",
                """
                PersonID,CompetencyName,ProficiencyLevel,CertificationDate,DateFrom,NextCertificationDate,DateTo,AwardedBy,DeletionFlag
                1,Moving and Handling,2,20260105,20200101,20270105,,Trust,
                2,Moving and Handling,2,,20251101,,47121231,Trust,
                4,Walking,1,20240101,,,19000101,,
                """
            ),
            (
                "definitions.csv",
                """
                CompetenceName,RenewalPeriodFreq,RenewalPeriodUnits
                Moving and Handling,1,Years
                """
            ))
        #expect(told == [])
        let week = try Exports.week()
        let new = (proposal.week?.signOffs ?? []).filter { !week.signOffs.contains($0) }
        #expect(
            new.map {
                "\($0.staff) \($0.competency):\($0.level) \($0.signedOffOn) \($0.expiresOn?.iso ?? "-") \($0.signedOffBy)"
            }
                == [
                    "PT-01 moving-handling:3 2026-01-05 2027-01-05 Trust",
                    // By the definition: a year.
                    "HC-01 moving-handling:3 2025-11-01 2026-11-01 Trust",
                    // By the framework.
                    "NU-01 walking-practice:1 2024-01-01 - ",
                ])
        // HC-01 has a newer one, of July 2026, that holds; that of NU-01 held 24 months, until the first of January 2026.
        #expect(
            Exports.rows("sign-offs-ended", proposal).filter {
                $0.contains("walking") || $0.contains("moving")
            } == [
                "NU-01,walking-practice,1,2026-01-01,before the week"
            ])
    }

    @Test func aDeletedCompetencyTakesItsSignOffAway() throws {
        let (proposal, told) = try read(
            people,
            (
                "competencies.csv",
                """
                PersonID,CompetencyName,ProficiencyLevel,CertificationDate,DeletionFlag
                2,Moving and Handling,2,20260706,Y
                """
            ))
        #expect(told == [])
        let count = try Exports.week().signOffs.count
        #expect(proposal.week?.signOffs.count == count - 1)
        #expect(
            proposal.week?.signOffs.contains { $0.staff == "HC-01" && $0.competency == "moving-handling" }
                == false)
    }

    @Test func theSameSignOffIsNoNewOne() throws {
        let competencies = (
            "competencies.csv",
            """
            EmployeeNumber,CompetencyName,ProficiencyLevel,CertificationDate
            HC-01,Moving and Handling,2,20260706
            """
        )
        let (proposal, _) = try read(competencies)
        #expect(proposal.week?.content == (try Exports.week()).content)
    }

    @Test func rolesAreSaidAndTakenOnlyWhereTheMappingSaysSo() throws {
        let files = [
            people,
            (
                "assignments.csv",
                """
                PersonID,PositionID,NormalHoursSessions,Frequency,PrimaryAssignment
                2,77,20,Week,Yes
                """
            ), ("positions.csv", "PositionID,JobStaffGroup,JobRole\n77,AHP,Physio\n"),
        ]
        let (proposal, told) = try read(files[0], files[1], files[2])
        #expect(told == [])
        #expect(
            Exports.rows("import-people", proposal).contains(
                "HC-01,role,healthcare-assistant,physiotherapist,no"))
        #expect(proposal.week?.staff.first { $0.id == "HC-01" }?.roles == ["healthcare-assistant"])
    }

    @Test func aFileThatIsNoneOfThemIsAnError() throws {
        let (_, told) = try read(("other.csv", "Staff,Shoes\nPT-01,41\n"))
        #expect(told == ["no heading of ESR was found in the first rows"])
    }

    @Test func ofOneDayTheHighestLevelStandsAndADeletedOneTakesItsOwnAway() throws {
        let heading =
            "EmployeeNumber,CompetencyName,ProficiencyLevel,CertificationDate,EffectiveEndDate,DeletionFlag"
        let map = """
            competencies: {"Handling, level 1": "moving-handling:1", "Handling, level 2": "moving-handling:2", \
            "Handling, level 3": "moving-handling:3"}
            settings: {update_people: no}
            """
        func levels(_ rows: String...) throws -> [Int] {
            let text = ([heading] + rows).joined(separator: "\n") + "\n"
            let (proposal, told) = try read(("competencies.csv", text), map: map)
            #expect(told == [])
            let day = CalendarDay(iso: "2026-10-01")
            return (proposal.week?.signOffs ?? []).filter {
                $0.staff == "PT-01" && $0.competency == "moving-handling" && $0.signedOffOn == day
            }.map(\.level)
        }
        #expect(try levels("PT-01,Handling,3,20261001,,", "PT-01,Handling,1,20261001,,") == [3])
        #expect(try levels("PT-01,Handling,1,20261001,,", "PT-01,Handling,3,20261001,,") == [3])
        #expect(try levels("PT-01,Handling,2,20261001,,", "PT-01,Handling,1,20261001,,Y") == [2])
        #expect(try levels("PT-01,Handling,2,20261001,20261101,") == [], "the row does not hold any more")
    }

    @Test func twoPrimaryAssignmentsWithDifferentHoursSayNothing() throws {
        let heading = "EmployeeNumber,NormalHoursSessions,Frequency,PrimaryAssignment,PositionID"
        let text = heading + "\nOT-01,20,Week,Yes,\nOT-01,10,Week,Yes,\nPT-02,30,Week,Yes,\n"
        let (proposal, told) = try read(("assignments.csv", text))
        #expect(told == [])
        let before = try Exports.week()
        for staff in ["OT-01", "PT-02"] {
            #expect(
                proposal.week?.staff.first { $0.id == staff }?.contractHours
                    == before.staff.first { $0.id == staff }?.contractHours, "\(staff)")
        }
        #expect(proposal.leftOut.contains { $0.contains("which counts is not said") })
    }

    @Test func aNumberOfARowThatEndedOrWasDeletedIsNobodys() throws {
        let assignments = (
            "assignments.csv",
            """
            PersonID,NormalHoursSessions,Frequency,PrimaryAssignment
            1,21,Week,Yes
            3,20,Week,Yes
            5,20,Week,Yes
            """
        )
        let (proposal, told) = try read(people, assignments)
        #expect(told == [])
        let week = try Exports.week()
        let changed = (proposal.week?.staff ?? []).filter { one in
            week.staff.contains { $0.id == one.id && $0.contractHours != one.contractHours }
        }
        #expect(changed.map(\.id) == ["PT-01"])
        #expect(
            proposal.leftOut.contains(
                "2 rows: rows of people without an employee number that holds from 2026-11-23 on"))
    }

    @Test func aPersonOfTwoNumbersIsAnError() throws {
        let (proposal, told) = try read(
            ("people.csv", "PersonID,EmployeeNumber,WTROptOut\n1,PT-01,N\n1,HC-01,N\n"),
            (
                "assignments.csv",
                "PersonID,NormalHoursSessions,Frequency,PrimaryAssignment\n1,20,Week,Yes\n"
            ))
        #expect(told == ["the person '1' has more than one employee number: which is theirs is not said"])
        #expect(proposal.week == nil)
    }

    @Test func whomTheWeekDoesNotHaveIsToldOnce() throws {
        let (proposal, _) = try read(
            (
                "competencies.csv",
                "EmployeeNumber,CompetencyName,ProficiencyLevel,DateFrom\n"
                    + "XX-9,Walking,1,20260105\nXX-9,Walking,1,20260106\n"
            ))
        #expect(proposal.leftOut == ["1 person whom the week does not have: XX-9"])
    }
}
