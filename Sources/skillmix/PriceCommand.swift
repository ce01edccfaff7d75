// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Comparison
import Reading
import Workflows

struct PriceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "price",
        abstract: "Prices the rota you already have, beside a plan.",
        discussion: """
            Takes who is sent where from a table with the columns staff, session and team, as a plan's \
            deployments.csv has them, keeps it as it is, finds the best contacts for it, and shows what it costs \
            and leaves unmet beside a plan of the same week. Rules that the rota breaks are listed; it is priced \
            all the same.

            Examples:
              skillmix price Rosters/place-week --deployments rota.csv
              skillmix price Rosters/place-week --deployments rota.csv --out /tmp/comparison
              skillmix price Rosters/place-week --deployments rota.csv --plan Rosters/place-week/plan

            The limits are those of each of the two searches.

            With --out it writes a folder with both plans and their reports (today, optimised), the figures side \
            by side (comparison.csv) and the rules that the rota breaks (broken-rules.csv).
            """)

    @Argument(help: "The week's folder.", completion: .directory)
    var week: FilePath

    @Option(help: "The rota in use: a CSV file with the columns staff, session, team.", completion: .file())
    var deployments: FilePath

    @Option(help: "The folder of the plan beside it; one is made if not given.", completion: .directory)
    var plan: FilePath?

    @Option(help: "A folder for both plans and the tables.", completion: .directory)
    var out: FilePath?

    @OptionGroup var limits: SearchLimits

    @Flag(help: "Show no progress.")
    var quiet = false

    func run() async throws {
        let workflow = Workflow.command(quiet: quiet) { search in
            search == .contacts ? "today's rota" : "the plan beside it"
        }
        let priced = try await workflow.price(
            PricingRequest(
                week: week, deployments: deployments, beside: plan, to: out, options: limits.options()))
        priced.banner?.show()
        print(priced.comparison.lines.joined(separator: "\n"))
        if let out { print("Comparison: \(out)") }
        if priced.isInterrupted { throw Ending(code: .interrupted) }
    }
}
