// SPDX-License-Identifier: GPL-3.0-or-later

/// Two threads search one plan from the same state, each its part, and then put together what they made of it.
extension SearchState {
    /// What is added up over the whole week, and what both parts add to.
    struct Sums: Sendable {
        let price: Double
        let bank: Double
        let agency: Double
        let double: [Int32]
        let unmet: [Int32]
        let singleLeft: [Int32]
        /// The most that anybody is refused of what they asked for, in pounds.
        let mostRefused: Double
    }

    var sums: Sums {
        Sums(
            price: price, bank: spentOnBank, agency: spentOnAgency, double: double, unmet: unmet,
            singleLeft: singleLeft, mostRefused: refusedPounds.max() ?? 0)
    }

    /// Leaves to the other part what is its to give, and keeps half of what is left of the caps.
    mutating func begin(_ subproblem: Subproblem) {
        for i in subproblem.shared where !subproblem.mayGive[i] { leave(line: i) }
        bankLimit = spentOnBank + max(0, tables.bankCap - spentOnBank) / 2
        agencyLimit = spentOnAgency + max(0, tables.agencyCap - spentOnAgency) / 2
    }

    /// Takes over what another state made of its part.
    ///
    /// - Parameters:
    ///   - subproblem: What the other state was free to change.
    ///   - theirs: Its sums; `start`: those of both before; `mine`: this state's, which may be of before a first
    ///     exchange.
    mutating func takeOver(
        _ subproblem: Subproblem, from other: SearchState, theirs: Sums, mine: Sums, since start: Sums
    ) {
        let layout = tables.model.layout
        for cell in subproblem.cells {
            option[cell] = other.option[cell]
            left[cell] = other.left[cell]
            delegated[cell] = other.delegated[cell]
            supervisionLeft[cell] = other.supervisionLeft[cell]
            let personDay = Int(tables.cells.personDay[cell])
            bookedSessions[personDay] = other.bookedSessions[personDay]
            if tables.areShared {
                let humanDay = Int(tables.cells.humanDay[cell])
                humanSessions[humanDay] = other.humanSessions[humanDay]
            }
            for contact in layout.contactsOfCell[cell] { count[contact] = other.count[contact] }
            for column in layout.supervisionOfCell[cell] { supervision[column] = other.supervision[column] }
        }
        for s in subproblem.booking {
            for week in s * tables.weekCount..<(s + 1) * tables.weekCount {
                booked[week] = other.booked[week]
            }
        }
        let sessions = subproblem.hasSession.count
        for minimum in heads.indices where subproblem.hasSession[Int(tables.heads.session[minimum])] {
            heads[minimum] = other.heads[minimum]
        }
        for one in kept.indices where subproblem.hasSession[Int(tables.inForce.session[one])] {
            kept[one] = other.kept[one]
        }
        for place in span.indices where subproblem.hasSession[place % sessions] {
            delegating[place] = other.delegating[place]
            span[place] = other.span[place]
            registeredThere[place] = other.registeredThere[place]
        }
        for key in surplus.indices where subproblem.hasSession[Int(tables.keys.sessions[key])] {
            surplus[key] = other.surplus[key]
            given[key] = other.given[key]
            supervisorsThere[key] = other.supervisorsThere[key]
        }
        price = mine.price + theirs.price - start.price
        // What each person is refused adds up over the days of both parts; the most of them does not.
        countRequests()
        let counted = mine.mostRefused + theirs.mostRefused - start.mostRefused
        price += tables.requests.fairness * ((refusedPounds.max() ?? 0) - counted)
        spentOnBank = mine.bank + theirs.bank - start.bank
        spentOnAgency = mine.agency + theirs.agency - start.agency
        for i in subproblem.lines { takeOver(line: i, subproblem, from: other, theirs: theirs) }
        for i in subproblem.shared { add(line: i, theirs: theirs, mine: mine, since: start) }
    }

    private mutating func takeOver(
        line i: Int, _ subproblem: Subproblem, from other: SearchState, theirs: Sums
    ) {
        unmet[i] = theirs.unmet[i]
        singleLeft[i] = theirs.singleLeft[i]
        double[i] = theirs.double[i]
        let window = tables.lines.window[i]
        for t in window where subproblem.hasSession[t] {
            let slot = tables.contacts.slotStart[i] + t - window.lowerBound
            pairs[slot] = other.pairs[slot]
        }
    }

    /// A line both parts gave contacts of; what is avoidable of double-handed ones is priced over both.
    private mutating func add(line i: Int, theirs: Sums, mine: Sums, since start: Sums) {
        unmet[i] = mine.unmet[i] + theirs.unmet[i]
        singleLeft[i] = mine.singleLeft[i] + theirs.singleLeft[i]
        double[i] = mine.double[i] + theirs.double[i] - start.double[i]
        let needed = tables.lines.doubleHandedNeeded[i]
        let avoided = { (number: Int32) in Double(max(0, number - needed)) }
        let counted = avoided(mine.double[i]) + avoided(theirs.double[i]) - avoided(start.double[i])
        price += tables.lines.avoidablePrice[i] * (avoided(double[i]) - counted)
    }
}
