// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Audit
import Foundation
import PlanFolder
import Reading
import Wording
import Workforce

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Checks a plan against every rule and prices it anew.",
        discussion: """
            Reads the plan's files as they are, also after you have changed them by hand, and says in a sentence \
            each what breaks a rule and which stated figure is not what the files add up to.

            Example:
              skillmix audit Rosters/place-week Rosters/place-week/plan

            Ends with 0 only if the plan keeps every rule and costs what it says.
            """)

    @Argument(help: "The week's folder.", completion: .directory)
    var week: FilePath

    @Argument(help: "The plan's folder.", completion: .directory)
    var plan: FilePath

    func run() throws {
        let input = try WeekInput.read(week, quiet: true)
        let found = try PlanInput.plan(plan, of: input.week, isStrict: true)

        let findings = PlanAudit(week: input.week).check(plan: found)
        for violation in findings.violations { print(violation.sentence) }
        for discrepancy in findings.discrepancies { print(discrepancy.sentence) }
        print(PriceLines(findings.terms))
        guard findings.violations.isEmpty else {
            let rules = findings.violations.count
            throw Ending(code: .problems, message: "\(plan): \(rules) broken rule\(rules == 1 ? "" : "s").")
        }
        guard findings.isClean else {
            throw Ending(
                code: .problems,
                message: "\(plan): keeps every rule, and costs \(Show.pounds(findings.objective)); "
                    + "what its files state differs, as said above.")
        }
        print("\(plan): keeps every rule and costs what it says.")
    }
}
