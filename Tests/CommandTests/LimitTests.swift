// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// What a command does where time or memory is short: it says so.
@Suite struct LimitTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    @Test func aReportWithoutTimeNamesWhatItLeavesOut() async throws {
        let allocate = "skillmix allocate Rosters/place-week --work-limit 20 --quiet --out plan"
        #expect(try await place.shell(allocate).code == 0)
        let whole = try await place.skillmix(
            "report", "Rosters/place-week", "plan", "--time-limit", "3600", "--out", "whole")
        #expect(whole.code == 0)
        #expect(whole.messages == "", "an hour is enough for all of it, however busy the machine")
        let run = try await place.skillmix(
            "report", "Rosters/place-week", "plan", "--time-limit", "0", "--out", "short")
        #expect(run.code == 0)
        #expect(run.messages.hasPrefix("Not worked out for want of time or memory: "))
        #expect(run.messages.contains("why people are little in direct contact"))
        #expect(try place.text("short/report.html").contains("This report was made without working out"))
    }

    @Test(arguments: ["allocate", "export"])
    func tooLittleMemoryIsSaidBeforehand(_ command: String) async throws {
        let before = try place.names(".")
        let options = command == "export" ? "--mps week.mps" : "--work-limit 5"
        let run = try await place.shell("ulimit -v 400000; skillmix \(command) Rosters/place-week \(options)")
        #expect(run.code == 2)
        #expect(run.messages.contains("too little memory: "))
        #expect(run.messages.contains("can be had within ulimit -v"))
        #expect(try place.names(".") == before)
        #expect(try !place.names("Rosters/place-week").contains("plan"))
        let roomy = try await place.shell(
            "ulimit -v 4000000; skillmix \(command) Rosters/place-week \(options)")
        #expect(roomy.code == 0, "\(roomy.messages)")
    }

    @Test func aPlanInOtherCapitalsIsRefusedByTheAudit() async throws {
        let allocate = "skillmix allocate Rosters/first-week --work-limit 5 --quiet --out plan"
        #expect(try await place.shell(allocate).code == 0)
        #expect(try await place.skillmix("audit", "Rosters/first-week", "plan").code == 0)
        _ = try await place.shell("sed -i 's/,rostered,/,Rostered,/' plan/deployments.csv")
        let run = try await place.skillmix("audit", "Rosters/first-week", "plan")
        #expect(run.code == 2)
        #expect(run.messages.contains("booking 'Rostered' is in other capitals than plans have"))
        #expect(try await place.skillmix("report", "Rosters/first-week", "plan").code == 0)
    }
}
