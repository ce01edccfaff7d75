// SPDX-License-Identifier: GPL-3.0-or-later

/// What a column or row of the rotation programme stands for, and where. Positions are those of the facts; −1 where one does
/// not apply.
public struct RotationOrigin<Kind: OriginKind>: Sendable, Hashable {
    /// The kind.
    public let kind: Kind
    /// The person.
    public var person: Int32 = -1
    /// The period.
    public var period: Int32 = -1
    /// The post.
    public var post: Int32 = -1
    /// What else tells those of the kind apart.
    public var extra: Int32 = -1

    init(_ kind: Kind, person: Int = -1, period: Int = -1, post: Int = -1, extra: Int = -1) {
        self.kind = kind
        self.person = Int32(person)
        self.period = Int32(period)
        self.post = Int32(post)
        self.extra = Int32(extra)
    }

    /// The name, such as `x_p1_t3_k2`: positions counted from 1 in the order of the files.
    var name: String {
        let places = [("p", person), ("t", period), ("k", post)].map { ($0.0, Int($0.1) + 1) }
        let last = ("n", Int(extra) + (kind.extraIsPosition || extra < 0 ? 1 : 0))
        return (places + [last]).filter { $0.1 > 0 }.reduce(kind.prefix) { "\($0)_\($1.0)\($1.1)" }
    }
}

/// What a column decides.
public typealias RotationColumn = RotationOrigin<RotationColumnKind>

/// Which rule a row stands for.
public typealias RotationRow = RotationOrigin<RotationRowKind>

/// A kind of columns or rows.
public protocol OriginKind: Sendable, Hashable {
    /// What names of it begin with.
    var prefix: String { get }
    /// Whether what tells those of the kind apart is a position, and not a number of periods.
    var extraIsPosition: Bool { get }
}

/// The kinds of column.
public enum RotationColumnKind: UInt8, Sendable, CaseIterable, OriginKind {
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

    /// What names of such columns begin with.
    public var prefix: String {
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

    /// Whether `extra` is a position.
    public var extraIsPosition: Bool { self != .spent }
}

/// The rules, what columns mean, and the rows that tighten the relaxation.
public enum RotationRowKind: UInt8, Sendable, CaseIterable, OriginKind {
    case onePost, room, newcomers, supervision
    /// What a beginning is: placed now and not before; not without being placed; not where placed before.
    case begins, beginsPlaced, beginsAnew
    case minimumBlock, owedBlock, maximumBlock, maximumBlockTight
    case once, closed, entry, pattern, onePattern, apart, curriculum
    case spent, gained, belowMinimum, belowTarget, peopleMissing, blocksMissing, worstOff

    /// What names of such rows begin with.
    public var prefix: String { String(describing: self) }

    /// Whether `extra` is a position.
    public var extraIsPosition: Bool { self != .spent }
}
