// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Testing

@Suite struct FilePathTests {
    @Test(arguments: [
        ("plan", "plan", "."), ("plan/", "plan", "."), ("a/plan//", "plan", "a"), ("/plan", "plan", "/"),
        ("//plan", "plan", "/"), ("a//b", "b", "a"), ("link/..", "..", "link"), (".", ".", "."),
        ("", "", "."),
        ("/", "", "/"), ("~root", "~root", "."), ("../x", "x", ".."),
    ]) func aPathHasANameAndAFolderAbove(_ path: String, _ name: String, _ parent: String) {
        #expect(FilePath(path).name == FilePath(name))
        #expect(FilePath(path).parent == FilePath(parent))
    }

    @Test func namesAreJoinedByOneSlash() {
        #expect(FilePath("a").appending("b/c") == "a/b/c")
        #expect(FilePath("a/").appending("b") == "a/b")
        #expect(FilePath("/").appending("b") == "/b")
        #expect(FilePath("").appending("b") == "b")
    }

    @Test func whatIsNotUTF8IsShownByItsBytes() {
        let path = FilePath(bytes: [0x77, 0xE9, 0x65, 0x6B, 0x2F, 0xC3, 0xA9, 0xFF])
        #expect(path.description == "w\\xE9ek/é\\xFF")
        #expect(path.text == nil)
        #expect(FilePath("wéek").text == "wéek")
    }

    /// A name that text cannot hold is made, listed, read and looked up.
    @Test func theSystemIsGivenTheBytesAsTheyAre() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "paths-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let name = FilePath(bytes: [0x61, 0xE9])
        let path = folder.filePath.appending(name)
        let descriptor = path.withCString { open($0, O_WRONLY | O_CREAT, 0o600) }
        // Some systems take no such name; then there is nothing to test.
        guard descriptor >= 0 else { return }
        _ = write(descriptor, "abc", 3)
        _ = close(descriptor)
        #expect(try folder.filePath.names() == [name])
        #expect(try path.read(atMost: 2) == Array("ab".utf8))
        #expect(try path.status().size == 3)
        #expect(path.real?.name == name)
        #expect(throws: FilePath.Failure.self) { try folder.filePath.appending("b").status() }
    }

    @Test func linksAtTheEndAreFollowedToWhereWritingWouldLead() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "paths-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = FileManager.default
        let path = folder.filePath
        try files.createSymbolicLink(atPath: folder.path + "/one", withDestinationPath: "two")
        try files.createSymbolicLink(atPath: folder.path + "/two", withDestinationPath: "none.csv")
        try files.createSymbolicLink(atPath: folder.path + "/loop", withDestinationPath: "loop")
        #expect(path.appending("one").followed == path.appending("none.csv"))
        #expect(path.appending("plain").followed == path.appending("plain"))
        #expect(!path.appending("loop").exists)
        _ = path.appending("loop").followed
    }
}
