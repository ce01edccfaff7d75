// SPDX-License-Identifier: GPL-3.0-or-later

import Crypto
import Foundation

/// A secret that is handed out once: 256 random bits, as text that may stand in a cookie or an address. The database
/// keeps its digest alone.
public struct Token: Sendable, Hashable {
    /// The secret.
    public let text: String

    /// A new one, of the system's random numbers.
    public init() {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        text = Data(bytes).base64EncodedString()
            .replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }

    /// One that somebody brings.
    public init(_ text: String) { self.text = text }

    /// What the database keeps of it.
    var digest: String {
        SHA256.hash(data: Data(text.utf8)).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
