// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Logging
import Reading
import Testing

@testable import Web
@testable import WebStore

/// What a server does with its folder before it listens.
struct WebServerTests {
    private let folder = FilePath(NSTemporaryDirectory() + "server-\(UUID().uuidString)")

    private func server() throws -> WebServer {
        try WebServer(
            WebServer.Settings(
                data: folder, host: "127.0.0.1", port: 0, isBehindProxy: false, program: "/bin/true",
                version: "test", slots: 1), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    @Test func aFolderIsOneServersAtATimeAndNobodyElsesToRead() throws {
        defer { try? FileManager.default.removeItem(atPath: folder.description) }
        do {
            let first = try server()
            let error = #expect(throws: StoreError.self) { try server() }
            #expect(error?.message.contains("Another server has") == true)
            #expect(try folder.status().permissions & 0o077 == 0)
            try first.add(weeks: [TestSite.repository.appending("Rosters/first-week")])
            try Shelf.write("half", to: folder.appending("arrivals").appending("sent.csv"))
        }
        let second = try server()
        #expect(Shelf.files(in: folder.appending("arrivals")).isEmpty, "of a server that was killed")
        // There is a week already, so no other one is begun with.
        try second.add(weeks: [FilePath("/nowhere")])
        #expect(Shelf.files(in: folder.appending("weeks")).contains("1/framework.yaml"))
    }

    @Test func aSavingThatWasNeverOverIsTakenBack() throws {
        defer { try? FileManager.default.removeItem(atPath: folder.description) }
        let shelf = Shelf(folder)
        let week = TestSite.repository.appending("Rosters/first-week")
        do {
            let first = try server()
            try first.add(weeks: [week])
        }
        let teams = shelf.week(1).appending("teams.csv")
        let before = Shelf.text(teams)
        // As a server leaves it that is killed between the files and the transaction's end.
        try Shelf.write(before, to: shelf.former(1, version: 1).appending("teams.csv"))
        try Shelf.write("half a thought", to: teams)
        try Shelf.write("", to: shelf.former(1, version: 1).appending("decisions.csv"))
        try Shelf.write("nobody was told of this", to: shelf.week(1).appending("decisions.csv"))
        // What an earlier version was stays as it is.
        try Shelf.write("long ago", to: shelf.former(1, version: 0).appending("teams.csv"))
        _ = try server()
        #expect(Shelf.text(teams) == before)
        #expect(!Shelf.files(in: shelf.week(1)).contains("decisions.csv"))
        #expect(Shelf.files(in: shelf.former(1, version: 1)).isEmpty)
        #expect(Shelf.text(shelf.former(1, version: 0).appending("teams.csv")) == "long ago")
    }

    @Test func aSavingWhoseFilesCannotBePlacedChangesNothing() async throws {
        let test = try TestSite()
        defer { test.remove() }
        let planner = try test.guest(.planner)
        let id = try await test.week(by: planner)
        let week = try test.store.week(id)
        let teams = test.shelf.week(id).appending("teams.csv")
        let before = Shelf.text(teams)
        // Where the new table is to go a folder stands, which is no file to be replaced.
        let odd = test.shelf.week(id).appending("odd.csv")
        try FileManager.default.createDirectory(
            atPath: odd.appending("in it").description, withIntermediateDirectories: true)
        #expect(throws: StoreError.self) {
            try test.site.keep(
                "new", as: "odd.csv", in: week, from: week.version, before: "", by: planner.person)
        }
        #expect(try test.store.week(id).version == week.version)
        #expect(Shelf.files(in: test.shelf.former(id, version: week.version)).isEmpty)
        // The next saving of that version is one as any.
        try test.site.keep(
            before + "\n", as: "teams.csv", in: week, from: week.version, before: before, by: planner.person)
        #expect(try test.store.week(id).version == week.version + 1)
        #expect(Shelf.text(test.shelf.former(id, version: week.version).appending("teams.csv")) == before)
    }

    @Test func aWeekThatCannotBeReadIsSaidAsItIs() throws {
        defer { try? FileManager.default.removeItem(atPath: folder.description) }
        let server = try server()
        let error = #expect(throws: StoreError.self) { try server.add(weeks: [FilePath("/nowhere")]) }
        #expect(error?.message.contains("/nowhere: there is no week.yaml") == true)
    }

    @Test func whatCheckSaidIsKeptUntilTheWeekIsAnother() async throws {
        let test = try TestSite()
        defer { test.remove() }
        let planner = try test.guest(.planner)
        let week = try test.store.week(try await test.week(by: planner))
        #expect(test.site.check(week).week != nil)
        // Nobody writes past the store but here.
        try Shelf.write("nothing", to: test.shelf.week(week.id).appending("staff.csv"))
        #expect(test.site.check(week).week != nil, "the same version is not read again")
        let next = try test.store.changeWeek(
            week.id, from: week.version, by: planner.person, "staff.csv", was: "", now: ""
        ) {}
        #expect(test.site.check(next).week == nil)
        for version in 100..<(100 + CheckedWeeks.most) {
            _ = test.site.checked.check(FilePath("/nowhere"), version: version)
        }
        #expect(test.site.check(week).week == nil, "what was looked at long ago is read anew")
    }
}
