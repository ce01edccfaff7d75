// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Testing

@Suite struct InputFileTests {
    private func inFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "intake-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private func problems(of path: String, in folder: URL, limit: Int = InputFile.tableLimit) -> [String] {
        let diagnostics = Diagnostics()
        _ = InputFile.load(path, in: folder, limit: limit, diagnostics)
        return diagnostics.sorted.map(\.message)
    }

    @Test func aFileIsReadWithItsDigest() throws {
        try inFolder { folder in
            try Data("abc".utf8).write(to: folder.appendingPathComponent("a.csv"))
            let file = InputFile.load("a.csv", in: folder, Diagnostics())
            #expect(file?.bytes == Array("abc".utf8))
            #expect(
                file?.digest.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        }
    }

    @Test func whatIsNoFileIsRefused() throws {
        try inFolder { folder in
            let inner = folder.appendingPathComponent("a.csv")
            try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
            #expect(problems(of: "a.csv", in: folder) == ["a.csv is a folder"])
            #expect(problems(of: "b.csv", in: folder) == ["b.csv is missing"])
            #expect(
                problems(of: "../../../../../../../../dev/zero", in: folder).first?.contains(
                    "no regular file") == true)
        }
    }

    @Test func aFileBeyondTheLimitIsRefusedUnread() throws {
        try inFolder { folder in
            let url = folder.appendingPathComponent("a.csv")
            try Data().write(to: url)
            let handle = try FileHandle(forWritingTo: url)
            try handle.truncate(atOffset: 200 << 20)
            try handle.close()
            #expect(
                problems(of: "a.csv", in: folder) == ["a.csv is larger than 64 MiB, the most that is read"])
        }
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser reads every file"))
    func anUnreadableFileIsRefused() throws {
        try inFolder { folder in
            let url = folder.appendingPathComponent("a.csv")
            try Data("abc".utf8).write(to: url)
            try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: url.path)
            #expect(problems(of: "a.csv", in: folder).first?.hasPrefix("a.csv cannot be read") == true)
        }
    }
}
