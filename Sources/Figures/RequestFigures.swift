// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Something that somebody asked for, and whether the plan grants it.
public struct RequestFigure: Sendable, Equatable, Encodable {
    /// Who asked, as in the file.
    public let staff: String
    /// When, as in the file: a session, `2026-11-23 am`, or a day, `2026-11-23`.
    public let when: String
    /// `on`, `off` or a team.
    public let want: String
    /// Pounds it costs not to grant it.
    public let weight: Double
    /// Whether the plan grants it.
    public let isGranted: Bool
}

/// How many requests there are, and how many of them a plan grants.
public struct GrantedFigure: Sendable, Equatable, Encodable {
    /// Who asked, by the first of their rows in staff.csv; over many weeks by the human's word; or `all`.
    public let group: String
    /// Requests.
    public let requests: Int
    /// Those granted.
    public let granted: Int
    /// Pounds that the requests weigh.
    public let weight: Double
    /// Pounds of those granted.
    public let grantedWeight: Double
    /// Requests granted ÷ requests; nil where there are none.
    public let share: Double?
    /// Pounds granted ÷ pounds asked for; nil where they weigh nothing.
    public let shareOfWeight: Double?

    /// The figures of some requests.
    ///
    /// - Parameter group: Who asked.
    public init(_ group: String, _ requests: [RequestFigure]) {
        let granted = requests.filter(\.isGranted)
        self.group = group
        self.requests = requests.count
        self.granted = granted.count
        weight = requests.reduce(0) { $0 + $1.weight }
        grantedWeight = granted.reduce(0) { $0 + $1.weight }
        share = requests.isEmpty ? nil : Double(granted.count) / Double(requests.count)
        shareOfWeight = weight > 0 ? grantedWeight / weight : nil
    }

    /// Pounds of what is not granted.
    public var refusedWeight: Double { weight - grantedWeight }
}

/// What people asked for, and what of it the plan grants.
public struct RequestFigures: Sendable, Equatable, Encodable {
    /// The whole week.
    public let total: GrantedFigure
    /// By human who asked, in order of the roster.
    public let byPerson: [GrantedFigure]
    /// The most pounds that one human is refused.
    public let mostRefused: Double
    /// Each request, in order of the file.
    public let items: [RequestFigure]

    /// Nil where nobody asked for anything.
    init?(_ index: WeekLookup, _ plan: Plan) {
        let week = index.week
        guard !week.requests.isEmpty else { return nil }
        let book = RequestBook(week, index.index)
        var team = [Int?](repeating: nil, count: week.staff.count * week.sessions.count)
        for row in plan.deployments where week.sessions.indices.contains(row.session) {
            guard let person = index.person(row.staff), let place = index.team(row.team) else { continue }
            team[index.index.cell(person, row.session)] = place
        }
        var items: [RequestFigure] = []
        for entry in book.entries {
            let request = week.requests[entry.position]
            items.append(
                RequestFigure(
                    staff: request.staff, when: week.name(of: request.time), want: request.want.word,
                    weight: request.weight,
                    isGranted: book.isGranted(entry) { team[index.index.cell($0, $1)] }))
        }
        self.items = items
        total = GrantedFigure("all", items)
        let byPerson = zip(book.people, book.entriesOfPerson).map { row, entries in
            GrantedFigure(week.staff[row].id, entries.map { items[$0] })
        }
        self.byPerson = byPerson
        mostRefused = byPerson.map(\.refusedWeight).max() ?? 0
    }
}
