// SPDX-License-Identifier: GPL-3.0-or-later

import Changes

/// Which runs are of one week, which of them stand beside each other, and which weeks allow all that others do.
///
/// All of it is found by keys that are made once a run, because there may be thousands of runs.
struct RunKinship: Sendable {
    /// The runs of each week: with the same base, scenario and draws they differ by the luck of the search alone.
    let weeks: [[Int]]
    /// The week of each run.
    private let week: [Int]
    private let bases: [Int]
    /// The runs of each base and replicate, in their order, and where in it each stands.
    private let rows: [[Int]]
    private let row: [(row: Int, place: Int)]
    /// The weeks, and the runs of each row, that differ by caps and rates alone.
    private let kin: [[Int]]
    private let kinOfWeek: [Int]
    private let rowKin: [[Int]]
    private let rowKinOfRun: [Int]
    private let limits: [Limits]
    private let relaxation: RateRelaxation

    /// The caps of a week, and which of the lists of other changes it has.
    private struct Limits: Sendable {
        let agency, bank: Double
        let changes: Int
    }

    private struct WeekKey: Hashable {
        let base: Int
        let scenario: String
        let steps: [[Change]]
    }

    private struct KinKey: Hashable {
        let place: Int
        let steps: [[Change]]
    }

    init(_ runs: [ScenarioRun]) {
        var (names, weekNumbers, rowNumbers) = (Numbering<String>(), Numbering<WeekKey>(), Numbering<[Int]>())
        var (changeNumbers, kinNumbers) = (Numbering<[[Change]]>(), Numbering<KinKey>())
        var rowKinNumbers = Numbering<[Int]>()
        var (weeks, rows, kin, rowKin): ([[Int]], [[Int]], [[Int]], [[Int]]) = ([], [], [], [])
        var (week, bases, kinOfWeek, rowKinOfRun): ([Int], [Int], [Int], [Int]) = ([], [], [], [])
        var row: [(row: Int, place: Int)] = []
        var limits: [Limits] = []
        func put(_ value: Int, at place: Int, in lists: inout [[Int]]) {
            if place == lists.count { lists.append([]) }
            lists[place].append(value)
        }
        for (place, run) in runs.enumerated() {
            let base = names.number(of: run.base.name)
            bases.append(base)
            let number = weekNumbers.number(
                of: WeekKey(base: base, scenario: run.scenario, steps: run.steps.changes))
            if number == weeks.count {
                let changes = Relaxation.withoutCaps(run.steps.changes)
                let kinNumber = kinNumbers.number(
                    of: KinKey(place: base, steps: Relaxation.withoutRates(changes)))
                put(number, at: kinNumber, in: &kin)
                kinOfWeek.append(kinNumber)
                limits.append(
                    Limits(
                        agency: run.week.policy.agencyCap ?? .infinity,
                        bank: run.week.policy.bankCap ?? .infinity,
                        changes: changeNumbers.number(of: changes)))
            }
            put(place, at: number, in: &weeks)
            week.append(number)
            let rowNumber = rowNumbers.number(of: [base, run.replicate])
            put(place, at: rowNumber, in: &rows)
            row.append((rowNumber, rows[rowNumber].count - 1))
            let rowKinNumber = rowKinNumbers.number(of: [rowNumber, kinOfWeek[number]])
            put(place, at: rowKinNumber, in: &rowKin)
            rowKinOfRun.append(rowKinNumber)
        }
        (self.weeks, self.week, self.bases, self.rows, self.row) = (weeks, week, bases, rows, row)
        (self.kin, self.kinOfWeek, self.rowKin, self.rowKinOfRun) = (kin, kinOfWeek, rowKin, rowKinOfRun)
        self.limits = limits
        relaxation = RateRelaxation(changeNumbers.values)
    }

    /// A number for the base of a run.
    func base(of run: Int) -> Int { bases[run] }

    /// Other runs of the same base and replicate: all where there are few, else the first one, which is the base's, and
    /// as many neighbours on either side.
    func near(_ run: Int, most: Int) -> [Int] {
        let (row, place) = row[run]
        let peers = rows[row]
        guard peers.count > most + 1 else { return peers.filter { $0 != run } }
        let low = max(0, min(place - most / 2, peers.count - most - 1))
        return Set(peers[low..<min(peers.count, low + most + 1)] + peers.prefix(1)).sorted()
            .filter { $0 != run }
    }

    /// Runs of the same base and replicate of which each plan is one of this run's week, too, and no dearer in it.
    func tighter(than run: Int) -> [Int] {
        rowKin[rowKinOfRun[run]].filter { $0 != run && isLooser(week[run], than: week[$0]) }
    }

    /// Whether the week of one run is known to allow every plan of another's at no higher price.
    func allows(_ loose: Int, allOf tight: Int) -> Bool {
        kinOfWeek[week[loose]] == kinOfWeek[week[tight]] && isLooser(week[loose], than: week[tight])
    }

    /// Whether one week allows every plan of another at no higher price.
    private func isLooser(_ loose: Int, than tight: Int) -> Bool {
        let (one, other) = (limits[tight], limits[loose])
        return one.agency <= other.agency && one.bank <= other.bank
            && relaxation.holds(one.changes, other.changes)
    }

    /// Raises what is proved of each week to what is proved of weeks that allow more.
    func raise(_ bounds: inout [Double]) {
        for weeks in kin {
            // The highest first, so that most weeks are raised once.
            for loose in weeks.sorted(by: { (bounds[$1], $0) < (bounds[$0], $1) }) {
                for tight in weeks
                where bounds[tight] < bounds[loose] && isLooser(loose, than: tight) {
                    bounds[tight] = bounds[loose]
                }
            }
        }
    }
}

/// Numbers for values, in the order in which they are met.
private struct Numbering<Value: Hashable> {
    private(set) var values: [Value] = []
    private var known: [Value: Int] = [:]

    mutating func number(of value: Value) -> Int {
        if let number = known[value] { return number }
        known[value] = values.count
        values.append(value)
        return values.count - 1
    }
}
