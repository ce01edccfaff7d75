// SPDX-License-Identifier: GPL-3.0-or-later

import Generation
import Intake
import PlanFolder
import Reading
import WeekBooks
import Workbooks
import Workforce

/// A folder for a week that is not there yet.
public struct NewWeekRequest: Sendable {
    /// Where it goes: a folder, or a workbook where the name ends in `.xlsx`.
    public var target: FilePath
    /// The competency framework.
    public var framework: FilePath
    /// The Monday on which the week starts.
    public var start: CalendarDay

    /// A new week.
    public init(to target: FilePath, framework: FilePath, start: CalendarDay) {
        self.target = target
        self.framework = framework
        self.start = start
    }
}

extension Workflow {
    /// Writes an empty week to fill in.
    public func newWeek(_ request: NewWeekRequest) throws(WorkflowError) {
        let framework = try readFramework(request.framework)
        let week = EmptyWeek(
            frameworkPath: try path(from: Self.home(of: request.target), to: request.framework),
            weekStarting: request.start)
        try write(week.files(), of: framework, to: request.target)
    }

    /// Writes a made-up week.
    ///
    /// - Parameters:
    ///   - staff: How many people are on its roster, as `WeekGenerator.sizes` allows.
    ///   - seed: Another number gives another week.
    public func generateWeek(_ request: NewWeekRequest, staff: Int, seed: UInt64) throws(WorkflowError) {
        let framework = try readFramework(request.framework)
        let generator = WeekGenerator(
            framework: framework,
            frameworkPath: try path(from: Self.home(of: request.target), to: request.framework), size: staff,
            seed: seed, weekStarting: request.start)
        try write(generator.files(), of: framework, to: request.target)
    }

    func readFramework(_ path: FilePath) throws(WorkflowError) -> Framework {
        let (found, diagnostics, _) = FrameworkReader.read(path)
        guard let found else {
            throw WorkflowError(
                .input, "No framework could be read from \(path): name another one.", diagnostics: diagnostics
            )
        }
        for diagnostic in diagnostics { tell(.remark(diagnostic)) }
        return found
    }

    /// The framework's path as the document in a new folder is to say it.
    func path(from folder: FilePath, to framework: FilePath) throws(WorkflowError) -> String {
        guard let path = WeekFolder.path(from: folder, to: framework) else {
            throw WorkflowError(
                .output,
                "The way from \(folder) to \(framework) has a name that is not UTF-8, which "
                    + "no document can hold: rename the folder, or name a framework elsewhere.")
        }
        return path
    }

    /// The folder in which the paths of a week to be written begin: its own, or that of its workbook.
    static func home(of target: FilePath) -> FilePath {
        WeekBook.isName(of: target) ? target.parent : target
    }

    func write(
        _ files: [GeneratedFile], of framework: Framework, to folder: FilePath
    ) throws(WorkflowError) {
        if WeekBook.isName(of: folder) {
            return try write(
                book: files.map { ($0.path, Array($0.text.utf8)) }, lists: framework, to: folder)
        }
        try writeFolder(files, to: folder)
    }

    /// Writes files into a folder that is not there yet.
    func writeFolder(_ files: [GeneratedFile], to folder: FilePath) throws(WorkflowError) {
        try WorkflowError.writing { () throws(PlanFolderError) in
            try WeekFolder.write(files.map { ($0.path, $0.text) }, to: folder)
        }
    }
}
