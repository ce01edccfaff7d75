// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Questions
import Reading
import Report
import Workflows

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

    @Flag(help: "List what there is to decide on, as is done where nothing else is said.")
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
    var format = OutputFormat.text

    func validate() throws {
        guard !tryDelegation.isEmpty else { return }
        if review {
            throw ValidationError(
                "Say which is wanted: --review lists what there is to decide on, --try-delegation shows what one "
                    + "decision would do.")
        }
        if out != nil { throw ValidationError("--out goes with --review; nothing else is written.") }
    }

    func run() throws {
        guard tryDelegation.isEmpty else { return try tryOut() }
        let found = try Workflow.command().delegation(plan: plan, of: week)
        found.banner.show()
        AnswerOutput.lines(found.review.table)
        let path = out ?? plan.appending("decisions-to-make.csv")
        try found.write(to: path)
        print("\n\(path): the same list, to be filled in.")
    }

    private func tryOut() throws {
        let tried = try Workflow.command().tryDelegation(of: tryDelegation, plan: plan, of: week)
        switch format {
        case .text:
            tried.banner.show()
            AnswerOutput.lines(DelegationTrialText(week: tried.week, trial: tried.trial).description)
        case .json: try AnswerOutput.json(tried.trial, under: tried.banner)
        }
    }
}
