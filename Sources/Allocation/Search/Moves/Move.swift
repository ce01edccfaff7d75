// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom

/// A kind of move: it takes some people's work away and gives it out again, person by person, exactly.
protocol Move: Sendable {
    /// What it is called in figures: one word.
    var name: String { get }

    /// Changes the state, which stays feasible, at random; not at all where there is nothing of the kind to do.
    func apply(_ moves: inout SearchMoves, _ state: inout SearchState, _ random: inout SeededRandom)
}

extension SearchMoves {
    /// The moves there are, and how often each is made, in a hundred.
    static let odds: [(move: any Move, inAHundred: Int)] = [
        (PersonDayMove(), 12), (TeamMove(), 15), (UnmetMove(), 12), (LineMove(), 15), (CloseMove(), 8),
        (ExchangeMove(), 12), (SessionMove(), 19), (EjectionMove(), 7),
    ]
    static let weights = odds.map(\.inAHundred)
}
