// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Reading
import RotationOutcome
import RotationPlanning
import RotationReport
import Workflows
import Workforce

struct RotateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Plans who is in which post over a year or two.",
        discussion: """
            Writes a folder with each block (placements.csv, which a week takes as it is), who is where in each \
            period (sequences.csv), what posts have and lack and why (filled.csv, unfilled.csv), what people learn \
            (gained.csv), the figures (rotation.json) and a report for people (report.html). An earlier plan is \
            replaced only when the new one is complete, and kept beside it: skillmix undo brings it back.

            Examples:
              skillmix rotate Rosters/acute-community-rotation
              skillmix rotate Rosters/acute-community-rotation --time-limit 120 --gap 0.02
              skillmix rotate Rosters/acute-community-rotation --from 2027-05-01

            With --from, periods that begin before that day are as in current/placements.csv, whatever rotation.yaml \
            says. With --start the search begins with an earlier plan.

            Press Ctrl-C to stop early and keep the best plan so far (exit code 3). Before there is one, that ends \
            the command and leaves nothing behind.
            """)

    @Argument(help: "The rotation's folder.", completion: .directory)
    var rotation: FilePath

    @Option(help: "Where the plan goes; plan in the rotation's folder, if not given.", completion: .directory)
    var out: FilePath?

    @Option(
        help: "The first day to be planned: periods that begin before it are as in current/placements.csv.")
    var from: String?

    @Option(help: "The folder of a plan to start from.", completion: .directory)
    var start: FilePath?

    @OptionGroup var limits: SearchLimits

    @Option(help: "Weeks before the first day by which people have to know of a placement.")
    var noticeWeeks = RotationPage.usualNoticeWeeks

    @Flag(help: "Show no progress and no warnings.")
    var quiet = false

    func validate() throws {
        _ = try firstDay()
        try Self.validate(noticeWeeks: noticeWeeks)
    }

    static func validate(noticeWeeks: Int?) throws {
        let weeks = RotationPage.noticeRange
        guard let noticeWeeks, !weeks.contains(noticeWeeks) else { return }
        throw ValidationError(
            "--notice-weeks is \(noticeWeeks); give a number from \(weeks.lowerBound) to \(weeks.upperBound)."
        )
    }

    func run() async throws {
        let target = out ?? Workflow.usualPlan(ofRotation: rotation)
        let options = limits.options(seconds: 60)
        let rotated = try await Workflow.command(quiet: quiet).rotate(
            RotateRequest(
                rotation: rotation, to: target, from: try firstDay(), start: start,
                options: RotationOptions(
                    timeLimit: options.timeLimit, workLimit: options.workLimit, gap: options.gap,
                    seed: options.seed),
                noticeWeeks: noticeWeeks))
        Interruption.shared.handedOver()
        Terminal.summary(rotated.summary.joined(separator: "\n"))
        Terminal.summary(rotated.stated.summary.price.lines)
        Terminal.summary("Plan: \(target)")
        if rotated.isInterrupted { throw Ending(code: .interrupted) }
    }

    private func firstDay() throws -> CalendarDay? {
        guard let from else { return nil }
        guard let day = CalendarDay(iso: from) else {
            throw ValidationError("--from is \(from); give a day, such as 2027-05-01.")
        }
        return day
    }
}
