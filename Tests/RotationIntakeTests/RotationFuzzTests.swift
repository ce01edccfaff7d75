// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import RotationIntake
import Rotations
import SeededRandom
import TestSupport
import Testing

/// The small rotation, damaged at random but always alike for a case number: nothing may trap, and the rotation is nil exactly
/// when an error stands. A third of the tables are saved in another form first, as spreadsheets do.
///
/// 600 cases by default; `SKILLMIX_FUZZ_CASES` asks for more.
@Suite struct RotationFuzzTests {
    private static let cases = FuzzCases.count(usual: 600)

    @Test func noDamageTrapsTheReaders() throws {
        let fixture = RotationFixture()
        let originals = fixture.files.map { Array($0.text.utf8) }
        var readable = 0
        try fixture.withFolder { folder in
            for number in 0..<Self.cases {
                var random = SeededRandom(seed: UInt64(number))
                let victim = random.below(originals.count)
                var files = originals
                if number % 3 == 0, fixture.files[victim].path.hasSuffix(".csv") {
                    files[victim] = SavedTable(&random).bytes(of: fixture.files[victim].text)
                }
                let bytes = Damage.done(to: files, at: victim, &random)
                let url = folder.appendingPathComponent(fixture.files[victim].path).standardizedFileURL
                try Data(bytes).write(to: url)
                let reading = RotationReader.read(folder: folder)
                let hasError = reading.diagnostics.contains { $0.severity == .error }
                #expect((reading.rotation == nil) == hasError, "case \(number)")
                if reading.rotation != nil { readable += 1 }
                try Data(originals[victim]).write(to: url)
            }
        }
        // Some damage is harmless and most is not, or the test would prove little.
        #expect((Self.cases / 20...Self.cases * 2 / 3).contains(readable), "\(readable)")
    }
}
