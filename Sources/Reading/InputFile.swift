// SPDX-License-Identifier: GPL-3.0-or-later

import Crypto
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
    ///   - file: Where the file is, if not at `path` from `folder`: a name that is not UTF-8 can only be shown.
    ///   - limit: The most bytes read; a longer file is an error and is not read to its end.
    ///   - optional: Whether the file may be missing without an error.
    ///   - mention: Where a missing or unreadable file is reported, if not at the file itself.
    ///   - diagnostics: Takes the error where the file is missing, unreadable, too large or no file.
    /// - Returns: Nil where the file cannot be read.
    public static func load(
        _ path: String, in folder: some PathConvertible, at file: FilePath? = nil, limit: Int = tableLimit,
        optional: Bool = false, mention: Place? = nil, _ diagnostics: Diagnostics
    ) -> InputFile? {
        func refuse(_ message: String, expected: String) -> InputFile? {
            diagnostics.add(.error, at: mention ?? Place(file: path), expected: expected, message: message)
            return nil
        }
        let largest = "\(limit >> 20) MiB"
        do throws(Refusal) {
            return InputFile(
                path: path, bytes: try bytes(of: file ?? folder.filePath.appending(path), limit: limit))
        } catch {
            switch error {
            case .system(let failure) where failure.isMissing:
                if optional { return nil }
                return refuse("\(path) is missing", expected: "a readable file of that name")
            case .system(let failure):
                return refuse(
                    "\(path) cannot be read: \(failure.description)",
                    expected: "a readable file of that name")
            case .isFolder: return refuse("\(path) is a folder", expected: "a file")
            case .isNoFile: return refuse("\(path) is no regular file", expected: "a file")
            case .isTooLarge:
                return refuse(
                    "\(path) is larger than \(largest), the most that is read",
                    expected: "a file of at most \(largest)")
            }
        }
    }

    /// Why a file is not read.
    private enum Refusal: Error {
        case system(FilePath.Failure)
        case isFolder, isNoFile, isTooLarge
    }

    /// The bytes of a regular file. Nothing else is opened: a pipe would wait for somebody to write into it.
    private static func bytes(of path: FilePath, limit: Int) throws(Refusal) -> [UInt8] {
        let status: FilePath.Status
        do {
            status = try path.status()
        } catch {
            throw .system(error)
        }
        guard status.kind == .file else { throw status.kind == .folder ? .isFolder : .isNoFile }
        guard status.size <= limit else { throw .isTooLarge }
        let bytes: [UInt8]
        do {
            // One byte more than the limit shows a file that grew since its size was looked up.
            bytes = try path.read(atMost: limit + 1, expecting: status.size)
        } catch {
            throw .system(error)
        }
        guard bytes.count <= limit else { throw .isTooLarge }
        return bytes
    }
}
