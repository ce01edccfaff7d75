// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// A stretch of one post in somebody's present periods.
struct Run {
    let post: Int
    /// The places of its first and last period among the person's present ones.
    let first: Int
    let last: Int
    /// Periods before the programme; nil where it began in the programme.
    let before: Int?

    /// How many periods it has lasted at its end.
    var length: Int { last - first + 1 + (before ?? 0) }
}

/// The rows of a plan, by person and period.
struct Sheet {
    let programme: Programme
    let rows: [SequenceRow]
    /// The posts that rows give a person in a period, unplaced ones as nil; unknown names left out.
    let cells: [[[Int?]]]
    /// Whether any row is of a person and period, whatever it names.
    let hasRow: [[Bool]]
    /// The periods in which each person is present.
    let present: [[Int]]
    /// Where each person is in each period, if they are present: by the first of their rows that names a post.
    private let places: [[Int?]]
    /// Who is in each post in each period.
    private let there: [[[Int]]]
    /// Each person's runs.
    private(set) var runs: [[Run]] = []
    /// Each person's runs that begin in the programme, with the periods in which they do.
    private(set) var beginnings: [[(post: Int, period: Int)]] = []
    /// Who begins in each post in each period.
    private(set) var beginners: [[[Int]]]

    var rotation: Rotation { programme.rotation }

    init(_ programme: Programme, _ rows: [SequenceRow]) {
        self.programme = programme
        self.rows = rows
        let rotation = programme.rotation
        let (people, periods, posts) = (
            rotation.people.indices, rotation.periodCount, rotation.posts.count
        )
        var cells = [[[Int?]]](repeating: [[Int?]](repeating: [], count: periods), count: people.count)
        var hasRow = [[Bool]](repeating: [Bool](repeating: false, count: periods), count: people.count)
        for row in rows where (1...periods).contains(row.period) {
            guard let p = programme.person(row.staff) else { continue }
            hasRow[p][row.period - 1] = true
            if let id = row.post {
                if let k = programme.post(id) { cells[p][row.period - 1].append(k) }
            } else {
                cells[p][row.period - 1].append(nil)
            }
        }
        (self.cells, self.hasRow) = (cells, hasRow)
        present = people.map { p in (0..<periods).filter { programme.isPresent(p, $0) } }
        let places = people.map { p in
            (0..<periods).map { t in
                programme.isPresent(p, t) ? cells[p][t].lazy.compactMap(\.self).first : nil
            }
        }
        self.places = places
        let nobody = [[[Int]]](repeating: [[Int]](repeating: [], count: periods), count: posts)
        var there = nobody
        for p in people {
            for t in 0..<periods { if let k = places[p][t] { there[k][t].append(p) } }
        }
        self.there = there
        beginners = nobody
        runs = people.map { runs(of: $0) }
        beginnings = people.map { p in
            runs[p].filter { $0.before == nil }.map { ($0.post, present[p][$0.first]) }
        }
        for p in people { for (k, t) in beginnings[p] { beginners[k][t].append(p) } }
    }

    /// Where somebody present is: by the first of their rows that names a post.
    func post(_ p: Int, _ t: Int) -> Int? { places[p][t] }

    /// Who is in a post in a period.
    func people(_ k: Int, _ t: Int) -> [Int] { there[k][t] }

    /// Whole-time equivalents in a post in a period.
    func wte(_ k: Int, _ t: Int) -> Double {
        there[k][t].reduce(0) { $0 + rotation.people[$1].wte }
    }

    private func runs(of p: Int) -> [Run] {
        let start = rotation.people[p].startPost.flatMap(programme.post)
        var runs: [Run] = []
        for (place, t) in present[p].enumerated() {
            guard let k = post(p, t) else { continue }
            if let open = runs.last, open.post == k, open.last == place - 1 {
                runs[runs.count - 1] = Run(post: k, first: open.first, last: place, before: open.before)
            } else {
                let goesOn = place == 0 && start == k
                runs.append(
                    Run(
                        post: k, first: place, last: place,
                        before: goesOn ? rotation.people[p].startPeriods : nil))
            }
        }
        return runs
    }

    /// The place, among a person's present periods, of the first that is not frozen.
    func firstFree(_ p: Int) -> Int { present[p].prefix { programme.isFrozen($0) }.count }

    /// The periods of a run, in words.
    func name(_ p: Int, _ run: Run) -> String {
        programme.name(present[p][run.first], present[p][run.last])
    }
}
