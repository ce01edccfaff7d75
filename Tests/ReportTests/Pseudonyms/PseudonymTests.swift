// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import TestSupport
import Testing
import Wording
import Workforce

@testable import Figures
@testable import Markup
@testable import Report

@Suite struct PseudonymTests {
    /// Identifier and name of each: markup, a formula, text that turns, a long one, one that is part of another,
    /// two of one name, a pseudonym as a name, and one whose identifier is a number.
    private static let people = [
        ("PT-01", "Ann Marsh"), ("PT-011", "Ann"), ("<script>x</script>", "<b>Bo</b>"),
        ("=cmd()", "=HYPERLINK(\"Cy\")"), ("\u{202E}dee", "Dee \u{200F}Reed"),
        (String(repeating: "q", count: 64), "Quill"), ("1234567", "Person 001"), ("gus.lee", "Sam Lee"),
        ("sam.lee", "Sam Lee"), ("O'Neil", "O'Neil"),
    ]

    private static let week = SmallWeek.week().replacing { parts in
        let (someone, marks) = (parts.staff[0], parts.rota[0])
        parts.staff = people.map { id, name in
            var member = someone
            member.id = id
            member.name = name
            member.employer = "Agency of Quill"
            return member
        }
        parts.rota = people.map { _ in marks }
        parts.teams[0].name = "Ann Marsh's team"
        parts.teams[1].id = "gus.lee-ward"
        parts.demand[0].id = "PT-01"
        parts.demand[2].team = "gus.lee-ward"
        parts.signOffs = [
            SignOff(
                staff: "PT-01", competency: "c", level: 1, signedOffOn: CalendarDay(number: 0),
                signedOffBy: "Ann"),
            SignOff(
                staff: "PT-011", competency: "c", level: 1, signedOffOn: CalendarDay(number: 0),
                signedOffBy: "Dr Wren Hall"),
        ]
        parts.framework.activities[1].delegated?.approvedBy = "Wren Hall, therapy lead"
        parts.decisions = [
            DelegationDecision(
                activity: "rehab", staff: "PT-01", team: "gus.lee-ward", .allow,
                reason: "Ann Marsh was seen by Dr Wren Hall", by: "Wren Hall", on: CalendarDay(number: 0))
        ]
        parts.framework.name = "Framework of Dr Wren Hall"
        parts.placements = [Placement(staff: "gus.lee", team: "gus.lee-ward")]
        parts.specialDays = [
            SpecialDay(
                day: SmallWeek.week().start, name: "Ann's day", closed: .teams(["gus.lee-ward"]))
        ]
    }

    private static let plan: Plan = {
        var plan = SmallWeek.plan()
        plan.deployments = people.enumerated().map { row, person in
            Deployment(
                staff: person.0, session: row % 4, team: row % 2 == 0 ? "kt" : "gus.lee-ward",
                booking: .bank, minutes: 240, contactMinutes: 60)
        }
        plan.contacts = [
            ContactRow(
                line: "PT-01", activity: "assess", team: "kt", session: 0, staff: "PT-01",
                partner: "nobody-known", route: .delegated, contacts: 1, minutes: 75)
        ]
        plan.supervision = [
            SupervisionRow(supervisor: "=cmd()", session: 0, group: "kt", activity: "rehab", minutes: 10)
        ]
        plan.summary.decisions = week.decisions
        plan.unmet[0] = UnmetRow(
            line: "PT-01", team: "gus.lee-ward", activity: "assess", priority: .critical, contacts: 1,
            contactMinutes: 60, reason: .capacity)
        plan.bookings = people.map { id, _ in
            BookingRow(
                staff: id, session: 0, team: "kt", employment: .bank, hours: 4, cost: 45.5,
                covers: "1 visit with Ann Marsh (PT-01), then 3 visits for O'Neil")
        }
        return plan
    }()

    private static let findings: Findings = {
        var findings = Findings()
        findings.deepDives = [
            DeepDive(
                staff: "gus.lee", availableMinutes: 60, contactMinutes: 6, threshold: 0.3, causes: [],
                remedy: .changes([
                    .signOff(.holds(staff: "gus.lee", needs: [Need("c", 1)])),
                    .availability(Availability(staff: "O'Neil", sessions: [], .rostered, team: "kt")),
                    .person(.remove(staff: "PT-01")),
                ]))
        ]
        findings.bookings = [
            BookingFinding(staff: "PT-01", session: 0, without: Effect(), lines: ["PT-01"], missingHeads: 0)
        ]
        findings.conversions = [
            ConversionFinding(
                change: .worker(staff: "O'Neil", competencies: ["c"]), converted: 1, releasedHours: 1,
                effect: Effect())
        ]
        return findings
    }()

    private func page(_ names: Pseudonyms) -> ReportPage {
        ReportPage(
            week: names.week, plan: names.plan,
            figures: ReportFigures(week: names.week, plan: names.plan),
            findings: names.applied(to: Self.findings))
    }

    @Test func noNameAndNoIdentifierOfStaffIsLeftAnywhere() throws {
        let names = Pseudonyms(week: Self.week, plan: Self.plan)
        let closed = names.week.teams.map { team in
            !names.week.sessions.contains { team.isOpen(in: $0) && $0.dayIndex == 0 }
        }
        #expect(closed == [false, true], "a team closed on a special day is the same one")
        let page = page(names)
        let root = try #require(PageElement.root(of: page.html))
        let attributes = root.everything.flatMap { Array($0.attributes.values) }
        let values = "\(names.week) \(names.plan) \(names.applied(to: Self.findings))"
        let files = page.tables.map { $0.csv }
        let output = ([root.text, values] + attributes + files).joined(separator: "\n")
        let hidden =
            Self.people.flatMap { [$0.0, $0.1] } + [
                "nobody-known", "Wren Hall", "Juniper Ash", "Marsh", "Lee", "gus.lee",
            ]
        for name in hidden { #expect(!isThere(name, in: output), "\(name)") }
        #expect(root.text.contains("Person* 001"), "the word of the pseudonyms is one that nobody has")
    }

    /// Whether a name stands in a text as a word of its own, before and after what is put for direction marks.
    private func isThere(_ name: String, in text: String) -> Bool {
        let shown = Printable.text(name)
        return [name, shown].contains { name in
            text.ranges(of: name).contains { range in
                let before =
                    range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : " "
                let after = range.upperBound < text.endIndex ? text[range.upperBound] : " "
                return !before.isLetter && !before.isNumber && !after.isLetter && !after.isNumber
            }
        }
    }

    @Test func namesAreStableWithinARunAndOtherForAnotherSeed() {
        func ids(_ seed: UInt64) -> [String] {
            Pseudonyms(week: SmallWeek.week(), plan: SmallWeek.plan(), seed: seed).plan.bookings.map(\.staff)
        }
        #expect(ids(1) == ids(1))
        #expect((2...9).contains { ids($0) != ids(1) })
    }

    /// Names that are words of sentences of ours, whole or in part, change no sentence.
    @Test func whatIsWordedAfterRenamingIsLeftAsItIs() {
        let names = ["Minutes Team", "Presence", "Supervision Rest", "Pre", "Hand"]
        let week = SmallWeek.week().replacing { parts in
            for (place, name) in names.enumerated() { parts.staff[place].name = name }
        }
        var plan = SmallWeek.plan()
        plan.bookings.append(
            BookingRow(
                staff: "ann", session: 0, team: "kt", employment: .bank, hours: 4, cost: 1,
                covers: "what Minutes Team typed"))
        plan.contacts.removeAll { $0.staff == "cy" }
        let hidden = Pseudonyms(week: week, plan: plan)
        let activities = week.framework.activities.map(\.name)
        #expect(
            Set(hidden.plan.bookings.map(\.covers)) == [
                "1 × \(activities[1])", "presence in the team",
                "1 × \(activities[0]); supervision, 10 minutes",
            ])
        let breach =
            "\(hidden.week.staff[0].id) has less rest than the 11 hours of the policy before the team's session."
        let standing = hidden.applied(to: PlanStanding(asMade: plan), breaches: [breach])
        #expect(standing.breaches == [breach])
    }

    @Test func aSentenceWithAnIdentifierThatNamesSomebodyIsLeftOut() {
        let week = SmallWeek.week().replacing { parts in
            parts.staff[0].name = "Ann Marsh"
            parts.framework.competencies = [
                Competency(id: "marsh-transfers", name: "Transfers"), Competency(id: "rehab", name: "Rehab"),
            ]
        }
        let hidden = Pseudonyms(week: week, plan: SmallWeek.plan())
        let told = hidden.applied(
            to: PlanStanding(asMade: SmallWeek.plan()),
            breaches: ["Not held: 'marsh-transfers'.", "Not held: 'rehab'."]
        ).breaches
        #expect(told.map { $0.contains("left out") } == [true, false])
    }

    @Test func whatIsClosedOnASpecialDayIsClosedUnderOtherNames() {
        let week = Self.week.replacing { parts in
            parts.specialDays = [
                SpecialDay(day: Self.week.start, name: "Ann's birthday", closed: .teams(["gus.lee-ward"]))
            ]
            parts.teams[0].closedSessions = [ClosedSession(day: Self.week.start, part: "am")]
        }
        let hidden = Pseudonyms(week: week, plan: Self.plan).week
        #expect(hidden.specialDays.map(\.name) == ["Special day 1"])
        for (team, other) in zip(week.teams, hidden.teams) {
            #expect(week.sessions.map(team.isOpen) == hidden.sessions.map(other.isOpen))
        }
    }

    @Test func theOrderOfTheRosterIsNotThatOfThePseudonyms() {
        let week = SmallWeek.week().replacing { parts in
            let (someone, marks) = (parts.staff[0], parts.rota[0])
            parts.staff = (1...40).map { number in
                var member = someone
                member.id = "S\(number)"
                member.hourlyCost = Double(number)
                return member
            }
            parts.rota = (1...40).map { _ in marks }
        }
        let hidden = Pseudonyms(week: week, plan: SmallWeek.plan()).week
        #expect(hidden.staff.map(\.id) == hidden.staff.map(\.id).sorted())
        let costs = hidden.staff.map(\.hourlyCost)
        #expect(Set(costs).count == 40)
        let inOrder = zip(costs, costs.dropFirst()).count { $0.1 == $0.0 + 1 }
        #expect(inOrder < 10)
    }

    @Test func figuresStayWhatTheyAre() {
        let week = SmallWeek.week()
        let plan = SmallWeek.plan()
        let hidden = Pseudonyms(week: week, plan: plan)
        let before = ReportFigures(week: week, plan: plan)
        let after = ReportFigures(week: hidden.week, plan: hidden.plan)
        #expect(after.demand == before.demand)
        #expect(after.cover == before.cover)
        #expect(after.bookings.tiers == before.bookings.tiers)
        #expect(after.bookings.signOffs.map(\.isInDate) == before.bookings.signOffs.map(\.isInDate))
        #expect(after.doubleHanded.suitable.map(\.reason) == before.doubleHanded.suitable.map(\.reason))
        #expect(after.delegation.notDelegated == before.delegation.notDelegated)
        #expect(after.workload == before.workload)
        #expect(after.maturity == before.maturity)
        #expect(after.doubleHanded.total == before.doubleHanded.total)
        #expect(after.doubleHanded.byTeam == before.doubleHanded.byTeam)
        #expect(after.heads == before.heads)
        #expect(after.staffing == before.staffing)
        #expect(after.utilisation.byTeam == before.utilisation.byTeam)
        #expect(
            after.utilisation.byPerson.map(\.contactMinutes).sorted()
                == before.utilisation.byPerson.map(\.contactMinutes).sorted())
    }

    @Test(arguments: [
        ("1 visit with Ann (7)", "1 visit with P2 (P1)"), ("7 visits", "7 visits"), ("7", "P1"),
        ("Anna and Ann.", "Anna and P2."), ("x1234 and 1234", "x1234 and P3"), ("PT-01-am", "P4-am"),
        ("PT-012", "PT-012"), ("Ann-Marie's", "P2-Marie's"),
    ]) func namesAreReplacedWhereTheyStandAsWords(_ text: String, _ replaced: String) {
        let replacement = TextReplacement([("7", "P1"), ("Ann", "P2"), ("1234", "P3"), ("PT-01", "P4")])
        #expect(replacement.applied(to: text) == replaced)
    }
}
