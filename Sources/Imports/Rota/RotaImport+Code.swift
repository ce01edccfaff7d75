// SPDX-License-Identifier: GPL-3.0-or-later

import Intake

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
        if let sick = sick(first, isAlone: words.count == 1) { return sick }
        return words.count == 1 && whole.count <= longest && whole.count(where: \.isLetter) <= mostLetters
            ? whole : nil
    }

    /// A mark of sickness with a reason behind it, which goes; nil: it is something else.
    private static func sick(_ word: Substring, isAlone: Bool) -> String? {
        let head = word.prefix { $0 != "/" }
        let reason = word.dropFirst(head.count + 1)
        guard UsualMarks.meaning(of: String(head))?.mark == "S" || head.uppercased() == "S" else {
            return nil
        }
        // A letter or two behind the stroke may be another code.
        guard reason.count >= 3 || !isAlone && reason.isEmpty && head.count > 1 else { return nil }
        return String(head)
    }
}
