// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Generation
import Intake
import Reading
import TestSupport
import Testing
import Workforce

/// What the tests of this target share.
enum Fixture {
    /// The sizes that are looked at.
    static let sizes = [5, 12, 40, 120, 400, 1000]

    static func monday() throws -> CalendarDay { try #require(CalendarDay(iso: "2026-11-23")) }

    /// The framework of this repository, read by way of an empty week.
    static func framework() throws -> Framework {
        try #require(
            try read(EmptyWeek(frameworkPath: "framework.yaml", weekStarting: monday()).files()).week
        )
        .framework
    }

    static func generator(
        size: Int, seed: UInt64 = 1, weekStarting: CalendarDay? = nil
    ) throws -> WeekGenerator {
        try WeekGenerator(
            framework: framework(), frameworkPath: "framework.yaml", size: size, seed: seed,
            weekStarting: weekStarting ?? monday())
    }

    /// Writes files beside a copy of the framework, and reads them as a week.
    static func read(_ files: [GeneratedFile]) throws -> (week: Week?, diagnostics: [Diagnostic]) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "generation-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(
            at: Repository.framework,
            to: folder.appending(path: "framework.yaml"))
        for file in files {
            try Data(file.text.utf8).write(to: folder.appending(path: file.path))
        }
        let (week, diagnostics, _) = WeekReader.read(folder: folder)
        return (week, diagnostics)
    }
}
