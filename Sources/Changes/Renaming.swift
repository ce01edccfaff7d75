// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Other names for what a week names, so that changes of it can be shown to those who are not to know whose
/// week it is.
public protocol Renaming {
    func person(_ id: String) -> String
    func team(_ id: String) -> String
    func line(_ id: String) -> String
    func activity(_ id: String) -> String
    func organisation(_ name: String) -> String
    func locality(_ name: String) -> String
    func pathway(_ name: String) -> String
    func approver(_ name: String) -> String
}

extension Change {
    /// The same change of a week in which everything has those other names.
    public func renamed(by names: some Renaming) -> Change {
        switch self {
        case .absence(let change): return .absence(change.renamed(by: names))
        case .availability(var change):
            change.staff = names.person(change.staff)
            change.teams = change.teams.map(names.team)
            return .availability(change)
        case .demand(let change): return .demand(change.renamed(by: names))
        case .conversion(let change):
            return .conversion(
                Conversion(
                    from: names.activity(change.from), to: names.activity(change.to), share: change.share,
                    teams: change.teams?.map(names.team)))
        case .team(var change):
            change.team = names.team(change.team)
            return .team(change)
        case .person(let change): return .person(change.renamed(by: names))
        case .rate(var change):
            change.employers = change.employers?.map(names.organisation)
            return .rate(change)
        case .signOff(let change): return .signOff(change.renamed(by: names))
        case .delegation(let change):
            return .delegation(
                DelegationChange(
                    activity: names.activity(change.activity), change.status, reviewOn: change.reviewOn,
                    approvedBy: change.approvedBy.map(names.approver)))
        case .agreement(var change):
            change.employer = names.organisation(change.employer)
            change.organisation = names.organisation(change.organisation)
            return .agreement(change)
        case .contingency(var change):
            change.pathway = names.pathway(change.pathway)
            return .contingency(change)
        case .activity(var change):
            change.activity = names.activity(change.activity)
            return .activity(change)
        case .placement(let change):
            return .placement(
                PlacementChange(
                    staff: names.person(change.staff), team: change.team.map(names.team), from: change.from,
                    until: change.until))
        case .move(let change):
            return .move(
                HomeChange(
                    staff: names.person(change.staff), homeTeam: change.homeTeam.map(names.team),
                    baseLocality: change.baseLocality.map(names.locality), isConsulted: change.isConsulted))
        case .supposed(let change): return .supposed(change.renamed(by: names))
        case .singleHanded, .policy: return self
        }
    }
}

extension Absence {
    fileprivate func renamed(by names: some Renaming) -> Absence {
        switch who {
        case .staff(let id): Absence(staff: names.person(id), reason, in: sessions)
        case .drawn(let rate, let seed, let roles, let employers):
            Absence(
                .drawn(rate: rate, seed: seed, roles: roles, employers: employers?.map(names.organisation)),
                reason, in: sessions)
        }
    }
}

extension DemandChange {
    fileprivate func renamed(by names: some Renaming) -> DemandChange {
        switch self {
        case .factor(let factor, var scope):
            scope.pathways = scope.pathways?.map(names.pathway)
            scope.teams = scope.teams?.map(names.team)
            scope.activities = scope.activities?.map(names.activity)
            scope.lines = scope.lines?.map(names.line)
            return .factor(factor, of: scope)
        case .contacts(let count, let line): return .contacts(count, line: names.line(line))
        case .add(let count, let line): return .add(count, line: names.line(line))
        case .new(var line):
            line.line = names.line(line.line)
            line.team = names.team(line.team)
            line.activity = names.activity(line.activity)
            return .new(line)
        case .remove(let line): return .remove(line: names.line(line))
        }
    }
}

extension PersonChange {
    fileprivate func renamed(by names: some Renaming) -> PersonChange {
        switch self {
        case .like(let staff, let count, let prefix):
            return .like(staff: names.person(staff), add: count, prefix: names.person(prefix))
        case .remove(let staff): return .remove(staff: names.person(staff))
        case .terms(var terms):
            terms.staff = names.person(terms.staff)
            return .terms(terms)
        case .termsOf(var terms):
            terms.employers = terms.employers?.map(names.organisation)
            terms.teams = terms.teams?.map(names.team)
            return .termsOf(terms)
        case .new(var member, let needs, let sessions):
            member.id = names.person(member.id)
            member.name = member.id
            member.employer = names.organisation(member.employer)
            member.baseLocality = names.locality(member.baseLocality)
            member.homeTeam = member.homeTeam.map(names.team)
            return .new(member, holds: needs, available: sessions)
        }
    }
}

extension SignOffChange {
    fileprivate func renamed(by names: some Renaming) -> SignOffChange {
        switch self {
        case .add(let staff, let competency, let level, let from, let until):
            .add(
                staff: names.person(staff), competency: competency, level: level, signedOffOn: from,
                expiresOn: until)
        case .withdraw(let staff, let competency):
            .withdraw(staff: names.person(staff), competency: competency)
        case .holds(let staff, let needs, let from, let until):
            .holds(staff: names.person(staff), needs: needs, from: from, until: until)
        }
    }
}

extension Supposition {
    fileprivate func renamed(by names: some Renaming) -> Supposition {
        switch self {
        case .inReach(let staff, let team): .inReach(staff: names.person(staff), team: names.team(team))
        case .anyTeam(let staff): .anyTeam(staff: staff.map(names.person))
        case .delegated(let activity): .delegated(activity: names.activity(activity))
        case .noTravelLimit, .homeTeamsOnly, .supervisedByOthers, .partnersAlwaysThere, .singleHandedByLeads:
            self
        }
    }
}
