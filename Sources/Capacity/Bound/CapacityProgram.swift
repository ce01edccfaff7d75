// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import LinearModel
import Workforce

/// A linear programme whose optimum no plan can beat: the least contact minutes of some lines that must go unmet if
/// the whole place worked for these lines alone.
///
/// Every plan of the week gives values of its columns that meet all its rows, so that its optimum, and anything
/// below that, is a proof. It keeps of the weekly model:
///
/// - each person's session once, and of it only what whole contacts can fill (`WholeContacts`);
/// - one team a session, as shares: who fills half of what a team has for them is half there;
/// - windows, routes, eligibility, pairs with a lead of two different people, single-handed care;
/// - supervision with its minutes and limits, and somebody to give it; the span of all who might be there to oversee
///   delegated work; somebody registered with those who are to be accompanied;
/// - for `A` sessions hours a week, sessions a day, rest, days a week and in a row, and the caps.
///
/// It leaves out what only makes plans dearer or scarcer: what else a booking's minimum asks for, shares in place of
/// wholes, heads.
/// People on duty who are alike to the lines are one column, times their number.
struct CapacityProgram {
    var program = LinearProgram()
    let instance: Instance
    var rows: [Row] = []
    private var whole = WholeContacts()

    typealias Term = (column: Int, coefficient: Double)

    struct Row {
        var lower = -Double.infinity
        var upper = Double.infinity
        var terms: [Term] = []
    }

    /// People on duty who are alike, or one person who is available.
    struct Crew {
        let cell: CareCell
        var people = 1
        /// The column that says whether an available session is worked; nil for people on duty.
        var worked: Int?
    }

    private struct Alike: Hashable {
        let session: Int
        let capacity: Double
        let options: [CareOption]
        let supervises: [DelegatedWork]
    }

    struct Place: Hashable, Comparable {
        let line: Int
        let session: Int

        static func < (one: Place, other: Place) -> Bool {
            (one.line, one.session) < (other.line, other.session)
        }
    }

    struct Work: Hashable, Comparable {
        let session: Int
        let group: Int
        /// The activity; −1 where the span of all delegated work is meant.
        let activity: Int

        static func < (one: Work, other: Work) -> Bool {
            (one.session, one.group, one.activity) < (other.session, other.group, other.activity)
        }
    }

    // Terms collected while crews are added.
    var given: [Int: [Term]] = [:]
    var singles: [Int: [Term]] = [:]
    var leads: [Place: [Term]] = [:]
    var seconds: [Place: [Term]] = [:]
    var alone: [Place: [Int]] = [:]
    var supervision: [Work: [Term]] = [:]
    var delegating: [Work: [Term]] = [:]

    /// The programme of those lines.
    init(lines: [Int], cells: CareCells) {
        instance = cells.instance
        let found = cells.cells(for: lines)
        let crews = makeCrews(found)
        for crew in crews { add(crew, cells) }
        addPairs()
        addDemand(lines)
        addSupervision(cells)
        addWorkingTime(crews)
        addCaps(crews)
        for row in rows { program.addRow(lower: row.lower, upper: row.upper, row.terms) }
    }

    /// A bound on the contact minutes of the lines that go unmet in any plan, from below.
    ///
    /// The duals of a solve that a limit ended, or that went wrong, still prove one (`LinearProgram.dualBound`).
    func unmetMinutes(_ solver: some Solver, iterations: Int) -> Double {
        let result = try? solver.solveRelaxation(
            program, limits: SolveLimits(iterations: iterations), cancellation: nil)
        return max(0, program.dualBound(rowDuals: result?.rowDuals ?? []))
    }

    // MARK: People

    private mutating func makeCrews(_ cells: [CareCell]) -> [Crew] {
        var crews: [Crew] = []
        var known: [Alike: Int] = [:]
        for cell in cells {
            let place = instance.cell(cell.person, cell.session)
            guard instance.duty[place] == .rostered else {
                let worked = program.addColumn(cost: 0, lower: 0, upper: 1, integer: false)
                crews.append(Crew(cell: cell, worked: worked))
                continue
            }
            let alike = Alike(
                session: cell.session, capacity: instance.capacity[place], options: cell.options,
                supervises: cell.supervises)
            if let index = known[alike] {
                crews[index].people += 1
            } else {
                known[alike] = crews.count
                crews.append(Crew(cell: cell))
            }
        }
        return crews
    }

    private mutating func add(_ crew: Crew, _ cells: CareCells) {
        let cell = crew.cell
        let capacity = instance.capacity[instance.cell(cell.person, cell.session)]
        let usable = usableMinutes(cell, capacity)
        let largest = Double(usable.values.max() ?? 0)
        var filled: [Term] = []
        var spent: [Term] = []
        for option in cell.options {
            let line = instance.lines[option.line]
            // Two of one crew may both take part in a line's every double-handed contact.
            let isOfPair = option.part == .lead || option.part == .second
            let most = option.most * crew.people
            let column = program.addColumn(
                cost: 0, lower: 0, upper: Double(isOfPair ? most : min(line.contacts, most)), integer: false)
            let usableThere = Double(usable[line.team] ?? 0)
            if option.minutes > 0, usableThere > 0 {
                filled.append((column, Double(option.minutes) * largest / usableThere))
                spent.append((column, Double(option.minutes)))
            }
            note(
                option, column, crew,
                shareOfPerson: usableThere > 0 ? Double(option.minutes) / usableThere : 0)
        }
        limit(filled, to: largest, crew)
        guard !cell.supervises.isEmpty, capacity > 0 else { return }
        let limit = min(capacity, instance.week.policy.supervisionMinutesPerSession)
        var supervising: [Term] = []
        for work in cell.supervises {
            let column = program.addColumn(
                cost: 0, lower: 0, upper: limit * Double(crew.people), integer: false)
            supervising.append((column, 1))
            supervision[Work(session: cell.session, group: work.group, activity: work.activity), default: []]
                .append((column, -1))
        }
        self.limit(spent + supervising, to: capacity, crew)
        self.limit(supervising, to: limit, crew)
    }

    /// What whole contacts can fill of the session, by team.
    private mutating func usableMinutes(_ cell: CareCell, _ capacity: Double) -> [Int: Int] {
        let byTeam = Dictionary(grouping: cell.options) { instance.lines[$0.line].team }
        var usable: [Int: Int] = [:]
        for k in byTeam.keys.sorted() {
            usable[k] = whole.minutes(in: capacity, of: (byTeam[k] ?? []).map { ($0.minutes, $0.most) })
        }
        return usable
    }

    /// At most so much of each of the crew, if they are there.
    private mutating func limit(_ terms: [Term], to most: Double, _ crew: Crew) {
        guard !terms.isEmpty else { return }
        if let worked = crew.worked {
            rows.append(Row(upper: 0, terms: terms + [(worked, -most)]))
        } else {
            rows.append(Row(upper: most * Double(crew.people), terms: terms))
        }
    }

    private mutating func note(_ option: CareOption, _ column: Int, _ crew: Crew, shareOfPerson: Double) {
        let line = instance.lines[option.line]
        let place = Place(line: option.line, session: crew.cell.session)
        switch option.part {
        case .own: given[option.line, default: []].append((column, 1))
        case .delegated:
            given[option.line, default: []].append((column, 1))
            let group = instance.supervisionGroup(line: option.line)
            let minutes = instance.activities[line.activity].delegated?.supervisionMinutes ?? 0
            if minutes > 0 {
                let work = Work(session: crew.cell.session, group: group, activity: line.activity)
                supervision[work, default: []].append((column, minutes))
            }
            if instance.isUnderSpan(line: option.line), shareOfPerson > 0 {
                let work = Work(session: crew.cell.session, group: group, activity: -1)
                delegating[work, default: []].append((column, shareOfPerson))
            }
        case .lead, .second:
            if option.part == .lead {
                leads[place, default: []].append((column, 1))
            } else {
                seconds[place, default: []].append((column, 1))
            }
            if crew.people == 1 { alone[place, default: []].append(column) }
        case .single:
            given[option.line, default: []].append((column, 1))
            singles[option.line, default: []].append((column, 1))
        }
    }
}
