// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import SeededRandom
import TestSupport
import Workforce

/// Changes of every kind that a week can have made in it, and of none other.
struct RandomChange {
    let week: Week
    private var random: SeededRandom
    private var count = 0

    init(of week: Week, seed: UInt64) {
        self.week = week
        random = SeededRandom(seed: seed &* 31 &+ 5)
    }

    private static let kinds = 28

    /// The next change; nil where the week has nothing to make it on.
    mutating func next() -> Change? {
        count += 1
        switch random.pick(0...(Self.kinds - 1)) {
        case 0:
            let who: Absence.Who =
                random.chance(70) ? .staff(id: person()) : .drawn(rate: 0.4, seed: random.next())
            return .absence(Absence(who, random.pick(Absence.Reason.allCases), in: range()))
        case 1:
            return .availability(
                Availability(
                    staff: person(), sessions: sessions(),
                    random.pick([.rostered, .available, .off]), team: random.chance(40) ? team() : nil))
        case 2:
            return .demand(
                .factor(
                    random.pick([0.5, 1.2, 1.15, 2]),
                    of: LineScope(teams: random.chance(50) ? [team()] : nil, begin: range())))
        case 3: return line().map { .demand(.contacts(random.pick(0...5), line: $0)) }
        case 4: return line().map { .demand(.add(random.pick(0...5), line: $0)) }
        case 5:
            return .demand(
                .new(
                    NewLine(
                        line: "NEW-\(count)", team: team(), activity: activity(), priority: .urgent,
                        contacts: random.pick(0...4), window: range())))
        case 6: return line().map { .demand(.remove(line: $0)) }
        case 7: return conversion()
        case 8:
            return .team(
                TeamChange(
                    team: team(), closed: random.chance(50) ? sessions() : nil,
                    minimumStaff: random.pick(0...3),
                    travelMinutes: random.pick([0, 12]), days: random.chance(30) ? [.monday, .friday] : nil))
        case 9: return .person(.like(staff: person(), add: random.pick(1...2), prefix: "LIKE-\(count)"))
        case 10: return .person(.remove(staff: person()))
        case 11:
            return random.chance(50)
                ? .person(.terms(PersonTerms(staff: person(), contractHours: 30, hourlyCost: 17.2)))
                : .person(
                    .termsOf(
                        GroupTerms(
                            roles: random.chance(50) ? [random.pick(week.staff).roles[0]] : nil,
                            teams: [team()], nonContactMinutes: 20)))
        case 12: return .rate(RateChange(factor: 1.05, employment: random.pick([nil, .bank])))
        case 13: return .signOff(.add(staff: person(), competency: competency(), level: random.pick(1...4)))
        case 14: return .signOff(.withdraw(staff: person(), competency: competency()))
        case 15: return .signOff(.holds(staff: person(), needs: [Need(competency(), random.pick(1...4))]))
        case 16: return delegated().map { .delegation(DelegationChange(activity: $0, .proposed)) }
        case 17: return .singleHanded(SingleHandedShare(share: random.pick([0.33, 0.5, 1])))
        case 18: return agreement()
        case 19:
            return .policy(
                random.pick([
                    .bankCap(0), .agencyCap(100), .bankCap(nil), PolicyChange(key: "team_change", 7),
                    .ladder([.agency, .ownBank]),
                    PolicyChange(key: "unmet_minute.urgent", 4),
                    PolicyChange(key: "maximum_days_per_week", 5),
                ]))
        case 20: return .activity(ActivityChange(activity: activity(), minutes: random.pick([20, 45])))
        case 21:
            return .placement(PlacementChange(staff: person(), team: random.chance(50) ? team() : nil))
        case 22: return .move(HomeChange(staff: person(), homeTeam: team(), baseLocality: "hill"))
        case 23: return .supposed(random.pick([.noTravelLimit, .homeTeamsOnly, .supervisedByOthers]))
        case 24: return .supposed(random.pick([.partnersAlwaysThere, .singleHandedByLeads]))
        case 25: return .supposed(.inReach(staff: person(), team: team()))
        case 26: return .supposed(.anyTeam(staff: [person()]))
        default:
            return .contingency(
                Contingency(pathway: random.pick(week.teams).pathway, share: random.pick([0.1, 0.5])))
        }
    }

    private mutating func person() -> String { random.pick(week.staff).id }
    private mutating func team() -> String { random.pick(week.teams).id }
    private mutating func activity() -> String { random.pick(week.framework.activities).id }
    private mutating func competency() -> String { random.pick(week.framework.competencies).id }
    private mutating func line() -> String? { week.demand.isEmpty ? nil : random.pick(week.demand).id }

    private mutating func delegated() -> String? {
        let found = week.framework.activities.filter { $0.delegated != nil }
        return found.isEmpty ? nil : random.pick(found).id
    }

    private mutating func sessions() -> [String] {
        [random.pick(week.sessions).id, random.pick(week.sessions).id]
    }

    private mutating func range() -> SessionRange {
        guard random.chance(70) else { return .week }
        let ends = [random.pick(0...(week.sessions.count - 1)), random.pick(0...(week.sessions.count - 1))]
        return SessionRange(
            from: week.sessions[min(ends[0], ends[1])].id, until: week.sessions[max(ends[0], ends[1])].id)
    }

    private mutating func conversion() -> Change? {
        let (from, to) = (activity(), activity())
        return from == to
            ? nil : .conversion(Conversion(from: from, to: to, share: random.pick([0.3, 0.5, 1])))
    }

    private mutating func agreement() -> Change {
        .agreement(
            Agreement(
                employer: random.pick(week.staff).employer,
                organisation: random.pick(week.teams).organisation,
                roles: nil))
    }
}
