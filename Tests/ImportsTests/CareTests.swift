// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Testing
import Workforce

@testable import Imports

/// Social care's workforce data set, and care contacts of community services.
@Suite struct CareTests {
    private func read(
        _ kind: ImportKind, _ map: String, _ files: String...
    ) throws -> (proposal: ImportProposal, told: [String]) {
        let diagnostics = Diagnostics()
        let inputs = files.enumerated().map {
            InputFile(path: "file\($0.offset).csv", bytes: Array($0.element.utf8))
        }
        let proposal = Import(kind, try Exports.week()).read(inputs, map: Exports.map(map), diagnostics)
        return (proposal, diagnostics.sorted.filter { $0.severity != .notice }.map(\.message))
    }

    private static let workers = """
        teams: {NORTH: north-home}
        roles: {"Care worker": reablement-worker}
        employment: {"1": substantive, "3": bank}
        employers: {substantive: harbour-council, bank: team}
        competencies: {"8 People handling": "moving-handling:2"}
        settings: {update_people: no}
        """

    @Test func workersAreTakenByNumberAndTrainingIsSignedOff() throws {
        let (proposal, told) = try read(
            .careWorkers, Self.workers,
            """
            LOCALESTID,UNIQUEWORKERID,STATUS,EMPLSTATUS,MAINJOBROLE,CONTHOURS,HOURLYRATE
            NORTH,RW-01,UPDATE,1,Care worker,22,12.60
            NORTH,RW-07,NEW,3,Care worker,10,12.60
            NORTH,RW-08,DELETE,1,Care worker,20,12.60

            """,
            """
            LOCALESTID,UNIQUEWORKERID,CATEGORY,TRAININGNAME,VALIDITY,DATECOMPLETED,EXPIRYDATE,PROVIDERNAME
            NORTH,RW-01,8,People handling,12,03/11/2025,,Harbour Training
            NORTH,RW-07,8,People handling,12,03/02/2026,01/01/2027,
            NORTH,RW-99,8,People handling,12,03/02/2026,01/01/2027,

            """)
        #expect(told == [])
        let staff = try #require(proposal.week?.staff)
        #expect(staff.first { $0.id == "RW-01" }?.contractHours == 22)
        // What is paid an hour is not what an hour costs.
        #expect(staff.first { $0.id == "RW-01" }?.hourlyCost == 17)
        let new = try #require(staff.last)
        #expect(staff.count == 13 && new.id == "RW-07" && new.employment == .bank)
        #expect(new.employer == "harbour-trust" && new.homeTeam == "north-home")
        #expect(new.hourlyCost == 0 && new.contractHours == 0)
        #expect(Exports.rows("import-people", proposal).contains("RW-07,hourly_cost,,12.6,no"))
        #expect(proposal.taken.contains { $0.hasPrefix("1 new person, without an hourly cost and the") })
        let signOffs = proposal.week?.signOffs.suffix(2).map {
            "\($0.staff) \($0.competency):\($0.level) \($0.signedOffOn) \($0.expiresOn?.iso ?? "-") \($0.signedOffBy)"
        }
        #expect(
            signOffs == [
                "RW-01 moving-handling:2 2025-11-03 2026-11-03 Harbour Training",
                "RW-07 moving-handling:2 2026-02-03 2027-01-01 ",
            ])
        #expect(
            Exports.rows("sign-offs-ended", proposal).contains(
                "RW-01,moving-handling,2,2026-11-03,before the week"))
        #expect(proposal.leftOut.contains("1 row: workers who were deleted"))
        #expect(proposal.leftOut.contains { $0.contains("RW-99") })
    }

    @Test func hoursAreOfOwnStaffAlone() throws {
        let map = Self.workers.replacing("teams: {NORTH: north-home}", with: "people: {\"7\": AG-01}")
        let (proposal, told) = try read(
            .careWorkers, map, "UNIQUEWORKERID,EMPLSTATUS,MAINJOBROLE,CONTHOURS\n7,3,Care worker,20\n")
        #expect(told == [])
        #expect(proposal.week?.staff.first { $0.id == "AG-01" }?.contractHours == 0)
    }

    @Test func contactsAreMeasuredBesideTheFramework() throws {
        let (proposal, told) = try read(
            .contacts, "people: {\"900\": PT-01}\nactivities: {\"A1\": rehab-session, \"A2\": ignore}",
            """
            CARE CONTACT IDENTIFIER,LOCAL PATIENT IDENTIFIER,CARE CONTACT DATE,CLINICAL CONTACT DURATION OF CARE CONTACT,ATTENDANCE STATUS
            1,p1,2026-11-02,50,5
            2,p1,2026-11-02,40,5
            3,p2,2026-11-03,44,6
            4,p2,2026-11-03,90,3
            5,p3,2026-11-04,30,5
            6,p3,2026-11-07,20,5
            7,p3,2026-11-07,25,5

            """,
            """
            CARE CONTACT IDENTIFIER,CARE PROFESSIONAL LOCAL IDENTIFIER,COMMUNITY CARE ACTIVITY TYPE CODE
            1,900,A1
            2,PT-01,A1
            3,PT-01,A1
            3,AP-01,A1
            4,PT-01,A1
            5,AP-01,A1
            6,AP-01,A2
            7,77,A1

            """)
        #expect(told == [])
        #expect(proposal.week?.content == (try Exports.week()).content)
        let activity = try #require(
            try Exports.week().framework.activities.first { $0.id == "rehab-session" })
        let minutes = activity.minutes
        #expect(activity.hands == 1)
        // Of 50, 40 and 44 minutes the median is 44, and one of three was given by two.
        #expect(
            Exports.rows("measured-minutes", proposal) == [
                "rehab-session,not in the week,1,25,\(minutes),\(25 - minutes),0.0000,0.0000",
                "rehab-session,physiotherapy,3,44,\(minutes),\(44 - minutes),0.333333333,0.0000",
                "rehab-session,support,1,30,\(minutes),\(30 - minutes),0.0000,0.0000",
            ])
        #expect(Exports.rows("contacts-by-weekday", proposal) == ["rehab-session,2,1,1,0,0,1,0"])
        #expect(proposal.leftOut.contains("1 row: contacts at which nobody was seen"))
        #expect(proposal.leftOut.contains("1 row: contacts of activities that are ignored"))
        #expect(proposal.leftOut.contains("1 row: activities of contacts that are left out"))
    }

    @Test func anEvenNumberOfContactsHasTheMeanOfTheMiddleTwo() {
        var measured = Measured()
        for minutes in [10.0, 40, 30, 20] { measured.add(minutes, isDouble: minutes > 25) }
        #expect(measured.median == 25 && measured.doubleShare == 0.5)
    }
}
