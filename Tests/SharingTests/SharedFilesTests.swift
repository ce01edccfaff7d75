// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing
import Workforce

@testable import Sharing

@Suite("What people take away")
struct SharedFilesTests {
    @Test("is a calendar and a sheet a person, a sheet a team, and a list of all files")
    func list() throws {
        let shared = try SharedWorld().files()
        let names = shared.files.map(\.name)
        #expect(
            names == [
                "shifts.csv", "messages.csv", "teams-shifts.json", "calendars/P-1.ics", "calendars/P-2.ics",
                "calendars/P-3.ics", "sheets/P-1.html", "sheets/P-2.html", "sheets/P-3.html",
                "sheets/team-A.html", "sheets/index.html", "contents.csv",
            ])
        let listed = shared.text("contents.csv").split(separator: "\n").dropFirst().map {
            String($0.prefix { $0 != "," })
        }
        #expect(listed == names.dropLast())
    }

    @Test("names everybody's sessions with times, for an upload")
    func shifts() throws {
        let rows = try SharedWorld().files().text("shifts.csv").split(separator: "\n")
        #expect(rows[0].hasPrefix("\u{FEFF}date,session,start,end_date,end,hours,staff,"))
        #expect(
            rows[1]
                == "2026-11-23,am,08:00,2026-11-23,12:00,4,P-1,P-1,Physiotherapist,A,Team A,town,rostered,"
                + "\"1 × Assessment; Supervises Rehabilitation (P-2), 20 minutes\"")
        #expect(rows.count == 4)
    }

    @Test("tells each person with sessions of their own in a message")
    func messages() throws {
        let rows = try SharedWorld().files().text("messages.csv").split(separator: "\n")
        #expect(rows.count == 3)
        #expect(
            rows[2]
                == "P-2,P-2,\"P-2: your sessions from 23 November 2026. Mon 23 Nov am 08:00 to 12:00, Team A.\""
        )
    }

    @Test("says shifts for Microsoft Teams, ahead of universal time in summer alone")
    func teams() throws {
        struct File: Decodable { let value: [Shift] }
        struct Shift: Decodable {
            let userId: String
            let sharedShift: Item
        }
        struct Item: Decodable {
            let startDateTime: String
            let endDateTime: String
        }
        var world = SharedWorld()
        func times() throws -> [String] {
            let text = try world.files().text("teams-shifts.json")
            let file = try JSONDecoder().decode(File.self, from: Data(text.utf8))
            #expect(file.value.map(\.userId) == ["P-1", "P-1", "P-2"])
            return [file.value[0].sharedShift.startDateTime, file.value[0].sharedShift.endDateTime]
        }
        #expect(try times() == ["2026-11-23T08:00:00+00:00", "2026-11-23T12:00:00+00:00"])
        world.world.start = try #require(CalendarDay(iso: "2026-07-06"))
        #expect(try times() == ["2026-07-06T08:00:00+01:00", "2026-07-06T12:00:00+01:00"])
    }

    @Test("has a sheet that says where to be, what is delegated, who supervises, and how much slack there is")
    func personSheet() throws {
        let shared = try SharedWorld().files()
        let worker = try #require(PageElement.root(of: shared.text("sheets/P-2.html")))
        #expect(
            rows(worker, "delegated") == [
                ["Mon 23 Nov am, 08:00 to 12:00", "Team A", "Rehabilitation", "2", "90", "P-1"]
            ])
        let supervisor = try #require(PageElement.root(of: shared.text("sheets/P-1.html")))
        #expect(
            rows(supervisor, "supervises") == [
                [
                    "Mon 23 Nov am, 08:00 to 12:00", "Team A", "Rehabilitation", "P-2", "20",
                    "nobody else could supervise it",
                ]
            ])
        let signOffs = rows(supervisor, "sign-offs")
        #expect(signOffs.count == 3)
        // Nothing of the framework ends, and nothing of the week's files does.
        #expect(signOffs.allSatisfy { $0[3] == "no end" })
        #expect(rows(supervisor, "sessions").count == 2)
        let bank = try #require(PageElement.root(of: shared.text("sheets/P-3.html")))
        #expect(bank.text.contains("No sessions are planned."))
        #expect(!bank.text.contains("Work delegated to"))
    }

    @Test(
        "has a sheet of a team that says who is here, who is missing and what is not met, the most pressing first"
    )
    func teamSheet() throws {
        var world = SharedWorld()
        world.world.teams[0].minimumStaff = 2
        world.world.demand("D-3", "assessment", contacts: 1, priority: .critical)
        let before = world.sketchWith
        world.sketchWith = { sketch in
            before(&sketch)
            sketch.leave("D-3", contacts: 1)
        }
        let sheet = try #require(PageElement.root(of: try world.files().text("sheets/team-A.html")))
        let people = rows(sheet, "people")
        #expect(people.count == 4)
        #expect(people[0][2] == "P-1 (Physiotherapist); P-2 (Support worker)")
        #expect(people.map { $0[3] } == ["", "1 of 2", "2 of 2", "2 of 2"])
        #expect(rows(sheet, "unmet").map { $0[0] } == ["D-3", "D-2"])
    }

    @Test("writes hostile names as text, and names files so that none leads elsewhere")
    func hostile() throws {
        var world = SharedWorld()
        let name = "<script>alert(1)</script>=1+1;\nBEGIN:VEVENT"
        for place in world.world.staff.indices { world.world.staff[place].name = name }
        let shared = try world.files()
        for file in shared.files where file.name.hasSuffix(".html") {
            #expect(!file.text.contains("<script"))
        }
        let shifts = shared.text("shifts.csv")
        #expect(shifts.contains("<script>alert(1)</script>=1+1; BEGIN:VEVENT"))
        #expect(try shared.events("P-1").count == 2)
        let ids = [
            "../../etc", "CON", "a b", ".hidden", "é", "a/b", "A1", "a1", String(repeating: "x", count: 300),
        ]
        let stems = FileStem.all(ids)
        #expect(Set(stems.map { $0.lowercased() }).count == ids.count)
        for stem in stems {
            #expect(!stem.contains("/") && !stem.hasPrefix(".") && stem.utf8.count <= 140)
        }
        #expect(stems.prefix(3) == ["_2E_2E_2F_2E_2E_2Fetc", "CON", "a_20b"])
    }

    /// The cells of a section's table, row by row.
    private func rows(_ page: PageElement, _ section: String) -> [[String]] {
        let part = page.everything.first { $0.name == "section" && $0.attributes["id"] == section }
        return part?.all("tbody").flatMap(\.rows).map { $0.map(\.text) } ?? []
    }
}
