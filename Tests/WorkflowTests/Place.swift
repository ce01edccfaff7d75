// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Synchronization
import TestSupport
import Workflows

/// A copy of the shipped weeks and framework, in which use cases are run; gone when nobody holds it.
final class Place: Sendable {
    /// The folder that stands for the repository's.
    let root: FilePath

    init() throws {
        let files = FileManager.default
        let folder = files.temporaryDirectory.appending(path: "workflows-\(UUID().uuidString)")
        root = FilePath(folder.path)
        try files.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["Rosters", "Competencies"] {
            try files.copyItem(at: Repository.root.appending(path: name), to: folder.appending(path: name))
        }
        for week in try files.contentsOfDirectory(atPath: folder.appending(path: "Rosters").path) {
            try? files.removeItem(at: folder.appending(path: "Rosters/\(week)/plan"))
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: root.description) }

    /// Where a path from the root leads.
    func path(_ path: String) -> FilePath { root.appending(path) }

    /// The names in a folder, hidden ones too.
    func names(_ path: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.description + "/" + path).sorted()
    }

    /// The text of a file.
    func text(_ path: String) throws -> String {
        try String(contentsOfFile: self.path(path).description, encoding: .utf8)
    }

    /// Puts text into a file.
    ///
    /// - Parameter making: Whether its folder is to be made.
    func write(_ text: String, to path: String, making: Bool = false) throws {
        if making {
            let folder = URL(filePath: root.description).appending(path: path).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        try Data(text.utf8).write(to: URL(filePath: root.description).appending(path: path))
    }
}

/// What a use case told, in its order.
final class Told: Sendable {
    private let events = Mutex<[WorkflowEvent]>([])

    func note(_ event: WorkflowEvent) { events.withLock { $0.append(event) } }

    /// How often it told how far a search is, and how often that one is over.
    var steps: (progress: Int, searched: Int) {
        events.withLock { events in
            events.reduce(into: (progress: 0, searched: 0)) { steps, event in
                switch event {
                case .progress: steps.progress += 1
                case .searched: steps.searched += 1
                case .drawn, .rotated, .scenario, .remark, .notice, .planRemark, .warning: break
                }
            }
        }
    }
}

/// What a use case said in words, in its order.
final class Words: Sendable {
    private let texts = Mutex<[String]>([])

    func note(_ event: WorkflowEvent) { texts.withLock { $0.append("\(event)") } }

    /// Whether nothing was said yet.
    var isEmpty: Bool { texts.withLock(\.isEmpty) }

    /// How often something was said.
    var number: Int { texts.withLock(\.count) }

    /// How often something with these words was said.
    func count(_ text: String) -> Int { texts.withLock { $0.count { $0.contains(text) } } }

    /// Whether somewhere it was said.
    func contain(_ text: String) -> Bool { texts.withLock { $0.contains { $0.contains(text) } } }
}
