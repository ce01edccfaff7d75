// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import SeededRandom
import TestSupport
import Testing
import Workforce

@testable import Imports

/// Damaged exports end in a sentence or a week, never in a crash and never in nothing.
@Suite struct ImportFuzzTests {
    /// A kind's exports, and each of its files beside the others.
    private static func bytes(_ sample: PrivacyTests.Sample) -> [[UInt8]] { sample.files.map(\.bytes) }

    @Test(
        "damaged exports are read or refused", Reached("damaged", atLeast: 700), Reached("read", atLeast: 60),
        Reached("refused", atLeast: 200), arguments: PrivacyTests.Sample.all)
    func damaged(_ sample: PrivacyTests.Sample) throws {
        let week = try Exports.week()
        let map = try Exports.confirmedDraft(sample.kind, sample.files, week)
        var random = SeededRandom(seed: 23)
        let files = PrivacyTests.Sample.all.reduce(0) { $0 + $1.files.count }
        let cases = FuzzCases.count(usual: 60, oneIn: files)
        let whole = Self.bytes(sample) + [map.bytes]
        for place in sample.files.indices {
            for number in 0..<cases {
                var inputs = sample.files
                // The mapping now and then, for somebody edits it by hand.
                let victim = number % 8 == 7 ? whole.count - 1 : place
                let bytes = Damage.done(to: whole, at: victim, &random)
                if victim == place { inputs[place] = InputFile(path: inputs[place].path, bytes: bytes) }
                let mapping = victim == place ? map : InputFile(path: map.path, bytes: bytes)
                let diagnostics = Diagnostics()
                let proposal = Import(sample.kind, week).read(inputs, map: mapping, diagnostics)
                Reached.here("damaged")
                Reached.here(proposal.week == nil ? "refused" : "read")
                // A week, or why there is none.
                #expect(
                    (proposal.week == nil) == diagnostics.hasErrors,
                    "\(String(decoding: bytes, as: UTF8.self))")
                if let changed = proposal.week {
                    #expect(changed.rota.count == changed.staff.count)
                    #expect(changed.rota.allSatisfy { $0.count == changed.sessions.count })
                }
            }
        }
    }
}
