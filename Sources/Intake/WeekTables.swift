// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// Everything that was read of a week, table by table, each as a value. A table is read with those that it refers to,
/// so it stands after them.
struct WeekTables {
    let basis: WeekBasis
    let teams: TeamsTable
    let staff: StaffTable
    let hoursBefore: HoursTable
    let otherHours: HoursTable
    let signOffs: SignOffsTable
    let rota: RotaTable
    let demand: DemandTable
    let decisions: DecisionsTable
    let agreements: AgreementsTable
    let travel: TravelTable
    let placements: PlacementsTable
    let minimums: MinimumsTable
    let current: CurrentTable
    let currentContacts: CurrentContactsTable
    let currentSupervision: CurrentSupervisionTable
    let overrides: OverridesTable
    let requests: RequestsTable
    /// What each of `staff` may do; nil without a framework.
    let qualifications: [Qualifications]?

    var source: WeekSource { basis.source }
    var diagnostics: Diagnostics { basis.diagnostics }
    /// Tables of another week than the one planned.
    var otherWeeks: [OtherWeek] {
        [
            rota.otherWeek, demand.otherWeek, current.otherWeek, currentContacts.otherWeek,
            currentSupervision.otherWeek, requests.otherWeek,
        ].compactMap(\.self)
    }

    /// Reads them all.
    init(_ source: WeekSource) {
        basis = WeekBasis(source)
        teams = TeamsTable(basis)
        staff = StaffTable(basis, teams: teams)
        hoursBefore = HoursTable(basis, .hoursBefore, staff: staff)
        otherHours = HoursTable(basis, .otherHours, staff: staff)
        signOffs = SignOffsTable(basis, staff: staff)
        rota = RotaTable(basis, teams: teams, staff: staff)
        demand = DemandTable(basis, teams: teams, staff: staff)
        decisions = DecisionsTable(basis, teams: teams, staff: staff)
        agreements = AgreementsTable(basis)
        travel = TravelTable(basis)
        placements = PlacementsTable(basis, teams: teams, staff: staff)
        minimums = MinimumsTable(basis, teams: teams)
        current = CurrentTable(basis, teams: teams, staff: staff)
        currentContacts = CurrentContactsTable(basis, staff: staff, demand: demand)
        currentSupervision = CurrentSupervisionTable(basis, teams: teams, staff: staff)
        overrides = OverridesTable(basis, teams: teams, staff: staff, demand: demand)
        requests = RequestsTable(basis, teams: teams, staff: staff)
        if let framework = basis.framework {
            qualifications = Qualifications.of(
                staff.values, signOffs: signOffs.values, framework: framework)
        } else {
            qualifications = nil
        }
    }

    /// Whether a table was read without an error, so that what is not in it can be relied upon.
    func isSound(_ table: TableSchema) -> Bool { isSound(table.path) }

    /// Whether a file was read without an error, so that what is not in it can be relied upon.
    func isSound(_ file: String) -> Bool {
        !diagnostics.hasErrors(in: file) && !source.unread.contains(file)
            && !otherWeeks.contains { $0.file == file }
    }

    /// Tells of what does not go together, or was probably not meant, in tables read each for itself.
    func check() {
        tellOtherWeeks()
        tellSpreadsheetHabits()
        lookForMisnamedFiles()
        checkEmployers()
        checkLocalities()
        checkAssessments()
        checkCoverage()
        checkPins()
        checkHumans()
        checkDecisionEffects()
        checkRosteredTime()
        checkFrozen()
    }

    /// The roster, each person with the hours of the weeks before and of other employers.
    var people: [StaffMember] {
        var people = staff.values
        for (person, hours) in hoursBefore.values { people[person].hoursBefore.append(hours) }
        for (person, hours) in otherHours.values { people[person].otherHours.append(hours) }
        return people
    }

    /// The week, where no error stands.
    func week() -> Week? {
        guard !diagnostics.hasErrors else { return nil }
        guard let horizon = basis.horizon, let framework = basis.framework, let weekFile = basis.weekFile
        else {
            diagnostics.add(
                .error, at: Place(file: WeekFile.path), message: "the week could not be put together")
            return nil
        }
        let blank = horizon.sessions.map { _ in RotaMark(.off) }
        return Week(
            start: horizon.start, days: horizon.days, parts: horizon.parts, policy: weekFile.policy,
            framework: framework, teams: teams.values, staff: people, signOffs: signOffs.values,
            rota: rota.values.map { $0 ?? blank },
            demand: demand.values, decisions: decisions.values, agreements: agreements.values,
            travel: travel.values, placements: placements.values, current: current.values,
            overrides: overrides.values, minimums: minimums.values,
            currentContacts: currentContacts.values, specialDays: horizon.specialDays,
            requests: requests.values, currentSupervision: currentSupervision.values,
            frozenBefore: weekFile.frozenBefore)
    }
}

extension [String] {
    /// Each name once, in order of its first use.
    var firsts: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
