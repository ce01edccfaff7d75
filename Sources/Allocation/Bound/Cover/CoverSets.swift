// SPDX-License-Identifier: GPL-3.0-or-later

/// Sets of a team's lines for which deployment-cover rows are looked for: each line, and of the lines whose windows lie
/// within an interval of sessions all, and those that the people able to one of them can give.
struct CoverSets {
    /// Ascending lines of the team, each set once: single lines first, then by the length of the interval.
    private(set) var lines: [[Int32]] = []
    private var known: Set<[Int32]> = []
    /// Lines of all sets together.
    private var count = 0

    /// - Parameter most: Lines of all sets together after which no more are made.
    init(_ team: CoverTeam, atMost most: Int = .max) {
        for line in team.lines.indices { add([Int32(line)]) }
        let starts = Set(team.lines.map(\.window.lowerBound)).sorted()
        let ends = Set(team.lines.map(\.window.upperBound)).sorted()
        var intervals: [ClosedRange<Int>] = []
        for start in starts { for end in ends where start <= end { intervals.append(start...end) } }
        intervals.sort {
            $0.count != $1.count ? $0.count < $1.count : $0.lowerBound < $1.lowerBound
        }
        let includes = team.able.map { one in team.able.map { Self.isWithin($0, one) } }
        for interval in intervals where count < most {
            var inside: [Int32] = []
            for (line, of) in team.lines.enumerated()
            where interval.contains(of.window.lowerBound) && interval.contains(of.window.upperBound) {
                inside.append(Int32(line))
            }
            add(inside)
            for able in team.able.indices {
                add(inside.filter { includes[able][team.lines[Int($0)].able] })
            }
        }
    }

    private static func isWithin(_ people: [Bool], _ others: [Bool]) -> Bool {
        !zip(people, others).contains { $0 && !$1 }
    }

    private mutating func add(_ set: [Int32]) {
        guard !set.isEmpty, known.insert(set).inserted else { return }
        lines.append(set)
        count += set.count
    }
}
