// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Values as JSON that is the same every time: keys sorted, a member a line.
public enum JSONText {
    /// A value as JSON.
    ///
    /// - Parameter isNamedAlike: Whether keys are the names of the values' properties, and not these in `snake_case`.
    public static func of(_ value: some Encodable, isNamedAlike: Bool = false) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        if !isNamedAlike { encoder.keyEncodingStrategy = .convertToSnakeCase }
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
