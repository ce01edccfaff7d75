// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// Rule 4: blocks that reach into what is planned are neither too short nor too long, counted in periods in which the person
/// is present.
enum BlockLengthRule: Rule {
    static func violations(_ sheet: Sheet) -> [RotationViolation] {
        sheet.rotation.people.indices.flatMap { p in
            sheet.runs[p].filter { $0.last >= sheet.firstFree(p) }.flatMap { run in
                [tooLong(sheet, p, run), tooShort(sheet, p, run)].compactMap(\.self)
            }
        }
    }

    private static func tooLong(_ sheet: Sheet, _ p: Int, _ run: Run) -> RotationViolation? {
        guard let most = sheet.rotation.posts[run.post].maximumBlock, run.length > most else { return nil }
        return violation(
            sheet, p, run,
            "lasts \(sheet.programme.count(run.length, "period"))"
                + (run.before.map { $0 > 0 ? ", \($0) of them before the programme," : "" } ?? "")
                + " and may last \(most)")
    }

    private static func tooShort(_ sheet: Sheet, _ p: Int, _ run: Run) -> RotationViolation? {
        let least = sheet.rotation.posts[run.post].minimumBlock
        let free = sheet.firstFree(p)
        let isUnderWay = run.before != nil || run.first < free
        let lasted = run.last - (isUnderWay ? free : run.first) + 1
        var owed = least
        if isUnderWay {
            // What is left, while the person may hold the post.
            owed = least - (run.before ?? 0) - (free - run.first)
            let held = sheet.present[p][free...].prefix { sheet.programme.bars(p, run.post, $0).isEmpty }
            owed = min(owed, held.count)
        } else {
            owed = min(owed, sheet.present[p].count - run.first)
        }
        guard lasted < owed else { return nil }
        return violation(
            sheet, p, run,
            isUnderWay
                ? "goes on for \(sheet.programme.count(lasted, "period")) and owes \(owed)"
                : "lasts \(sheet.programme.count(lasted, "period")) and has to last \(owed)")
    }

    private static func violation(_ sheet: Sheet, _ p: Int, _ run: Run, _ what: String) -> RotationViolation {
        let (staff, post) = (sheet.rotation.people[p].id, sheet.rotation.posts[run.post].id)
        return RotationViolation(
            .blockLength, staff: staff, post: post, period: sheet.present[p][run.first] + 1,
            "\(staff)'s block in \(post), \(sheet.name(p, run)), \(what).")
    }
}
