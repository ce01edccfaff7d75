// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// The README of a generated week: what it adds up to, how it was calibrated, and every assumption.
struct Readme {
    private let generated: GeneratedWeek
    private let figures: Figures
    private let size: Int
    private let seed: UInt64

    init(_ generated: GeneratedWeek, size: Int, seed: UInt64) {
        self.generated = generated
        figures = Figures(generated.week)
        self.size = size
        self.seed = seed
    }

    var file: GeneratedFile {
        let sections = [heading, numbers, calibration] + Assumptions.sections
        return GeneratedFile(path: "README.md", text: sections.joined(separator: "\n\n") + "\n")
    }

    private var week: Week { generated.week }

    private var heading: String {
        """
        <!-- \(Text.licence) -->
        # A generated week from \(week.start.iso)

        \(Text.grouped(size)) people in \(count(generated.places.count, "place", "places")), made by `skillmix` with seed \(seed). People, \
        places and organisations are invented, and no figure describes a real service. The same arguments make the same files.

        Figures carry a grade: **V** read in a published source, **D** arithmetic from such figures, **A** an assumption. Replace \
        what is A with your own before you draw conclusions.
        """
    }

    private var numbers: String {
        let (all, suitable) = figures.doubleHanded
        let absent = figures.cells(.leave) + figures.cells(.sick) + figures.cells(.training)
        let own = zip(week.staff, week.rota).reduce(0) { sum, row in
            row.0.employment == .substantive ? sum + row.1.count { $0.duty == .rostered } : sum
        }
        return """
            ## What it adds up to

            | figure | value |
            | --- | --- |
            | people by employment | \(listed(Employment.allCases.map { one in (one.rawValue, week.staff.count { $0.employment == one }) })) |
            | people by kind of role | \(listed(kinds)) |
            | teams | \(listed(figures.tally(week.teams.map(\.pathway)).map { ($0.value, $0.count) })) |
            | sessions | \(week.sessions.count) |
            | sessions rostered, offered | \(Text.grouped(figures.cells(.rostered))), \(Text.grouped(figures.cells(.available))) |
            | absence of own staff | \(Text.percent(absent, of: own + absent)) % of contracted sessions |
            | sign-offs | \(Text.grouped(week.signOffs.count)) |
            | demand lines, contacts | \(Text.grouped(week.demand.count)), \(Text.grouped(figures.contacts)) |
            | of them double-handed | \(all), found suitable for one worker \(suitable) |
            | minutes rostered people can give | \(Text.grouped(figures.capacity)) |
            | minutes wanted of all workers | \(Text.grouped(figures.wanted)) (\(Text.percent(figures.wanted, of: figures.capacity)) %) |
            """
    }

    private var calibration: String {
        let home = figures.contacts(of: "P1").visits
        let population = Stay.population(weeklyVisits: home)
        let starts = population * Stay.startsPerMillion / 1_000_000
        return """
            ## How it was calibrated

            - **P1: \(perDay(home)) visits a day.** A person has \(Stay.visitsAtStart) visits a day at the start and \(Stay.visitsAtEnd) at the end, falling in a line (V), so \
            \(Text.number(Double(Stay.meanVisitsTenths) / 10)) on average over a mean stay of \(Stay.meanDays) days (V). With \(Stay.startsPerMillion) starts a week for a million people (V/D) that is what \
            a population of about \(Text.grouped(population)) asks for, from about \(starts) starts a week. Published planning figures have 190 \
            visits a day, and 60 to 120 staff, for a place of 250 to 300 thousand (D).
            - **Initial assessments: \(figures.contacts("initial-assessment", of: "P1")) in P1**, spread over the week as stays begin (V), each wanted within 24 hours (V), critical.
            - **P2: \(perDay(figures.contacts(of: "P2").all)) contacts a day** by the daytime team of one unit (A). Published starts and stays would \
            fill about \(Text.grouped(Stay.beds(population: population))) beds (D); other units, nights and the unit's own nursing roster are not part of it.
            - **UCR: \(perDay(figures.contacts("falls-response", of: "UCR"))) two-hour responses a day** and \(perDay(figures.contacts(of: "UCR").all)) contacts in all.
            - **Hub: \(perDay(figures.contacts("transfer-triage", of: "hub"))) triages a day**, all remote.
            - **Demand: \(Text.percent(figures.wanted, of: figures.capacity)) % of what rostered people can give** (A): contacts, records and travel of every worker, \
            against rostered sessions less \(Text.number(week.policy.nonContactMinutes)) minutes each. Minutes are not all in the right hands on the right day, so some care stays \
            unmet or is booked from the sessions offered.
            """
    }

    private var kinds: [(String, Int)] {
        let kinds = Dictionary(week.framework.roles.map { ($0.id, $0.kind) }) { first, _ in first }
        let held = week.staff.compactMap { kinds[$0.roles.first ?? ""] }
        return Role.Kind.allCases.map { kind in (kind.rawValue, held.count { $0 == kind }) }
    }

    private func listed(_ counts: [(String, Int)]) -> String {
        counts.filter { $0.1 > 0 }.map { "\($0.0) \(Text.grouped($0.1))" }.joined(separator: ", ")
    }

    private func perDay(_ weekly: Int) -> String {
        weekly == 0 ? "no" : Text.grouped((weekly + WorkingWeek.days / 2) / WorkingWeek.days)
    }

    private func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }
}
