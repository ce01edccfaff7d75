// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Testing
import Workforce

@testable import Imports

/// Mappings: drafted, and used only once somebody has confirmed them.
@Suite struct MappingTests {
    private let duties = [
        "StaffNumber,EmployeeType,PersonGrade,RequiredGrade,ResourcingUnit,ValidDate,DutyStart,DutyEnd,FulfillmentStatus",
        "300417,Employee,Band 6 Physio,Band 5 \"\"Nurse\"\",Quay ward,23/11/2026,08:00,12:00,Filled",
    ]

    private func errors(of text: String, _ kind: ImportKind = .duties) throws -> [String] {
        let diagnostics = Diagnostics()
        let file = InputFile(path: "map.yaml", bytes: Array(text.utf8))
        let map = ImportMap.read(file, kind, try Exports.week(), diagnostics)
        #expect((map == nil) == diagnostics.hasErrors)
        return diagnostics.sorted.filter { $0.severity == .error }.map {
            "\($0.line ?? 0): \($0.message) (\($0.expected ?? ""))"
        }
    }

    @Test func aDraftHasTheNearestMeaningsAndIsNotUsed() throws {
        let file = Exports.file(
            "duties.csv", duties[0],
            "300417,Employee,Band 6 Physio,Oddity,Quay ward,23/11/2026,08:00,12:00,Filled")
        let week = try Exports.week()
        let proposal = Import(.duties, week).read([file], map: nil, Diagnostics())
        let draft = try #require(proposal.draft)
        #expect(proposal.week == nil)
        for line in [
            "confirmed: no", "  \"Quay ward\": quay-ward  # 1 time",
            "  \"Band 6 Physio\": physiotherapist  # 1 time",
            "  \"Band 6 Physio\": 6  # 1 time", "  \"Oddity\":   # 1 time",
            "  \"Employee\": substantive  # 1 time",
            "  \"substantive\": team", "people: {}", "  names: yes",
        ] {
            #expect(draft.split(separator: "\n").contains { $0 == line }, "\(line)\n\(draft)")
        }
        #expect(try errors(of: draft).contains { $0.contains("nobody has confirmed this mapping yet") })
        let diagnostics = Diagnostics()
        let again = Import(.duties, week).read(
            [file], map: InputFile(path: "map.yaml", bytes: Array(draft.utf8)), diagnostics)
        #expect(again.week == nil && diagnostics.hasErrors)
    }

    @Test func draftsAreReadAgainWhateverTheWordsAre() throws {
        let words = ["yes", "null", "~", "a: b", "#1", "“q”", "- x", "{y}", "*", "1.0", "Ä\u{301}"]
        var terms = ImportTerms()
        for word in words { terms.add(.teams, word) { _ in "quay-ward" } }
        let draft = ImportMap.draft(.duties, terms, on: []).replacing("confirmed: no", with: "confirmed: yes")
        let diagnostics = Diagnostics()
        let map = ImportMap.read(
            InputFile(path: "map.yaml", bytes: Array(draft.utf8)), .duties, try Exports.week(), diagnostics)
        #expect(diagnostics.sorted.map(\.description) == [])
        for word in words { #expect(map?.meaning(.teams, word) == "quay-ward", "\(word)") }
    }

    @Test func eachFaultOfAMappingIsToldAtItsPlace() throws {
        let found = try errors(
            of: """
                confirmed: yes
                people: {"1": Alder}
                teams: {"Quay": quay-wrad}
                roles: {"Band 6": physio, "Band 2": }
                bands: {"Band 6": six}
                heads: {"Band 6": "moving-handling:9", "Band 5": nursing, "Band 2": "personal-care:1"}
                employment: {"Employee": own}
                settings: {pins: perhaps}
                """)
        #expect(
            found.map { String($0.prefix { $0 != "(" }) }
                == [
                    "2: there is no person 'Alder' ",
                    "3: there is no team 'quay-wrad'; did you mean 'quay-ward'? ",
                    "4: there is no role 'physio' ", "4: 'Band 2' has no meaning yet ",
                    "5: Band 6 'six' is not a number ",
                    "6: 'moving-handling:9' is no competency and level of the framework; did you mean 'moving-handling'? ",
                    "7: Employee 'own' is not known ", "8: there is no choice 'perhaps' ",
                ])
    }

    @Test func keysOfAMappingAreOfItsKind() throws {
        #expect(try errors(of: "confirmed: yes\nteam: {}\n").count == 1)
        #expect(try errors(of: "teams: {}\n").map { $0.prefix(5) } == ["1: th"])
        #expect(
            try errors(of: "confirmed: yes\ncodes: {E: Q}\n", .rota).map { $0.prefix(28) }
                == ["2: 'Q' is no mark of rota.csv"].map { $0.prefix(28) })
        #expect(
            try errors(of: "confirmed: yes\ncodes: {E: R eve}\n", .rota).map { $0.prefix(42) }
                == ["2: the week has no part of the day 'eve' (s".prefix(42)])
    }
}
