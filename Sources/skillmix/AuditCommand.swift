// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Audit
import Reading
import RotationOutcome
import Wording
import Workflows

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

    @Argument(help: "The folder of a week or a rotation.", completion: .directory)
    var week: FilePath

    @Argument(help: "The plan's folder.", completion: .directory)
    var plan: FilePath

    func run() throws {
        if Workflow.isRotation(week) { return try auditRotation() }
        let findings = try Workflow.command().audit(plan: plan, of: week)
        for violation in findings.violations { print(violation.sentence) }
        for discrepancy in findings.discrepancies { print(discrepancy.sentence) }
        print(PriceLines(findings.terms))
        guard findings.violations.isEmpty else {
            let rules = Show.counted(findings.violations.count, "broken rule")
            throw Ending(code: .problems, message: "\(plan): \(rules).")
        }
        guard findings.isClean else {
            throw Ending(
                code: .problems,
                message: "\(plan): keeps every rule, and costs \(Show.pounds(findings.objective)); "
                    + "what its files state differs, as said above.")
        }
        print("\(plan): keeps every rule and costs what it says.")
    }

    private func auditRotation() throws {
        let judged = try Workflow.command().audit(rotationPlan: plan, of: week)
        for violation in judged.findings.violations { print(violation.sentence) }
        for discrepancy in judged.discrepancies { print(discrepancy.sentence) }
        print(judged.findings.price.lines)
        guard judged.findings.isClean else {
            let rules = Show.counted(judged.findings.violations.count, "broken rule")
            throw Ending(code: .problems, message: "\(plan): \(rules).")
        }
        guard judged.isClean else {
            throw Ending(
                code: .problems,
                message: "\(plan): keeps every rule, and costs \(Show.pounds(judged.findings.price.total)); "
                    + "what its files state differs, as said above.")
        }
        print("\(plan): keeps every rule and costs what it says.")
    }
}
