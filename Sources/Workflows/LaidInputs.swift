// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// Files laid out anew in a folder as they lay to each other, below what all of their places have in common.
struct LaidInputs: Sendable {
    private let folder: FilePath
    private let common: Int

    /// - Parameters:
    ///   - places: Where the files lie, from the root.
    ///   - folder: Where they are to lie.
    init(_ places: [String], in folder: FilePath) {
        self.folder = folder
        common = Self.common(places).count
    }

    /// Where what lies at a place is now.
    func now(_ place: FilePath) -> FilePath { folder.appending(within(place)) }

    /// The same, from the folder.
    func within(_ place: FilePath) -> FilePath {
        FilePath(bytes: place.bytes.dropFirst(common).drop { $0 == UInt8(ascii: "/") })
    }

    /// The bytes of the folder that all places lie in.
    private static func common(_ places: [String]) -> [UInt8] {
        let slash = UInt8(ascii: "/")
        let folders = places.map { Array(FilePath($0).parent.bytes.split(separator: slash)) }
        guard var common = folders.first else { return [] }
        for folder in folders {
            common = zip(common, folder).prefix { $0 == $1 }.map(\.0)
        }
        return common.flatMap { [slash] + $0 }
    }
}
