// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import Reading
import Workflows

/// The version, stated by `--version` and in every plan.
let productVersion = "0.1.0"

@main
struct Skillmix: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "skillmix",
        abstract: "Plans who works where, and who does what, in intermediate care.",
        discussion: """
            skillmix takes a competency framework and a week's roster, and finds the plan that meets most care \
            for least money: who goes to which team in which session, who gives which contacts, under whose \
            supervision, in pairs where two are needed, and whom to book from bank or agency.

            A week is a folder of tables that you keep in a spreadsheet. Start with one of these:
              skillmix check Rosters/first-week
              skillmix capacity Rosters/first-week
              skillmix allocate Rosters/first-week
              skillmix new my-week
            """,
        version: productVersion,
        subcommands: [
            // Grouped as a week goes: what is there, a plan, questions about it, and what else there is.
            CheckCommand.self, CapacityCommand.self, RequiredCommand.self, AllocateCommand.self,
            AuditCommand.self,
            ReportCommand.self, ShareCommand.self, UndoCommand.self, ExplainCommand.self, WhoCommand.self,
            DelegationCommand.self, TrainingCommand.self,
            BankCommand.self,
            ImportCommand.self, DemandCommand.self, PriceCommand.self, ChangeCommand.self,
            ConvertCommand.self, LayOutCommand.self,
            DiffCommand.self,
            ReplanCommand.self, RotateCommand.self, ServeCommand.self, BackupCommand.self,
            SurgeCommand.self, ScenariosCommand.self, ScenarioTaskCommand.self, RunsCommand.self,
            WeeksCommand.self, NewCommand.self, GenerateCommand.self, ExportCommand.self,
        ])

    /// Where this program is, from the root.
    static var program: FilePath {
        FilePath(URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path)
    }

    static func main() async {
        StandardStreams.prepare()
        Interruption.shared.listen()
        do {
            var command = try parseAsRoot(Arguments.given)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            // A result that nobody could be given is none: a full disk, say, behind `>`.
            guard StandardStreams.flush() else {
                throw Ending(
                    code: .usage, message: "Standard output cannot be written to; nothing else is amiss.")
            }
        } catch {
            finish(error)
        }
    }

    /// Ends the process with the exit code that its kind of error has: see `Ending`.
    private static func finish(_ error: any Error) -> Never {
        let ending = Ending(error)
        if ending.code == .done {
            print(ending.message)
        } else if !ending.message.isEmpty {
            Terminal.error(ending.message)
        }
        // Work that was not waited for may still run, and must not meet what a usual exit takes away.
        if Interruption.shared.stop.isRaised {
            fflush(nil)
            _exit(ending.code.rawValue)
        }
        Foundation.exit(ending.code.rawValue)
    }
}

/// An end of a command other than success: what to say and the exit code.
struct Ending: Error {
    /// Exit codes, the same for every command.
    enum Code: Int32 {
        /// All is well.
        case done = 0
        /// The command ran and found problems.
        case problems = 1
        /// The command line or the files are not usable.
        case usage = 2
        /// Interrupted, with a plan written.
        case interrupted = 3
        /// A fault of skillmix itself.
        case fault = 70
    }

    let code: Code
    var message = ""
}

extension Ending {
    /// The end that a use case comes to which cannot be done.
    init(_ error: WorkflowError) {
        let said = error.diagnostics.map(\.description) + [error.message]
        switch error.kind {
        case .input, .question, .output, .size: self.init(code: .usage, message: said.joined(separator: "\n"))
        case .fault: self.init(code: .fault, message: said.joined(separator: "\n"))
        }
    }

    /// The end that an error makes: help and version come as errors, too.
    init(_ error: any Error) {
        if let ending = error as? Ending {
            self = ending
            return
        }
        if let error = error as? WorkflowError {
            self.init(error)
            return
        }
        let message = Skillmix.fullMessage(for: error)
        switch Skillmix.exitCode(for: error) {
        case .success: self.init(code: .done, message: message)
        case .validationFailure: self.init(code: .usage, message: message)
        default: self.init(code: .fault, message: message)  // foreign
        }
    }
}
