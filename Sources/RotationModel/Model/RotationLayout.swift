// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// Where the columns of a rotation programme are.
public struct RotationLayout: Sendable {
    private let periodCount: Int
    private let postCount: Int
    private var placedColumns: [Int32]
    private var begunColumns: [Int32]
    /// The posts that may be chosen, by person and period (`cell`).
    var posts: [[Int]]
    /// The column of who is unplaced, by person and period (`cell`); −1 where they are absent.
    var unplaced: [Int]
    /// The first column of each person's patterns.
    var firstPattern: [Int] = []
    /// Each person's patterns; nil: no template.
    var patterns: [[[String]]?] = []
    /// The columns of periods spent.
    var spent: [Int] = []
    /// The columns of what is missing, beside which place: in the order of their rows.
    var belowMinimum: [Int] = []
    var belowTarget: [Int] = []
    var gained: [Int] = []
    var peopleMissing: [Int] = []
    var blocksMissing: [Int] = []
    var worstOff: Int?

    init(_ facts: RotationFacts) {
        (periodCount, postCount) = (facts.periodCount, facts.postCount)
        let cells = facts.personCount * facts.periodCount
        placedColumns = [Int32](repeating: -1, count: cells * facts.postCount)
        begunColumns = placedColumns
        posts = [[Int]](repeating: [], count: cells)
        unplaced = [Int](repeating: -1, count: cells)
    }

    func cell(_ person: Int, _ period: Int) -> Int { person * periodCount + period }

    private func place(_ person: Int, _ period: Int, _ post: Int) -> Int {
        cell(person, period) * postCount + post
    }

    mutating func setPlaced(_ person: Int, _ period: Int, _ post: Int, _ column: Int) {
        placedColumns[place(person, period, post)] = Int32(column)
    }

    mutating func setBegun(_ person: Int, _ period: Int, _ post: Int, _ column: Int) {
        begunColumns[place(person, period, post)] = Int32(column)
    }

    /// The column that has a person in a post in a period; nil where they may not be.
    public func placed(_ person: Int, _ period: Int, _ post: Int) -> Int? {
        let column = placedColumns[place(person, period, post)]
        return column < 0 ? nil : Int(column)
    }

    /// The column that says that a block of a person begins in a post in a period; nil where they may not be there.
    public func begun(_ person: Int, _ period: Int, _ post: Int) -> Int? {
        let column = begunColumns[place(person, period, post)]
        return column < 0 ? nil : Int(column)
    }
}
