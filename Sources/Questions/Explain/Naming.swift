// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Figures
import Formulation
import Wording
import Workforce

/// What keeps people from work, and what a change does to a plan, as sentences name them.
extension Naming {
    /// What keeps a person from being sent to a team.
    func barrier(_ barrier: Barrier, person s: Int, team k: Int) -> String {
        switch barrier {
        case .over: "the session is over"
        case .absent(.leave): "is on leave"
        case .absent(.sick): "is sick"
        case .absent(.training): "is in training"
        case .absent: "is not available"
        case .otherRow(let row, let duty): "the rota has them as \(row) then (\(duty.rawValue))"
        case .closed: "\(team(k)) is closed"
        case .organisation:
            "\(week.staff[s].employer) has no agreement for its people to work for \(week.teams[k].organisation)"
        case .travel(let minutes?):
            "\(team(k)) is \(minutes) minutes from \(week.staff[s].baseLocality), over the limit of "
                + "\(Show.minutes(week.policy.travelLimitMinutes))"
        case .travel: "no way is known from \(week.staff[s].baseLocality) to \(week.teams[k].locality)"
        case .placement(let place): "a placement keeps them in \(team(place))"
        case .pin(let places): "the rota pins them to \(Self.list(places.map { team($0) }))"
        case .nothingToDo: "\(team(k)) wants nothing they may do"
        case .workingTime: "the rostered sessions leave no room under the rules on working time"
        }
    }

    /// What keeps a person from one more contact of a line in a session.
    func obstacle(_ obstacle: Obstacle, person s: Int, line: Line) -> String {
        switch obstacle {
        case .noRoute: "is not signed off for it"
        case .refused(let decision):
            "is refused it since \(Show.day(decision.on)), as \(decision.by) decided"
        case .barrier(let barrier): self.barrier(barrier, person: s, team: line.team)
        case .tooShort: "has too short a session for it at their pace"
        case .workingTime:
            "is booked for other sessions that leave no room for this one under the rules on working time"
        case .cap: "could only be booked over the cap on bank or agency pay"
        case .elsewhere(let place): "is needed in \(team(place))"
        case .notBooked: "could be booked, but is not"
        case .noPlace: "is on duty without a place"
        case .full(let left):
            "is there and full: of \(line.minutes) minutes needed, \(Show.minutes(left.rounded(.down))) are left"
        case .noPair: "has the minutes, but nobody who could make up the pair does"
        case .unaccompanied: "has the minutes, but nobody registered is there to accompany them"
        case .unsupervised: "has the minutes, but nobody is there who may supervise it"
        case .supervision: "has the minutes, but supervision does not stretch to it"
        case .nothing: "could give it"
        }
    }
}

extension Obstacle {
    /// Whether its words are said of the person: `is not signed off for it`. Others have a subject of their
    /// own.
    var isOfPerson: Bool {
        if case .barrier(let barrier) = self { barrier.isOfPerson } else { true }
    }

    /// The obstacle as one word, for programs.
    var code: String {
        switch self {
        case .noRoute: "no-route"
        case .refused: "refused"
        case .barrier(let barrier): barrier.code
        case .tooShort: "session-too-short"
        case .workingTime: "working-time"
        case .cap: "cap"
        case .elsewhere: "elsewhere"
        case .notBooked: "not-booked"
        case .noPlace: "no-place"
        case .full: "full"
        case .noPair: "no-pair"
        case .unaccompanied: "not-accompanied"
        case .unsupervised: "no-supervisor"
        case .supervision: "no-supervision"
        case .nothing: "none"
        }
    }
}

extension Barrier {
    /// Whether its words are said of the person: `is on leave`. Others have a subject of their own.
    var isOfPerson: Bool {
        if case .absent = self { true } else { false }
    }

    /// The barrier as one word, for programs.
    var code: String {
        switch self {
        case .over: "over"
        case .absent(let duty): duty == .off ? "not-available" : "absent-\(String(describing: duty))"
        case .otherRow: "other-row"
        case .closed: "team-closed"
        case .organisation: "no-agreement"
        case .travel: "travel"
        case .placement: "placement"
        case .pin: "pin"
        case .nothingToDo: "nothing-to-do"
        case .workingTime: "working-time"
        }
    }
}
