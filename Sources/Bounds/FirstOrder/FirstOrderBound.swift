// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel

/// Approaches the relaxation's bound by a first-order method, for weeks whose relaxation is too large for the
/// simplex. Every iterate's row duals prove a bound, so it can be stopped at any time, and rows can come and go
/// between iterations.
///
/// The primal-dual hybrid gradient method with reflected Halpern steps and restarts: Lu and Yang, "Restarted
/// Halpern PDHG for linear programming", 2024. It refuses to be an LP solver: its primal iterate is not feasible; it
/// serves to find cuts.
public struct FirstOrderBound {
    /// The programme as it is now.
    public private(set) var program: LinearProgram
    private var scaled: ScaledProgram
    private let polish: DualPolish
    /// The current point, scaled: column values and row duals; then where this round began.
    private var primal: [Double]
    private var dual: [Double]
    private var primalAnchor: [Double]
    private var dualAnchor: [Double]
    /// The next point before it is drawn back, and the column values reflected in it.
    private var nextPrimal: [Double]
    private var nextDual: [Double]
    private var reflected: [Double]
    /// How far a dual step goes for a primal one.
    private var weight: Double
    private var sinceRestart = 0
    private var sinceChange = 0
    private var firstResidual = 0.0
    private var lastResidual = Double.infinity
    /// Iterations made.
    public private(set) var iterations = 0
    /// The best bound so far, in what the programme's costs are in.
    public private(set) var bound = -Double.infinity

    /// Iterations of a round at least, and by how much the weight changes at its end at most.
    static let shortestRound = 40
    static let mostChange = 1.3

    /// For a programme, from some values of its columns.
    public init(_ program: LinearProgram, from start: [Double]) {
        self.program = program
        polish = DualPolish(program)
        let scaled = ScaledProgram(program)
        self.scaled = scaled
        primal = start.indices.map { start[$0] / scaled.columnScale[$0] }
        dual = [Double](repeating: 0, count: program.rowCount)
        primalAnchor = primal
        dualAnchor = dual
        nextPrimal = primal
        nextDual = dual
        reflected = primal
        let cost = scaled.cost.reduce(0) { $0 + $1 * $1 }.squareRoot()
        let size = max(1, primal.reduce(0) { $0 + $1 * $1 }.squareRoot())
        weight = max(1e-3, cost / size)
    }

    /// The columns' values: near what the relaxation wants, and not quite within the rows.
    public var values: [Double] { primal.indices.map { primal[$0] * scaled.columnScale[$0] } }

    /// The row duals, whose bound is near the relaxation's.
    public var rowDuals: [Double] { dual.indices.map { dual[$0] * scaled.rowScale[$0] } }

    /// Iterates, and takes stock of the bound at the end.
    public mutating func advance(_ steps: Int) {
        for _ in 0..<steps { step() }
        bound = max(bound, program.dualBound(rowDuals: polish.polished(rowDuals, of: program)))
    }

    /// Goes on from the same point with some rows gone, ascending, and others added below.
    public mutating func change(removing old: [Int], adding new: LinearProgram) {
        let values = values
        var duals = rowDuals
        for row in old.reversed() { duals.remove(at: row) }
        duals += [Double](repeating: 0, count: new.rowCount)
        program.remove(rows: old)
        program.append(rowsOf: new)
        let scaled = ScaledProgram(program)
        self.scaled = scaled
        primal = values.indices.map { values[$0] / scaled.columnScale[$0] }
        dual = duals.indices.map { duals[$0] / scaled.rowScale[$0] }
        primalAnchor = primal
        dualAnchor = dual
        nextDual = dual
        sinceRestart = 0
        sinceChange = 0
    }

    private mutating func step() {
        iterations += 1
        sinceChange += 1
        let residual = move()
        if shouldRestart(residual) { restart() } else { halpern() }
        lastResidual = residual
    }

    /// Works out the next point; returns how far it lies, columns and rows weighed against each other.
    private mutating func move() -> Double {
        let primalMove = Self.moveColumns(
            of: scaled, scaled.step / weight, from: primal, dual, to: &nextPrimal, &reflected)
        let dualMove = Self.moveRows(of: scaled, scaled.step * weight, from: dual, reflected, to: &nextDual)
        return (weight * primalMove + dualMove / weight).squareRoot()
    }

    /// A step of the columns along their reduced costs, within their bounds; returns its length squared.
    private static func moveColumns(
        of scaled: ScaledProgram, _ step: Double, from primal: [Double], _ dual: [Double],
        to nextPrimal: inout [Double], _ reflectedPrimal: inout [Double]
    ) -> Double {
        let (cost, lower, upper) = (scaled.cost.span, scaled.lower.span, scaled.upper.span)
        let (primal, dual) = (primal.span, dual.span)
        var next = nextPrimal.mutableSpan
        var reflected = reflectedPrimal.mutableSpan
        var length = 0.0
        for column in primal.indices {
            let reduced = -scaled.byColumn.product(column, dual, from: -cost[column])
            let now = primal[column]
            let value = min(max(now - step * reduced, lower[column]), upper[column])
            let change = value - now
            next[column] = value
            reflected[column] = value + change
            length += change * change
        }
        return length
    }

    /// A step of the rows' duals along what the reflected columns leave of them; returns its length squared.
    private static func moveRows(
        of scaled: ScaledProgram, _ step: Double, from dual: [Double], _ reflected: [Double],
        to nextDual: inout [Double]
    ) -> Double {
        let (lower, upper) = (scaled.rowLower.span, scaled.rowUpper.span)
        let (dual, reflected) = (dual.span, reflected.span)
        var next = nextDual.mutableSpan
        var length = 0.0
        for row in dual.indices {
            let now = dual[row]
            let moved = now - step * scaled.byRow.product(row, reflected)
            let below = moved + step * lower[row]
            let above = moved + step * upper[row]
            let value = below > 0 ? below : above < 0 ? above : 0
            let change = value - now
            next[row] = value
            length += change * change
        }
        return length
    }

    private mutating func shouldRestart(_ residual: Double) -> Bool {
        if sinceRestart == 0 { firstResidual = residual }
        guard sinceRestart > 0 else { return false }
        if residual <= 0.2 * firstResidual { return true }
        if residual <= 0.8 * firstResidual, residual > lastResidual { return true }
        return sinceRestart >= max(Self.shortestRound, Int(0.36 * Double(sinceChange)))
    }

    /// Starts afresh from the point reached, and evens out how far rows and columns went.
    private mutating func restart() {
        var primalWay = 0.0
        for column in primal.indices {
            let change = nextPrimal[column] - primalAnchor[column]
            primalWay += change * change
        }
        var dualWay = 0.0
        for row in dual.indices {
            let change = nextDual[row] - dualAnchor[row]
            dualWay += change * change
        }
        if primalWay > 1e-12, dualWay > 1e-12, sinceRestart >= 10 {
            let wanted = (dualWay / primalWay).squareRoot()
            // A little at a time: rounds cut short by new rows would throw it far off.
            weight *= min(max((wanted / weight).squareRoot(), 1 / Self.mostChange), Self.mostChange)
        }
        primal = nextPrimal
        dual = nextDual
        primalAnchor = nextPrimal
        dualAnchor = nextDual
        sinceRestart = 0
    }

    /// The reflected step, drawn back to where this round began.
    private mutating func halpern() {
        let share = Double(sinceRestart + 1) / Double(sinceRestart + 2)
        Self.halpern(&primal, nextPrimal, primalAnchor, share)
        Self.halpern(&dual, nextDual, dualAnchor, share)
        sinceRestart += 1
    }

    private static func halpern(
        _ point: inout [Double], _ next: [Double], _ anchor: [Double], _ share: Double
    ) {
        for index in point.indices {
            point[index] = share * (2 * next[index] - point[index]) + (1 - share) * anchor[index]
        }
    }
}
