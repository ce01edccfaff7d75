// SPDX-License-Identifier: GPL-3.0-or-later

import Audit
import Figures
import Formulation
import PlanFolder
import Questions
import Reading
import Report
import Trials
import Workforce

/// A report that is to be rendered anew.
public struct ReportRequest: Sendable {
    /// The week's folder.
    public var week: FilePath
    /// The plan's folder.
    public var plan: FilePath
    /// A folder for the report, or a file that ends in .html; nil: the plan's folder.
    public var target: FilePath?
    /// The number that pseudonyms are drawn with; nil: people have their names. Name a target with it, so that a report
    /// without names does not lie among files with them.
    public var pseudonyms: UInt64?
    /// Seconds for closer looks at the plan.
    public var seconds: Double
    /// Whether the plan comes as a workbook, too. One of an earlier report is made anew.
    public var withBook: Bool
    /// Of a target that is one file: whether it is the plan on two sheets of paper, instead of the whole report.
    public var summaryAlone: Bool

    /// A report of a plan.
    public init(
        week: FilePath, plan: FilePath, to target: FilePath? = nil, pseudonyms: UInt64? = nil,
        seconds: Double = 30, withBook: Bool = false, summaryAlone: Bool = false
    ) {
        self.week = week
        self.plan = plan
        self.target = target
        self.pseudonyms = pseudonyms
        self.seconds = seconds
        self.withBook = withBook
        self.summaryAlone = summaryAlone
    }
}

/// A report that was rendered and written.
public struct Reported: Sendable {
    /// The page.
    public let path: FilePath
    /// What it begins with.
    public let banner: Banner
    /// What closer looks found.
    public let findings: Findings
}

extension Workflow {
    /// Renders the report of a plan anew, as the files of both stand.
    public func report(_ request: ReportRequest) throws(WorkflowError) -> Reported {
        let input = try read(week: request.week)
        try check(request)
        let judged = try judge(plan: request.plan, of: input)
        let findings = try findings(judged, request, input.week)
        // Somebody may have typed into flags.csv meanwhile.
        let typed = PlanFolder.flags(in: request.plan).flags
        let page = page(
            typed.map(judged.withFlags) ?? judged, of: input.week, findings, pseudonyms: request.pseudonyms)
        let path = try WorkflowError.writing { () throws(PlanFolderError) in
            try write(page, request, besides: input.files)
        }
        if Self.isWrittenIntoPlan(request) {
            tell(of: FlagsCarried(page.figures.flags, isUnread: typed == nil), in: request.plan)
        }
        return Reported(path: path, banner: Banner(judged.standing, of: input.week), findings: findings)
    }

    /// A workbook that must not be written is better known before closer looks than after them.
    private func check(_ request: ReportRequest) throws(WorkflowError) {
        let folder = request.target ?? request.plan
        guard request.withBook, !Self.isAFile(folder) else { return }
        try WorkflowError.writing { () throws(PlanFolderError) in
            try ReportFolder.checkWorkbook(in: folder)
        }
    }

    /// What closer looks at the plan find in the time there is.
    private func findings(
        _ judged: JudgedPlan, _ request: ReportRequest, _ week: Week
    ) throws(WorkflowError) -> Findings {
        guard Self.allowsLooks(ModelSize(Instance(week))) else { return .allLeftOut }
        try checkSize(week, path: request.week)
        return hand(
            judged, at: request.plan, of: week,
            budget: LookBudget(seconds: request.seconds, stop: stop.cancellation())
        ).findings()
    }

    private func page(
        _ judged: JudgedPlan, of week: Week, _ findings: Findings, pseudonyms seed: UInt64?
    ) -> ReportPage {
        let (plan, standing) = (judged.plan, judged.standing)
        guard let seed else {
            return ReportPage(
                week: week, plan: plan, figures: ReportFigures(week: week, plan: plan),
                findings: findings, standing: standing)
        }
        let hidden = Pseudonyms(
            week: week, plan: judged.given, files: standing.inputs.map(\.path), seed: seed)
        let shown = hidden.applied(to: plan)
        // The audit names people, so it is asked again about those who have other names.
        let breaches =
            standing.breaches.isEmpty
            ? [] : PlanAudit(week: hidden.week).check(plan: hidden.plan).violations.map(\.sentence)
        return ReportPage(
            week: hidden.week, plan: shown, figures: ReportFigures(week: hidden.week, plan: shown),
            findings: hidden.applied(to: findings),
            standing: hidden.applied(to: standing, breaches: breaches), notice: hidden.notice)
    }

    /// Writes the page where it is to go, and says where that is.
    private func write(
        _ page: ReportPage, _ request: ReportRequest, besides files: FilesInUse
    ) throws(PlanFolderError) -> FilePath {
        let folder = request.target ?? request.plan
        guard !Self.isWrittenIntoPlan(request) else {
            try ReportFolder.refresh(
                shown(page, in: folder, withBook: request.withBook), flags: page.figures.flags.items,
                in: folder)
            return folder.appending("report.html")
        }
        guard !Self.isAFile(folder) else {
            try files.check(folder)
            let text = request.summaryAlone ? page.summaryAlone.html : page.htmlAlone
            try ReportFolder.write(text, toFile: folder)
            return folder
        }
        try ReportFolder.write(shown(page, in: folder, withBook: request.withBook), to: folder)
        return folder.appending("report.html")
    }

    /// Whether the report goes into the plan's folder, where flags.csv is written anew with it.
    private static func isWrittenIntoPlan(_ request: ReportRequest) -> Bool {
        guard let target = request.target else { return true }
        guard request.pseudonyms == nil, !isAFile(target) else { return false }
        return isSameFolder(target, request.plan)
    }

    /// Whether two paths lead to the same folder.
    static func isSameFolder(_ one: FilePath, _ other: FilePath) -> Bool {
        guard let identity = try? one.status().identity else { return false }
        return identity == (try? other.status().identity)
    }

    /// Whether a report goes into a file of its own.
    static func isAFile(_ target: FilePath) -> Bool {
        target.description.lowercased().hasSuffix(".html")
    }
}
