// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Tables
import Wording
import Workforce

/// Awards of an export as sign-offs of a week.
struct SignOffBook {
    private let map: ImportMap

    init(_ map: ImportMap) { self.map = map }

    /// Writes sign-offs; one of a day on which the week has one already takes its place and is no new one, and a deleted one takes
    /// away that of its day and level.
    ///
    /// - Parameters:
    ///   - position: The position of somebody in the week; nil: they are not taken.
    ///   - taken: Takes the positions of people who have any.
    /// - Returns: New sign-offs.
    func write(
        _ awards: [Awarded], into parts: inout WeekParts, position: (Field) -> Int?, _ taken: inout Set<Int>,
        _ proposal: inout ImportProposal
    ) -> Int {
        var count = 0
        // Levels written so far, by person, competency and day: of one day the highest stands.
        var written: [String: Int] = [:]
        // What was deleted goes first, so that it takes nothing away that was awarded beside it.
        for award in awards.filter(\.isDeleted) + awards.filter({ !$0.isDeleted }) {
            guard let text = map.meaning(.competencies, award.name), let need = Need(written: text) else {
                proposal.leaveOut("competencies that the mapping ignores")
                continue
            }
            guard let s = position(award.staff) else {
                proposal.leaveOut("competencies of people whom the week does not have")
                continue
            }
            taken.insert(s)
            let staff = parts.staff[s].id
            let same = parts.signOffs.firstIndex {
                $0.staff == staff && $0.competency == need.competency && $0.signedOffOn == award.on
            }
            guard !award.isDeleted else {
                if let same, parts.signOffs[same].level == need.level { parts.signOffs.remove(at: same) }
                proposal.leaveOut("competencies that were deleted")
                continue
            }
            let key = "\(staff)\n\(need.competency)\n\(award.on)"
            if let level = written[key], level >= need.level { continue }
            written[key] = need.level
            var signOff = SignOff(
                staff: staff, competency: need.competency, level: need.level,
                signedOffOn: award.on, expiresOn: award.until, signedOffBy: award.by)
            if let same {
                if signOff.signedOffBy.isEmpty { signOff.signedOffBy = parts.signOffs[same].signedOffBy }
                parts.signOffs[same] = signOff
            } else {
                parts.signOffs.append(signOff)
                count += 1
            }
        }
        return count
    }
}

/// Sign-offs that ended before the week's last day, with nothing newer.
struct EndedSignOffs {
    let table: Table

    init(_ week: Week, of people: Set<Int>) {
        let last = week.start.adding(days: week.days - 1)
        let months = Dictionary(week.framework.competencies.map { ($0.id, $0.validMonths) }) { one, _ in one }
        var rows: [[Table.Cell]] = []
        for s in people.sorted() {
            let person = week.staff[s]
            let theirs = week.signOffs.filter { $0.staff == person.id && $0.signedOffOn <= last }
            for competency in week.framework.competencies {
                // The newest counts, and of those of one day the last.
                let newest = theirs.filter { $0.competency == competency.id }.enumerated().max {
                    ($0.element.signedOffOn, $0.offset) < ($1.element.signedOffOn, $1.offset)
                }?.element
                guard let newest else { continue }
                let valid = months[competency.id] ?? nil
                let end = newest.expiresOn ?? valid.map { newest.signedOffOn.adding(months: $0) }
                guard let end, end < last else { continue }
                rows.append([
                    .text(person.id), .text(competency.id), .count(newest.level),
                    .text(Show.day(end), exact: end.iso),
                    .text(end < week.start ? "before the week" : "within the week"),
                ])
            }
        }
        table = Table(
            name: "sign-offs-ended", caption: "Sign-offs that have ended, or end within the week",
            columns: [
                .text("Staff", "staff"), .text("Competency", "competency"), .number("Level", "level"),
                .text("Held until", "held_until"), .text("When", "when"),
            ], rows: rows, whenEmpty: "None has ended.")
    }
}
