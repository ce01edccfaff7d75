// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel
import Workforce

/// A weekly model while it is being put together: rules add rows, price terms add costs.
struct ModelBuilder {
    let instance: Instance
    var program = LinearProgram()
    var columns: [ColumnOrigin] = []
    var rows: [RowOrigin] = []
    var layout = ModelLayout()
    private(set) var costs = TermCosts()
    let supervisedActivities: [[Int]]
    /// Whether building is to stop; what is built then is good for nothing.
    var isStopped: () -> Bool = { false }
    private var registered: [[RegisteredDeployment]] = []

    typealias Term = (column: Int, coefficient: Double)
    typealias RegisteredDeployment = (person: Int, team: Int, column: Int)

    init(_ instance: Instance) {
        self.instance = instance
        supervisedActivities = SupervisionRule.activities(instance)
    }

    /// Adds a column. Every column has finite bounds, so that any row duals prove a bound on the price.
    @discardableResult
    mutating func column(_ origin: ColumnOrigin, upTo upper: Double, integer: Bool = false) -> Int {
        columns.append(origin)
        return program.addColumn(cost: 0, lower: 0, upper: upper, integer: integer)
    }

    /// Adds what one unit of a column costs, and says of which term it is.
    mutating func addCost(_ pounds: Double, to column: Int, for term: PriceTerms.Term) {
        guard pounds != 0 else { return }
        program.setCost(ofColumn: column, to: program.cost[column] + pounds)
        costs.add(pounds, to: column, for: term)
    }

    /// Adds pounds of a term that no plan changes any more.
    mutating func addConstant(_ pounds: Double, for term: PriceTerms.Term) {
        addCost(pounds, to: layout.one, for: term)
    }

    mutating func atMost(_ limit: Double, _ origin: RowOrigin, _ terms: [Term]) {
        row(-.infinity...limit, origin, terms)
    }

    mutating func atLeast(_ limit: Double, _ origin: RowOrigin, _ terms: [Term]) {
        row(limit...(.infinity), origin, terms)
    }

    mutating func equals(_ value: Double, _ origin: RowOrigin, _ terms: [Term]) {
        row(value...value, origin, terms)
    }

    private mutating func row(_ bounds: ClosedRange<Double>, _ origin: RowOrigin, _ terms: [Term]) {
        rows.append(origin)
        _ = program.addRow(lower: bounds.lowerBound, upper: bounds.upperBound, terms)
    }

    // MARK: Reading the layout

    /// The first column of a kind among columns that lie together.
    func column(_ kind: ColumnOrigin.Kind, in range: Range<Int>) -> Int? {
        range.first { columns[$0].kind == kind }
    }

    /// The index of a person in a session.
    func cell(_ person: Int, _ session: Int) -> Int { instance.cell(person, session) }

    /// The deployment columns of a cell with their teams.
    func deployments(_ cell: Int) -> [(team: Int, column: Int)] {
        instance.eligibleTeams[cell].enumerated().map { ($1, layout.firstDeployment[cell] + $0) }
    }

    /// The sum of a cell's deployment columns over the teams of a group, times a factor.
    func deployed(_ cell: Int, group: Int, times factor: Double) -> [Term] {
        deployments(cell).filter { instance.isTeam($0.team, inGroup: group) }.map { ($0.column, factor) }
    }

    /// Registered people who may be deployed in a group in a session: their teams and deployment columns.
    func registeredDeployments(group: Int, session: Int) -> [RegisteredDeployment] {
        guard group == instance.everywhere else { return registered[instance.place(group, session)] }
        return instance.groups.indices.flatMap { registered[instance.place($0, session)] }
    }

    /// The deployment columns of those of them who may supervise an activity.
    func supervisorDeployments(activity: Int, group: Int, session: Int) -> [Int] {
        let day = instance.calendar.dayOfSession[session]
        return registeredDeployments(group: group, session: session)
            .filter { instance.supervises(person: $0.person, day: day, activity: activity) }.map(\.column)
    }

    /// Works out `registeredDeployments` once the deployment columns are there.
    mutating func indexRegistered() {
        registered = Array(repeating: [], count: instance.groups.count * instance.sessionCount)
        for s in 0..<instance.staffCount where instance.isRegistered[s] {
            for t in 0..<instance.sessionCount {
                for (k, column) in deployments(cell(s, t)) {
                    registered[instance.place(instance.groupOfTeam[k], t)].append((s, k, column))
                }
            }
        }
    }
}
