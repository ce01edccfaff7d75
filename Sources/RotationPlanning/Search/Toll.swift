// SPDX-License-Identifier: GPL-3.0-or-later

/// What a person, or a whole-time equivalent, that a rule about people together has too much costs while a search is on its way.
///
/// Where posts are full, the way from one plan to a better one leads over states in which some post has somebody too many, for a
/// few moves. The toll rises while too few states keep all rules, and falls while most do, so that the search goes to and fro
/// over the border. No plan is taken that pays any.
struct Toll {
    /// Pounds.
    private(set) var pounds: Double
    private var moves = 0
    private var legal = 0

    /// Moves from one look at them to the next.
    private static let movesBetween = 200
    /// The share of legal states at which it stays as it is.
    private static let wanted = 0.3
    private static let limits = 50.0...1e6

    /// A toll that is so high at first that hardly a rule is broken: where there is little time, there is a plan in time.
    init(pounds: Double = 5_000) { self.pounds = pounds }

    /// Counts a move, by whether the rules were kept before it and would be after it.
    mutating func count(isLegal: Bool) {
        moves += 1
        if isLegal { legal += 1 }
        guard moves == Self.movesBetween else { return }
        let isRare = Double(legal) < Self.wanted * Double(moves)
        let changed = isRare ? pounds * 1.1 : pounds / 1.1
        pounds = min(max(changed, Self.limits.lowerBound), Self.limits.upperBound)
        (moves, legal) = (0, 0)
    }
}
