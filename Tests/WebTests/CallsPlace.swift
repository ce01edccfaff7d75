// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Testing

@testable import Web
@testable import WebStore

/// The first week with five more people to come home, and its call list.
struct CallsPlace {
    let test: TestSite
    let planner: TestSite.Guest
    let plan: Int64
    let list: Int64

    /// - Parameters:
    ///   - extra: What has changed besides, a line of demand as a change file has it.
    ///   - fields: What is asked besides what has changed.
    init(
        engine: (any Engine)? = nil, extra: String = "", fields: [(String, String)] = []
    ) async throws {
        test = try TestSite(engine: engine)
        planner = try test.guest(.planner)
        plan = try await test.plan(ofWeek: try await test.week(by: planner), by: planner)
        let changes = try TestSite.repository.appending("Rosters/first-week/surge.yaml").read(
            atMost: 1 << 20)
        list = try await test.run(
            try await test.send(
                "/plans/\(plan)/calls",
                [
                    ("first_open", "2026-11-25 am"),
                    ("text", String(decoding: changes, as: UTF8.self) + extra),
                ] + fields,
                as: planner))
    }

    func page(_ list: Int64? = nil, as guest: TestSite.Guest? = nil) async throws -> String {
        try await test.ask(.get, "/calls/\(list ?? self.list)", as: guest ?? planner).text
    }

    /// The fields of a person's form, as the page has it.
    func form(_ staff: String, in page: String) throws -> [(String, String)] {
        let part = try #require(
            page.components(separatedBy: "<form").first { $0.contains("value=\"\(staff)\"") })
        func value(_ name: String) throws -> String {
            String(
                try #require(
                    part.firstMatch(of: try Regex("name=\"\(name)\" value=\"([^\"]*)\""))?[1].substring))
        }
        return [
            ("staff", staff), ("sessions", try value("sessions")), ("was", try value("was")),
        ]
    }

    func answer(
        _ staff: String, _ said: String, _ note: String, in list: Int64? = nil,
        seeing page: String? = nil,
        as guest: TestSite.Guest? = nil
    ) async throws -> TestSite.Reply {
        let seen: String
        if let page { seen = page } else { seen = try await self.page(list) }
        return try await test.send(
            "/calls/\(list ?? self.list)/answers",
            try form(staff, in: seen) + [("said", said), ("note", note)], as: guest ?? planner)
    }

    func file(_ list: Int64? = nil) throws -> String {
        Shelf.text(test.shelf.calls(of: try test.store.run(list ?? self.list)).appending("calls.csv"))
    }

    /// The last three cells of a person's row.
    func kept(_ staff: String, in list: Int64? = nil) throws -> String {
        let row = try file(list).split(separator: "\n").first { $0.contains(",\(staff),") }
        return try #require(row).split(separator: ",", omittingEmptySubsequences: false).suffix(3)
            .joined(separator: ",")
    }
}
