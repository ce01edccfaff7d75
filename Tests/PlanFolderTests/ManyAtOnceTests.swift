// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Foundation
import Reading
import Synchronization
import Testing

@testable import PlanFolder

/// Several that write one folder, as two processes do: each by way of its own workspace, without the gate.
@Suite struct ManyAtOnceTests {
    private static let files: [(name: String, bytes: [UInt8])] = [
        ("plan.json", [1]), ("tables/index.csv", [2]),
    ]

    private func newFolder(at path: FilePath) throws -> NewFolder {
        let place = try FolderPlace(path)
        let workspace = try Workspace(for: place.name, in: place.parent)
        return NewFolder(
            workspace: workspace, place: place, own: Self.files.map(\.name), stale: [], kind: .plan)
    }

    @Test func ofTwoFirstPlansTheLaterOneReplacesTheEarlierOne() throws {
        let path = try Fixture.scratch().filePath.appending("plan")
        // Both find nothing there, and only then does either take its place.
        let (one, other) = (try newFolder(at: path), try newFolder(at: path))
        try one.write(Self.files)
        try other.write(Self.files.map { ($0.name, [9]) })
        try one.takePlace()
        one.workspace.remove()
        try FileSystem.write([7], toNew: path.appending("notes.txt"))
        try other.takePlace()
        other.workspace.remove()
        #expect(try path.parent.names() == ["plan"])
        #expect(try path.names() == ["notes.txt", "plan.json", "tables"])
        #expect(try path.appending("plan.json").read(atMost: 9) == [9])
    }

    @Test func eightThatWriteAtOnceAllEndWell() throws {
        for _ in 0..<10 {
            let path = try Fixture.scratch().filePath.appending("plan")
            let failures = Mutex<[String]>([])
            DispatchQueue.concurrentPerform(iterations: 8) { index in
                do {
                    let folder = try newFolder(at: path)
                    defer { folder.workspace.remove() }
                    try folder.write(Self.files.map { ($0.name, [UInt8(index)]) })
                    try folder.takePlace()
                } catch {
                    failures.withLock { $0.append("\(error)") }
                }
            }
            #expect(failures.withLock { $0 } == [])
            #expect(try path.parent.names() == ["plan"])
            let bytes = try Self.files.map { try path.appending($0.name).read(atMost: 2) }
            #expect(Set(bytes).count == 1)
        }
    }
}
