// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import Testing
import Workforce

@testable import Generation

@Suite("A generated week is a sound week")
struct GeneratedWeekTests {
    @Test("Its files read back as the week they were written from", arguments: Fixture.sizes)
    func readsBack(size: Int) throws {
        let generator = try Fixture.generator(size: size)
        let made = generator.week()
        let (found, diagnostics) = try Fixture.read(generator.files())
        #expect(diagnostics.filter { $0.severity == .error }.isEmpty)
        let week = try #require(found)
        #expect(week.staff.count == size)
        #expect(week.staff == made.staff)
        #expect(week.teams == made.teams)
        #expect(week.signOffs == made.signOffs)
        #expect(week.rota == made.rota)
        #expect(week.demand == made.demand)
        #expect(week.agreements == made.agreements)
        #expect(week.travel == made.travel)
        #expect(week.policy == made.policy)
        #expect(week.parts == made.parts)
    }

    @Test("Readers warn of nothing but competencies that nobody holds", arguments: Fixture.sizes)
    func warnings(size: Int) throws {
        let (_, diagnostics) = try Fixture.read(Fixture.generator(size: size).files())
        #expect(diagnostics.filter { !Self.isSo($0) }.isEmpty)
        #expect(diagnostics.count <= 12)
    }

    /// What is so in a generated week: nobody holds a rare competency, or two lines are alike by chance.
    private static func isSo(_ diagnostic: Diagnostic) -> Bool {
        diagnostic.message.hasPrefix("nobody holds competency")
            || diagnostic.severity == .notice && diagnostic.message.contains("asks for the same")
    }

    @Test("Whatever the seed, nothing is found that is not so", arguments: [12, 40, 120])
    func quiet(size: Int) throws {
        for seed in UInt64(1)...5 {
            let (_, diagnostics) = try Fixture.read(Fixture.generator(size: size, seed: seed).files())
            #expect(diagnostics.filter { !Self.isSo($0) }.isEmpty, "seed \(seed)")
        }
    }

    @Test("What is wanted is about what rostered people can give", arguments: Fixture.sizes)
    func demandMeetsCapacity(size: Int) throws {
        let figures = Figures(try Fixture.generator(size: size).week())
        #expect(figures.capacity > size * 500)
        #expect((950...1050).contains(figures.wanted * 1000 / figures.capacity))
    }

    @Test("So much absence as headroom says", arguments: Fixture.sizes)
    func headroom(size: Int) throws {
        let week = try Fixture.generator(size: size).week()
        let own = zip(week.staff, week.rota).filter { $0.0.employment == .substantive }.flatMap(\.1).map(
            \.duty)
        let absent = own.count { [.leave, .sick, .training].contains($0) }
        let contracted = absent + own.count { $0 == .rostered }
        #expect(abs(absent * 1000 - contracted * WorkingWeek.headroomPermille) <= 1500)
    }

    @Test("Identifiers keep to the rules of the files", arguments: Fixture.sizes)
    func identifiers(size: Int) throws {
        let week = try Fixture.generator(size: size).week()
        let places = week.teams.flatMap { [$0.organisation, $0.locality, $0.supervisionGroup, $0.pathway] }
        let people = week.staff.flatMap { [$0.id, $0.employer, $0.baseLocality] }
        for id in week.teams.map(\.id) + week.demand.map(\.id) + places + people {
            #expect((1...64).contains(id.count))
            #expect(id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
        }
        #expect(Set(week.teams.map(\.id)).count == week.teams.count)
        #expect(Set(week.staff.map(\.id)).count == week.staff.count)
        #expect(Set(week.demand.map(\.id)).count == week.demand.count)
    }

    @Test(
        "Everybody on duty works for a team that is open then and that may employ them",
        arguments: [12, 90, 400])
    func placesToWork(size: Int) throws {
        let week = try Fixture.generator(size: size).week()
        let teams = Dictionary(week.teams.map { ($0.id, $0) }) { first, _ in first }
        for (staff, marks) in zip(week.staff, week.rota) {
            guard let home = staff.homeTeam.flatMap({ teams[$0] }) else { continue }
            for (session, mark) in zip(week.sessions, marks) where mark.duty == .rostered {
                #expect(home.isOpen(in: session), "\(staff.id) \(session.id)")
                let lent = week.agreements.contains { agreement in
                    agreement.employer == staff.employer && agreement.organisation == home.organisation
                        && (agreement.roles.map { !$0.filter(staff.roles.contains).isEmpty } ?? true)
                        && (agreement.from.map { $0 <= session.day } ?? true)
                        && (agreement.until.map { session.day <= $0 } ?? true)
                }
                #expect(staff.employer == home.organisation || lent, "\(staff.id)")
            }
        }
    }

    @Test("Windows lie in the week, and critical ones are of a day at most")
    func windows() throws {
        let week = try Fixture.generator(size: 200).week()
        for line in week.demand {
            #expect(week.sessions.indices.contains(line.window.upperBound))
            #expect((1...DemandPlanner.most).contains(line.contacts))
            #expect(line.singleHandedContacts <= line.contacts)
            #expect(
                line.window.count <= (line.priority == .critical ? 1 : 4) * week.parts.count + 1, "\(line.id)"
            )
        }
    }

    @Test("A whole place has a night team, whose people rest after each night, and nights to book")
    func nights() throws {
        let week = try Fixture.generator(size: 90).week()
        let night = try #require(week.parts.firstIndex { $0.ends > 1440 })
        let team = try #require(week.teams.first { $0.parts == [week.parts[night].id] })
        #expect(week.demand.contains { $0.team == team.id && $0.priority == .critical })
        let nights = week.sessions.indices.filter { $0 % week.parts.count == night }
        for duty in [RotaMark.Duty.rostered, .available] {
            #expect(week.rota.contains { row in nights.contains { row[$0].duty == duty } }, "\(duty)")
        }
        #expect(try Fixture.generator(size: 40).week().parts.allSatisfy { $0.ends <= 1440 })
    }

    @Test(
        "By night is wanted what somebody on duty there may give, in windows that begin and end by night",
        arguments: [90, 200])
    func nightDemand(size: Int) throws {
        var (lines, without) = (0, 0)
        for seed in UInt64(1)...8 {
            let week = try Fixture.generator(size: size, seed: seed).week()
            let held = Qualifications.of(week.staff, signOffs: week.signOffs, framework: week.framework)
            let activities = Dictionary(week.framework.activities.map { ($0.id, $0) }) { first, _ in first }
            for team in week.teams where team.parts == [WorkingWeek.nightPart.id] {
                func able(_ activity: Activity, in session: Int) -> Bool {
                    week.staff.indices.contains { person in
                        week.staff[person].homeTeam == team.id && week.rota[person][session].duty == .rostered
                            && held[person].standing(
                                for: activity, on: week.sessions[session].day, open: .support
                            ).takesPart
                    }
                }
                let nights = week.sessions.indices.filter { week.sessions[$0].part.id == team.parts[0] }
                for line in week.demand where line.team == team.id {
                    lines += 1
                    let activity = try #require(activities[line.activity])
                    #expect(nights.contains(line.window.lowerBound), "\(line.id)")
                    #expect(nights.contains(line.window.upperBound), "\(line.id)")
                    #expect(
                        nights.contains { line.window.contains($0) && able(activity, in: $0) },
                        "seed \(seed), \(line.id)")
                    if line.priority == .critical { #expect(line.window.count == 1, "\(line.id)") }
                }
                without += nights.count { night in
                    week.framework.activities.allSatisfy { !able($0, in: night) }
                }
            }
        }
        #expect(lines > 100)
        #expect(without > 0, "no week has a night on which nobody is there")
    }

    @Test(
        "What is wanted of a night is no more than those on duty who may give it can, and most of it",
        arguments: [60, 90], UInt64(1)...12)
    func nightMinutes(size: Int, seed: UInt64) throws {
        let week = try Fixture.generator(size: size, seed: seed).week()
        let team = try #require(week.teams.first { $0.parts == [WorkingWeek.nightPart.id] })
        let activities = Dictionary(week.framework.activities.map { ($0.id, $0) }) { first, _ in first }
        let measure = Capacity(framework: week.framework, policy: week.policy, parts: week.parts)
        let part = try #require(week.parts.firstIndex { $0.id == team.parts[0] })
        let held = Qualifications.of(week.staff, signOffs: week.signOffs, framework: week.framework)
        let wants = Service.nights.demand.compactMap { activities[$0.activity] }
        var (wantedInAll, givenInAll) = (0, 0)
        for night in week.sessions.indices where week.sessions[night].part.id == team.parts[0] {
            let lines = week.demand.filter { $0.team == team.id && $0.window.contains(night) }
            #expect(lines.allSatisfy { $0.window.count == 1 })
            let wanted = lines.reduce(0) { sum, line in
                let minutes = activities[line.activity]?.workerMinutes(travel: team.travelMinutes)
                return sum + line.contacts * (minutes ?? 0)
            }
            // Whoever may give nothing of it alone is asked for nothing.
            let given = week.staff.indices.filter { person in
                week.staff[person].homeTeam == team.id && week.rota[person][night].duty == .rostered
                    && wants.contains { want in
                        held[person].standing(for: want, on: week.sessions[night].day, open: .support)
                            .hasRoute
                    }
            }.reduce(0) { $0 + measure.minutes(week.staff[$1], part: part) }
            #expect(wanted <= given, "\(week.sessions[night].id)")
            wantedInAll += wanted
            givenInAll += given
        }
        let share = wantedInAll * 1000 / max(1, givenInAll)
        #expect((650...1000).contains(share), "\(wantedInAll) of \(givenInAll)")
    }

    @Test("What is shared out by night is what each can give alone, near to the shares")
    func sharedNight() {
        let wants = [(80, 550), (20, 450)].map { NightDemand.Want(minutes: $0.0, permille: $0.1) }
        // The first of two people may do both, the second only what is short.
        let two = NightDemand(
            wants: wants, people: [.init(minutes: 500, wants: [0, 1]), .init(minutes: 90, wants: [1])])
        #expect(two.contacts == [4, 13])
        // 55 and 45 hundredths of 400 minutes are 220 and 180: three of 80, eight of 20.
        #expect(NightDemand(wants: wants, people: [.init(minutes: 400, wants: [0, 1])]).contacts == [3, 8])
        #expect(NightDemand(wants: wants, people: [.init(minutes: 79, wants: [0])]).contacts == [0, 0])
        #expect(NightDemand(wants: wants, people: [.init(minutes: 400, wants: [])]).contacts == [0, 0])
        #expect(NightDemand(wants: wants, people: []).contacts == [0, 0])
    }

    @Test("A week reads without an error whenever it begins, also where the financial year turns in it")
    func anyMonday() throws {
        let mondays = try [
            #require(CalendarDay(iso: "2025-03-31")), #require(CalendarDay(iso: "2031-03-31")),
        ]
        var passports = 0
        for monday in (0..<59).map({ mondays[0].adding(days: 7 * $0) }) + [mondays[1]] {
            let generator = try Fixture.generator(size: 40, weekStarting: monday)
            let (week, diagnostics) = try Fixture.read(generator.files())
            #expect(diagnostics.filter { $0.severity == .error } == [], "\(monday)")
            let begun = week?.agreements.filter { $0.from == monday.adding(days: 2) } ?? []
            passports += begun.count
        }
        #expect(passports == 60)
    }

    @Test("There are sessions to book of own staff, bank and agency", arguments: [40, 90, 400])
    func offers(size: Int) throws {
        let week = try Fixture.generator(size: size).week()
        for employment in [Employment.substantive, .bank, .agency] {
            let offered = zip(week.staff, week.rota).filter { $0.0.employment == employment }.flatMap(\.1)
            #expect(offered.contains { $0.duty == .available }, "\(employment)")
        }
        #expect(week.staff.allSatisfy { $0.employment != .agency || $0.hourlyCost > 0 })
    }

    @Test("A framework that knows none of its roles gives an empty week and not a crash")
    func strangeFramework() throws {
        let framework = Framework(
            name: "Other", version: "1", levels: 3, roles: [Role(id: "other", name: "Other", kind: .support)],
            competencies: [], activities: [])
        let week = try WeekGenerator(
            framework: framework, size: 90, seed: 1, weekStarting: Fixture.monday()
        ).week()
        #expect(week.staff.isEmpty)
        #expect(week.demand.isEmpty)
    }
}
