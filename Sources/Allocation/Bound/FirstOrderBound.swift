// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel

/// Approaches the relaxation's bound by a first-order method, for weeks whose relaxation is too large for the
/// simplex. Every iterate's row duals prove a bound, so it can be stopped at any time.
///
/// The primal-dual hybrid gradient method with reflected Halpern steps and restarts: Lu and Yang, "Restarted
/// Halpern PDHG for linear programming", 2024; steps scaled per row and column after Pock and Chambolle, ICCV 2011.
/// It refuses to be an LP solver: its primal iterate is not feasible and is not handed out.
struct FirstOrderBound {
    private let program: LinearProgram
    private let matrix: ColumnMatrix
    private let rowScale: [Double]
    private let columnScale: [Double]
    /// Row duals of the current point, and the columns' values.
    private var dual: [Double]
    private var primal: [Double]
    private var dualAnchor: [Double]
    private var primalAnchor: [Double]
    /// How far a dual step goes for a primal one.
    private var weight: Double
    private var sinceRestart = 0
    private var firstResidual = 0.0
    private var lastResidual = Double.infinity
    private(set) var iterations = 0
    /// The best bound so far, in pounds.
    private(set) var bound = -Double.infinity
    /// The row duals that prove it.
    private(set) var bestDuals: [Double]

    init(_ program: LinearProgram, from start: [Double]) {
        self.program = program
        matrix = ColumnMatrix(program)
        var rowScale = [Double](repeating: 0, count: program.rowCount)
        var columnScale = [Double](repeating: 0, count: program.columnCount)
        for row in 0..<program.rowCount {
            for term in program.terms(ofRow: row) {
                rowScale[row] += abs(program.value[term])
                columnScale[Int(program.columnIndex[term])] += abs(program.value[term])
            }
        }
        self.rowScale = rowScale.map { $0 > 0 ? 1 / $0 : 0 }
        self.columnScale = columnScale.map { $0 > 0 ? 1 / $0 : 1 }
        primal = start
        dual = [Double](repeating: 0, count: program.rowCount)
        primalAnchor = primal
        dualAnchor = dual
        bestDuals = dual
        let cost = program.cost.reduce(0) { $0 + $1 * $1 }.squareRoot()
        let size = max(1, start.reduce(0) { $0 + $1 * $1 }.squareRoot())
        weight = max(1e-3, cost / size)
    }

    /// Iterates, and takes stock of the bound at the end.
    mutating func advance(_ steps: Int) {
        for _ in 0..<steps { step() }
        let proved = program.dualBound(rowDuals: dual)
        if proved > bound {
            bound = proved
            bestDuals = dual
        }
    }

    private mutating func step() {
        iterations += 1
        var nextPrimal = primal
        var reflected = primal
        var primalMove = 0.0
        for column in 0..<program.columnCount {
            var reduced = program.cost[column]
            for term in matrix.terms(ofColumn: column) {
                reduced -= dual[Int(matrix.row[term])] * matrix.value[term]
            }
            let moved = primal[column] - columnScale[column] / weight * reduced
            let value = min(max(moved, program.lower[column]), program.upper[column])
            let change = value - primal[column]
            nextPrimal[column] = value
            reflected[column] = value + change
            primalMove += change * change / columnScale[column]
        }
        var nextDual = dual
        var dualMove = 0.0
        for row in 0..<program.rowCount where rowScale[row] > 0 {
            var activity = 0.0
            for term in program.terms(ofRow: row) {
                activity += program.value[term] * reflected[Int(program.columnIndex[term])]
            }
            let stride = rowScale[row] * weight
            let moved = dual[row] - stride * activity
            let value: Double
            if moved + stride * program.rowLower[row] > 0 {
                value = moved + stride * program.rowLower[row]
            } else if moved + stride * program.rowUpper[row] < 0 {
                value = moved + stride * program.rowUpper[row]
            } else {
                value = 0
            }
            let change = value - dual[row]
            nextDual[row] = value
            dualMove += change * change / rowScale[row]
        }
        let residual = (weight * primalMove + dualMove / weight).squareRoot()
        if shouldRestart(residual) {
            restart(nextPrimal, nextDual)
        } else {
            halpern(nextPrimal, nextDual)
        }
        lastResidual = residual
    }

    private mutating func shouldRestart(_ residual: Double) -> Bool {
        if sinceRestart == 0 { firstResidual = residual }
        guard sinceRestart > 0 else { return false }
        if residual <= 0.2 * firstResidual { return true }
        if residual <= 0.8 * firstResidual, residual > lastResidual { return true }
        return Double(sinceRestart) >= 0.36 * Double(iterations)
    }

    /// Starts afresh from the point reached, and evens out how far rows and columns went.
    private mutating func restart(_ nextPrimal: [Double], _ nextDual: [Double]) {
        var primalWay = 0.0
        for column in nextPrimal.indices {
            let change = nextPrimal[column] - primalAnchor[column]
            primalWay += change * change / columnScale[column]
        }
        var dualWay = 0.0
        for row in nextDual.indices where rowScale[row] > 0 {
            let change = nextDual[row] - dualAnchor[row]
            dualWay += change * change / rowScale[row]
        }
        if primalWay > 1e-12, dualWay > 1e-12 {
            weight = (weight * (dualWay / primalWay).squareRoot()).squareRoot()
        }
        primal = nextPrimal
        dual = nextDual
        primalAnchor = nextPrimal
        dualAnchor = nextDual
        sinceRestart = 0
    }

    /// The reflected step, drawn back to where this round began.
    private mutating func halpern(_ nextPrimal: [Double], _ nextDual: [Double]) {
        let share = Double(sinceRestart + 1) / Double(sinceRestart + 2)
        for column in primal.indices {
            let reflected = 2 * nextPrimal[column] - primal[column]
            primal[column] = share * reflected + (1 - share) * primalAnchor[column]
        }
        for row in dual.indices {
            let reflected = 2 * nextDual[row] - dual[row]
            dual[row] = share * reflected + (1 - share) * dualAnchor[row]
        }
        sinceRestart += 1
    }
}
