// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import SeededRandom
import Workforce

/// Changes near to some people or lines. After each the plan keeps every rule.
extension NearbyPlan {
    /// Moves for each cell in a part of the week that is planned anew, and at most.
    static let movesPerCell = 300
    static let mostMoves = 30_000

    /// Plans some people's time and some lines' contacts anew, with whoever could give them; the plan changes only
    /// for the better.
    ///
    /// - Parameters:
    ///   - number: How many moves are tried; nil: by the size of the part.
    ///   - books: Whether people may be booked for it and bookings given up; otherwise whoever is booked stays where
    ///     they are, and nobody else comes.
    public mutating func improve(
        near people: [Int], lines: [Int], moves number: Int? = nil, booking books: Bool = true
    ) {
        var focus = Focus(people: people, lines: lines, in: state)
        if !books { focus.leaveOutUnbooked(state) }
        guard !focus.isEmpty else { return }
        var moves = books ? moves : moves.bookingNobody
        defer { if books { self.moves = moves } }
        moves.fillGaps(in: focus, &state)
        state.keep()
        let length = number ?? min(Self.mostMoves, Self.movesPerCell * focus.cells.count)
        var annealing = Annealing(
            state, moves.near(focus), seed: seed, hotShare: WarmStart.nearShare, length: length)
        while !annealing.isOver, !isStopped() { _ = annealing.run(atMost: .max, shouldStop: isStopped) }
        if annealing.best.price < state.price { state = annealing.best }
        state.keep()
    }

    /// Plans one person's sessions anew with everybody else's work left as it is: sessions on duty or booked
    /// already, and only for the better.
    ///
    /// - Parameter tries: How many random parts of the person's week are given out anew.
    public mutating func refit(person: Int, tries: Int = 24) {
        var random = SeededRandom(seed: seed &+ UInt64(person))
        let cells = (0..<instance.sessionCount).map { cell(person, $0) }
            .filter { state.option[$0] >= 0 || instance.duty[$0] == .rostered }
        guard !cells.isEmpty else { return }
        state.keep()
        attempt { moves, state in moves.refit(cells, emptying: false, noise: 0, &state) }
        for number in 0..<tries where !isStopped() {
            var part = cells
            random.bringForward(part.count, of: &part)
            part = Array(part.prefix(1 + random.below(part.count)))
            let noise = number.isMultiple(of: 2) ? 0 : SearchMoves.noise
            attempt { moves, state in moves.refit(part, emptying: true, noise: noise, &state) }
        }
    }

    /// Takes a person off a session; those who are deployed take over what they can.
    ///
    /// With a booking's minimum, the person's other booked sessions of the day go where they are too few alone.
    public mutating func withdraw(person: Int, session: Int) {
        let cell = cell(person, session)
        let before = state.unmet
        state.dropCell(cell)
        moves.clearBelowMinimum(Int(tables.cells.personDay[cell]), &state)
        takeOver(linesSince: before, except: cell)
    }

    /// Takes a person off a session; nobody takes over what they leave, nor anything else is planned anew.
    public mutating func clear(person: Int, session: Int) {
        state.dropCell(cell(person, session))
        state.keep()
    }

    /// Looks at what becomes of the plan by some changes, and takes them back.
    ///
    /// - Parameter body: Makes changes by `withdraw` or `send`, and reads off what there is to know.
    public mutating func looking<Result>(at body: (inout NearbyPlan) -> Result) -> Result {
        state.keep()
        let result = body(&self)
        state.takeBack()
        return result
    }

    /// Sends a person to a team in a session, whatever that costs; those who are deployed take over what they can.
    /// Where a booking is of more sessions than one, the person is booked for as many of that day.
    ///
    /// - Returns: Whether the person may be sent there; where not, they are sent nowhere.
    public mutating func send(person: PersonIndex, session: SessionIndex, team: TeamIndex) -> Bool {
        let (person, session, team) = (person.value, session.value, team.value)
        guard self.team(ofPerson: person, session: session) != team else { return true }
        let before = state.unmet
        let cell = cell(person, session)
        guard moveOnly(person: person, session: session, team: team) else { return false }
        moves.refit([cell], emptying: false, noise: 0, &state)
        guard meetBookingMinimum(cell) else { return false }
        takeOver(linesSince: before, except: cell)
        return true
    }

    /// Deploys a person to a team, without work there yet; false, and deployed nowhere, where they may not be.
    mutating func moveOnly(person: Int, session: Int, team: Int) -> Bool {
        let cell = cell(person, session)
        guard
            let option = (tables.options.start[cell]..<tables.options.start[cell + 1]).first(where: {
                Int(tables.options.team[$0]) == team
            })
        else { return false }
        state.dropCell(cell)
        guard state.mayDeploy(cell) else { return false }
        state.deploy(option)
        return true
    }

    /// Books further sessions of the day where a booking is of more sessions than one.
    mutating func meetBookingMinimum(_ cell: Int) -> Bool {
        let day = Int(tables.cells.firstOfDay[cell])..<Int(tables.cells.endOfDay[cell])
        for other in day where tables.cells.isAvailable[other] && !state.meetsMinimum(cell) {
            moves.place(other, &state, whatever: true)
        }
        if state.meetsMinimum(cell) { return true }
        moves.clearBelowMinimum(Int(tables.cells.personDay[cell]), &state)
        return false
    }

    /// Fills the time of whoever is deployed and could give contacts of lines of which more goes unmet now.
    mutating func takeOver(linesSince before: [Int32], except cell: Int) {
        let lost = before.indices.filter { state.unmet[$0] > before[$0] }
        let cells = Focus(people: [], lines: lost, in: state).cells
        let others = cells.filter { $0 != cell && state.option[$0] >= 0 }
        moves.refit(others, emptying: false, noise: 0, &state)
    }

    private mutating func attempt(_ change: (inout SearchMoves, inout SearchState) -> Void) {
        let before = state.price
        change(&moves, &state)
        if state.price > before - 1e-9 { state.takeBack() } else { state.keep() }
    }
}

extension SearchMoves {
    /// Gives some cells' time out anew: what they have left, or all of it once they are emptied. Booked cells stay
    /// where they are.
    mutating func refit(_ cells: [Int], emptying: Bool, noise: Double, _ state: inout SearchState) {
        knapsack.noise = noise
        if emptying {
            for cell in cells {
                if tables.cells.isAvailable[cell] { state.dropContacts(cell) } else { state.dropCell(cell) }
            }
        }
        for cell in cells {
            if state.option[cell] < 0 { place(cell, &state) } else { fill(cell, &state) }
        }
    }
}
