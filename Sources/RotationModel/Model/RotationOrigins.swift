// SPDX-License-Identifier: GPL-3.0-or-later

/// What a column of the rotation programme decides. Positions are those of the facts; −1 where one does not apply.
public struct RotationColumn: Sendable, Hashable {
    /// The kinds of column.
    public enum Kind: UInt8, Sendable, CaseIterable {
        /// The person is in the post in the period.
        case placed
        /// The person is present and without a post in the period.
        case unplaced
        /// A block of the person in the post begins in the period.
        case begun
        /// The person follows the pattern (`extra`, by its place in the person's list).
        case follows
        /// The person has spent so many periods (`extra`) in the post before the period.
        case spent
        /// The person has learnt what is wanted (`extra`: the row of wanted.csv) before the period.
        case gained
        /// Whole-time equivalents missing from the post's minimum, or its target, in the period.
        case belowMinimum, belowTarget
        /// People missing of those wanted in the period (`extra`: the row of wanted.csv).
        case peopleMissing
        /// Blocks that the person is short of (`extra`: the row of curriculum.csv).
        case blocksMissing
        /// Preference pounds per present period of whoever is worst off.
        case worstOff
    }

    /// The kind.
    public let kind: Kind
    /// The person.
    public var person: Int32 = -1
    /// The period.
    public var period: Int32 = -1
    /// The post.
    public var post: Int32 = -1
    /// What else tells columns of the kind apart.
    public var extra: Int32 = -1

    init(_ kind: Kind, person: Int = -1, period: Int = -1, post: Int = -1, extra: Int = -1) {
        self.kind = kind
        self.person = Int32(person)
        self.period = Int32(period)
        self.post = Int32(post)
        self.extra = Int32(extra)
    }
}

/// Which rule a row of the rotation programme stands for, and where. Positions are those of the facts.
public struct RotationRow: Sendable, Hashable {
    /// The rules, what columns mean, and the rows that tighten the relaxation.
    public enum Kind: UInt8, Sendable, CaseIterable {
        case onePost, room, newcomers, supervision
        /// What a beginning is: placed now and not before; not without being placed; not where placed before.
        case begins, beginsPlaced, beginsAnew
        case minimumBlock, owedBlock, maximumBlock, maximumBlockTight
        case once, closed, entry, pattern, onePattern, apart, curriculum
        case spent, gained, belowMinimum, belowTarget, peopleMissing, blocksMissing, worstOff
    }

    /// The kind.
    public let kind: Kind
    /// The person.
    public var person: Int32 = -1
    /// The period.
    public var period: Int32 = -1
    /// The post.
    public var post: Int32 = -1
    /// What else tells rows of the kind apart.
    public var extra: Int32 = -1

    init(_ kind: Kind, person: Int = -1, period: Int = -1, post: Int = -1, extra: Int = -1) {
        self.kind = kind
        self.person = Int32(person)
        self.period = Int32(period)
        self.post = Int32(post)
        self.extra = Int32(extra)
    }
}

extension RotationColumn.Kind {
    /// What names of such columns begin with.
    var prefix: String {
        switch self {
        case .placed: "x"
        case .unplaced: "r"
        case .begun: "b"
        case .follows: "w"
        case .spent: "spent"
        case .gained: "gained"
        case .belowMinimum: "below_minimum"
        case .belowTarget: "below_target"
        case .peopleMissing: "people_missing"
        case .blocksMissing: "blocks_missing"
        case .worstOff: "worst_off"
        }
    }
}

extension RotationRow.Kind {
    /// What names of such rows begin with.
    var prefix: String { String(describing: self) }
}

/// The part of a name that says where: `_p1_t3_k2`, counted from 1 in the order of the files, and what else.
func nameSuffix(person: Int32, period: Int32, post: Int32, extra: Int32) -> String {
    [("p", person, 1), ("t", period, 1), ("k", post, 1), ("n", extra, 0)]
        .filter { $0.1 >= 0 }.map { "_\($0.0)\(Int($0.1) + $0.2)" }.joined()
}
