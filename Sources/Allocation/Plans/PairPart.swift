// SPDX-License-Identifier: GPL-3.0-or-later

/// Somebody's part in the double-handed contacts of a line in a session that are still to be put into pairs.
struct PairPart {
    let person: Int
    /// Whether they may lead.
    let leads: Bool
    /// Whether they must not be alone with another such person.
    let isAccompanied: Bool
    /// Contacts they still take part in.
    var left: Int

    /// The next pair, as places in the list, the lead first: of people with most contacts left, such that the rest can
    /// be put into pairs, too. Nil: none.
    static func next(of parts: [PairPart], left: Int) -> (lead: Int, second: Int)? {
        let order = parts.indices.filter { parts[$0].left > 0 }
            .sorted { (parts[$1].left, parts[$0].person) < (parts[$0].left, parts[$1].person) }
        for (position, one) in order.enumerated() {
            for other in order[(position + 1)...] where mayPair(parts[one], parts[other]) {
                var rest = parts
                rest[one].left -= 1
                rest[other].left -= 1
                guard canBePaired(rest, left: left - 1) else { continue }
                return parts[one].leads ? (one, other) : (other, one)
            }
        }
        return nil
    }

    private static func mayPair(_ one: PairPart, _ other: PairPart) -> Bool {
        (one.leads || other.leads) && !(one.isAccompanied && other.isAccompanied)
    }

    /// Rule 4 for what is left: nobody twice in a contact, in each at most one who may only be second, and one who is
    /// to be accompanied.
    private static func canBePaired(_ parts: [PairPart], left: Int) -> Bool {
        parts.allSatisfy { $0.left <= left } && parts.reduce(0) { $0 + ($1.leads ? 0 : $1.left) } <= left
            && parts.reduce(0) { $0 + ($1.isAccompanied ? $1.left : 0) } <= left
    }
}
