// SPDX-License-Identifier: GPL-3.0-or-later

/// A column that counts contacts a person takes part in: y, h or q of the model.
public struct ContactColumn: Sendable, Hashable {
    /// The column.
    public let column: Int32
    /// The person.
    public let person: Int32
    /// The session.
    public let session: Int32
    /// The line.
    public let line: Int32
    /// The line's team.
    public let team: Int32
    /// Which kind of contact.
    public let kind: ColumnOrigin.Kind
    /// Minutes a contact takes of the person.
    public let minutes: Int32
    /// The most contacts the person has time for, at most the line's.
    public let most: Int32
}

/// A column of supervision minutes that a person may give in a session to an activity in a group.
public struct SupervisionColumn: Sendable, Hashable {
    /// The column.
    public let column: Int32
    /// The supervisor.
    public let person: Int32
    /// The session.
    public let session: Int32
    /// The group; that of all teams where the activity is supervised from afar.
    public let group: Int32
    /// The activity.
    public let activity: Int32
}

/// A column that says whether a person does delegated work in a group with a span.
public struct DelegatesColumn: Sendable, Hashable {
    /// The column.
    public let column: Int32
    /// The person.
    public let person: Int32
    /// The session.
    public let session: Int32
    /// The group.
    public let group: Int32
}

/// Where the columns of a weekly model are. A cell is `person * sessionCount + session`.
public struct ModelLayout: Sendable {
    /// All columns of a cell: deployments, contacts, supervision, delegation.
    public internal(set) var cell: [Range<Int>] = []
    /// The first deployment column of a cell; its teams follow in the order of `eligibleTeams`.
    public internal(set) var firstDeployment: [Int] = []
    /// Contact columns in order of cell.
    public internal(set) var contacts: [ContactColumn] = []
    /// Which of `contacts` are a cell's.
    public internal(set) var contactsOfCell: [Range<Int>] = []
    /// Which of `contacts` are a line's, in order of session and person.
    public internal(set) var contactsOfLine: [[Int]] = []
    /// Supervision columns in order of cell.
    public internal(set) var supervision: [SupervisionColumn] = []
    /// Which of `supervision` are a cell's.
    public internal(set) var supervisionOfCell: [Range<Int>] = []
    /// Delegation columns in order of cell.
    public internal(set) var delegates: [DelegatesColumn] = []
    /// Which of `delegates` are a cell's.
    public internal(set) var delegatesOfCell: [Range<Int>] = []
    /// Columns of each person and day (`person * dayCount + day`), as days worked.
    public internal(set) var personDay: [Range<Int>] = []
    /// Columns of each person and calendar week (`person * weekCount + week`), as pay beyond contract.
    public internal(set) var personWeek: [Range<Int>] = []
    /// Columns of each person over the whole horizon, as requests not granted.
    public internal(set) var person: [Range<Int>] = []
    /// Columns of the whole week, as the most that anybody is refused.
    public internal(set) var whole: Range<Int> = 0..<0
    /// Columns of each line as a whole: unmet contacts, and what else is counted of it.
    public internal(set) var line: [Range<Int>] = []
    /// Unmet contacts of each line.
    public internal(set) var unmet: [Int] = []
    /// Double-handed contacts of each line: the column of each session of its window where a pair is possible.
    public internal(set) var doubleHanded: [[(session: Int, column: Int)]] = []
    /// Columns of each team and session (`team * sessionCount + session`), as heads missing.
    public internal(set) var teamSession: [Range<Int>] = []
    /// Heads missing of each of the instance's minimums.
    public internal(set) var shortHeads: [Int] = []
    /// Contacts lost of each of the instance's contacts in force.
    public internal(set) var lostContacts: [Int] = []
    /// The column fixed at 1.
    public internal(set) var one = 0
}
