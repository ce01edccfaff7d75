// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import TestSupport
import Testing
import Workforce

@testable import Sharing

@Suite("Calendars that are handed out")
struct CalendarTests {
    @Test("hold a person's sessions, when they are by the clock on the wall, and what there is to do")
    func sessions() throws {
        let events = try SharedWorld().files().events("P-1")
        #expect(events.map(\.begins) == ["20261123T080000", "20261123T130000"])
        #expect(events.map(\.ends) == ["20261123T120000", "20261123T170000"])
        #expect(events.map(\.sequence) == [0, 0])
        #expect(
            events[0].description
                == "1 × Assessment\nSupervises Rehabilitation (P-2), 20 minutes")
        #expect(events[1].description == "No contacts are planned.")
        #expect(
            try SharedWorld().files().events("P-2")[0].description == "2 × Rehabilitation, supervised by P-1")
        #expect(try SharedWorld().files().events("P-3").isEmpty)
    }

    @Test("are the same when the same plan is handed out again")
    func again() throws {
        let first = try SharedWorld().files()
        let second = try SharedWorld().files(after: first)
        #expect(second.changedEvents == 0)
        #expect(first.files.map(\.text) == second.files.map(\.text))
    }

    @Test("count what changed, cancel what is no more, and take it up again")
    func changed() throws {
        var world = SharedWorld()
        let first = try world.files()
        let whole = world.sketchWith
        world.sketchWith = { sketch in
            sketch.deploy("P-1", 0)
            sketch.give("D-1", "P-1", 0, .registered)
            sketch.leave("D-2", contacts: 3)
        }
        let second = try world.files(after: first)
        let events = try second.events("P-1")
        #expect(events.map(\.sequence) == [1, 1])
        #expect(events.map(\.isCancelled) == [false, true])
        #expect(try second.events("P-2").map(\.isCancelled) == [true])
        #expect(second.changedEvents == 3)
        #expect(second.text("calendars/P-2.ics").contains("STATUS:CANCELLED"))

        #expect(try world.files(after: second).changedEvents == 0)
        world.sketchWith = whole
        let third = try world.files(after: second)
        #expect(try third.events("P-1").map(\.sequence) == [2, 2])
        #expect(try third.events("P-2").map(\.isCancelled) == [false])
        #expect(third.changedEvents == 3)
    }

    @Test("keep what was handed out for other weeks")
    func otherWeeks() throws {
        var world = SharedWorld()
        let first = try world.files()
        world.world.start = world.world.start.adding(days: 7)
        let second = try world.files(after: first)
        let events = try second.events("P-1")
        #expect(
            events.map(\.begins) == [
                "20261123T080000", "20261123T130000", "20261130T080000", "20261130T130000",
            ])
        #expect(events.allSatisfy { !$0.isCancelled && $0.sequence == 0 })
    }

    @Test("cancel what somebody had who is not on the roster any more")
    func gone() throws {
        var world = SharedWorld()
        let first = try world.files()
        world.world.staff.removeAll { $0.id == "P-2" }
        world.world.rota["P-2"] = nil
        world.sketchWith = { $0.deploy("P-1", 0) }
        let second = try world.files(after: first)
        #expect(try second.events("P-2").map(\.isCancelled) == [true])
    }

    @Test("are refused where somebody wrote into them")
    func spoilt() throws {
        let first = try SharedWorld().files()
        for (old, new, line) in [
            ("SEQUENCE:0", "SEQUENCE:soon", 28), ("STATUS:CONFIRMED", "STATUS:PERHAPS", 34),
            ("LOCATION:", "RRULE:FREQ=DAILY\r\nLOCATION:", 32),
        ] {
            let text = first.text("calendars/P-2.ics").replacing(old, with: new)
            #expect(text != first.text("calendars/P-2.ics"))
            let error = #expect(throws: CalendarError.self) { try CalendarFile.events(in: text) }
            #expect(error?.line == line)
        }
    }

    @Test("say nights until the next day, and pay where it is not the rota's")
    func night() throws {
        var world = SharedWorld()
        world.world.parts = [DayPart(id: "night", starts: 1290, ends: 1890)]
        world.world.teams[0].parts = ["night"]
        world.world.lines = []
        world.sketchWith = { $0.deploy("P-3", 0, booking: .bank) }
        let event = try world.files().events("P-3")[0]
        #expect(event.begins == "20261123T213000")
        #expect(event.ends == "20261124T073000")
        #expect(event.summary == "Team A, night (bank)")
    }

    @Test("give back any text that was put into them")
    func anyText() throws {
        var random = SeededRandom(seed: 3)
        let letters: [Character] = [
            "a", ",", ";", "\\", "\n", "é", "漢", "👩‍⚕️", "\"", ":", " ", "n", "\u{2028}", "\r",
        ]
        var folded = 0
        for _ in 0..<500 {
            let words = (0..<random.below(90)).map { _ in letters[random.below(letters.count)] }
            let text = String(words)
            let event = CalendarEvent(
                uid: "u@skillmix", begins: "20261123T080000", ends: "20261123T120000", summary: text,
                location: text, description: text)
            let file = CalendarFile(title: text, stamp: CalendarDay(number: 9457), events: [event])
            for line in file.text.split(separator: "\r\n") {
                #expect(line.utf8.count <= 75)
                if line.hasPrefix(" ") { folded += 1 }
            }
            let read = try CalendarFile.events(in: file.text)
            // What other programs take for the end of a line is a blank.
            let blanks: [Unicode.Scalar] = ["\u{2028}", "\r"]
            var right = String.UnicodeScalarView()
            for scalar in text.unicodeScalars { right.append(blanks.contains(scalar) ? " " : scalar) }
            #expect(read.count == 1)
            #expect(read.first?.description == String(right))
            #expect(read.first?.summary == String(right))
        }
        #expect(folded > 1000)
    }
}
