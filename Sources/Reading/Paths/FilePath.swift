// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A path of a file or folder, as the system takes it: bytes, which need not be UTF-8.
///
/// Nothing is read into a path. `~` is a name like any other, and `..` is left to the system, which follows links
/// first: `link/..` is the folder above what the link leads to.
public struct FilePath: Sendable, Hashable {
    /// The bytes, without the nought at the end. One inside ends the path for the system.
    public let bytes: [UInt8]

    /// A path of bytes.
    public init(bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    /// A path of text.
    public init(_ text: some StringProtocol) { bytes = Array(text.utf8) }

    /// The path of something in a folder, by its name or by a path from there.
    public func appending(_ path: FilePath) -> FilePath {
        guard let last = bytes.last else { return path }
        return FilePath(bytes: bytes + (last == Self.slash ? [] : [Self.slash]) + path.bytes)
    }

    /// The path of something in a folder, by its name or by a path from there.
    public func appending(_ path: some StringProtocol) -> FilePath { appending(FilePath(path)) }

    /// The last name of the path, without slashes at its end; empty for the root and for no path.
    public var name: FilePath {
        let trimmed = trimmed
        let start = trimmed.lastIndex(of: Self.slash).map { $0 + 1 } ?? trimmed.startIndex
        return FilePath(bytes: trimmed[start...])
    }

    /// What stands before the last name: `.` where nothing does. It is not looked at what `..` would lead to.
    public var parent: FilePath {
        let rest = trimmed.dropLast(name.bytes.count)
        guard let last = rest.lastIndex(where: { $0 != Self.slash }) else {
            return isAbsolute ? "/" : "."
        }
        return FilePath(bytes: rest[...last])
    }

    /// Whether it begins at the root.
    public var isAbsolute: Bool { bytes.first == Self.slash }

    /// The path as text, nil where it is not UTF-8.
    public var text: String? { String(validating: bytes, as: UTF8.self) }

    /// Lends the path to a call of the system.
    public func withCString<Value>(_ body: (UnsafePointer<CChar>) -> Value) -> Value {
        (bytes.map(CChar.init(bitPattern:)) + [0]).withUnsafeBufferPointer { buffer in
            // A buffer that is not empty has a base address; the literal is for the compiler.
            buffer.baseAddress.map(body) ?? "".withCString(body)
        }
    }

    private static let slash = UInt8(ascii: "/")

    /// Without slashes at the end.
    private var trimmed: ArraySlice<UInt8> {
        bytes.lastIndex { $0 != Self.slash }.map { bytes[...$0] } ?? []
    }
}

extension FilePath: ExpressibleByStringLiteral {
    /// A path of text.
    public init(stringLiteral text: String) { self.init(text) }
}

extension FilePath: CustomStringConvertible {
    /// The path for people: bytes that are not UTF-8 as `\xE9`.
    public var description: String {
        var shown = ""
        Self.read(bytes, scalar: { shown.unicodeScalars.append($0) }) { byte in
            shown += "\\x" + String(byte, radix: 16, uppercase: true)
        }
        return shown
    }

    /// Goes through bytes: the characters that they are in UTF-8, and the bytes, all above 0x7F, that are none.
    public static func read(
        _ bytes: [UInt8], scalar: (Unicode.Scalar) -> Void, other: (UInt8) -> Void
    ) {
        var parser = Unicode.UTF8.ForwardParser()
        var rest = bytes.makeIterator()
        var position = 0
        while true {
            switch parser.parseScalar(from: &rest) {
            case .valid(let encoded):
                scalar(Unicode.UTF8.decode(encoded))
                position += encoded.count
            case .error(let length):
                for byte in bytes[position..<min(bytes.count, position + length)] { other(byte) }
                position += length
            case .emptyInput: return
            }
        }
    }
}

/// What names a file or a folder: a path, or the URL of one.
public protocol PathConvertible {
    /// The path.
    var filePath: FilePath { get }
}

extension FilePath: PathConvertible {
    /// The path itself.
    public var filePath: FilePath { self }
}

extension URL: PathConvertible {
    /// The path of a URL of a file.
    public var filePath: FilePath { FilePath(path) }
}
