// SPDX-License-Identifier: GPL-3.0-or-later

import Pay
import PlanFolder
import Reading
import Required
import Tables
import Wording
import Workforce

/// What is asked about a required workforce.
public struct RequiredRequest: Sendable {
    /// The weeks, each of which has to be managed; today's people are those of the first.
    public var weeks: [FilePath]
    /// A pay table; nil: what the roster says of an hour.
    public var pay: FilePath?
    /// A folder for the tables; nil: nothing is written.
    public var target: FilePath?
    /// How many further posts are to be spent; nil: that is not asked.
    public var further: Int?
    /// The assumptions.
    public var settings: RequiredSettings

    /// A request.
    public init(
        weeks: [FilePath], pay: FilePath? = nil, to target: FilePath? = nil, further: Int? = nil,
        settings: RequiredSettings = RequiredSettings()
    ) {
        self.weeks = weeks
        self.pay = pay
        self.target = target
        self.further = further
        self.settings = settings
    }
}

/// What came of it.
public struct RequiredAnswer: Sendable, Encodable {
    /// The required workforce.
    public let workforce: RequiredWorkforce
    /// What further posts are best spent on, if that was asked and found.
    public let further: FurtherPosts?
    /// Why it was not found, in words, if it was asked; nil if it was.
    public let furtherProblem: String?

    enum CodingKeys: String, CodingKey {
        case workforce = "required"
        case further
        case furtherProblem = "further_problem"
    }

    /// One object for programs: `required`, and `further` or `further_problem` if that was asked.
    public func json() throws -> String { try JSONText.of(self, isNamedAlike: true) + "\n" }
}

extension Workflow {
    /// Works out the workforce that weeks require, and writes its tables where they are to go.
    public func required(_ request: RequiredRequest) throws(WorkflowError) -> RequiredAnswer {
        var inputs: [WeekAtHand] = []
        for path in request.weeks { inputs.append(try read(week: path)) }
        let pay = try request.pay.map { path throws(WorkflowError) in try Self.payTable(path).table }
        let weeks = inputs.map(\.week)
        if let target = request.target { try check(target, for: request, inputs) }
        let answer: RequiredAnswer
        do throws(RequiredProblem) {
            if let number = request.further { try FurtherPosts.check(number) }
            let workforce = try RequiredWorkforce(weeks, pay: pay, request.settings)
            let (further, problem) = try Self.further(request, weeks, pay)
            answer = RequiredAnswer(workforce: workforce, further: further, furtherProblem: problem)
        } catch {
            throw WorkflowError(error.isFault ? .fault : .input, error.words)
        }
        guard let target = request.target else { return answer }
        let tables = answer.workforce.tables + (answer.further.map { [$0.table] } ?? [])
        var texts: [(String, String)] = []
        do {
            texts.append(("required.json", try answer.workforce.json()))
            if let further = answer.further {
                texts.append(("further-posts.json", try JSONText.of(further, isNamedAlike: true) + "\n"))
            }
        } catch {
            throw WorkflowError(.fault, "The figures are no JSON: \(error).")
        }
        try WorkflowError.writing { () throws(PlanFolderError) in
            try TableFolder.write(tables, others: texts, stale: Self.requiredFiles, to: target)
        }
        return answer
    }

    /// Every file that there may be: one of before that is no more is taken away.
    private static let requiredFiles =
        [
            "posts", "roles", "bands", "employers", "competencies", "care", "work", "nobody", "further-posts",
        ].map { $0 + ".csv" } + ["required.json", "further-posts.json"]

    /// Looks before anything is searched whether the tables can be written, and over what.
    private func check(
        _ target: FilePath, for request: RequiredRequest, _ inputs: [WeekAtHand]
    ) throws(WorkflowError) {
        try WorkflowError.writing { () throws(PlanFolderError) in
            var files = FilesInUse()
            if let pay = request.pay { files.add(pay, as: "the pay table") }
            try files.check(folder: target, writing: Self.requiredFiles)
            for input in inputs { try input.files.check(folder: target, writing: Self.requiredFiles) }
            try TableFolder.checkWritable(target, first: "posts")
        }
    }

    /// What further posts are best spent on. That a search of it found nothing takes nothing from what is required.
    private static func further(
        _ request: RequiredRequest, _ weeks: [Week], _ pay: PayTable?
    ) throws(RequiredProblem) -> (FurtherPosts?, problem: String?) {
        guard let number = request.further else { return (nil, nil) }
        do throws(RequiredProblem) {
            return (try FurtherPosts(number, beside: weeks, pay: pay, request.settings), nil)
        } catch {
            switch error {
            case .solver, .infeasible: return (nil, error.words)
            case .noWeeks, .unlike, .unpaid, .unpriced, .noKinds, .setting: throw error
            }
        }
    }

    /// A pay table, or everything that is wrong with it.
    static func payTable(
        _ path: FilePath
    ) throws(WorkflowError) -> (table: PayTable, input: InputFile) {
        let diagnostics = Diagnostics()
        let file = InputFile.load(path.description, in: path.parent, at: path, diagnostics)
        let table = file.flatMap { PayTableReader.read($0, diagnostics) }
        guard let file, let table else {
            throw WorkflowError(
                .input, "\(path) is no pay table; nothing was done.", diagnostics: diagnostics.sorted)
        }
        return (table, file)
    }
}

extension RequiredProblem {
    /// Whether nobody's input is to blame.
    fileprivate var isFault: Bool {
        switch self {
        case .solver: true
        case .noWeeks, .unlike, .unpaid, .unpriced, .noKinds, .setting, .infeasible: false
        }
    }
}
