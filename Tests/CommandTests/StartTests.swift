// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// `allocate --start`: a search that begins with an earlier plan.
@Suite struct StartTests {
    private let place: Workplace
    private let week = "Rosters/first-week"

    init() throws { place = try Workplace() }

    private func allocate(_ more: String...) async throws -> CommandRun {
        let more = more.joined(separator: " ")
        return try await place.shell("skillmix allocate \(week) --start plan --work-limit 1 \(more)")
    }

    @Test func aPlanOfTheWeekIsTakenOverWithoutAWord() async throws {
        try await place.makePlan(of: week)
        let run = try await allocate("--out again")
        #expect(run.code == 0)
        #expect(run.output.contains("£857.40\n"))
        #expect(!run.messages.contains("no longer"))
        #expect(try place.bytes("again")["deployments.csv"] == place.bytes("plan")["deployments.csv"])
        #expect(try place.bytes("again")["contacts.csv"] == place.bytes("plan")["contacts.csv"])
    }

    @Test func afterASickCallItSaysWhatNoLongerFits() async throws {
        try await place.makePlan(of: week)
        try place.replace("\nRW-01,,,R,,R,,,,R,", with: "\nRW-01,,,R,,R,,,,S,", in: "\(week)/rota.csv")
        let run = try await allocate("--out one")
        #expect(run.code == 0)
        #expect(
            run.messages.contains("plan: 1 of 51 deployments and 3 of 136 contacts no longer fit the week.\n")
        )
        #expect(try await place.skillmix("audit", week, "one").code == 0)
        let quiet = try await allocate("--out other --quiet")
        #expect(quiet.messages.isEmpty)
        #expect(try place.bytes("one") == place.bytes("other"))
    }

    @Test func thePlanThatIsReplacedCanBeStartedFrom() async throws {
        try await place.makePlan(of: week)
        #expect(try await allocate("--out plan").code == 0)
        #expect(try await place.skillmix("audit", week, "plan").code == 0)
    }

    @Test func aPlanOfAnotherWeekIsRefused() async throws {
        try await place.makePlan(of: week)
        try place.replace("2026-11-23", with: "2026-11-30", in: "\(week)/week.yaml")
        for file in ["rota.csv", "demand.csv"] {
            // Two weeks on, the last days first, so that no date is changed twice.
            for day in (23...29).reversed() {
                let (old, new) = ("2026-11-\(day)", day + 7 > 30 ? "2026-12-0\(day - 23)" : "2026-11-30")
                try place.replace(old, with: new, in: "\(week)/\(file)")
            }
        }
        let run = try await allocate("--out again")
        #expect(run.code == 2)
        #expect(
            run.messages.hasSuffix(
                "plan: the plan is of another week, with no session from 2026-11-30 to 2026-12-06; "
                    + "nothing was done. Name a plan of this week, or start without one.\n"))
        #expect(!place.exists("again"))
    }

    @Test func aPlanOfOtherPeopleIsRefused() async throws {
        try await place.makePlan(of: week)
        for file in ["deployments.csv", "contacts.csv", "supervision.csv"] {
            let rows = try place.text("plan/\(file)").split(separator: "\n").prefix(1)
            let stranger =
                file == "deployments.csv" ? "X-99,2026-11-23 am,north-home,rostered,240,0" : ""
            try place.write((rows + [Substring(stranger)]).joined(separator: "\n"), to: "plan/\(file)")
        }
        let run = try await allocate("--out again")
        #expect(run.code == 2)
        #expect(
            run.messages.contains("plan: the plan is of another place, with nobody who is in staff.csv; "))
    }

    @Test func aPlanThatCannotBeReadIsToldLineByLine() async throws {
        try await place.makePlan(of: week)
        try place.replace(",rostered,", with: ",rosterd,", in: "plan/deployments.csv")
        let run = try await allocate("--out again")
        #expect(run.code == 2)
        #expect(run.messages.contains("plan/deployments.csv:2:"))
        #expect(run.messages.contains("booking 'rosterd' is not known"))
        #expect(run.messages.hasSuffix("plan: the plan cannot be read; nothing was done.\n"))
        #expect(!place.exists("again"))
    }

    @Test func aFolderThatIsNotThereIsNoPlan() async throws {
        let run = try await allocate("--out again")
        #expect(run.code == 2)
        #expect(run.messages.contains("there is no plan plan"))
    }
}
