// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// Fills the posts of a place.
///
/// Jobs whose roles the framework does not have are left out, so a framework of other identifiers gives fewer
/// people.
struct Recruitment {
    /// Hours a week that bank workers, agency workers, students and volunteers work at most, on top of any
    /// other work they have (A).
    static let bankHours = 30.0
    static let agencyHours = 37.5
    static let studentHours = 30.0
    static let volunteerHours = 10.0
    /// Sessions a week of a student and of a volunteer (A).
    static let studentSessions = 6
    static let volunteerSessions = 2
    /// Of a thousand people of a home team, those who set out from the centre and not from the team's
    /// locality (A).
    static let fromCentrePermille = 150

    private static let bankJobs: [Job] = [
        .physiotherapist, .reablementWorker, .nurse, .healthcareAssistant, .reablementWorker, .supportWorker,
        .occupationalTherapist, .speechTherapist, .reablementWorker, .seniorSupportWorker,
    ]
    private static let agencyJobs: [Job] = [
        .nurse, .occupationalTherapist, .healthcareAssistant, .physiotherapist,
    ]
    private static let studentJobs: [Job] = [.student, .nursingStudent, .student, .student]

    let place: Place
    let roles: Set<String>
    private var random: SeededRandom
    private var counts: [(code: String, count: Int)] = []
    private(set) var posts: [Post] = []

    init(place: Place, framework: Framework, seed: UInt64) {
        self.place = place
        roles = Set(framework.roles.map(\.id))
        random = SeededRandom(seed: seed, place: place.index, for: .people)
        for unit in place.units { appoint(to: unit) }
        let pools = Set(posts.map(\.job.pool))
        let bank = known(Self.bankJobs).filter {
            pools.contains($0.pool) || $0.pool == .speech && pools.count > 4
        }
        let agency = known(Self.agencyJobs).filter { pools.contains($0.pool) }
        engage(bank, place.shape.bank, .bank)
        engage(agency, place.shape.agency, .agency)
        placeStudents()
        placeVolunteers()
    }

    /// Own staff of a team: its jobs in turn.
    private mutating func appoint(to unit: Place.Unit) {
        let jobs = known(unit.service.jobs)
        guard !jobs.isEmpty else { return }
        for head in 0..<unit.heads {
            let job = jobs[head % jobs.count]
            let contract = WorkingWeek.contracts[random.index(weights: WorkingWeek.contracts.map(\.permille))]
            let hours = Double(contract.sessions * WorkingWeek.sessionHundredthHours) / 100
            let band = job.bands[count(of: job) % job.bands.count]
            let cost = Money.ownHour(band, step: random.below(3))
            add(
                job, employer: employer(of: job, in: unit.service), locality: base(of: unit), .substantive,
                hours: hours, most: WorkingWeek.mostHours, pence: cost, unit: unit,
                sessions: contract.sessions)
        }
    }

    /// Bank and agency workers, who belong to no team.
    private mutating func engage(_ jobs: [Job], _ heads: Int, _ employment: Employment) {
        guard !jobs.isEmpty else { return }
        for head in 0..<heads {
            let job = jobs[head % jobs.count]
            let band = job.bands[count(of: job) % job.bands.count]
            let isBank = employment == .bank
            add(
                job, employer: isBank ? bankEmployer(of: job) : place.names.agency,
                locality: place.names.locality(random.below(place.shape.localities)), employment, hours: 0,
                most: isBank ? Self.bankHours : Self.agencyHours,
                pence: isBank ? Money.bankHour(band, step: random.below(3)) : band.agencyCap, unit: nil,
                sessions: 0)
        }
    }

    private mutating func placeStudents() {
        let jobs = known(Self.studentJobs)
        let beds = place.units.filter { $0.service.suffix == Service.beds.suffix }
        let others = place.units.filter { unit in unit.service.demand.contains { $0.pool == .care } }
            .filter { $0.service.suffix != Service.beds.suffix && !$0.service.isByNight }
        guard !jobs.isEmpty, !(beds + others).isEmpty else { return }
        for head in 0..<place.shape.students {
            let job = jobs[head % jobs.count]
            let isForBeds = job.roles == Job.nursingStudent.roles || others.isEmpty
            let units = isForBeds && !beds.isEmpty ? beds : others
            guard !units.isEmpty else { continue }
            let unit = units[head % units.count]
            add(
                job, employer: place.names.university, locality: unit.team.locality, .student, hours: 0,
                most: Self.studentHours, pence: 0, unit: unit, sessions: Self.studentSessions)
        }
    }

    private mutating func placeVolunteers() {
        let units = place.units.filter { unit in unit.service.demand.contains { $0.pool == .volunteering } }
        guard roles.isSuperset(of: Job.volunteer.roles), !units.isEmpty else { return }
        for head in 0..<place.shape.volunteers {
            let unit = units[head % units.count]
            add(
                .volunteer, employer: place.names.voluntarySector, locality: unit.team.locality, .volunteer,
                hours: 0, most: Self.volunteerHours, pence: 0, unit: unit, sessions: Self.volunteerSessions)
        }
    }

    private mutating func add(
        _ job: Job, employer: String, locality: String, _ employment: Employment, hours: Double, most: Double,
        pence: Int, unit: Place.Unit?, sessions: Int
    ) {
        let number = countUp(job)
        let staff = StaffMember(
            id: "\(place.names.staffPrefix)-\(job.code)-\(number < 10 ? "0" : "")\(number)", roles: job.roles,
            employer: employer, baseLocality: locality, employment: employment, contractHours: hours,
            maximumHours: most, hourlyCost: Money.pounds(pence), homeTeam: unit?.team.id)
        posts.append(Post(staff: staff, job: job, unit: unit, sessions: sessions))
    }

    private func employer(of job: Job, in service: Service) -> String {
        switch (service.suffix, job.pool) {
        case (Service.reablement.suffix, _):
            job.code == Job.healthcareAssistant.code ? place.names.provider : place.names.council
        case (Service.home.suffix, .care):
            job.code == Job.healthcareAssistant.code ? place.names.trust : place.names.council
        case (Service.beds.suffix, .nursing), (Service.beds.suffix, .care): place.names.provider
        case (_, .socialWork): place.names.council
        default: place.names.trust
        }
    }

    private func bankEmployer(of job: Job) -> String {
        switch job.code {
        case Job.reablementWorker.code: place.names.council
        case Job.healthcareAssistant.code: place.names.provider
        default: place.names.trust
        }
    }

    private mutating func base(of unit: Place.Unit) -> String {
        guard unit.service.pathway == "P1" else {
            return place.names.locality(random.below(place.shape.localities))
        }
        return random.chance(Self.fromCentrePermille, of: 1_000)
            ? place.names.locality(0) : unit.team.locality
    }

    private func known(_ jobs: [Job]) -> [Job] { jobs.filter { roles.isSuperset(of: $0.roles) } }

    private func count(of job: Job) -> Int { counts.first { $0.code == job.code }?.count ?? 0 }

    private mutating func countUp(_ job: Job) -> Int {
        guard let index = counts.firstIndex(where: { $0.code == job.code }) else {
            counts.append((job.code, 1))
            return 1
        }
        counts[index].count += 1
        return counts[index].count
    }
}
