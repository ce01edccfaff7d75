// SPDX-License-Identifier: GPL-3.0-or-later

import Intake

/// What of a group of reasons is shown: one of a list of groups, and nothing that somebody wrote beside it or in its place.
/// Why somebody is away, such as an illness, is no plan's business, and whoever typed it may have typed it anywhere.
enum AbsenceGroup {
    /// What every group is called that is not on the list: the mapping says what becomes of them together.
    static let other = "other"

    /// Groups of sickness. One of these letters at the beginning is enough, and nothing behind it is shown.
    private static let sick: Set<String> = [
        "sick", "sickness", "sickleave", "sicknessabsence", "sickabsence", "s", "sl", "sk",
    ]

    /// Other groups that may be shown, by their letters.
    private static let known: Set<String> = [
        "annualleave", "leave", "al", "l", "holiday", "holidays", "bankholiday", "publicholiday", "toil",
        "timeowing", "timeoffinlieu", "lieu", "lieuday", "otherleave", "specialleave", "paidleave",
        "unpaidleave",
        "carersleave", "carerleave", "careerbreak", "parenting", "parentingleave", "parentalleave",
        "sharedparentalleave", "maternity", "maternityleave", "paternity", "paternityleave", "adoptionleave",
        "juryservice", "secondment", "study", "studyleave", "studyday", "training", "trainingleave",
        "trainingday",
        "mandatorytraining", "course", "induction", "conference", "t", "st", "sd", "working", "workingday",
        "dayoff", "restday", "off", "other", "unavailable", "unavailability", "noneffective",
    ]

    /// A group as it may be shown.
    static func shown(_ text: String) -> String {
        // `A/L` has its stroke within, and what stands behind that of another one is a remark.
        for words in [Remark.words(before: text), Remark.words(before: text, orAt: ["/"])] {
            let whole = words.joined(separator: " ")
            if whole.allSatisfy({ isLetter($0) || " _/.".contains($0) }), known.contains(letters(whole)) {
                return whole
            }
        }
        for run in text.split(whereSeparator: { !isLetter($0) }) {
            // A letter or two within are no group.
            if sick.contains(letters(run)), run.startIndex == text.startIndex || run.count > 2 {
                return String(run)
            }
            if letters(run).hasPrefix("sick") { return String(run.prefix(4)) }
        }
        let first = text.prefix(while: isLetter)
        // A word behind a blank belongs to the group, which then is not on the list.
        let isCutOff = text.dropFirst(first.count).first?.isWhitespace == false
        return isCutOff && known.contains(letters(first)) ? String(first) : other
    }

    /// The letters that a text consists of, blanks and strokes aside.
    private static func letters(_ text: some StringProtocol) -> String {
        text.lowercased().filter(isLetter)
    }

    private static func isLetter(_ character: Character) -> Bool { character.isASCII && character.isLetter }

    /// What a group most likely is, as a mark of rota.csv.
    static func likely(_ group: String) -> String? {
        let plain = letters(group)
        if plain.hasPrefix("sick") { return "S" }
        if plain.contains("study") || plain.contains("train") { return "T" }
        if plain.contains("leave") || plain.contains("matern") || plain.contains("parent") { return "L" }
        return UsualMarks.meaning(of: group)?.mark
    }
}
