// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Logging
import Reading
import Testing
import Workbooks

@testable import Web
@testable import WebStore

/// Back-ups that administrators make and download on a page.
struct BackUpPageTests {
    private func made(_ test: TestSite, by guest: TestSite.Guest) async throws {
        let reply = try await test.send("/back-ups", [], as: guest)
        #expect(reply.status == 303 && reply.location == "/back-ups")
        try await over(test)
    }

    private func over(_ test: TestSite) async throws {
        while await test.site.backUps.isMaking { try await Task.sleep(for: .milliseconds(5)) }
    }

    @Test func oneThatIsMadeOnThePageIsAServersFolderWithWhatWasKeptBefore() async throws {
        let test = try TestSite()
        defer { test.remove() }
        let (planner, ash) = (try test.guest(.planner), try test.guest(.administrator))
        let week = try await test.week(by: planner)
        let plan = try await test.plan(ofWeek: week, by: planner)
        let before = try await test.ask(.get, "/back-ups", as: ash)
        #expect(before.status == 200 && before.text.contains("None was made on this page yet."))
        #expect(before.text.contains("The latest 7 are kept"))
        #expect(try await test.ask(.get, "/people", as: ash).text.contains("href=\"/back-ups\""))
        try await made(test, by: ash)
        let teams = test.shelf.week(week).appending("teams.csv")
        let then = Shelf.text(teams)
        try Shelf.write("later", to: teams)

        let name = "skillmix-2026-11-18-110640.zip"
        let page = try await test.ask(.get, "/back-ups", as: ash).text
        #expect(page.contains("The last one was made Wednesday 18 November 2026, 11:06am. It is \(name)"))
        let file = test.folder.appending("back-ups").appending(name)
        #expect(page.contains(DiskRoom.words(try file.status().size)))
        #expect(try file.status().permissions & 0o077 == 0, "it is nobody else's on the machine to read")
        #expect(Shelf.files(in: test.shelf.backUps) == [name])

        let sent = try await test.send("/back-ups/\(name)", [], as: ash)
        #expect(sent.status == 200)
        #expect(sent.headers[.contentDisposition] == "attachment; filename=\"\(name)\"")
        #expect(sent.headers[.contentType] == "application/zip")
        #expect(sent.bytes == (try file.read(atMost: .max)))
        let trail = try test.store.trail(most: 2)
        #expect(trail.map(\.what) == ["downloaded a back-up", "made a back-up"])
        #expect(trail.allSatisfy { $0.who == "administrator" && $0.subject == "back-up \(name)" })
        #expect(trail[1].now == DiskRoom.words(sent.bytes.count))
        for wrong in ["none.zip", "skillmix-2026-11-18-110641.zip", "..%2fskillmix.sqlite", "%2e%2e"] {
            #expect(try await test.send("/back-ups/\(wrong)", [], as: ash).status == 404, "\(wrong)")
        }
        #expect(try await test.send("/back-ups/\(name)", [], as: planner).status == 403)
        #expect(try test.store.trail(most: 10).count { $0.what == "downloaded a back-up" } == 1)

        let copy = FilePath(test.folder.description + "-unzipped")
        defer { Shelf.remove(copy) }
        let top = String(name.dropLast(4))
        for entry in try ZippedFolder.read(sent.bytes, where: { _ in true }) {
            #expect(entry.path.hasPrefix(top + "/"))
            try Shelf.write(
                entry.bytes, to: copy.appending(FilePath(String(entry.path.dropFirst(top.count + 1)))))
        }
        _ = try WebServer(
            WebServer.Settings(
                data: copy, host: "127.0.0.1", port: 0, isBehindProxy: false, program: "/bin/true",
                version: "test", slots: 1), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let store = try WebStore(
            Shelf(copy).database, now: { test.clock.now },
            passwordCost: Password.Cost(rounds: 2, blockSize: 1, lanes: 1))
        #expect(try store.weeks() == test.store.weeks() && store.run(plan) == test.store.run(plan))
        #expect(Shelf.text(Shelf(copy).week(week).appending("teams.csv")) == then)
        let run = try store.run(plan)
        #expect(!Shelf.files(in: Shelf(copy).plan(of: run)).isEmpty)
        #expect(Shelf.files(in: Shelf(copy).plan(of: run)) == Shelf.files(in: test.shelf.plan(of: run)))
        #expect(
            try store.signIn(login: "planner", password: TestSite.password, from: "").visit.person
                == planner.person)
        #expect(!copy.appending("back-ups").exists, "a back-up has no back-ups")
    }

    @Test func theLatestSevenAreKeptAndDeletingOneIsWrittenDown() async throws {
        let test = try TestSite()
        defer { test.remove() }
        let ash = try test.guest(.administrator)
        try Shelf.write(
            "of a process that was killed", to: test.shelf.backUps.appending(".skillmix-1.zip.part"))
        try Shelf.write("somebody's own", to: test.shelf.backUps.appending("notes.txt"))
        for _ in 0..<9 {
            try await made(test, by: ash)
            test.clock.goOn(60)
        }
        let kept = test.shelf.keptBackUps()
        #expect(kept.count == BackUps.most && BackUps.most == 7)
        #expect(kept.map(\.name).first == "skillmix-2026-11-18-111440.zip")
        #expect(kept.map(\.name).last == "skillmix-2026-11-18-110840.zip")
        #expect(
            try Set(test.shelf.backUps.names().compactMap(\.text)) == Set(kept.map(\.name) + ["notes.txt"]))
        let deleted = try test.store.trail(most: 50).filter { $0.what == "deleted a back-up" }
        #expect(
            deleted.map(\.subject) == [
                "back-up skillmix-2026-11-18-110740.zip", "back-up skillmix-2026-11-18-110640.zip",
            ])
        #expect(deleted.allSatisfy { $0.why == "Only the latest 7 are kept." && $0.who == "skillmix" })
        // The clock was ahead, and is put right: the one that is made now stays all the same.
        for day in 1...7 {
            let name = KeptBackUp.name(test.clock.now + day * 86_400)
            try Shelf.write("ahead", to: test.shelf.backUps.appending(name))
        }
        try await made(test, by: ash)
        let left = test.shelf.keptBackUps()
        #expect(left.count == BackUps.most && left.last?.at == test.clock.now)
    }

    @Test func pagesComeWhileOneIsMadeAndASecondIsNotBegunBesides() async throws {
        let engine = Waiting()
        let test = try TestSite(engine: engine)
        defer { test.remove() }
        let ash = try test.guest(.administrator)
        for _ in 0..<2 { #expect(try await test.send("/back-ups", [], as: ash).status == 303) }
        let work = try await engine.work(0)
        #expect(Array(work.arguments.prefix(3)) == ["backup", "--data", test.folder.description])
        let page = try await test.ask(.get, "/back-ups", as: ash).text
        #expect(page.contains("A back-up is being made.") && !page.contains("Make a back-up now"))
        work.finish(.ended(0))
        try await over(test)
        #expect(engine.works.withLock { $0.count } == 1)
        #expect(try await test.ask(.get, "/back-ups", as: ash).text.contains("Make a back-up now"))
    }

    /// An engine whose commands say something and end.
    private struct Saying: Engine {
        let text: String
        let ending: EngineEnd

        struct Work: EngineWork {
            let ending: EngineEnd
            func end() async -> EngineEnd { ending }
            func interrupt() {}
            func kill() {}
        }

        func start(_: [String], saying output: FilePath) throws -> any EngineWork {
            try Shelf.write(text, to: output)
            return Work(ending: ending)
        }
    }

    @Test func oneThatCannotBeMadeSaysWhyAndTheOthersStay() async throws {
        for (ending, words) in [
            (EngineEnd.ended(2), "There is too little room on the disk"),
            (.killed(9), "It took too long, or its process was ended."),
        ] {
            let test = try TestSite(
                engine: Saying(text: "There is too little room on the disk", ending: ending))
            defer { test.remove() }
            let ash = try test.guest(.administrator)
            let old = KeptBackUp.name(test.clock.now - 60)
            try Shelf.write("old", to: test.shelf.backUps.appending(old))
            try await made(test, by: ash)
            let page = try await test.ask(.get, "/back-ups", as: ash).text
            #expect(page.contains("The back-up that was asked for last could not be made:"))
            #expect(page.contains(words), "\(page)")
            #expect(page.contains("Wednesday 18 November 2026, 11:05am"))
            let line = try #require(try test.store.trail(most: 1).first)
            #expect(line.what == "could not make a back-up" && line.why == words)
            #expect(test.shelf.keptBackUps().map(\.name) == [old])
        }
    }

    @Test func aNameSaysWhenAndNoOtherNameIsABackUps() {
        var read = 0
        for at in stride(from: 0, to: 4_000_000_000, by: 86_399 * 97) {
            #expect(KeptBackUp.moment(KeptBackUp.name(at)) == at)
            read += 1
        }
        #expect(read > 400)
        for wrong in [
            "skillmix-2026-11-18-250000.zip", "skillmix-2026-02-30-110640.zip",
            "skillmix-2026-11-18-110660.zip",
            "skillmix-2026-11-18-110640.zip.part", "notes.zip",
        ] {
            #expect(KeptBackUp.moment(wrong) == nil, "\(wrong)")
        }
    }
}
