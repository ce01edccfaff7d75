// SPDX-License-Identifier: GPL-3.0-or-later

/// Somebody with an account.
public struct Person: Sendable, Hashable {
    /// The account's number.
    public let id: Int64
    /// The name others see.
    public let name: String
    /// What they sign in with, in small letters.
    public let login: String
    /// What they may do.
    public let role: AccountRole
    /// Whether they may sign in.
    public let isActive: Bool
}

/// Somebody who is signed in, on one device.
public struct Visit: Sendable, Hashable {
    /// Who it is.
    public let person: Person
    /// What every form of theirs has to send along, so that no other site can send one in their name.
    public let formToken: String
}
