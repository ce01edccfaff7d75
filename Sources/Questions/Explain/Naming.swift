// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Formulation
import Report
import Wording
import Workforce

/// What keeps people from work, and what a change does to a plan, as sentences name them.
extension Naming {
    /// What keeps a person from being sent to a team.
    func barrier(_ barrier: Barrier, person s: Int, team k: Int) -> String {
        switch barrier {
        case .absent(.leave): "is on leave"
        case .absent(.sick): "is sick"
        case .absent(.training): "is in training"
        case .absent: "is not available"
        case .closed: "\(team(k)) is closed"
        case .organisation:
            "\(week.staff[s].employer) has no agreement for its people to work for \(week.teams[k].organisation)"
        case .travel(let minutes?):
            "\(team(k)) is \(minutes) minutes from \(week.staff[s].baseLocality), over the limit of "
                + "\(Show.minutes(week.policy.travelLimitMinutes))"
        case .travel: "no way is known from \(week.staff[s].baseLocality) to \(week.teams[k].locality)"
        case .placement(let place): "a placement keeps them in \(team(place))"
        case .pin(let place): "the rota pins them to \(team(place))"
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

    /// `exactly £12.00 dearer (bookings +£12.00)`, `at least £3.00 cheaper (…)`, `at the same price`.
    ///
    /// Found by a search and not proved, a saving is at least that, and what is dearer at most that.
    static func change(_ effect: Effect) -> String {
        let terms = effect.terms.savedInWords
        let moved = terms.isEmpty ? "" : " (\(terms))"
        guard abs(effect.pounds) >= 0.005 else {
            return "at the same price" + (effect.isExact ? "" : " or a lower one") + moved
        }
        return "\(effect.certainty) \(Show.pounds(abs(effect.pounds))) "
            + (effect.pounds > 0 ? "cheaper" : "dearer") + moved
    }

    /// What an effect does to care and price, as the end of a sentence.
    static func effect(_ effect: Effect) -> String {
        var parts: [String] = []
        if effect.contacts != 0 {
            let contacts = Show.counted(
                abs(effect.contacts), effect.contacts > 0 ? "more contact" : "fewer contact")
            parts.append("\(contacts) (\(hours(effect))) would be met in all")
        } else if abs(effect.hours) >= 0.05 {
            parts.append("as many contacts would be met, but of other lines (\(hours(effect)))")
        }
        let registered = Show.hours(abs(effect.registeredHours))
        if effect.registeredHours >= 0.05 {
            parts.append("\(registered) registered contact hours would be released")
        } else if effect.registeredHours <= -0.05 {
            parts.append("registered people would give \(registered) contact hours more")
        }
        parts.append("the plan would be \(change(effect))")
        return list(parts)
    }

    /// `1.5 hours more`; the hours of an effect may fall while its contacts rise.
    private static func hours(_ effect: Effect) -> String {
        let hours = Show.hours(abs(effect.hours))
        if effect.contacts != 0, (effect.hours >= 0) == (effect.contacts > 0) { return "\(hours) hours" }
        return "\(hours) hours \(effect.hours > 0 ? "more" : "fewer")"
    }
}

extension Obstacle {
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
    /// The barrier as one word, for programs.
    var code: String {
        switch self {
        case .absent(let duty): duty == .off ? "not-available" : "absent-\(String(describing: duty))"
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
