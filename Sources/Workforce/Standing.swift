// SPDX-License-Identifier: GPL-3.0-or-later

/// What a person may do of one activity on one day in one team. Only what is decided about delegation, and about
/// the person, differs by team.
public struct Standing: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8

    /// A standing of those bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Able to do it by the registered route.
    public static let registered = Standing(rawValue: 1)
    /// Able to do it by the support route.
    public static let support = Standing(rawValue: 2)
    /// Able to do it by the delegated route, which is open that day to the person in the team.
    public static let delegated = Standing(rawValue: 4)
    /// Two-handed: able to be the second of a pair.
    public static let second = Standing(rawValue: 8)
    /// Two-handed: able to give a suitable contact single-handed.
    public static let single = Standing(rawValue: 16)
    /// Able to supervise others doing it by the delegated route.
    public static let supervises = Standing(rawValue: 32)

    /// Whether some route is open: for a two-handed activity, to lead it.
    public var hasRoute: Bool { !isDisjoint(with: [.registered, .support, .delegated]) }

    /// Whether the person can take any part in it.
    public var takesPart: Bool { hasRoute || contains(.second) }

    /// The best route, in the order registered, support, delegated.
    public var bestRoute: ContactRoute? {
        if contains(.registered) { return .registered }
        if contains(.support) { return .support }
        return contains(.delegated) ? .delegated : nil
    }

    /// The standing as far as the routes it rests on are open: a support route that is closed takes leading and
    /// seconding along, unless the registered route is there for both.
    public func keeping(_ routes: OpenRoutes) -> Standing {
        var standing = self
        if !routes.contains(.delegated) { standing.subtract(.delegated) }
        if !routes.contains(.support) {
            standing.subtract(.support)
            if !standing.contains(.registered) { standing.subtract([.second, .single]) }
        }
        return standing
    }

    /// Whether the best route is the delegated one.
    public var isDelegatedOnly: Bool { isDisjoint(with: [.registered, .support]) && contains(.delegated) }
}
