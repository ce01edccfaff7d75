// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import Changes
import Intake
import PlanFolder
import Reading
import Wording
import Workforce

/// A week with changes made in it, to be written.
public struct ChangeRequest: Sendable {
    /// The week.
    public var week: FilePath
    /// The change files, in the order in which they are applied.
    public var changes: [FilePath]
    /// Where the changed week goes: a folder that is not there yet, or empty, and in none that the week reads.
    public var target: FilePath
    /// The folder of a plan that is in force; nil: the one that the week has, if any.
    public var plan: FilePath?
    /// The first session that is not over; nil: as the week has it.
    public var from: String?

    /// A change.
    public init(
        _ week: FilePath, changes: [FilePath], to target: FilePath, plan: FilePath? = nil, from: String? = nil
    ) {
        self.week = week
        self.changes = changes
        self.target = target
        self.plan = plan
        self.from = from
    }
}

/// A week that was changed and written.
public struct ChangeMade: Sendable {
    /// The changed week, as its files say.
    public let week: Week
    /// What the change files say that they are.
    public let titles: [String]
    /// What differs from the week that it was.
    public let differences: [WeekDifference]
}

/// Two weeks compared.
public struct WeeksCompared: Sendable, Encodable {
    /// What differs, part by part.
    public let differences: [WeekDifference]

    /// The sentences, under the name of their part.
    public var lines: [String] {
        guard !differences.isEmpty else { return ["Nothing differs."] }
        return WeekDifference.Part.allCases.flatMap { part -> [String] in
            let of = differences.filter { $0.part == part }
            return of.isEmpty ? [] : [part.title + ":"] + of.map { "- " + $0.sentence }
        }
    }
}

extension Workflow {
    /// Says what differs between two weeks.
    public func difference(_ one: FilePath, _ other: FilePath) throws(WorkflowError) -> WeeksCompared {
        let (one, other) = (try read(week: one).week, try read(week: other).week)
        return WeeksCompared(differences: WeekDifference.between(one, other))
    }

    /// Makes changes in a week and writes the changed week, whole or not at all. The week stays as it is.
    public func change(_ request: ChangeRequest) throws(WorkflowError) -> ChangeMade {
        let input = try read(week: request.week)
        let base = try inForce(plan: request.plan, from: request.from, in: input)
        let (week, files) = try applied(request.changes, to: base.week)
        try check(request.target, isOutside: input)
        let folder = try changedFolder(
            of: input, as: week, files.map(\.input), isInForceNew: base.plan != nil)
        let written = try write(folder, of: week, to: request.target)
        return ChangeMade(
            week: written, titles: files.map(\.file.title),
            differences: WeekDifference.between(input.week, written))
    }

    /// The base is left as it is: what is written into its folders would be read with it or copied.
    func check(_ target: FilePath, isOutside input: WeekAtHand) throws(WorkflowError) {
        try WorkflowError.writing { () throws(PlanFolderError) in
            var used = input.files
            for name in ["current", ChangedFolder.changes] {
                used.add(input.path.appending(FilePath(name)), as: "a folder of the week itself")
            }
            try used.check(within: target)
        }
    }

    /// Writes the folder, unless there is an error in it, and gives the week that it holds: the one that was to be.
    private func write(
        _ files: [(name: String, bytes: [UInt8])], of week: Week, to target: FilePath
    ) throws(WorkflowError) -> Week {
        var found: WeekReading?
        do throws(PlanFolderError) {
            try WeekFolder.write(files, to: target) { folder in
                let reading = WeekReading(folder)
                found = reading
                return reading.isRight(week)
            }
        } catch {
            if let found, !found.isRight(week) { throw found.error(unlike: week) }
            throw WorkflowError(.output, error.description)
        }
        return found?.week ?? week
    }

    /// The week after each of the files, or all that is wrong with the first that cannot be applied, and with what is
    /// written in those after it.
    func applied(
        _ changes: [FilePath], to base: Week
    ) throws(WorkflowError) -> (week: Week, files: [(file: ChangeFile, input: InputFile)]) {
        let diagnostics = Diagnostics()
        var week: Week? = base
        var files: [(file: ChangeFile, input: InputFile)] = []
        for path in changes {
            let bytes = InputFile.load(
                path.name.description, in: path.parent, at: path, limit: InputFile.documentLimit, diagnostics)
            guard let bytes, let file = ChangeFile.read(bytes, for: week, diagnostics) else {
                week = nil
                continue
            }
            files.append((file, bytes))
            week = week.flatMap { file.applied(to: $0, diagnostics)?.week }
        }
        guard let week else {
            let found = diagnostics.sorted
            let errors = found.count { $0.severity == .error }
            throw WorkflowError(
                .input, "\(Show.counted(errors, "error")) in the changes; nothing was written.",
                diagnostics: found)
        }
        for diagnostic in diagnostics.sorted { tell(.remark(diagnostic)) }
        return (week, files)
    }

    /// The files of the changed week's folder. They are read before they are given to anybody, so that no folder is
    /// written that is not the week it is to be.
    ///
    /// - Parameter isInForceNew: Whether another plan is in force than the files of the week have.
    func changedFolder(
        of input: WeekAtHand, as week: Week, _ changes: [InputFile], isInForceNew: Bool
    ) throws(WorkflowError) -> [(name: String, bytes: [UInt8])] {
        let diagnostics = Diagnostics()
        func load(_ path: String) -> InputFile? {
            input.folder.load(path, optional: true, diagnostics)
        }
        let own = WeekReader.files
        let frameworkPath = input.inputs.map(\.path).first { !own.contains($0) } ?? ChangedFolder.framework
        guard let framework = load(frameworkPath) else {
            throw WorkflowError(
                .input, "\(frameworkPath) cannot be read any more; nothing was written.",
                diagnostics: diagnostics.sorted)
        }
        let current =
            input.folder.isGiven
            ? own.filter { $0.hasPrefix("current/") }
            : names(in: input.path.appending("current")).map { "current/\($0)" }
        let names = own.filter { !$0.hasPrefix("current/") } + current
        let changed = ChangedFolder(input.week, as: week, isInForceNew: isInForceNew, file: load)
        var files = changed.files(names, framework: framework)
        var taken: [String] = []
        for name in self.names(in: input.path.appending(FilePath(ChangedFolder.changes))) {
            guard let kept = load("\(ChangedFolder.changes)/\(name)") else { continue }
            taken.append(name)
            files.append((kept.path, kept.bytes))
        }
        for change in changes {
            let name = Self.free(change.path, besides: taken)
            taken.append(name)
            files.append(("\(ChangedFolder.changes)/\(name)", change.bytes))
        }
        guard !diagnostics.hasErrors else {
            throw WorkflowError(
                .input, "The files of \(input.path) cannot be read any more; nothing was written.",
                diagnostics: diagnostics.sorted)
        }
        return files
    }

    /// The files of a folder that are no hidden ones, by name; none where there is no folder.
    private func names(in folder: FilePath) -> [String] {
        let names = (try? folder.names()) ?? []
        return names.filter { name in
            (try? folder.appending(name).status())?.kind == .file && !name.description.hasPrefix(".")
        }.compactMap(\.text).sorted()
    }

    /// A name, or that name with the first number that makes it another than those: `sick-2.yaml`.
    private static func free(_ name: String, besides taken: [String]) -> String {
        let used = Set(taken.map { $0.lowercased() })
        guard used.contains(name.lowercased()) else { return name }
        let dot = name.lastIndex(of: ".").flatMap { $0 == name.startIndex ? nil : $0 } ?? name.endIndex
        var number = 2
        while used.contains("\(name[..<dot])-\(number)\(name[dot...])".lowercased()) { number += 1 }
        return "\(name[..<dot])-\(number)\(name[dot...])"
    }
}
