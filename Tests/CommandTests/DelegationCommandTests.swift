// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// The list for AHP leads, from a plan to the next plan.
@Suite struct DelegationCommandTests {
    private let place: Workplace
    private let week = "Rosters/first-week"
    private let file = "Rosters/first-week/decisions.csv"

    init() throws { place = try Workplace() }

    private func allocate() async throws {
        #expect(try await place.skillmix("allocate", week, "--work-limit", "3", "--out", "plan").code == 0)
    }

    private func review(_ arguments: String...) async throws -> CommandRun {
        try await place.skillmix(["delegation", week, "plan", "--review"] + arguments)
    }

    @Test func whatALeadRefusesIsNotDelegatedInTheNextPlan() async throws {
        try await allocate()
        let run = try await review("--out", file)
        #expect(run.code == 0)
        #expect(run.output.contains("Delegated in this plan"))
        #expect(run.output.hasSuffix("\(file): the same list, to be filled in.\n"))

        let check = try await place.skillmix("check", week)
        #expect(check.code == 0, "a list that nobody has filled in is no mistake")
        #expect(check.output.contains("notice: nothing is decided in this row"))

        let rows = try place.text(file).split(separator: "\n").filter { $0.hasSuffix(",,,,2026-11-23") }
        let refused = rows.map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(refused.contains { !$0[1].isEmpty }, "the plan delegates something")
        try place.replace(",,,,2026-", with: ",refuse,seen too little,A. Lead,2026-", in: file)
        #expect(try await place.skillmix("check", week).code == 0)
        try await allocate()
        let given = try place.text("plan/contacts.csv").split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        for row in refused {
            #expect(
                !given.contains {
                    $0[6] == "delegated" && $0[1] == row[0] && (row[1].isEmpty || $0[4] == row[1])
                        && $0[2] == row[2]
                }, "\(row)")
        }
        #expect(try place.text("plan/plan.json").contains("\"path\": \"decisions.csv\""))
        #expect(try await place.skillmix("audit", week, "plan").code == 0)
    }

    @Test func aFileThatStandsThereIsLeftAlone() async throws {
        try await allocate()
        let first = try await review()
        #expect(first.code == 0)
        #expect(first.output.hasSuffix("plan/decisions-to-make.csv: the same list, to be filled in.\n"))
        #expect(try await review().code == 0, "the same bytes may stand there")
        try place.write("mine", to: "plan/decisions-to-make.csv")
        let run = try await review()
        #expect(run.code == 2)
        #expect(run.messages.contains("is there already and may hold decisions"))
        #expect(try place.text("plan/decisions-to-make.csv") == "mine")
    }

    @Test func whatCannotBeDoneSaysSo() async throws {
        #expect(try await review().code == 2, "there is no plan yet")
        try await allocate()
        let nowhere = try await review("--out", "none/list.csv")
        #expect(nowhere.code == 2)
        #expect(nowhere.messages.contains("none/list.csv cannot be written"))
    }
}
