// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Reading
import Surges
import Tables
import Wording
import Workflows
import Workforce

struct SurgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "surge",
        abstract: "Says whom to call for a week that is short, and in which order.",
        discussion: """
            Climbs the ladder of the policy: own people first, then bank, overtime and agency, those who offered \
            themselves (A) before those who may be asked (C). Writes calls.csv in the order to ring, report.html to \
            ring from, the changed week (week) and its plan with those who said yes (plan). Type yes or no into the \
            column answer and run the same command again: the declined are not proposed any more, the accepted are \
            held, and the rest is ranked anew.

            With --draws the week is drawn so often as it may turn out, by draws of the change files: draws.csv says how \
            likely critical care goes unmet and how many hours of calls hold that, book-now.csv what is worth booking \
            now. Press Ctrl-C to end it with the draws there are (exit code 3).

            Examples:
              skillmix surge Rosters/first-week Rosters/first-week/plan Rosters/first-week/tuesday.yaml --out calls
              skillmix surge Rosters/first-week Rosters/first-week/plan --out calls --declined PT-02@2026-11-24\\ am
            """)

    @Argument(help: "The week's folder.", completion: .directory)
    var week: FilePath

    @Argument(help: "The folder of the plan that people work by.", completion: .directory)
    var plan: FilePath

    @Argument(help: "The change files, if any.", completion: .file(extensions: ["yaml", "yml"]))
    var changes: [FilePath] = []

    @Option(
        help: "A folder for the calls: not there yet, or one of earlier calls, whose answers are kept.",
        completion: .directory)
    var out: FilePath

    @Option(
        help: """
            The first session that is not over, such as "2026-11-24 pm"; what the plan has before it stands. As the \
            week has it if not given.
            """)
    var from: String?

    @Option(help: "Who said no: a person, or person@session. May be given several times.")
    var declined: [String] = []

    @Option(help: "Who said yes: a person on the list, or person@session. May be given several times.")
    var accepted: [String] = []

    @Option(help: "The most calls to propose: the best so many together.")
    var calls: Int?

    @Option(help: "The day on which you call; calls that the policy's release opens later say when.")
    var on: String?

    @Option(help: "Why agency may be called beyond the policy's cap. The reason is kept.")
    var breakGlass: String?

    @Option(help: "Any whole number; the same number gives the same list.")
    var seed: UInt64 = 1

    @Flag(
        help: """
            Say how many of the bank are to stand by for people who may be away (draws.absence of the change files, \
            else 5.7 % of them).
            """)
    var standby = false

    @Option(
        help: """
            How often to draw how the week may turn out: more or fewer contacts, people away (draws of the change \
            files). Says how likely critical care goes unmet, and what is worth booking now.
            """)
    var draws: Int?

    @Option(
        help: """
            The chance of unmet critical care that is taken, with --draws, and with --standby that more people are away \
            than stand by. (default: 0.05)
            """)
    var risk: Double?

    func validate() throws {
        if let draws, !(1...DrawOptions.most).contains(draws) {
            throw ValidationError("--draws is \(draws); give 1 to \(Show.count(DrawOptions.most)).")
        }
        if let risk {
            guard draws != nil || standby else {
                throw ValidationError("--risk goes with --draws or --standby; give one of them.")
            }
            guard risk > 0, risk < 1 else {
                throw ValidationError("--risk is \(risk); give a share above 0 and below 1, such as 0.05.")
            }
        }
        if let calls, calls < 1 { throw ValidationError("--calls is \(calls); give 1 or more.") }
        if let on, CalendarDay(iso: on) == nil {
            throw ValidationError("--on is \(on); give a day such as 2026-11-24.")
        }
        if let breakGlass, breakGlass.allSatisfy(\.isWhitespace) {
            throw ValidationError("--break-glass is blank; say why agency is called beyond the cap.")
        }
    }

    func run() async throws {
        let options = SurgeOptions(
            calls: calls, on: on.flatMap { CalendarDay(iso: $0) }, breakGlass: breakGlass, seed: seed)
        let made = try await Workflow.command().calls(
            CallsRequest(
                week, plan: plan, changes: changes, from: from, to: out, accepted: accepted,
                declined: declined,
                options: options,
                draws: draws.map {
                    DrawOptions(number: $0, risk: risk ?? DrawOptions.usualRisk, on: options.on)
                },
                standbyRisk: standby ? risk ?? StandbyOptions.usualRisk : nil))
        guard let made else { throw Ending(code: .interrupted) }
        Interruption.shared.handedOver()
        for title in made.titles { print(Table.plain(title)) }
        for line in made.surge.summary { print(Table.plain(line)) }
        AnswerOutput.lines(SurgeText(made.surge).description)
        if let standby = made.standby {
            let table = StandbyTable(standby.needs, week: made.surge.week).table
            AnswerOutput.lines(table.lines.joined(separator: "\n"))
        }
        if let outlook = made.outlook {
            for line in outlook.summary { print(Table.plain(line)) }
            if let bookings = OutlookTables(outlook, week: made.surge.week).shortBookings {
                AnswerOutput.lines(bookings.lines.joined(separator: "\n"))
            }
            print("\(out): draws.csv has the chances by pathway and day.")
        }
        print("\(out): calls.csv to ring by, report.html to print; type the answers into calls.csv.")
        if made.isInterrupted { throw Ending(code: .interrupted) }
    }
}
