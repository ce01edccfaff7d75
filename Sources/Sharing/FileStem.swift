// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Wording

/// Names of files made of identifiers that people chose.
enum FileStem {
    /// A name of letters, digits, `-` and `_` that no other identifier has, long ones cut and ended with a digest.
    static func of(_ id: String) -> String {
        let stem = PlainName.of(id)
        return stem.count > longest ? stem.prefix(longest - 17) + "-" + digest(id) : stem
    }

    /// The stems of several identifiers; those that differ only by capitals are told apart by their bytes, since many
    /// file systems do not.
    static func all(_ ids: [String]) -> [String] {
        var alike: [String: Int] = [:]
        for id in ids { alike[of(id).lowercased(), default: 0] += 1 }
        return ids.map { id in
            let stem = of(id)
            return alike[stem.lowercased()] == 1 ? stem : stem + "-" + digest(id)
        }
    }

    /// What the stem of an identifier may be: by itself, and told apart from others that differ only by capitals.
    static func either(_ id: String) -> [String] { [of(id), of(id) + "-" + digest(id)] }

    private static let longest = 120

    /// Sixteen digits of the SHA-256 of the bytes.
    private static func digest(_ id: String) -> String {
        String(InputFile(path: "", bytes: Array(id.utf8)).digest.sha256.prefix(16))
    }
}
