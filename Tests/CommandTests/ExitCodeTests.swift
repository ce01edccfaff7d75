// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel
import Testing

@testable import skillmix

@Suite struct ExitCodeTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    static let commands = [
        "check", "capacity", "allocate", "audit", "report", "explain", "delegation", "training", "price",
        "new",
        "generate", "export", "required",
    ]

    @Test(arguments: commands) func everyCommandHelpsWithAnExample(_ command: String) async throws {
        let help = try await place.skillmix(command, "--help")
        #expect(help.code == 0)
        #expect(help.output.contains("Example"))
        #expect(help.output.contains("  skillmix \(command) "))
        #expect(help.messages.isEmpty)
    }

    @Test func theCommandAloneListsItsCommands() async throws {
        let alone = try await place.skillmix()
        #expect(alone.code == 0)
        #expect(Self.commands.allSatisfy { alone.output.contains("  \($0) ") })
        #expect(try await place.skillmix("--help").output == alone.output)
    }

    @Test func theVersionIsTheOneThatPlansState() async throws {
        let version = try await place.skillmix("--version")
        #expect(version.code == 0)
        #expect(version.output == "\(productVersion)\n")
    }

    @Test(arguments: [
        ["--sing"], ["sing"], ["check"], ["check", "Rosters/first-week", "--sing"],
        ["check", "Rosters/first-week", "--format", "xml"], ["allocate", "Rosters/first-week", "more"],
        ["allocate", "Rosters/first-week", "--gap", "1"],
        ["allocate", "Rosters/first-week", "--time-limit", "nan"],
        ["allocate", "Rosters/first-week", "--work-limit", "-1"],
        ["allocate", "Rosters/first-week", "--seed", "one"], ["audit", "Rosters/first-week"],
        ["export", "Rosters/first-week"], ["capacity"],
        ["capacity", "Rosters/first-week", "--format", "xml"],
        ["price", "Rosters/first-week"],
        ["price", "Rosters/first-week", "--deployments", "none.csv"],
        ["price", "Rosters/first-week", "--deployments", "none.csv", "--time-limit", "-1"],
        ["explain", "Rosters/first-week", "none", "--line", "N01"],
        ["explain", "Rosters/first-week", "none"],
        ["explain", "Rosters/first-week", "none", "--line", "N01", "--staff", "PT-01"],
        ["explain", "Rosters/first-week", "none", "--staff", "PT-01", "--team", "north-home"],
        ["explain", "Rosters/first-week", "none", "--line", "N01", "--session", "'2026-11-23 am'"],
        ["explain", "Rosters/first-week", "none", "--pair", "PT-01"],
        ["training", "Rosters/first-week", "--plan", "none"],
        ["training", "Rosters/first-week", "--most", "0"],
        ["training", "Rosters/first-week", "--tried", "0"],
        ["training", "Rosters/first-week", "--time-limit", "nan"],
        ["training", "Rosters/first-week", "--work-limit", "-1"],
        ["generate", "w", "--staff", "4"],
        ["generate", "w", "--staff", "5001"], ["new", "w", "--week-starting", "2026-11-24"],
        ["new", "w", "--framework", "none.yaml"],
    ]) func whatCannotBeMeantEndsWithTwoAndAMessage(_ arguments: [String]) async throws {
        let run = try await place.shell("skillmix " + arguments.joined(separator: " "))
        #expect(run.code == 2)
        #expect(run.output.isEmpty)
        #expect(!run.messages.isEmpty)
        #expect(try place.names(".") == ["Competencies", "Rosters"])
    }

    @Test func aWrongOptionShowsTheUsageOfItsCommand() async throws {
        let run = try await place.skillmix("new", "w", "--week-starting", "2026-11-24")
        #expect(run.messages.contains("give a Monday, such as 2026-11-23"))
        #expect(run.messages.contains("Usage: skillmix new <out>"))
    }

    @Test func aFaultOfSkillmixItselfEndsWithSeventyAndWhatIsKnownOfIt() {
        let ending = Ending(SolverError.brokeDown(message: "out of memory"))
        #expect(ending.code.rawValue == 70)
        #expect(ending.message.contains("out of memory"))
    }

    @Test func aResultThatCannotBeGivenIsNoSuccess() async throws {
        let run = try await place.shell("skillmix check Rosters/first-week >/dev/full")
        #expect(run.code == 2)
        #expect(run.messages.contains("Standard output"))
    }
}
