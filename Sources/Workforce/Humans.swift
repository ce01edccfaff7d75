// SPDX-License-Identifier: GPL-3.0-or-later

/// Which rows of a roster are one human: those with the same word in `person`, a row without one counting by its own
/// identifier. So a row that names another row's identifier is of the same human, too.
///
///     let humans = Humans(week.staff)
///     humans.rows(with: 3)  // [1, 3]: rows 1 and 3 are one human
///
/// One place in a session and the rules on working time bind a human, over all their rows; so do sign-offs and what
/// is decided by name. What somebody asks for, and whom a line names as usual, is the human's, too. Pay, a booking's
/// minimum and changes of team are of the row.
public struct Humans: Sendable {
    /// The rows of each human, ascending; humans in order of their first row.
    public let rows: [[Int]]
    /// The human of each row.
    public let ofRow: [Int]
    /// Whether some human has several rows.
    public let areShared: Bool

    /// The humans of a roster.
    public init(_ staff: [StaffMember]) {
        var positions: [String: Int] = [:]
        var rows: [[Int]] = []
        ofRow = staff.indices.map { row in
            let word = staff[row].human
            if let known = positions[word] {
                rows[known].append(row)
                return known
            }
            positions[word] = rows.count
            rows.append([row])
            return rows.count - 1
        }
        self.rows = rows
        areShared = rows.count < staff.count
    }

    /// The rows of the human of a row, that one among them, ascending.
    public func rows(with row: Int) -> [Int] { rows[ofRow[row]] }

    /// The first row of the human of a row.
    public func first(with row: Int) -> Int { rows[ofRow[row]].first ?? row }

    /// How many humans some rows are.
    public func count(_ rows: some Sequence<Int>) -> Int { Set(rows.map { ofRow[$0] }).count }

    /// The team that another row of a row's human is sent to; nil where none is sent anywhere.
    ///
    /// - Parameter team: The team that a row is sent to in the session asked about; nil: none.
    public func teamOfOtherRow(than row: Int, team: (_ row: Int) -> Int?) -> Int? {
        guard areShared else { return nil }
        for other in rows(with: row) where other != row { if let found = team(other) { return found } }
        return nil
    }
}

extension StaffMember {
    /// What tells the human of this row from others: the word in `person`, else the row's identifier.
    public var human: String { person ?? id }
}

extension Sequence<StaffMember> {
    /// The human of each row by the row's identifier, of rows that name one; others are told by their own.
    public var humansById: [String: String] {
        Dictionary(filter { $0.person != nil }.map { ($0.id, $0.human) }) { first, _ in first }
    }
}

extension RotaMark.Duty {
    /// Whether the mark says where the human is: on duty, or away from a session they would have worked. No other
    /// row of theirs is deployed then.
    public var isBinding: Bool {
        switch self {
        case .rostered, .leave, .sick, .training: true
        case .available, .callable, .off: false
        }
    }
}

extension RotaMark.Duty {
    /// Whether somebody is away from a session that would have been worked.
    public var isAbsence: Bool {
        switch self {
        case .leave, .sick, .training: true
        case .rostered, .available, .callable, .off: false
        }
    }
}

extension Week {
    /// The row of the same human, other than that one, whose mark says where they are in a session; nil where none
    /// does. What the row itself says there means nothing then, if it is `A`.
    public func bindingRow(besides row: Int, session: Int, _ humans: Humans) -> Int? {
        guard humans.areShared else { return nil }
        return humans.rows(with: row).first { $0 != row && rota[$0][session].duty.isBinding }
    }
}
