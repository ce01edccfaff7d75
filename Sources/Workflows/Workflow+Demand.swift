// SPDX-License-Identifier: GPL-3.0-or-later

import Caseload
import ChangeFiles
import Intake
import PlanFolder
import Reading
import Tables
import Wording
import Workforce

/// Demand to be made of a caseload.
public struct DemandRequest: Sendable {
    /// The caseload's folder.
    public var caseload: FilePath
    /// The week that the demand goes into.
    public var week: FilePath
    /// Whether nothing is to be written.
    public var isDry: Bool
    /// Whether lines that were not made of a caseload go, too.
    public var replacesAll: Bool
    /// How many draws are made.
    public var draws: Int
    /// The seed of the draws.
    public var seed: UInt64

    /// The folder in the week's that draws go into.
    public static let drawsFolder = "draws"
    /// The most draws: as many as there are names for.
    public static let mostDraws = 1_000

    /// A request.
    public init(
        _ caseload: FilePath, into week: FilePath, isDry: Bool = false, replacesAll: Bool = false,
        draws: Int = 0, seed: UInt64 = 1
    ) {
        self.caseload = caseload
        self.week = week
        self.isDry = isDry
        self.replacesAll = replacesAll
        self.draws = draws
        self.seed = seed
    }
}

/// Demand that was made of a caseload.
public struct DemandMade: Sendable {
    /// The demand.
    public let demand: CaseloadDemand
    /// The week with it.
    public let week: Week
    /// People, and contacts by team, activity and day.
    public let tables: [Table]
    /// What was done, or would be.
    public let sentences: [String]
}

extension Workflow {
    /// Works out the demand of a caseload and writes it into a week: its table of demand, and draws of it as change files.
    /// Nothing is written while anything is wrong.
    public func demand(_ request: DemandRequest) throws(WorkflowError) -> DemandMade {
        let input = try read(week: request.week)
        if !request.isDry { try checkFolder(input, request.week, into: "demand") }
        let book = try read(caseload: request.caseload, for: input.week)
        let demand = CaseloadDemand(book, week: input.week)
        try check(demand)
        let taken = TakenDemand(demand, into: input.week, replacesAll: request.replacesAll)
        let tables = try changedTables(of: input, as: taken.week)
        var draws = try draws(request, book, demand, of: taken.week)
        // Without draws the earlier ones would lie beside a demand that they are not of.
        if draws.files.isEmpty, !tables.isEmpty { draws.gone = drawsThere(input) }
        if !request.isDry { try write(tables, draws, request, input) }
        return DemandMade(
            demand: demand, week: taken.week, tables: demand.tables(of: input.week),
            sentences: taken.sentences(demand).map(input.words) + draws.sentences(request))
    }

    private func read(caseload path: FilePath, for week: Week) throws(WorkflowError) -> CaseloadBook {
        guard (try? path.status())?.kind == .folder else {
            throw WorkflowError(
                .input,
                "\(path) is no folder: a caseload is a folder with profiles.yaml and caseload.csv or starts.csv."
            )
        }
        let (book, diagnostics) = CaseloadReader.read(InputFolder(path), week: week)
        guard let book else {
            let errors = diagnostics.count { $0.severity == .error }
            throw WorkflowError(
                .input, "\(path): \(Show.counted(errors, "error")); nothing was written.",
                diagnostics: diagnostics)
        }
        for diagnostic in diagnostics { tell(.remark(diagnostic)) }
        return book
    }

    /// A line has a most of contacts.
    ///
    /// - Parameter drawn: The contacts of each line in a draw; nil: those expected.
    private func check(
        _ demand: CaseloadDemand, _ drawn: (number: Int, contacts: [Int])? = nil
    ) throws(WorkflowError) {
        let counts = drawn?.contacts ?? demand.lines.map(\.line.contacts)
        guard let place = counts.firstIndex(where: { $0 > CaseloadDemand.most }) else { return }
        let line = demand.lines[place].line
        let draw = drawn.map { "In draw \($0.number) " } ?? ""
        throw WorkflowError(
            .input,
            "\(draw)\(Show.count(counts[place])) contacts of '\(line.activity)' for '\(line.team)' from one session to another "
                + "are more than the \(Show.count(CaseloadDemand.most)) of a line: look at its starts, stays and "
                + "profile; nothing was written.")
    }

    private func draws(
        _ request: DemandRequest, _ book: CaseloadBook, _ demand: CaseloadDemand, of week: Week
    ) throws(WorkflowError) -> DemandDraws {
        var draws = DemandDraws()
        let basis = CaseloadDraws(book, week: week)
        for number in 1..<(1 + max(0, request.draws)) {
            let drawn = DrawnCaseload(number, seed: request.seed, basis)
            try check(demand, (number, drawn.contacts))
            let name = DemandDraws.name(number)
            let text = ChangeFileText(
                drawn.changes(of: demand, in: week),
                title: "Draw \(number) of the caseload, seed \(request.seed)"
            ).text
            let diagnostics = Diagnostics()
            let file = ChangeFile.read(InputFile(path: name, bytes: Array(text.utf8)), diagnostics)
            guard file?.applied(to: week, diagnostics) != nil else {
                throw WorkflowError(
                    .fault, "Draw \(number) would be no change of the week; nothing was written.",
                    diagnostics: diagnostics.sorted)
            }
            draws.files.append((name, text))
            draws.contacts.append(drawn.contacts.reduce(0, +))
        }
        return draws
    }

    /// Writes the demand and its draws together, so that draws are always of the demand beside them.
    private func write(
        _ tables: [(name: String, bytes: [UInt8])], _ draws: DemandDraws, _ request: DemandRequest,
        _ input: WeekAtHand
    ) throws(WorkflowError) {
        let folder = DemandRequest.drawsFolder
        let target = input.path.appending(FilePath(folder))
        guard !draws.files.isEmpty else {
            return try update(input, tables: tables, stale: draws.gone.map { "\(folder)/\($0)" })
        }
        let files = draws.files + [(name: DemandDraws.index + ".csv", text: draws.table.csv)]
        try WorkflowError.writing { () throws(PlanFolderError) in
            var used = input.files
            for name in CaseloadReader.files {
                used.add(request.caseload.appending(FilePath(name)), as: "one of the caseload's own files")
            }
            try used.check(folder: target, writing: files.map(\.name))
            try TableFolder.checkWritable(target, first: DemandDraws.index)
        }
        let written = Set(files.map(\.name))
        try update(
            input, tables: tables, others: files.map { ("\(folder)/\($0.name)", Array($0.text.utf8)) },
            stale: drawsThere(input).filter { !written.contains($0) }.map { "\(folder)/\($0)" })
    }

    /// The files of draws that an earlier run has left, their list among them.
    private func drawsThere(_ input: WeekAtHand) -> [String] {
        let folder = input.path.appending(FilePath(DemandRequest.drawsFolder))
        let names = ((try? folder.names()) ?? []).map(\.description).sorted()
        guard names.contains(where: DemandDraws.isName) else { return [] }
        return names.filter { DemandDraws.isName($0) || $0 == DemandDraws.index + ".csv" }
    }
}
