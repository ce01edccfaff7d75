// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Changes
import Figures
import Foundation
import PlanFolder
import Questions
import Reading
import Trials
import Workforce

struct DelegationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delegation",
        abstract: "Lists what a plan delegates, for AHP leads to decide on.",
        discussion: """
            Shows every delegation that the plan uses, with supervisors, sign-offs and review dates, and what is \
            proposed or due for review and would have mattered. The same list is written as a table to fill in: \
            allow or refuse, why and by whom. Its rows go into decisions.csv in the week's folder, and the next plan \
            keeps to them.

            Example:
              skillmix delegation Rosters/place-week Rosters/place-week/plan --review --out to-decide.csv

            With --try-delegation the plan is made anew near to the activity as if it might be delegated, and the \
            difference is shown; no file is changed:
              skillmix delegation Rosters/place-week Rosters/place-week/plan --try-delegation remote-review
            """)

    @Argument(help: "The week's folder.", completion: .directory)
    var week: FilePath

    @Argument(help: "The plan's folder.", completion: .directory)
    var plan: FilePath

    @Flag(help: "List what there is to decide on.")
    var review = false

    @Option(
        help: "The file to fill in; default: decisions-to-make.csv in the plan's folder.", completion: .file()
    )
    var out: FilePath?

    @Option(
        help:
            "An activity whose delegation is only proposed, say: what if it were allowed? May be given several times."
    )
    var tryDelegation: [String] = []

    @Option(help: "With --try-delegation: text for people, json for programs.")
    var format = DiagnosticFormat.text

    func validate() throws {
        if review != tryDelegation.isEmpty {
            throw ValidationError(
                "Say what is wanted: --review lists what there is to decide on, --try-delegation shows what one "
                    + "decision would do.")
        }
        if out != nil, !review { throw ValidationError("--out goes with --review; nothing else is written.") }
    }

    func run() throws {
        let input = try WeekInput.read(week, quiet: true)
        guard review else { return try tryOut(input) }
        let judged = try PlanInput.judged(plan, week: input)
        let review = DelegationReview(week: input.week, plan: judged.plan)
        Banner(judged.standing, of: input.week).show()
        AnswerOutput.lines(review.table)
        let path = out ?? plan.appending("decisions-to-make.csv")
        try Self.write(review.decisionsFile, to: path, besides: input.files)
        print("\n\(path): the same list, to be filled in.")
    }

    private func tryOut(_ input: WeekInput) throws {
        let (hand, banner) = try PlanInput.read(plan, week: input)
        let trial: DelegationTrial
        do throws(ChangeError) {
            trial = try hand.tryDelegation(of: tryDelegation)
        } catch {
            throw Ending(code: .usage, message: error.description)
        }
        switch format {
        case .text:
            banner.show()
            AnswerOutput.lines(DelegationTrialText(week: input.week, trial: trial).description)
        case .json: try AnswerOutput.json(trial, under: banner)
        }
    }

    /// Writes a new file. One that stands there may hold somebody's decisions, and is left alone.
    private static func write(_ text: String, to path: FilePath, besides files: FilesInUse) throws {
        let bytes = Array(text.utf8)
        if let status = try? path.status(), status.kind == .file, status.size == bytes.count,
            let known = try? path.read(atMost: bytes.count), known == bytes
        {
            return
        }
        do throws(PlanFolderError) {
            // The list is a decisions.csv: a week that has none may be given it as its first.
            if path.name.description != "decisions.csv" { try files.check(path) }
            if try OutputFile.create(path, with: bytes) { return }
        } catch {
            throw Ending(code: .usage, message: whyNotWritten(path, error))
        }
        throw Ending(
            code: .usage,
            message: "\(path) is there already and may hold decisions: name another file with --out.")
    }

    private static func whyNotWritten(_ path: FilePath, _ error: PlanFolderError) -> String {
        guard path.parent.exists else {
            return "\(path) cannot be written: there is no folder \(path.parent)."
        }
        return error.description
    }
}
