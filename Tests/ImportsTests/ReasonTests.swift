// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import SeededRandom
import Testing
import Workforce

@testable import Imports

/// Why somebody is away gets into no mapping, message, table or value, however it is written beside what they are away for.
@Suite struct ReasonTests {
    /// Reasons that are made up: none of their letters in a row is a word of a group or of a code.
    private static func reason(_ random: inout SeededRandom) -> String {
        let letters = Array("qvxzjkw")
        let word = (0..<(3 + random.below(5))).map { _ in String(letters[random.below(letters.count)]) }
            .joined()
        let shown = [word, word.uppercased(), word.capitalized][random.below(3)]
        return random.below(4) == 0 ? shown + "\(10 + random.below(90))" : shown
    }

    private static let marks = [
        "-", ".", "/", "_", "+", ";", "*", "=", "&", "|", "\\", " - ", " – ", "(", ": ", "—", "’",
    ]
    private static let groups = [
        "S", "s", "SL", "Sick", "SICK", "Sickness", "Sick leave", "L", "AL", "A/L", "Annual Leave",
        "AnnualLeave", "Leave",
        "T", "Study", "Training", "ML", "TOIL",
    ]

    /// All that an import says, without a mapping and with one that says nothing of these words.
    private static func everything(_ kind: ImportKind, _ file: InputFile, _ week: Week) -> String {
        var text = ""
        for map in [nil, Exports.map("people: {}")] {
            let diagnostics = Diagnostics()
            let proposal = Import(kind, week).read([file], map: map, diagnostics)
            text += Exports.everything(proposal, diagnostics)
        }
        return text
    }

    private static func hides(_ reason: String, _ text: String) -> Bool {
        let letters = reason.lowercased().filter(\.isLetter)
        return !text.lowercased().contains(letters) && !text.contains(reason)
    }

    @Test func aReasonBesideAGroupOrACodeIsNotShown() throws {
        let week = try Exports.week()
        var random = SeededRandom(seed: 5)
        for _ in 0..<300 {
            let (reason, group) = (Self.reason(&random), Self.groups[random.below(Self.groups.count)])
            let written = group + Self.marks[random.below(Self.marks.count)] + reason
            let rota = Exports.file("rota.csv", "Staff,Mon 23 Nov,Tue 24 Nov", "PT-01,\(written),E")
            #expect(Self.hides(reason, Self.everything(.rota, rota, week)), "\(written)")
            let away = Exports.file(
                "away.csv",
                "StaffNumber,UnavailabilityStartDate,UnavailabilityEndDate,UnavailabilityReasonGroup,UnavailabilityState,DeletedFlag",
                "PT-01,23/11/2026,23/11/2026,\(written),Approved,0",
                "PT-01,24/11/2026,24/11/2026,\(reason),Approved,0",
                "PT-01,25/11/2026,25/11/2026,\(reason) \(group),Approved,0",
                "PT-01,26/11/2026,26/11/2026,\(group) \(reason),Approved,0")
            #expect(Self.hides(reason, Self.everything(.unavailability, away, week)), "\(written)")
        }
    }

    @Test(arguments: [
        ("Sickness", "Sickness"), ("S-flu", "S"), ("S.flu", "S"), ("S/MH", "S"), ("S/TB", "S"), ("S13", "S"),
        ("Long term sickness", "sickness"), ("SicknessFlu", "Sick"), ("Sickness CANARY", "Sickness"),
        ("A/L", "A/L"),
        ("Annual Leave (CANARY)", "Annual Leave"), ("AnnualLeave", "AnnualLeave"),
        ("Annual leave/flu", "Annual leave"),
        ("L-flu", "L"), ("AL.flu", "AL"), ("Leave flu", "other"), ("flu", "other"), ("Not working", "other"),
        ("Working", "Working"), ("Other Leave", "Other Leave"), ("Mental health", "other"), ("", "other"),
    ]) func ofAGroupOnlyWhatIsOnTheListIsShown(_ text: String, _ shown: String) {
        #expect(AbsenceGroup.shown(text) == shown)
    }

    @Test(arguments: [
        ("S-flu", "S"), ("S.flu", "S"), ("S/MH", "S"), ("S/TB", "S"), ("S/HIV", "S"), ("S13", "S"),
        ("SL-MH", "SL"),
        ("S/L", "S/L"), ("S1", "S1"), ("S/LD", "S/LD"), ("L-MH", nil), ("AL/TB", nil), ("MH/S", nil),
        ("E/N", "E/N"),
        ("CD/LD", "CD/LD"), ("WFH", "WFH"), ("S;MH", "S"), ("S MH", nil), ("T.TB", nil),
    ]) func ofACodeBesideAnAbsenceOnlyUsualOnesAreShown(_ text: String, _ shown: String?) {
        #expect(RotaImport.code(in: text) == shown)
    }

    @Test func groupsThatAreNotOnTheListAreOneWordOfTheMapping() throws {
        let file = Exports.file(
            "away.csv",
            "StaffNumber,UnavailabilityStartDate,UnavailabilityEndDate,UnavailabilityReasonGroup,UnavailabilityState,DeletedFlag",
            "PT-01,23/11/2026,23/11/2026,Chemo,Approved,0", "HC-01,23/11/2026,23/11/2026,Court,Approved,0")
        let week = try Exports.week()
        let draft = Import(.unavailability, week).read([file], map: nil, Diagnostics()).draft ?? ""
        #expect(draft.contains("\n  \"other\":   # 2 times\n"))
        let proposal = Import(.unavailability, week).read(
            [file], map: Exports.map("absences: {other: L}"), Diagnostics())
        #expect(Exports.mark(proposal.week, "PT-01", "2026-11-23 am") == "L")
    }
}
