// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Wording

/// A record as it is kept: with a digest of all of it, so that one that was typed into or torn is none. The audit holds a
/// plan against its week, but nothing holds a bound against anything.
extension RunRecord {
    private struct Kept: Codable {
        let record: RunRecord
        let sha256: String
    }

    /// The text of its file.
    public var fileText: String {
        get throws { try JSONText.of(Kept(record: self, sha256: try digest), isNamedAlike: true) }
    }

    /// The record that a file holds; nil where it is not as it was written.
    public init?(file bytes: [UInt8]) {
        guard let kept = try? JSONDecoder().decode(Kept.self, from: Data(bytes)),
            let digest = try? kept.record.digest, digest == kept.sha256
        else { return nil }
        self = kept.record
    }

    private var digest: String {
        get throws {
            let text = try JSONText.of(self, isNamedAlike: true)
            return InputFile(path: "", bytes: Array(text.utf8)).digest.sha256
        }
    }
}
