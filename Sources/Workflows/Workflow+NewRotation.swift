// SPDX-License-Identifier: GPL-3.0-or-later

import PlanFolder
import Reading
import RotationGeneration
import Workforce

extension Workflow {
    /// Writes an empty rotation to fill in, of twelve months from a day on.
    public func newRotation(
        to target: FilePath, framework: FilePath, starts: CalendarDay
    ) throws(WorkflowError) {
        try Self.checkFolder(target)
        let known = try readFramework(framework)
        let empty = EmptyRotation(frameworkPath: try path(from: target, to: framework), starts: starts)
        try writeFolder(empty.files(of: known), to: target)
    }

    /// Writes a made-up rotation of months.
    ///
    /// - Parameters:
    ///   - people: How many people rotate.
    ///   - periods: How many months.
    ///   - posts: How many posts.
    ///   - seed: Another number gives another rotation.
    public func generateRotation(
        to target: FilePath, framework: FilePath, people: Int, periods: Int, posts: Int, seed: UInt64
    ) throws(WorkflowError) {
        try Self.checkFolder(target)
        let known = try readFramework(framework)
        let generator = RotationGenerator(
            framework: known, frameworkPath: try path(from: target, to: framework), people: people,
            periods: periods, posts: posts, seed: seed)
        guard generator.faults.isEmpty else {
            throw WorkflowError(.input, generator.faults.joined(separator: " "))
        }
        try writeFolder(generator.files(), to: target)
    }

    /// A rotation is a folder of tables: whoever names a workbook would look for one.
    private static func checkFolder(_ target: FilePath) throws(WorkflowError) {
        guard target.description.lowercased().hasSuffix(".xlsx") else { return }
        throw WorkflowError(
            .output,
            "'\(target)' is the name of a workbook, and a rotation is a folder of tables: name a folder.")
    }
}
