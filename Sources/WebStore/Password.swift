// SPDX-License-Identifier: GPL-3.0-or-later

import Crypto
import CryptoExtras
import Foundation

/// A password as the database keeps it: scrypt (RFC 7914) with a salt of its own, and what it was worked out with.
struct Password: Sendable {
    /// Letters that a password must have at least: NCSC and NIST (SP 800-63B) ask for length rather than for signs.
    static let fewest = 12
    /// Letters that are looked at, at most.
    static let most = 256
    /// 2 to the power of 15 rounds, blocks of 8 and three lanes, which take 32 MiB each: one of the settings that OWASP's
    /// cheat sheet on password storage names.
    static let usual = Cost(rounds: 1 << 15, blockSize: 8, lanes: 3)

    /// What working it out costs.
    struct Cost: Sendable {
        let rounds: Int
        let blockSize: Int
        let lanes: Int
    }

    /// `scrypt$rounds$block size$lanes$salt$key`, salt and key in base 64.
    let kept: String

    init(_ password: String, cost: Cost) throws {
        var generator = SystemRandomNumberGenerator()
        let salt = Data((0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
        let key = try Self.key(password, salt: salt, cost)
        kept = [
            "scrypt", String(cost.rounds), String(cost.blockSize), String(cost.lanes),
            salt.base64EncodedString(), key.base64EncodedString(),
        ].joined(separator: "$")
    }

    init(kept: String) { self.kept = kept }

    /// Whether it is this one. What is kept in another form is nobody's.
    func isRight(_ password: String) -> Bool {
        let parts = kept.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "scrypt", password.count <= Self.most,
            let rounds = Int(parts[1]), let blockSize = Int(parts[2]), let lanes = Int(parts[3]),
            let salt = Data(base64Encoded: String(parts[4])), let key = Data(base64Encoded: String(parts[5])),
            let found = try? Self.key(
                password, salt: salt, Cost(rounds: rounds, blockSize: blockSize, lanes: lanes))
        else { return false }
        // All bytes are looked at, so that the time says nothing of where they differ.
        return found.count == key.count && zip(found, key).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func key(_ password: String, salt: Data, _ cost: Cost) throws -> Data {
        // One password may be typed in two ways that look alike.
        let bytes = Data(password.precomposedStringWithCompatibilityMapping.utf8)
        return try KDF.Scrypt.deriveKey(
            from: bytes, salt: salt, outputByteCount: 32, rounds: cost.rounds, blockSize: cost.blockSize,
            parallelism: cost.lanes
        ).withUnsafeBytes { Data($0) }
    }
}
