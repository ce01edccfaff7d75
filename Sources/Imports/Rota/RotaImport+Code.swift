// SPDX-License-Identifier: GPL-3.0-or-later

import Intake
import Workforce

/// Codes of cells, cut off what somebody wrote beside them.
extension RotaImport {
    /// The most letters, and characters, of a code that is none of the usual ones: more of them are words.
    private static let (mostLetters, longest) = (4, 6)

    /// The code of a cell without what somebody wrote beside it, such as why they are sick; nil: it is more than a code.
    static func code(in text: String) -> String? {
        let words = Remark.words(before: text)
        guard let first = words.first else { return nil }
        let whole = words.joined(separator: " ")
        if UsualMarks.meaning(of: whole) != nil { return whole }
        let runs = first.split { !$0.isLetter }
        if let head = runs.first, head.startIndex == first.startIndex, mark(head) == "S" {
            let behind = first.dropFirst(head.count)
            // Another code of a shift may stand behind it, or the number of one; reasons have numbers of two digits.
            let isCode = runs.dropFirst().allSatisfy(isShift) && behind.count(where: \.isNumber) < 2
            if isCode, words.count == 1, whole.count <= longest { return whole }
            return words.count == 1 || head.count > 1 ? String(head) : nil
        }
        guard words.count == 1, whole.count <= longest, whole.count(where: \.isLetter) <= mostLetters else {
            return nil
        }
        // Beside an absence there may be other codes, and nothing that is none: it may be why.
        let isAbsence = runs.contains { ["L", "S", "T"].contains(mark($0)) }
        return !isAbsence || runs.allSatisfy({ $0.count == 1 || mark($0) != nil }) ? whole : nil
    }

    /// The mark of rota.csv that some letters are, or most likely mean; nil: they are no usual code.
    private static func mark(_ letters: Substring) -> String? {
        UsualMarks.meaning(of: String(letters))?.mark
            ?? RotaMark.Duty(rawValue: letters.uppercased())?.rawValue
    }

    /// Whether some letters are a code of a shift, or a letter of rota.csv.
    private static func isShift(_ letters: Substring) -> Bool {
        letters.count == 1 && RotaMark.Duty(rawValue: letters.uppercased()) != nil
            || ["R", "off"].contains(UsualMarks.meaning(of: String(letters))?.mark)
    }
}
