// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// People of one team who get one profile and came one way: their contacts go into the same lines.
struct CareGroup: Hashable {
    let team: String
    let profile: String
    let source: CareSource?
}

/// Every line that demand of a caseload may have: one for each team, activity, priority, window and source.
///
/// Lines are numbered by team, profile and window whoever is there, so that a line has its name in every week of the
/// same profiles, with contacts or without.
struct LineGrid {
    /// A line, whose contacts are another question.
    struct Line: Hashable {
        var id: String
        let team: String
        let activity: String
        let priority: Priority
        let isSingleHanded: Bool
        let window: ClosedRange<Int>
        let source: CareSource?
    }

    /// The lines: by team in the order of the week, and within a team by profile.
    let lines: [Line]
    /// For each group and each of its profile's contacts the line of each day; none where the team is never open then.
    let places: [CareGroup: [[Int]]]

    init(_ book: CaseloadBook, week: Week) {
        let groups = Set(
            book.cases.map { CareGroup(team: $0.team, profile: $0.profile, source: $0.source) }
                + book.starts.map { CareGroup(team: $0.team, profile: $0.profile, source: $0.source) })
        var lines: [Line] = []
        var places: [CareGroup: [[Int]]] = [:]
        for (number, team) in week.teams.enumerated() {
            var maker = TeamLines(team, number: number + 1)
            for profile in book.profiles {
                for source in Self.sources {
                    let group = CareGroup(team: team.id, profile: profile.id, source: source)
                    guard groups.contains(group) else { continue }
                    places[group] = profile.contacts.map { contacts in
                        let windows = DueWindows(contacts, team: team, week: week)
                        let own = windows.windows.map { window in
                            maker.place(of: contacts, window, source, in: &lines)
                        }
                        return windows.ofDay.map { own[$0] }
                    }
                }
            }
        }
        (self.lines, self.places) = (lines, places)
    }

    private static let sources: [CareSource?] = [nil, .stepUp, .stepDown]
}

/// Names the lines of a team.
private struct TeamLines {
    private let team: Team
    private let stem: String
    private var numbers: [LineGrid.Line: Int] = [:]
    private var places: [LineGrid.Line: Int] = [:]

    init(_ team: Team, number: Int) {
        self.team = team
        // The name of a line has up to 64 characters.
        let isShort = team.id.unicodeScalars.count <= 40
        stem = CaseloadDemand.prefix + (isShort ? team.id : "team-\(number)")
    }

    /// The place of a line, which is made where it is not there yet.
    mutating func place(
        of contacts: CareProfile.Contacts, _ window: ClosedRange<Int>, _ source: CareSource?,
        in lines: inout [LineGrid.Line]
    ) -> Int {
        func line(_ source: CareSource?) -> LineGrid.Line {
            LineGrid.Line(
                id: "", team: team.id, activity: contacts.activity, priority: contacts.priority,
                isSingleHanded: contacts.isSingleHanded, window: window, source: source)
        }
        var own = line(source)
        if let place = places[own] { return place }
        // Lines that differ in their source alone have one number.
        let number = numbers[line(nil)] ?? numbers.count + 1
        numbers[line(nil)] = number
        places[own] = lines.count
        let digits = String(number)
        let ending =
            switch source {
            case nil: ""
            case .stepUp: "-up"
            case .stepDown: "-down"
            }
        own.id = "\(stem)-\(String(repeating: "0", count: max(0, 3 - digits.count)))\(digits)\(ending)"
        lines.append(own)
        return lines.count - 1
    }
}
