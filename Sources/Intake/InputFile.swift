// SPDX-License-Identifier: GPL-3.0-or-later

import Crypto
import Foundation
import Workforce

/// The bytes of an input file, read whole, with the digest a plan lists.
public struct InputFile: Sendable {
    /// The most bytes of a table: 64 MiB, some fifty times the largest sensible week.
    public static let tableLimit = 64 << 20
    /// The most bytes of a YAML file: 1 MiB.
    public static let documentLimit = 1 << 20

    /// The file's path from the week's folder.
    public let path: String
    /// What it holds.
    public let bytes: [UInt8]

    /// A file of known bytes.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// The SHA-256 of the bytes as they stand.
    public var digest: InputDigest {
        let digits = Array("0123456789abcdef")
        var text = ""
        for byte in SHA256.hash(data: bytes) {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return InputDigest(path: path, sha256: text)
    }

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: The path from `folder`; it names the file in diagnostics and in the plan.
    ///   - folder: The week's (or plan's) folder.
    ///   - limit: The most bytes read; a longer file is an error and is not read to its end.
    ///   - optional: Whether the file may be missing without an error.
    ///   - mention: Where a missing or unreadable file is reported, if not at the file itself.
    ///   - diagnostics: Takes the error where the file is missing, unreadable, too large or no file.
    /// - Returns: Nil where the file cannot be read.
    public static func load(
        _ path: String, in folder: URL, limit: Int = tableLimit, optional: Bool = false,
        mention: Place? = nil, _ diagnostics: Diagnostics
    ) -> InputFile? {
        let url = folder.appendingPathComponent(path).standardizedFileURL.resolvingSymlinksInPath()
        func refuse(_ message: String, expected: String) -> InputFile? {
            diagnostics.add(.error, at: mention ?? Place(file: path), expected: expected, message: message)
            return nil
        }
        let attributes: [FileAttributeKey: Any]
        do {
            attributes = try FileManager.default.attributesOfItem(atPath: url.path)
        } catch {
            let missing = (error as? CocoaError)?.code == .fileReadNoSuchFile
            if missing, optional { return nil }
            return refuse(
                missing ? "\(path) is missing" : "\(path) cannot be read: \(error.localizedDescription)",
                expected: "a readable file of that name")
        }
        let type = attributes[.type] as? FileAttributeType
        guard type == .typeRegular else {
            let what = type == .typeDirectory ? "a folder" : "no regular file"
            return refuse("\(path) is \(what)", expected: "a file")
        }
        let tooLarge = "\(path) is larger than \(limit >> 20) MiB, the most that is read"
        if let size = attributes[.size] as? NSNumber, size.int64Value > Int64(limit) {
            return refuse(tooLarge, expected: "a file of at most \(limit >> 20) MiB")
        }
        do {
            let handle = try FileHandle(forReadingFrom: url)
            defer { try? handle.close() }
            // One byte more than the limit shows a file that grew since its size was looked up.
            let data = try handle.read(upToCount: limit + 1) ?? Data()
            guard data.count <= limit else {
                return refuse(tooLarge, expected: "a file of at most \(limit >> 20) MiB")
            }
            return InputFile(path: path, bytes: [UInt8](data))
        } catch {
            return refuse(
                "\(path) cannot be read: \(error.localizedDescription)", expected: "a readable file")
        }
    }
}
