// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Makes a realistic week of any size, out of published figures and named assumptions.
///
///     let generator = WeekGenerator(
///         framework: framework, size: 90, seed: 1, weekStarting: monday)
///     for file in generator.files() { … }
///
/// A week is one or more *places* of about ninety people: teams at home (P1), rehabilitation beds (P2),
/// urgent response and a transfer hub, run by a trust, a council and an independent provider that lend each
/// other people. The rota comes first; the demand is then as much work as the rostered people can give, so
/// that a plan has care to leave unmet and sessions to book. The same arguments give the same bytes on every
/// machine, and the cost grows in line with the number of people.
///
/// It is made for frameworks with the identifiers of `Competencies/intermediate-care.yaml`; roles,
/// competencies and activities a framework lacks are left out. It is an example to plan with, not a forecast
/// of anywhere.
public struct WeekGenerator: Sendable {
    /// The sizes it can make.
    public static let sizes = 5...5000

    /// Who may do what.
    public let framework: Framework
    /// The framework's path from the week's folder, as `week.yaml` names it.
    public let frameworkPath: String
    /// People on the roster.
    public let size: Int
    /// What random choices follow from.
    public let seed: UInt64
    /// The Monday the week begins on.
    public let start: CalendarDay

    /// A generator.
    ///
    /// - Parameters:
    ///   - framework: Who may do what.
    ///   - frameworkPath: The framework's path from the week's folder.
    ///   - staff: People on the roster; brought to the nearest of `sizes`.
    ///   - seed: What random choices follow from.
    ///   - weekStarting: A day of the week; its Monday is taken.
    public init(
        framework: Framework, frameworkPath: String = "../../Competencies/intermediate-care.yaml",
        size staff: Int, seed: UInt64, weekStarting: CalendarDay
    ) {
        self.framework = framework
        self.frameworkPath = frameworkPath
        size = min(max(staff, Self.sizes.lowerBound), Self.sizes.upperBound)
        self.seed = seed
        start = weekStarting.monday
    }

    /// The week itself.
    public func week() -> Week { generated().week }

    /// The files of the week's folder.
    public func files() -> [GeneratedFile] {
        let generated = generated()
        let notes = [
            "A generated week: see README.md beside this file for how it was made and what is assumed.",
            "People, places and organisations are invented.",
        ]
        return WeekFiles(generated.week, frameworkPath: frameworkPath, notes: notes).files + [
            Readme(generated, size: size, seed: seed).file
        ]
    }

    func generated() -> GeneratedWeek {
        let sizes = PlaceShape.sizes(of: size)
        let places = sizes.enumerated().map { Place(index: $0.offset, size: $0.element) }
        var staff: [StaffMember] = []
        var signOffs: [SignOff] = []
        var rota: [[RotaMark]] = []
        var demand: [DemandLine] = []
        var travel: [TravelTime] = []
        for place in places {
            let people = Recruitment(place: place, framework: framework, seed: seed).posts
            var marks = Rostering(people, place: place.index, seed: seed).rota
            marks = Absence.marked(marks, place: place.index, seed: seed)
            marks = Offers.marked(marks, place: place.index, seed: seed)
            let posts = BeforeTheWeek.filled(marks, start: start, place: place.index, seed: seed)
            staff += OtherWork.filled(
                posts.map(\.staff), start: start, place: place.index, seed: seed)
            let held = SignOffs.of(
                posts, framework: framework, start: start, place: place.index, seed: seed)
            signOffs += held
            rota += marks.marks.map { row in row.map { RotaMark($0) } }
            demand += DemandPlanner.lines(
                place, rota: marks, signOffs: held, start: start, framework: framework, seed: seed)
            let next = place.index + 1 < places.count ? places[place.index + 1] : nil
            travel += Localities.travel(place, next: next, seed: seed)
        }
        let hasNights = places.contains { place in place.units.contains { $0.service.isByNight } }
        if !hasNights { (rota, demand) = (rota.map(Self.byDay), demand.map(Self.byDay)) }
        let week = Week(
            start: start, days: WorkingWeek.days, parts: hasNights ? WorkingWeek.parts : WorkingWeek.dayParts,
            policy: policy(staff), framework: framework, teams: places.flatMap { $0.units.map(\.team) },
            staff: staff,
            signOffs: signOffs, rota: rota, demand: demand,
            agreements: Agreements.all(places, staff: staff, start: start, framework: framework),
            travel: travel)
        return GeneratedWeek(week: week, places: places)
    }

    /// A row of the rota without its nights.
    private static func byDay(_ marks: [RotaMark]) -> [RotaMark] {
        marks.indices.filter { $0 % WorkingWeek.parts.count != WorkingWeek.night }.map { marks[$0] }
    }

    /// A line whose window is counted in sessions by day.
    private static func byDay(_ line: DemandLine) -> DemandLine {
        func session(_ index: Int) -> Int {
            let (day, part) = index.quotientAndRemainder(dividingBy: WorkingWeek.parts.count)
            return day * WorkingWeek.dayParts.count + part
        }
        var line = line
        line.window = session(line.window.lowerBound)...session(line.window.upperBound)
        return line
    }

    /// The default policy with pay at weekends and a cap on agency spend.
    private func policy(_ staff: [StaffMember]) -> Policy {
        var policy = Policy()
        policy.saturdayUplift = WorkingWeek.saturdayUplift
        policy.sundayUplift = WorkingWeek.sundayUplift
        policy.ownSaturdayUplift = WorkingWeek.ownSaturdayUplift
        policy.ownSundayUplift = WorkingWeek.ownSundayUplift
        let payBill = staff.reduce(0) { $0 + $1.contractHours * $1.hourlyCost }
        let share = Int(payBill) * Money.agencyCapPermille / 1000
        policy.agencyCap = Double(max(Money.leastAgencyCap, share / 50 * 50))
        return policy
    }
}
