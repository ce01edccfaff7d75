// SPDX-License-Identifier: GPL-3.0-or-later

/// Where the files of a week come from: a folder, or what was made of a workbook's sheets.
public struct InputFolder: Sendable {
    /// The folder; of a workbook the one that it lies in.
    public let path: FilePath
    /// The files that were given, by path; nil: they lie in the folder.
    private let given: [String: [UInt8]]?
    /// The files that are looked for among those given, and not in the folder.
    private let own: Set<String>

    /// The files of a folder.
    public init(_ path: FilePath) { (self.path, given, own) = (path, nil, []) }

    /// Files that are there already.
    ///
    /// - Parameters:
    ///   - files: The files, by path.
    ///   - own: The paths of all files that may be among them. Any other is read from the folder.
    ///   - folder: The folder that paths to other files begin in.
    public init(given files: [(path: String, bytes: [UInt8])], of own: [String], beside folder: FilePath) {
        (path, self.own) = (folder, Set(own))
        given = Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
    }

    /// Whether the files were given, and do not lie in the folder.
    public var isGiven: Bool { given != nil }

    /// Whether a file is looked for in the folder, and not among those given.
    public func isInFolder(_ file: String) -> Bool { given == nil || !own.contains(file) }

    /// The names of files in the folder itself, as far as they are UTF-8; of given ones, the given.
    public func names() -> [String] {
        given.map { $0.keys.sorted() } ?? ((try? path.names()) ?? []).map(\.description)
    }

    /// A file; see `InputFile.load(_:in:at:limit:optional:mention:_:)`.
    public func load(
        _ file: String, limit: Int = InputFile.tableLimit, optional: Bool = false, mention: Place? = nil,
        _ diagnostics: Diagnostics
    ) -> InputFile? {
        guard let given, own.contains(file) else {
            return InputFile.load(
                file, in: path, limit: limit, optional: optional, mention: mention, diagnostics)
        }
        if let bytes = given[file] { return InputFile(path: file, bytes: bytes) }
        if !optional {
            diagnostics.add(
                .error, at: mention ?? Place(file: file), expected: "a table of that name",
                message: "\(file) is missing")
        }
        return nil
    }
}
