// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@testable import Workbooks

/// Zips that are written to a file.
@Suite struct ZipWriterTests {
    private let path = FileManager.default.temporaryDirectory.appending(path: "zip-\(UUID().uuidString)").path

    private func written(_ entries: [(String, [UInt8])]) throws -> [UInt8] {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let zip = try ZipWriter(path)
        try zip.add(folder: "copy")
        for (name, bytes) in entries { try zip.add("copy/" + name, bytes) }
        try zip.close()
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        return Array(try Data(contentsOf: URL(filePath: path)))
    }

    @Test func whatIsWrittenIsReadAgainAndTheSameGivesTheSameBytes() throws {
        let entries: [(String, [UInt8])] = [
            ("a.csv", Array("staff\n".utf8)), ("empty.csv", []),
            ("runs/1-1/zoe.csv", [UInt8](repeating: 7, count: 3 << 20)),
        ]
        let bytes = try written(entries)
        #expect(bytes.count < 20_000, "it is packed")
        #expect(try written(entries) == bytes)
        let read = try ZippedFolder.read(bytes) { _ in true }
        #expect(read.map(\.path) == entries.map { "copy/" + $0.0 })
        #expect(read.map(\.bytes) == entries.map(\.1))
    }

    @Test func namesAreUTF8AndSaySo() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let zip = try ZipWriter(path)
        try zip.add("Zoë.csv", Array("x".utf8))
        try zip.close()
        let bytes = Array(try Data(contentsOf: URL(filePath: path)))
        // PKWARE's appnote: bit 11 of the flags of an entry.
        #expect(bytes[7] & 0x08 != 0)
        #expect(Array(bytes[30..<38]) == Array("Zoë.csv".utf8))
    }

    @Test func aFullDiskIsSaid() throws {
        let error = #expect(throws: WorkbookError.self) {
            let zip = try ZipWriter("/dev/full")
            try zip.add("a", (0..<(1 << 22)).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 13) })
            try zip.close()
        }
        #expect(error?.description == "the zip cannot be written: the disk, or one's share of it, is full")
        #expect(throws: WorkbookError.self) { try ZipWriter("/nowhere/a.zip") }
    }
}
