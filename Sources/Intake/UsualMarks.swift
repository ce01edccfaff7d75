// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// Marks that people write in rotas of their own, and what they most likely mean: offered, and never read unasked, for a
/// day off and a day's work can be the same letter in two teams.
public enum UsualMarks {
    /// The marks of the contract that may be meant, and the words for them; nil: nothing is likely.
    public static func meaning(of mark: String) -> (mark: String, words: String)? {
        let plain = LookAlikes.plainMarks(mark).uppercased().filter { !" ./".contains($0) }
        let found = meanings.first { $0.marks.contains(plain) }
        return found.map { ($0.mark, $0.words) }
    }

    private static let meanings: [(marks: Set<String>, mark: String, words: String)] = [
        (
            ["AL", "ANNUALLEAVE", "LEAVE", "HOL", "HOLS", "HOLIDAY", "H", "BH", "TOIL", "LIEU"], "L",
            "annual leave"
        ),
        (
            ["ML", "MAT", "MATERNITY", "PAT", "PL", "PATERNITY", "ADOPTION"], "L",
            "maternity or other parental leave"
        ),
        (["CL", "UL", "COMP", "CARERS", "SPL", "SPEC", "UNPAID"], "L", "special or unpaid leave"),
        (["SL"], "S", "sick leave, or T if it is study leave"),
        (["SICK", "SICKNESS", "SK", "ABS"], "S", "sickness"),
        (
            ["ST", "SD", "STUDY", "TR", "TRAINING", "COURSE", "IND", "INDUCTION", "MAND"], "T",
            "study or training"
        ),
        (
            ["D", "DAY", "E", "EARLY", "LATE", "LT", "N", "NIGHT", "1", "Y", "YES", "W", "WORK", "ON", "P"],
            "R",
            "a shift worked"
        ),
        (["LD", "LONGDAY", "LDAY"], "R", "a long day: R in each session that it has"),
        (["X"], "R", "a shift worked, or off if it is a day off"),
        (
            ["OFF", "DO", "DAYOFF", "RD", "RDO", "REST", "NWD", "NA", "-", "--", "0", "NO"], "off",
            "a day off"
        ),
        (["AV", "AVAIL", "AVAILABLE", "BANK"], "A", "available"),
    ]
}
