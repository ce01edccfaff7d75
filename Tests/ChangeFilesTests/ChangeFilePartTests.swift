// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import Changes
import Foundation
import Intake
import Reading
import TestSupport
import Testing
import Workforce

/// What the parts of a change file do, each by hand.
@Suite("What a change file does")
struct ChangeFilePartTests {
    private func week(_ edit: (inout TinyWorld) -> Void = { _ in }) -> Week {
        var world = TinyWorld()
        world.rota = ["P-1": ["R/120@A", "R"], "P-2": ["R", "A"], "P-3": ["A", "A"]]
        edit(&world)
        return world.week
    }

    private func applied(_ text: String, to week: Week) throws -> Week {
        try RoundTripTests.applied([text], to: week)
    }

    private func contacts(_ week: Week) -> [String] {
        week.demand.map { "\($0.id) \($0.contacts)/\($0.singleHandedContacts)" }
    }

    @Test("An absence takes pins and keeps minutes; who is away in one row is in all of them")
    func absence() throws {
        let base = week {
            $0.staff[0].person = "one"
            $0.staff[2].person = "one"
        }
        let changed = try applied("absences: [{staff: P-3, until: 2026-11-23 am}]", to: base)
        #expect(changed.rota.map { $0.map(\.cell) } == [["S/120", "R"], ["R", "A"], ["", "A"]])
    }

    @Test("Of absences by rate each has its own draws: the same seed draws the same, and nobody at 0")
    func rate() throws {
        let base = week { world in
            world.staff = (1...30).map { TinyWorld.person("Q-\($0)", "support-worker", .substantive) }
            world.rota = Dictionary(uniqueKeysWithValues: world.staff.map { ($0.id, ["R", "R"]) })
        }
        let once = try applied("absences: [{rate: 0.5, seed: 3}]", to: base)
        let other = try applied("absences: [{rate: 0, seed: 9}, {rate: 0.5, seed: 3}]", to: base)
        #expect(once.content == other.content)
        #expect((10...50).contains(once.rota.joined().count { $0.duty == .sick }))
        #expect(
            try applied("absences: [{rate: 1, seed: 3}]", to: base).rota.joined().allSatisfy {
                $0.duty == .sick
            })
    }

    @Test("A mark replaces the cell: teams of a pin, minutes of a part, all of a session is no part")
    func availability() throws {
        let text = """
            availability:
              - {staff: P-1, sessions: [2026-11-23 am], mark: A, minutes: 240}
              - {staff: P-2, sessions: [2026-11-23 am], mark: R, team: [A], minutes: 90}
              - {staff: P-3, sessions: [2026-11-23 am], mark: ""}
              - {staff: P-3, sessions: [2026-11-23 pm], mark: blank}
            """
        #expect(
            try applied(text, to: week()).rota.map { $0.map(\.cell) } == [
                ["A", "R"], ["R/90@A", "A"], ["", ""],
            ])
    }

    @Test("Reserve is besides the contacts, rounded half up over a pathway's lines, and never of reserve")
    func contingency() throws {
        let base = week {
            $0.demand("D-1", "care", contacts: 5, usual: ["P-2"])
            $0.demand("D-2", "transfer", contacts: 3, singleHanded: 3)
            $0.demand("D-3", "care", contacts: 2)
        }
        // 10 × 0.15 = 1.5, so 2: the largest remainders are of 0.75 and 0.45.
        let changed = try applied("contingency: {P1: 0.15}", to: base)
        #expect(contacts(changed) == ["D-1 5/0", "D-2 3/3", "D-3 2/0", "D-1~reserve 1/0", "D-2~reserve 1/0"])
        #expect(changed.demand[3].priority == .reserve && changed.demand[3].window == base.demand[0].window)
        // Again: of the ten alone, and to the lines that are there.
        let again = try applied("contingency: {P1: 0.15}", to: changed)
        #expect(contacts(again) == ["D-1 5/0", "D-2 3/3", "D-3 2/0", "D-1~reserve 2/0", "D-2~reserve 2/0"])
        let converted = try applied("convert: [{from: care, to: rehabilitation, share: 1}]", to: changed)
        #expect(
            contacts(converted).suffix(4) == [
                "D-1~reserve 1/0", "D-2~reserve 1/0", "D-1~rehabilitation 5/0", "D-3~rehabilitation 2/0",
            ])
    }

    @Test("A new line may say which way its people come, and is written as it is read")
    func newLines() throws {
        let changes: [Change] = [
            .demand(
                .new(
                    NewLine(
                        line: "X", team: "A", activity: "transfer", priority: .urgent, contacts: 3,
                        singleHandedContacts: 2, window: SessionRange("2026-11-23 am"), source: .stepUp))),
            .demand(
                .new(NewLine(line: "Y", team: "A", activity: "care", priority: .routine, contacts: 1))),
        ]
        let text = ChangeFileText(changes, title: "New lines").text
        let file = ChangeFile.read(
            InputFile(path: "c.yaml", bytes: Array(text.utf8)), Diagnostics())
        #expect(file?.changes == changes)
        let lines = try applied(text, to: week()).demand
        #expect(lines.map(\.source) == [.stepUp, nil])
        #expect(lines.map(\.singleHandedContacts) == [2, 0])
    }

    @Test("Sign-offs and places in a rotation are written as they are read")
    func rotation() throws {
        let day = CalendarDay(iso: "2026-11-24")
        let changes: [Change] = [
            .signOff(.add(staff: "S1", competency: "care", level: 2, signedOffOn: day)),
            .signOff(.add(staff: "S2", competency: "care", level: 1, expiresOn: day)),
            .placement(PlacementChange(staff: "S1", team: "A", from: day, until: day)),
            .placement(PlacementChange(staff: "S2", until: day)),
        ]
        let text = ChangeFileText(changes, title: "A rotation").text
        let file = ChangeFile.read(InputFile(path: "c.yaml", bytes: Array(text.utf8)), Diagnostics())
        #expect(file?.changes == changes)
    }

    @Test("Shares count as the decimals they are written as, and single-handed totals are rounded down")
    func rounding() throws {
        let base = week {
            for (place, count) in [3, 4, 3].enumerated() {
                $0.demand("D-\(place)", "transfer", contacts: count)
            }
        }
        // 10 × 0.33 = 3.3, so 3: 0.99, 1.32 and 0.99.
        #expect(
            try contacts(applied("single_handed: {share: 0.33}", to: base)) == [
                "D-0 3/1", "D-1 4/1", "D-2 3/1",
            ])
        // 9.99999999 is not 10.
        #expect(
            try contacts(applied("single_handed: {share: 0.999999999}", to: base)) == [
                "D-0 3/3", "D-1 4/3", "D-2 3/3",
            ])
        // 10 × 0.25 = 2.5, so 3: 0.75, 1 and 0.75, the first of equal remainders first.
        #expect(
            try contacts(applied("demand: [{factor: 0.25}]", to: base)) == ["D-0 1/0", "D-1 1/0", "D-2 1/0"])
        // 10 × 0.05 = 0.5, so 1, of the largest remainder.
        #expect(
            try contacts(applied("convert: [{from: transfer, to: care, share: 0.05}]", to: base))
                == ["D-0 3/0", "D-1 3/0", "D-2 3/0", "D-1~care 1/0"])
    }

    @Test("People like another have every column but its name and what it worked before, and are well")
    func like() throws {
        let base = week {
            $0.rota["P-1"] = ["S/120", "A"]
            $0.staff[0].workedDaysBefore = 3
            $0.staff[0].hoursBefore = [WeekHours(week: $0.start.adding(days: -7), hours: 30)]
            $0.staff[0].hasOptedOut = true
            $0.staff[1].person = "N-1"
        }
        let changed = try applied("people: [{like: P-1, add: 2, prefix: N}]", to: base)
        // N-1 is the word for a human, whose row the new person would be.
        #expect(changed.staff.suffix(2).map(\.id) == ["N-2", "N-3"])
        #expect(changed.rota[3].map(\.cell) == ["R/120", "A"])
        let new = changed.staff[3]
        #expect(
            new.hasOptedOut && new.workedDaysBefore == 0 && new.hoursBefore.isEmpty && new.hourlyCost == 30)
        #expect(changed.signOffs.count { $0.staff == "N-2" } == 3)
    }

    @Test("Terms of a group are of all who are of all that is named")
    func group() throws {
        let base = week {
            $0.teams.append(TinyWorld.team("B"))
            $0.staff[2].homeTeam = "B"
        }
        let changed = try applied(
            "people: [{of: {roles: [support-worker], teams: [A]}, non_contact_minutes: 15, pace: 0.9}]",
            to: base)
        #expect(changed.staff.map(\.nonContactMinutes) == [nil, 15, nil])
        #expect(changed.staff.map(\.pace) == [nil, 0.9, nil])
        for (entry, words) in [
            ("{of: {roles: [support-worker]}}", "does not say what is otherwise"),
            ("{of: {}, pace: 1}", "does not say what is otherwise"),
            ("{of: {roles: [cook]}, pace: 1}", "cook"), ("{of: {teams: [C]}, pace: 1}", "no team C"),
            ("{of: {roles: [support-worker]}, contract_hours: 30}", "does not go with 'of'"),
            ("{of: {roles: [support-worker]}, staff: P-1, pace: 1}", "does not go with 'staff'"),
        ] {
            let diagnostics = Diagnostics()
            let text = "people: [\(entry)]"
            _ = ChangeFile.read(InputFile(path: "c.yaml", bytes: Array(text.utf8)), diagnostics)?
                .applied(to: base, diagnostics)
            let told = diagnostics.sorted.map(\.description)
            #expect(told.contains { $0.contains(words) }, "\(entry): \(told)")
        }
    }

    @Test("A withdrawal is of the human, whichever row the sign-off was entered for")
    func withdrawal() throws {
        let base = week {
            $0.staff[1].person = "two"
            $0.staff[2].person = "two"
        }
        let changed = try applied("sign_offs: [{withdraw: {staff: P-2, competency: care}}]", to: base)
        #expect(changed.signOffs.filter { $0.competency == "care" }.map(\.staff) == ["P-1"])
    }

    @Test("Files keep comments, the order of columns and rows that did not change")
    func tables() throws {
        let base = week { $0.demand("D-1", "care", contacts: 5) }
        let files = [
            "demand.csv": """
            # wanted
            priority,line,note,team,activity,contacts,earliest,latest
            routine , D-1,"a, b",A,care,5,2026-11-23 am,2026-11-23 pm
            # the end
            """,
            "week.yaml":
                "week_starting: 2026-11-23  # a Monday\nframework: '../f.yaml' # ours\nsessions: {}\n",
        ]
        let changed = try applied(
            "demand: [{factor: 2}]\npolicy: {agency_cap: 5.5}\ncontingency: {P1: 0.1}", to: base)
        let made = ChangedFolder(base, as: changed) { path in
            files[path].map { InputFile(path: path, bytes: Array($0.utf8)) }
        }.files(["demand.csv", "week.yaml"], framework: InputFile(path: "f", bytes: [65]))
        let texts = Dictionary(
            uniqueKeysWithValues: made.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
        #expect(
            texts["demand.csv"] == """
                # wanted
                priority,line,note,team,activity,contacts,earliest,latest
                routine,D-1,"a, b",A,care,10,2026-11-23 am,2026-11-23 pm
                # the end
                reserve,D-1~reserve,,A,care,1,2026-11-23 am,2026-11-23 pm

                """)
        #expect(
            texts["week.yaml"] == """
                policy: {agency_cap: 5.50}
                week_starting: 2026-11-23  # a Monday
                framework: framework.yaml # ours
                sessions: {}

                """)
        #expect(texts["framework.yaml"] == "A")
    }

    /// The files of a week of those texts, changed.
    private func written(_ text: String, _ files: [String: String]) throws -> [String: String] {
        let base = week()
        let made = ChangedFolder(base, as: try applied(text, to: base)) { path in
            files[path].map { InputFile(path: path, bytes: Array($0.utf8)) }
        }.files(files.keys.sorted(), framework: InputFile(path: "f", bytes: [65]))
        return Dictionary(
            uniqueKeysWithValues: made.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    @Test("Line ends of a table stay, in rows that change, too, and a new column leaves the rest of a row")
    func lineEnds() throws {
        let files = [
            "staff.csv":
                "# ours\r\nname,staff,role,employer,base_locality,employment,hourly_cost,team lead\r\n"
                + "Ann,P-1,physiotherapist,trust,town,substantive,30,x\r\n"
                + "\"B, Ben\",P-2,support-worker,trust,town,substantive,15,\r\n"
        ]
        #expect(
            try written("people: [{staff: P-2, hourly_cost: 16}]", files)["staff.csv"]
                == "# ours\r\nname,staff,role,employer,base_locality,employment,hourly_cost,team lead\r\n"
                + "Ann,P-1,physiotherapist,trust,town,substantive,30,x\r\n"
                + "\"B, Ben\",P-2,support-worker,trust,town,substantive,16.00,\r\n")
        #expect(
            try written("people: [{staff: P-2, pace: 0.5}]", files)["staff.csv"]
                == "# ours\r\nname,staff,role,employer,base_locality,employment,hourly_cost,team lead,pace\r\n"
                + "Ann,P-1,physiotherapist,trust,town,substantive,30,x,\r\n"
                + "\"B, Ben\",P-2,support-worker,trust,town,substantive,15,,0.5\r\n")
    }

    @Test("In a document a new key stands above the comments of the next one, lists change where they stand")
    func comments() throws {
        let lines = [
            "# Ours", "week_starting: 2026-11-23", "framework: f.yaml", "policy:", "  # What banks may cost",
            "", "  bank_cap: 10 # pounds", "  accompanied: [student] # these", "# the end", "",
        ]
        let expected = [
            "# Ours", "week_starting: 2026-11-23", "framework: framework.yaml", "policy:",
            "  agency_cap: 5.50", "  # What banks may cost", "", "  bank_cap: 10 # pounds",
            "  accompanied: [student, volunteer] # these", "# the end", "",
        ]
        let text = "policy: {agency_cap: 5.5, accompanied: [student, volunteer]}"
        for end in ["\n", "\r\n"] {
            let made = try written(text, ["week.yaml": lines.joined(separator: end)])
            #expect(made["week.yaml"] == expected.joined(separator: end))
        }
        // A list of a line an item is written on one, and the comment behind its last item stays.
        let list =
            "framework: f.yaml\npolicy:\n  accompanied:\n    - student # these\n  # more\n  bank_cap: 1\n"
        #expect(
            try written("policy: {accompanied: [student, volunteer]}", ["week.yaml": list])["week.yaml"]
                == "framework: framework.yaml\npolicy:\n  accompanied:\n    [student, volunteer] # these\n"
                + "  # more\n  bank_cap: 1\n")
    }

    @Test("The example of docs/changes.md can be applied to the first week")
    func example() throws {
        let page = try String(
            contentsOf: Repository.root.appending(path: "docs/changes.md"), encoding: .utf8)
        let block = try #require(
            page.components(separatedBy: "```yaml\n").dropFirst().first?.components(separatedBy: "```").first)
        let first = WeekReader.read(folder: Repository.root.appending(path: "Rosters/first-week"))
        let base = try #require(first.week)
        #expect(try applied(block, to: base).content != base.content)
        // It shows every part.
        let parts = [
            "absences", "availability", "demand", "convert", "teams", "people", "rates", "sign_offs",
            "delegation", "single_handed", "agreements", "contingency", "policy", "activities", "placements",
            "moved",
        ]
        for part in parts { #expect(block.contains("\n\(part):"), "\(part)") }
    }
}
