// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@testable import Slurm

/// Slurm's commands as small scripts, so that what they are given and what is made of their answers is known.
@Suite struct SlurmToolsTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "slurm tools \(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for tool in SlurmTool.allCases { try write("exit 0", as: tool) }
    }

    private func write(_ script: String, as tool: SlurmTool) throws {
        try Script.write(script, to: folder.appending(path: tool.rawValue))
    }

    private func tools(_ more: [String: String] = [:]) throws -> SlurmTools {
        let environment = ["PATH": "/nowhere:\(folder.path):/usr/bin:/bin"]
        return try SlurmTools(environment: environment.merging(more) { $1 })
    }

    private static let array = JobArray(
        name: "n", numbers: [0, 2], cores: 1, script: ["/s", "/a b"])

    @Test func `what is missing is named`() throws {
        try FileManager.default.removeItem(at: folder.appending(path: "squeue"))
        // Slurm's own commands may be on this machine.
        let error = #expect(throws: SlurmError.self) { try tools(["PATH": folder.path]) }
        #expect(error == .missing([.squeue]))
        #expect(error?.description.contains("There is no squeue on PATH.") == true)
        let all = #expect(throws: SlurmError.self) { try SlurmTools(environment: [:]) }
        #expect(all?.description.contains("no sbatch, no squeue, no scancel on PATH") == true)
        try FileManager.default.removeItem(at: folder)
    }

    @Test func `a job is known by its number, and nothing else is taken for one`() async throws {
        try write("printf '%s\\n' \"$@\" > \"$(dirname \"$0\")/given\"; echo 42", as: .sbatch)
        #expect(try await tools().submit(Self.array) == 42)
        let given = try String(contentsOf: folder.appending(path: "given"), encoding: .utf8)
        #expect(given == Self.array.arguments.joined(separator: "\n") + "\n")
        for said in ["", "Submitted batch job 42", "42;other", "-1", "0", "4 2"] {
            try write("echo '\(said)'", as: .sbatch)
            let error = await #expect(throws: SlurmError.self) { try await tools().submit(Self.array) }
            #expect(error == .unreadable(.sbatch, said))
        }
        try write("echo 'sbatch: error: invalid partition specified: no' >&2; exit 1", as: .sbatch)
        let refused = await #expect(throws: SlurmError.self) { try await tools().submit(Self.array) }
        #expect(
            refused?.description == "sbatch refuses: sbatch: error: invalid partition specified: no")
        try FileManager.default.removeItem(at: folder)
    }

    @Test func `a job that is forgotten has no tasks, and a queue that cannot be asked is no empty one`()
        async throws
    {
        try write("echo '7|0|RUNNING|n1|None'", as: .squeue)
        #expect(try await tools().queue(of: 7).map(\.number) == [0])
        try write("echo 'slurm_load_jobs error: Invalid job id specified' >&2; exit 1", as: .squeue)
        #expect(try await tools().queue(of: 7).isEmpty)
        try write("echo 'slurm_load_jobs error: Unable to contact slurm controller' >&2; exit 1", as: .squeue)
        let error = await #expect(throws: SlurmError.self) { try await tools().queue(of: 7) }
        #expect(error == .refused(.squeue, said: "slurm_load_jobs error: Unable to contact slurm controller"))
        try FileManager.default.removeItem(at: folder)
    }

    @Test func `what people set for jobs is kept, and what would change answers is not`() async throws {
        let script = "env > \"$(dirname \"$0\")/$(basename \"$0\").env\"; echo 1"
        for tool in SlurmTool.allCases { try write(script, as: tool) }
        let tools = try tools([
            "SBATCH_PARTITION": "short", "SBATCH_WAIT": "1", "SQUEUE_FORMAT": "%i",
            "SCANCEL_INTERACTIVE": "1",
            "SLURM_CONF": "/etc/s.conf",
        ])
        _ = try await tools.submit(Self.array)
        try await tools.cancel(named: "n")
        for tool in ["sbatch", "scancel"] {
            let text = try String(contentsOf: folder.appending(path: "\(tool).env"), encoding: .utf8)
            let names = text.split(separator: "\n").map { $0.prefix { $0 != "=" } }
            #expect(names.contains("SBATCH_PARTITION") && names.contains("SLURM_CONF"))
            for name in ["SBATCH_WAIT", "SQUEUE_FORMAT", "SCANCEL_INTERACTIVE"] {
                #expect(!names.contains { $0 == name }, "\(name)")
            }
        }
        try FileManager.default.removeItem(at: folder)
    }

    @Test func `more than a pipe holds is read from either stream`() async throws {
        try write(
            "i=0; while [ $i -lt 4000 ]; do echo \"7|$i|RUNNING|n1|None\"; echo 'a warning that is long enough' >&2; i=$((i + 1)); done",
            as: .squeue)
        #expect(try await tools().queue(of: 7).count == 4_000)
        try FileManager.default.removeItem(at: folder)
    }
}
