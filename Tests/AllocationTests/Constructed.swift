// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Generation
import Intake
import SeededRandom
import TestSupport
import Testing

@testable import Allocation

/// A random week with a first plan made for it.
struct Constructed {
    let model: WeeklyModel
    let tables: SearchTables
    var moves: SearchMoves
    var state: SearchState

    init(seed: UInt64) {
        self.init(WeeklyModel(Instance(RandomWeek.make(seed: seed))), seed: seed)
    }

    /// A generated week of so many people, with a first plan made for it.
    init(generated size: Int, seed: UInt64) throws {
        let (framework, _, _) = FrameworkReader.read(Repository.framework)
        let week = WeekGenerator(
            framework: try #require(framework), size: size, seed: seed, weekStarting: TinyWorld().start
        ).week()
        self.init(WeeklyModel(Instance(week)), seed: seed)
    }

    init(_ model: WeeklyModel, seed: UInt64) {
        self.model = model
        tables = SearchTables(model)
        moves = SearchMoves(tables, seed: seed)
        state = SearchState(tables)
        moves.construct(&state)
    }
}

extension Constructed {
    /// Makes sixty moves, of which every third is taken back. After each, what the search counted step by step is what
    /// it comes to counted anew, and the plan is feasible in the exact model, at the price it says.
    ///
    /// - Returns: How many of the moves that were kept changed something.
    @discardableResult
    mutating func expectBooksAgree(
        seed: UInt64, sourceLocation: SourceLocation = #_sourceLocation
    ) -> Int {
        var random = SeededRandom(seed: seed)
        var changed = 0
        guard !moves.isEmpty else { return 0 }
        for turn in 0..<60 {
            let before = state.values
            moves.move(&state, &random)
            if turn.isMultiple(of: 3) {
                state.takeBack()
                #expect(state.values == before, sourceLocation: sourceLocation)
            } else {
                if state.hasChanged { changed += 1 }
                state.keep()
            }
            let values = state.values
            #expect(model.program.largestViolation(of: values) < 1e-6, sourceLocation: sourceLocation)
            #expect(
                abs(model.program.objective(of: values) - state.price) < 1e-6, sourceLocation: sourceLocation)
            Self.expectBooksAgree(state, sourceLocation: sourceLocation)
        }
        return changed
    }

    /// What a search counted step by step is what it comes to counted anew.
    static func expectBooksAgree(
        _ state: SearchState, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let books = Books(state).differing(from: Books(SearchState(state.tables, values: state.values)))
        #expect(books == [], sourceLocation: sourceLocation)
    }
}

/// What a search counts beside who is where and gives what. Who is whose partner is left out: a plan does not say.
private struct Books {
    private let counts: [(name: String, numbers: [Double])]

    init(_ state: SearchState) {
        func whole(_ numbers: [Int32]) -> [Double] { numbers.map { Double($0) } }
        counts = [
            ("price", [state.price]), ("pay", [state.spentOnBank, state.spentOnAgency]),
            ("minutes left", state.left),
            ("supervision left", state.supervisionLeft), ("surplus", state.surplus),
            ("delegated contacts", whole(state.given)), ("supervisors", whole(state.supervisorsThere)),
            ("unmet", whole(state.unmet)), ("single-handed left", whole(state.singleLeft)),
            ("double-handed", whole(state.double)), ("delegated by cell", whole(state.delegated)),
            ("people delegated to", whole(state.delegating)), ("span", state.span),
            ("registered people", whole(state.registeredThere)), ("heads", whole(state.heads)),
            ("contacts in force kept", whole(state.kept)), ("minutes booked", state.booked),
            ("sessions booked", whole(state.bookedSessions)),
            ("sessions booked by human", whole(state.humanSessions)),
            ("requests refused", state.refusedPounds),
        ]
    }

    /// The names of what differs.
    func differing(from other: Books) -> [String] {
        zip(counts, other.counts).filter { one, other in
            one.numbers.count != other.numbers.count
                || zip(one.numbers, other.numbers).contains { abs($0 - $1) > 1e-6 }
        }.map(\.0.name)
    }
}
