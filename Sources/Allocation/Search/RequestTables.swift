// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// What never changes about what people ask for, in flat arrays. A week without requests has empty ones.
struct RequestTables: Sendable {
    /// A request as the search asks for it.
    struct Entry: Sendable {
        let person: Int32
        /// The cells it is about, of all rows of the human, row by row and ascending.
        let cells: [Int]
        let want: RequestBook.Want
        let weight: Double
    }

    /// Whether anybody asks for anything.
    let isEmpty: Bool
    let fairness: Double
    let entries: [Entry]
    /// The requests of each human who asks, in order of the file.
    let entriesOfPerson: [[Int]]
    /// Who of them each cell is asked about by; −1: nobody. Empty where nobody asks for anything.
    let personOfCell: [Int32]
    /// Whether the rota has each cell on duty; in a session that is over only where no row of the human was deployed,
    /// whose place is theirs.
    private let isOnDuty: [Bool]
    /// The team of each cell in a session that is over; −1: none, or it is still to come.
    private let pastTeam: [Int32]

    init(_ instance: Instance, pastTeam: [Int32]) {
        let book = instance.requests
        isEmpty = book.isEmpty
        fairness = instance.week.policy.requestFairness
        entriesOfPerson = book.entriesOfPerson
        entries = book.entries.map { entry in
            Entry(
                person: Int32(entry.person),
                cells: book.rowsOfPerson[entry.person].flatMap { row in
                    entry.sessions.map { instance.cell(row, $0) }
                },
                want: entry.want, weight: entry.weight)
        }
        var personOfCell = [Int32](
            repeating: -1, count: book.isEmpty ? 0 : instance.eligibleTeams.count)
        for entry in entries { for cell in entry.cells { personOfCell[cell] = entry.person } }
        self.personOfCell = personOfCell
        let sessions = instance.sessionCount
        isOnDuty = (book.isEmpty ? 0..<0 : instance.duty.indices).map { cell in
            guard instance.duty[cell] == .rostered else { return false }
            guard let person = book.personOfRow[cell / sessions] else { return true }
            return !book.rowsOfPerson[person].contains {
                pastTeam[instance.cell($0, cell % sessions)] >= 0
            }
        }
        self.pastTeam = pastTeam
    }

    /// Whether a request is not granted.
    ///
    /// - Parameters:
    ///   - team: The team of each option, and `option` that of each cell; −1: none.
    ///   - changed: A cell that is thought to be at another option, and which.
    func isRefused(
        _ entry: Entry, option: [Int32], team: [Int32], changed: Int, to new: Int32
    ) -> Bool {
        var (isThere, isElsewhere) = (false, false)
        for cell in entry.cells {
            let option = cell == changed ? new : option[cell]
            let there = option >= 0 ? team[Int(option)] : pastTeam[cell]
            switch entry.want {
            case .on: if there >= 0 { return false }
            case .off: if there >= 0 || isOnDuty[cell] { return true }
            case .team(let wanted):
                if there >= 0 {
                    if there == Int32(wanted) { isThere = true } else { isElsewhere = true }
                } else if isOnDuty[cell] {
                    isElsewhere = true
                }
            }
        }
        switch entry.want {
        case .on: return true
        case .off: return false
        case .team: return !isThere || isElsewhere
        }
    }
}
