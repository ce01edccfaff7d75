// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Reads a competency framework from YAML.
///
///     let (framework, diagnostics, input) = FrameworkReader.read(path)
///
/// Every problem is reported at once; the framework is nil exactly when an error stands.
public struct FrameworkReader {
    let diagnostics: Diagnostics
    let file: String
    /// Roles by identifier, also those with a fault elsewhere in them; nil where there is no list of them.
    public internal(set) var roleNames: KnownNames?
    /// Competencies by identifier, likewise.
    public internal(set) var competencyNames: KnownNames?
    /// Activities by identifier, likewise.
    var activityNames: KnownNames?
    /// Whether every role was read, so that routes can be checked against them.
    public internal(set) var rolesAreSound = false
    /// The number of levels, where it could be read.
    public internal(set) var levels: Int?
    /// The roles that could be read.
    public internal(set) var roles: [Role] = []
    var competencies: [Competency] = []
    var activities: [Activity] = []
    /// The `review_on` of each activity's delegation.
    var reviews: [String: Field] = [:]
    /// Approvals that lack `approved_by` or `review_on`, by what they lack.
    var unevidenced: [String: [(field: Field, words: String, expected: String)]] = [:]
    /// The framework; nil where there is a fault in it.
    public private(set) var framework: Framework?

    /// Reads a framework alone.
    ///
    /// - Parameter path: The file, at most 1 MiB.
    /// - Returns: The framework (nil when an error stands), what was found on the way, and the file's digest.
    public static func read(
        _ path: some PathConvertible
    ) -> (framework: Framework?, diagnostics: [Diagnostic], input: InputDigest?) {
        let diagnostics = Diagnostics()
        let file = InputFile.load(
            path.filePath.name.description, in: path.filePath.parent, at: path.filePath,
            limit: InputFile.documentLimit, diagnostics)
        let reader = file.map { FrameworkReader($0, diagnostics) }
        return (diagnostics.hasErrors ? nil : reader?.framework, diagnostics.sorted, file?.digest)
    }

    /// Reads a framework from a file's bytes.
    public init(_ input: InputFile, _ diagnostics: Diagnostics) {
        self.diagnostics = diagnostics
        file = input.path
        guard let root = YAMLDocument.read(input, diagnostics),
            let document = root.mapping("the framework", known: Self.keys, diagnostics)
        else { return }
        let name = document.requiredField("framework", "the framework's title")?.note(diagnostics)
        let version = readVersion(document)
        levels = document.requiredField("levels", "the number of levels, such as 4")?
            .wholeNumber(in: 1...100, unit: "levels", diagnostics)
        let levelNames = readLevelNames(document)
        readRoles(document)
        rolesAreSound = !diagnostics.hasErrors(in: file)
        readCompetencies(document)
        readActivities(document)
        tellApprovals()
        guard let name, let levels, !diagnostics.hasErrors(in: file) else { return }
        framework = Framework(
            name: name, version: version, levels: levels, levelNames: levelNames, roles: roles,
            competencies: competencies, activities: activities)
    }

    private static let keys = [
        "framework", "version", "levels", "level_names", "roles", "competencies", "activities",
    ]

    private func readVersion(_ document: YAMLMapping) -> String {
        guard document.value("version") != nil else {
            diagnostics.add(
                .warning, at: document.place, field: "version", expected: "a version, such as \"2026.1\"",
                message: "the framework has no 'version'; plans cannot say which they were made with")
            return ""
        }
        return document.field("version")?.note(diagnostics) ?? ""
    }

    private func readLevelNames(_ document: YAMLMapping) -> [String] {
        guard let list = document.value("level_names"), let items = list.items("level_names", diagnostics)
        else { return [] }
        let names = items.compactMap { $0.scalar("level_names", diagnostics)?.note(diagnostics) }
        if let levels, items.count != levels {
            diagnostics.add(
                .warning, at: list.place, field: "level_names", found: "\(items.count) names",
                expected: "\(levels) names",
                message: "level_names has \(items.count) names for \(levels) levels")
        }
        return names
    }

    /// The mappings of a list such as `roles`; nil, with an error reported, where there is no list.
    func entries(_ key: String, of document: YAMLMapping, _ known: [String], _ name: String) -> [YAMLMapping]?
    {
        guard let list = document.required(key, "a list")?.items(key, diagnostics) else { return nil }
        return list.compactMap { $0.mapping(name, known: known, diagnostics) }
    }
}
