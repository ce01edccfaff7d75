// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PlanFolder
import Reading
import WebStore
import Workflows

/// Where a server keeps the files of weeks and plans: all in one folder.
public struct Shelf: Sendable {
    /// The folder.
    public let folder: FilePath

    /// A server's folder.
    public init(_ folder: FilePath) { self.folder = folder }

    /// The database.
    public var database: FilePath { folder.appending("skillmix.sqlite") }
    /// Frameworks that weeks can be brought with.
    var frameworks: FilePath { folder.appending("frameworks") }
    /// What was sent and is not a week yet.
    var arrivals: FilePath { folder.appending("arrivals") }

    /// Back-ups that were made from a page.
    var backUps: FilePath { folder.appending("back-ups") }

    /// What was handed out last of what is published, a folder a week.
    var handedOut: FilePath { folder.appending("handed-out") }

    /// What was handed out last of a week: calendars are gone on from there. Another week has its own, also where it has the
    /// same days.
    func handedOut(ofWeek id: Int64) -> FilePath { handedOut.appending(FilePath(String(id))) }

    /// Weeks of which something was handed out, the latest first.
    func weeksHandedOut() -> [Int64] {
        ((try? handedOut.names()) ?? []).compactMap(\.text).compactMap { Int64($0) }.sorted(by: >)
    }

    /// A week's tables and its framework.
    public func week(_ id: Int64) -> FilePath { folder.appending("weeks").appending(String(id)) }

    /// What a table of a week was in a version that is another one's by now.
    func former(_ id: Int64, version: Int) -> FilePath {
        folder.appending("former").appending("\(id)-\(version)")
    }

    /// The names of the week and of results of scenarios in what a run works in.
    static let weekName = "week", resultsName = "results"

    /// What a run works in: a folder for each time it was begun.
    func run(_ run: KeptRun) -> FilePath { self.run(run.id, attempt: run.attempt) }

    /// What a run worked in the so-manyeth time that it was begun.
    func run(_ id: Int64, attempt: Int) -> FilePath {
        folder.appending("runs").appending("\(id)-\(attempt)")
    }

    /// The week that a run plans, as it was when the run began.
    func source(of run: KeptRun) -> FilePath { self.run(run).appending(Self.weekName) }
    /// A change file of a re-plan or a call list, counted from 1.
    func changes(of run: KeptRun, number: Int) -> FilePath {
        self.run(run).appending(FilePath("changes-\(number).yaml"))
    }
    /// Where its better plans and bounds are written, as they are found.
    func progress(of run: KeptRun) -> FilePath { self.run(run).appending("progress.csv") }
    /// What its process says.
    func said(of run: KeptRun) -> FilePath { self.run(run).appending("said.txt") }
    /// Its plan.
    func plan(of run: KeptRun) -> FilePath { self.run(run).appending("plan") }
    /// Its call list, with the week that is called for.
    func calls(of run: KeptRun) -> FilePath { self.run(run).appending("calls") }

    /// A scenario file, beside the week that it names.
    func scenarios(of run: KeptRun) -> FilePath { self.run(run).appending("scenarios.yaml") }
    /// What scenarios came to.
    func results(of run: KeptRun) -> FilePath { self.run(run).appending(Self.resultsName) }
    /// What people take away of its plan: calendars, sheets, shifts and messages, as they were made when it was published.
    func share(of run: KeptRun) -> FilePath { self.run(run).appending("share") }

    /// The week that what a run made is of.
    func week(ofPlan run: KeptRun) -> FilePath {
        switch run.wanted.kind {
        case .allocate, .scenarios: source(of: run)
        case .replan: plan(of: run).appending("week")
        case .calls: calls(of: run).appending("week")
        }
    }

    /// The files of a folder and of those in it, by path from there. Links are none.
    static func files(in folder: FilePath) -> [String] {
        var found: [String] = []
        func look(_ folder: FilePath, _ prefix: String, depth: Int) {
            for name in (try? folder.names()) ?? [] {
                guard let text = name.text, !text.hasPrefix(".") else { continue }
                let path = folder.appending(name)
                switch (try? path.status(followingLinks: false))?.kind {
                case .file: found.append(prefix + text)
                case .folder where depth < 4: look(path, prefix + text + "/", depth: depth + 1)
                case .folder, .link, .other, nil: break
                }
            }
        }
        look(folder, "", depth: 0)
        return found.sorted()
    }

    /// Removes whatever stands at a path.
    static func remove(_ path: FilePath) { try? FileManager.default.removeItem(atPath: path.description) }

    /// Copies a folder's files to where nothing stands yet, all of them or none.
    static func copy(_ folder: FilePath, to target: FilePath) throws(StoreError) {
        do {
            let files = try files(in: folder).map { name in
                (name: name, bytes: try folder.appending(FilePath(name)).read(atMost: InputFile.tableLimit))
            }
            try WeekFolder.write(files, to: target) { _ in true }
        } catch {
            throw .refused("The files cannot be copied: \(error)")
        }
    }

    /// A file's text; blank where it is not there.
    static func text(_ file: FilePath) -> String {
        String(decoding: (try? file.read(atMost: InputFile.tableLimit)) ?? [], as: UTF8.self)
    }

    /// Writes a text to a file, whole or not at all; folders above are made where they are missing.
    static func write(_ text: String, to path: FilePath) throws(StoreError) {
        try write(Array(text.utf8), to: path)
    }

    /// Writes bytes to a file, whole or not at all; folders above are made where they are missing.
    static func write(_ bytes: [UInt8], to path: FilePath) throws(StoreError) {
        do throws(PlanFolderError) {
            try OutputFile.replace(path, with: bytes)
        } catch {
            throw .refused("\(path.name) cannot be written: \(error.description)")
        }
    }
}
