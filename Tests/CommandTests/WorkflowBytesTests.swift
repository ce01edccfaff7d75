// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Foundation
import Reading
import Testing
import Workflows

/// The command adds nothing to the use cases but words.
@Suite struct WorkflowBytesTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    private func path(_ path: String) -> FilePath { FilePath(place.url(path).path) }

    @Test func `a use case writes the same bytes as the command`() async throws {
        let version = try await place.skillmix("--version").output.trimmingCharacters(
            in: .whitespacesAndNewlines)
        let week = "Rosters/first-week"
        let run = try await place.skillmix("allocate", week, "--work-limit", "30", "--out", "one", "--quiet")
        #expect(run.code == 0)
        let workflow = Workflow(version: version)
        _ = try await workflow.allocate(
            AllocationRequest(
                week: path(week), to: path("other"),
                options: AllocationOptions(timeLimit: nil, workLimit: 30, seed: 1)))
        let written = try place.bytes("one")
        #expect(written.count > 20)
        #expect(try place.bytes("other") == written)

        #expect(try await place.skillmix("capacity", week, "--out", "hours").code == 0)
        _ = try workflow.capacity(of: path(week), to: path("hours-too"))
        #expect(try place.bytes("hours-too") == place.bytes("hours"))
    }
}
