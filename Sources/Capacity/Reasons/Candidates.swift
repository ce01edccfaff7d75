// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Wording
import Workforce

/// Who might give some care, and the first thing that stops each of the others.
struct Candidates {
    /// Contacts of one team and activity in some sessions.
    struct Care {
        /// One of the lines; the others have the same team and activity.
        let line: Line
        /// The sessions of their windows, ascending.
        let sessions: [Int]
    }

    let instance: Instance
    private let bookable: Bookable
    private var week: Week { instance.week }

    init(_ instance: Instance) {
        self.instance = instance
        bookable = Bookable(instance)
    }

    /// People with a route to it in one of the sessions; of two-handed care, able to lead it.
    func able(_ care: Care) -> [Int] { people(care) { s, t in standing(s, t, care).hasRoute } }

    /// Those of them who may be sent to the team in such a session, working time apart.
    func sendable(_ care: Care) -> [Int] {
        people(care) { s, t in
            standing(s, t, care).hasRoute
                && instance.eligibleTeamsByStanding[cell(s, t)].contains(care.line.team)
        }
    }

    /// Whether for some of them that alone stands in the way.
    func isStopped(_ care: Care, by obstacle: Bookable.Obstacle) -> Bool {
        !people(care) { s, t in
            standing(s, t, care).hasRoute
                && instance.eligibleTeams[cell(s, t)].contains(care.line.team)
                && bookable.obstacle(person: s, session: t) == obstacle
        }.isEmpty
    }

    /// Those of them whom working time, a booking's minimum and the caps let work it.
    func workable(_ care: Care) -> [Int] {
        people(care) { s, t in standing(s, t, care).hasRoute && mayBeThere(s, t, care) }
    }

    /// Whether in some session there is a lead and somebody else to help, or one who may do it alone.
    func hasPair(_ care: Care) -> Bool {
        // The rows of one human are no pair.
        let human = instance.index.humans.ofRow
        return care.sessions.contains { t in
            let there = (0..<instance.staffCount).filter { mayBeThere($0, t, care) }
            let leads = there.filter { standing($0, t, care).hasRoute }
            let helpers = there.filter { standing($0, t, care).contains(.second) }
            let alone =
                care.line.singleHanded > 0 && there.contains { standing($0, t, care).contains(.single) }
            return alone || leads.contains { lead in helpers.contains { human[$0] != human[lead] } }
        }
    }

    /// Whether in some session somebody may give it in their own standing, or a supervisor may be in the group.
    func isSupervised(_ care: Care) -> Bool {
        let group = instance.supervisionGroup(activity: care.line.activity, team: care.line.team)
        let teams = instance.teams(ofGroup: group)
        return care.sessions.contains { t in
            let doers = (0..<instance.staffCount).filter {
                standing($0, t, care).hasRoute && mayBeThere($0, t, care)
            }
            if doers.contains(where: { !standing($0, t, care).isDelegatedOnly }) { return true }
            guard !doers.isEmpty else { return false }
            return (0..<instance.staffCount).contains { s in
                instance.supervises(
                    person: s, day: instance.calendar.dayOfSession[t], activity: care.line.activity)
                    && teams.contains { instance.eligibleTeams[cell(s, t)].contains($0) }
            }
        }
    }

    /// Whether those who may be sent there may only take it by delegation, and nobody who may supervise it may be sent
    /// into the group in those sessions.
    func isUnsupervisable(_ care: Care, line i: Int) -> Bool {
        guard care.line.hands == 1 else { return false }
        let hasOwnRoute = care.sessions.contains { t in
            (0..<instance.staffCount).contains { s in
                standing(s, t, care).hasRoute && !standing(s, t, care).isDelegatedOnly
                    && instance.eligibleTeamsByStanding[cell(s, t)].contains(care.line.team)
            }
        }
        return !hasOwnRoute && !care.sessions.contains { instance.mayBeSupervised(line: i, session: $0) }
    }

    /// Whether in some session somebody who may give it need not be accompanied, or somebody registered may be in the
    /// group.
    func hasCompany(_ care: Care) -> Bool {
        let teams = instance.teamsOfGroup[instance.groupOfTeam[care.line.team]]
        return care.sessions.contains { t in
            let doers = (0..<instance.staffCount).filter {
                standing($0, t, care).hasRoute && mayBeThere($0, t, care)
            }
            if doers.contains(where: { !instance.isAccompanied[$0] }) { return true }
            return !doers.isEmpty
                && (0..<instance.staffCount).contains { s in
                    instance.isRegistered[s]
                        && teams.contains { instance.eligibleTeams[cell(s, t)].contains($0) }
                }
        }
    }

    // MARK: Nobody able

    /// What is asked for, where nobody has it.
    func nobodyAble(_ care: Care) -> String {
        let activity = instance.activities[care.line.activity]
        let names = Naming(week: week)
        var words = "nobody on the roster may do it then"
        let needs = CareGroups.needs(of: activity, in: week).map { need in
            "'\(names.competency(need.competency))' at level \(need.level)"
        }
        if !needs.isEmpty { words += "; it asks for \(needs.joined(separator: " and "))" }
        let closures = closures(activity, care)
        if !closures.isEmpty { words += "; " + closures.joined(separator: "; ") }
        return words
    }

    /// What keeps it from being delegated, each cause once in order of the days; nothing where it is open on
    /// one.
    private func closures(_ activity: Activity, _ care: Care) -> [String] {
        let team = week.teams[care.line.team].id
        let found = care.sessions.map {
            instance.decisions.closure(of: activity, in: team, on: instance.calendar.sessions[$0].day)
        }
        guard !found.contains(nil) else { return [] }
        return found.compactMap { $0.flatMap(Self.words) }.reduce(into: []) { causes, words in
            if !causes.contains(words) { causes.append(words) }
        }
    }

    private static func words(_ closure: DelegationClosure) -> String? {
        switch closure {
        case .refused: "an AHP lead's decision keeps it from being delegated"
        case .pastReview(let day): "its delegation was due for review on \(Show.day(day))"
        case .proposed: "its delegation is proposed, not approved"
        case .withdrawn: "its delegation is withdrawn"
        case .noRoute: nil
        }
    }

    // MARK: Nobody who can be sent

    /// What keeps a person from the team in those sessions: the mildest thing, as one more step would put it right.
    private enum Obstacle: Int, CaseIterable {
        case cap, workingTime, placedElsewhere, tooFar, noAgreement, closedThen, training, leave, sick,
            notThere

        init(_ barrier: Barrier) {
            switch barrier {
            case .absent(.leave): self = .leave
            case .absent(.sick): self = .sick
            case .absent(.training): self = .training
            case .otherRow(_, .leave): self = .leave
            case .otherRow(_, .sick): self = .sick
            case .otherRow(_, .training): self = .training
            case .otherRow: self = .placedElsewhere
            case .closed: self = .closedThen
            case .organisation: self = .noAgreement
            case .travel: self = .tooFar
            case .placement, .pin: self = .placedElsewhere
            case .workingTime: self = .workingTime
            // Whoever is asked about may do the care, so that there is something for them to do.
            case .over, .absent(.off), .absent(.callable), .absent(.rostered), .absent(.available),
                .nothingToDo:
                self = .notThere
            }
        }

        func words(_ count: Int) -> String {
            let (be, has) = count == 1 ? ("is", "has") : ("are", "have")
            switch self {
            case .cap: return "dearer than the cap allows"
            case .workingTime: return "kept from it by working time or a booking's minimum"
            case .placedElsewhere: return "placed or pinned elsewhere"
            case .tooFar: return "based too far away"
            case .noAgreement: return "without an agreement with that organisation"
            case .closedThen: return "there only when the team is closed"
            case .training: return "\(be) in training"
            case .leave: return "\(be) on leave"
            case .sick: return "\(be) off sick"
            case .notThere: return "\(has) no session then"
            }
        }

        /// Whether the words begin with a verb of their own.
        var isWhole: Bool { rawValue >= Obstacle.training.rawValue }
    }

    /// That none of those able can be sent, and why not: of one person by name.
    func nobodySendable(_ care: Care, _ able: [Int]) -> String {
        guard able.count == 1, let only = able.first else {
            return "\(People.counted(able.count)) may do it then, and none can be sent there: "
                + obstacles(care, able)
        }
        let obstacle = obstacle(only, care)
        let verb = obstacle.isWhole ? "" : "is "
        return "only \(week.staff[only].name) may do it then, who \(verb)\(obstacle.words(1))"
    }

    /// `2 are on leave (Ann and Ben), 1 is based too far away (Cy)`; `all 4 are on leave (…)`.
    func obstacles(_ care: Care, _ people: [Int]) -> String {
        let found = people.map { obstacle($0, care) }
        let groups = Obstacle.allCases.reversed().compactMap { obstacle -> String? in
            let names = zip(people, found).filter { $1 == obstacle }.map { week.staff[$0.0].name }
            guard !names.isEmpty else { return nil }
            let verb = obstacle.isWhole ? "" : names.count == 1 ? "is " : "are "
            let all = names.count == people.count && people.count > 1 ? "all " : ""
            return "\(all)\(names.count) \(verb)\(obstacle.words(names.count)) (\(People.named(names)))"
        }
        return groups.joined(separator: ", ")
    }

    private func obstacle(_ s: Int, _ care: Care) -> Obstacle {
        let able = care.sessions.filter { standing(s, $0, care).hasRoute }
        return able.map { obstacle(s, $0, care) }.min { $0.rawValue < $1.rawValue } ?? .notThere
    }

    private func obstacle(_ s: Int, _ t: Int, _ care: Care) -> Obstacle {
        let found = instance.barriers(
            person: PersonIndex(s), session: SessionIndex(t), team: TeamIndex(care.line.team)
        ).map(Obstacle.init)
        guard let first = found.first else {
            return bookable.obstacle(person: s, session: t) == .cap ? .cap : .workingTime
        }
        // Who is placed elsewhere is so whether they could reach the team or not.
        let mayCome = first == .noAgreement || first == .tooFar
        return mayCome && found.contains(.placedElsewhere) ? .placedElsewhere : first
    }

    // MARK: People and sessions

    private func people(_ care: Care, _ isIn: (Int, Int) -> Bool) -> [Int] {
        (0..<instance.staffCount).filter { s in care.sessions.contains { isIn(s, $0) } }
    }

    private func mayBeThere(_ s: Int, _ t: Int, _ care: Care) -> Bool {
        instance.eligibleTeams[cell(s, t)].contains(care.line.team)
            && bookable.obstacle(person: s, session: t) == nil
    }

    private func standing(_ s: Int, _ t: Int, _ care: Care) -> Standing {
        instance.standing(
            person: s, day: instance.calendar.dayOfSession[t], activity: care.line.activity,
            team: care.line.team)
    }

    private func cell(_ s: Int, _ t: Int) -> Int { instance.cell(s, t) }
}
