// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// The rota of a place while it is made: a mark for each of its people and sessions.
struct Rota {
    let posts: [Post]
    /// A row a post, a mark a session.
    var marks: [[RotaMark.Duty]]

    init(_ posts: [Post]) {
        self.posts = posts
        let sessions = WorkingWeek.days * WorkingWeek.parts.count
        marks = posts.map { _ in [RotaMark.Duty](repeating: .off, count: sessions) }
    }

    static func session(day: Int, part: Int) -> Int { day * WorkingWeek.parts.count + part }

    func sessions(ofDay day: Int) -> Range<Int> {
        Self.session(day: day, part: 0)..<Self.session(day: day + 1, part: 0)
    }

    /// Days with some mark of the kind.
    func days(of post: Int, with duties: Set<RotaMark.Duty>) -> [Int] {
        (0..<WorkingWeek.days).filter { day in
            sessions(ofDay: day).contains { duties.contains(marks[post][$0]) }
        }
    }

    /// Days without any mark.
    func freeDays(of post: Int) -> [Int] {
        (0..<WorkingWeek.days).filter { day in sessions(ofDay: day).allSatisfy { marks[post][$0] == .off } }
    }

    /// Sessions with the mark.
    func sessions(of post: Int, _ duty: RotaMark.Duty) -> [Int] {
        marks[post].indices.filter { marks[post][$0] == duty }
    }
}
