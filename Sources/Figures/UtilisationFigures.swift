// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// How much of a group's time is direct contact with the people supported.
///
/// Contact minutes are the activity's own, without record and travel, and count for both workers of a pair;
/// one who gives alone what two would have has the minutes more that this takes.
public struct UtilisationFigure: Sendable, Equatable, Encodable {
    /// The group's identifier.
    public let group: String
    /// The name people read.
    public let name: String
    /// Minutes in direct contact.
    public let contactMinutes: Int
    /// Minutes of sessions deployed: in a team or pathway, to it.
    public let deployedMinutes: Int
    /// Available minutes: of the sessions worked (rostered or deployed), so after absence. The first denominator.
    public let availableMinutes: Int
    /// Of them, minutes of sessions in which the team asks for no contacts, such as nights: presence is their
    /// purpose.
    public let presenceMinutes: Int
    /// Contact minutes ÷ available minutes; nil where nothing is available.
    public let shareOfAvailable: Double?
    /// Minutes in direct contact of those who have contracted hours.
    public let contractedContactMinutes: Int
    /// Contracted minutes in the horizon (a week's hours × days ÷ 7). The second denominator.
    public let contractedMinutes: Double
    /// Contact minutes of contracted people ÷ contracted minutes; nil where nobody has a contract.
    public let shareOfContracted: Double?
    /// People of the group who have a threshold, and available time in sessions in which their team asks for
    /// contacts: in a team or pathway, those whose home it is. Each human counts once.
    public let people: Int
    /// Those of them whose share of the available minutes of such sessions is below their threshold in some row.
    public let lowPeople: Int
    /// The share of available minutes below which a person counts as low; nil for groups, and for people who
    /// never do.
    public let threshold: Double?

    /// Of a single person's figure: whether it is below the threshold.
    public var isLow: Bool { threshold != nil && lowPeople > 0 }
}

/// Direct contact as a share of available and of contracted minutes.
///
/// Groups count paid people (substantive, bank, agency); students and volunteers are shown as kinds of their own
/// and person by person. In a team or pathway, available minutes are those deployed to it and contracted minutes
/// those of the people whose home it is on the horizon's first day, with the contacts these give anywhere.
public struct UtilisationFigures: Sendable, Equatable, Encodable {
    /// All paid people.
    public let total: UtilisationFigure
    /// By kind of role: registered, support, student, volunteer.
    public let byKind: [UtilisationFigure]
    /// By role, in order of the framework; somebody of several roles counts in the first that decides the kind.
    public let byRole: [UtilisationFigure]
    /// By employer, in order of the roster.
    public let byEmployer: [UtilisationFigure]
    /// By team, in file order.
    public let byTeam: [UtilisationFigure]
    /// By pathway, in order of the teams.
    public let byPathway: [UtilisationFigure]
    /// By person, in file order.
    public let byPerson: [UtilisationFigure]

    init(_ index: WeekLookup, _ plan: Plan) {
        let week = index.week
        let time = PersonTime(index, plan)
        var total = Grouped(["all"], Time())
        var kinds = Grouped(Role.Kind.allCases, Time())
        var employerKeys: [String] = []
        for member in week.staff where !employerKeys.contains(member.employer) {
            employerKeys.append(member.employer)
        }
        var employers = Grouped(employerKeys, Time())
        var roles = Grouped(week.framework.roles.map(\.id), Time())
        var thresholds: [Double?] = []
        let accounts = TimeAccount.of(index, plan)
        var teams = Grouped(week.teams.map(\.id), Time())
        var pathways = Grouped(index.pathways, Time())
        var persons = Grouped(week.staff.map(\.id), Time())
        for (person, member) in week.staff.enumerated() {
            let contracted = member.contractMinutes * Double(week.days) / 7
            var own = Time(
                contact: time.contact[person], deployed: time.deployed[person],
                available: time.available[person], presence: Int(accounts[person].presence))
            let threshold = index.threshold(person)
            thresholds.append(threshold)
            if let threshold, own.available > own.presence {
                let human = index.index.humans.ofRow[person]
                own.people = [human]
                own.low = LowUtilisation.isLow(accounts[person], threshold) ? [human] : []
            }
            if contracted > 0 {
                own.contractedContact = own.contact
                own.contracted = contracted
            }
            persons.change(member.id) { $0 = own }
            guard member.employment.countsAsHead else {
                kinds.change(index.kinds[person]) { $0.add(own) }
                continue
            }
            total.change("all") { $0.add(own) }
            kinds.change(index.kinds[person]) { $0.add(own) }
            employers.change(member.employer) { $0.add(own) }
            if let role = index.mainRole(person) { roles.change(role) { $0.add(own) } }
            for (team, place) in week.teams.enumerated() {
                var there = Time(
                    contact: time.contactInTeam[person][team], deployed: time.availableInTeam[person][team],
                    available: time.availableInTeam[person][team])
                if index.homeTeam(person, on: week.start) == team {
                    there.contractedContact = own.contractedContact
                    there.contracted = own.contracted
                    there.people = own.people
                    there.low = own.low
                }
                teams.change(place.id) { $0.add(there) }
                pathways.change(place.pathway) { $0.add(there) }
            }
        }
        self.total = total.figures { _ in "All paid staff" }.first ?? Time().figure("all", "All paid staff")
        byKind = kinds.pairs.map { $0.amount.figure($0.key.rawValue, Words.kind($0.key)) }.filter(
            \.isOfAnybody)
        byRole = roles.figures { id in week.framework.roles.first { $0.id == id }?.name ?? id }
            .filter(\.isOfAnybody)
        byEmployer = employers.figures(\.self).filter(\.isOfAnybody)
        byTeam = teams.figures(index.teamName)
        byPathway = pathways.figures(\.self)
        byPerson = zip(persons.pairs, thresholds).map { person, threshold in
            person.amount.figure(person.key, index.staffName(person.key), threshold: threshold)
        }
    }

    /// The figure of a kind of role; nil where nobody of that kind is on the roster.
    public func kind(_ kind: Role.Kind) -> UtilisationFigure? { byKind.first { $0.group == kind.rawValue } }
}

extension UtilisationFigure {
    fileprivate var isOfAnybody: Bool { availableMinutes > 0 || contractedMinutes > 0 || contactMinutes > 0 }
}

/// Minutes of each person, and of each person in each team.
private struct PersonTime {
    var contact: [Int]
    var deployed: [Int]
    var available: [Int]
    var contactInTeam: [[Int]]
    var availableInTeam: [[Int]]

    init(_ index: WeekLookup, _ plan: Plan) {
        let week = index.week
        let none = [Int](repeating: 0, count: week.staff.count)
        contact = none
        deployed = none
        available = none
        contactInTeam = Array(repeating: [Int](repeating: 0, count: week.teams.count), count: none.count)
        availableInTeam = contactInTeam
        for row in plan.contacts {
            let minutes = index.contactMinutes(row)
            for id in [row.staff, row.partner].compactMap(\.self) {
                guard let person = index.person(id) else { continue }
                contact[person] += minutes
                if let team = index.team(row.team) { contactInTeam[person][team] += minutes }
            }
        }
        for row in plan.deployments where week.sessions.indices.contains(row.session) {
            guard let person = index.person(row.staff), let team = index.team(row.team) else { continue }
            availableInTeam[person][team] += week.paidMinutes(person: person, session: row.session)
        }
        let worked = WorkedSessions(index, plan)
        for person in week.staff.indices {
            for session in week.sessions.indices {
                let minutes = week.paidMinutes(person: person, session: session)
                if worked.isWorked[person][session] { available[person] += minutes }
                if worked.isDeployed[person][session] { deployed[person] += minutes }
            }
        }
    }
}

private struct Time {
    var contact = 0
    var deployed = 0
    var available = 0
    var presence = 0
    var contractedContact = 0
    var contracted = 0.0
    /// Humans, each once, in however many rows.
    var people: Set<Int> = []
    var low: Set<Int> = []

    mutating func add(_ other: Time) {
        contact += other.contact
        deployed += other.deployed
        available += other.available
        presence += other.presence
        contractedContact += other.contractedContact
        contracted += other.contracted
        people.formUnion(other.people)
        low.formUnion(other.low)
    }

    func figure(_ group: String, _ name: String, threshold: Double? = nil) -> UtilisationFigure {
        UtilisationFigure(
            group: group, name: name, contactMinutes: contact, deployedMinutes: deployed,
            availableMinutes: available, presenceMinutes: presence,
            shareOfAvailable: available > 0 ? Double(contact) / Double(available) : nil,
            contractedContactMinutes: contractedContact, contractedMinutes: contracted,
            shareOfContracted: contracted > 0 ? Double(contractedContact) / contracted : nil,
            people: people.count, lowPeople: low.count, threshold: threshold)
    }
}

extension Grouped<String, Time> {
    fileprivate func figures(_ name: (String) -> String) -> [UtilisationFigure] {
        pairs.map { $0.amount.figure($0.key, name($0.key)) }
    }
}
