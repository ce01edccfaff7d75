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
    ///   - people: The people of the week; others are not taken.
    ///   - taken: Takes the positions of people who have any.
    /// - Returns: New sign-offs.
    func write(
        _ awards: [Awarded], into parts: inout WeekParts, _ people: inout People, _ taken: inout Set<Int>,
        _ proposal: inout ImportProposal
    ) -> Int {
        var count = 0
        // Where those of a person, competency and day stand, the first that counts last.
        var places: [Key: [Int]] = [:]
        for (place, one) in parts.signOffs.enumerated().reversed() {
            places[Key(one), default: []].append(place)
        }
        var gone: Set<Int> = []
        // Levels written so far, by person, competency and day: of one day the highest stands.
        var written: [Key: Int] = [:]
        // What was deleted goes first, so that it takes nothing away that was awarded beside it.
        for award in awards.filter(\.isDeleted) + awards.filter({ !$0.isDeleted }) {
            guard let text = map.meaning(.competencies, award.name), let need = Need(written: text) else {
                proposal.leaveOut("competencies that the mapping ignores")
                continue
            }
            // Whom the week does not have is told by number, at the end.
            guard let s = people.position(award.staff) else { continue }
            taken.insert(s)
            let staff = parts.staff[s].id
            let key = Key(staff: staff, competency: need.competency, day: award.on)
            let same = places[key]?.last
            guard !award.isDeleted else {
                if let same, parts.signOffs[same].level == need.level {
                    gone.insert(same)
                    places[key]?.removeLast()
                }
                proposal.leaveOut("competencies that were deleted")
                continue
            }
            if let level = written[key], level >= need.level { continue }
            written[key] = need.level
            var signOff = SignOff(
                staff: staff, competency: need.competency, level: need.level,
                signedOffOn: award.on, expiresOn: award.until, signedOffBy: award.by)
            if let same {
                if signOff.signedOffBy.isEmpty { signOff.signedOffBy = parts.signOffs[same].signedOffBy }
                parts.signOffs[same] = signOff
            } else {
                places[key, default: []].append(parts.signOffs.count)
                parts.signOffs.append(signOff)
                count += 1
            }
        }
        parts.signOffs = parts.signOffs.enumerated().filter { !gone.contains($0.offset) }.map(\.element)
        return count
    }

    /// Of whom and what a sign-off is, and from which day.
    private struct Key: Hashable {
        let staff: String
        let competency: String
        let day: CalendarDay

        init(staff: String, competency: String, day: CalendarDay) {
            (self.staff, self.competency, self.day) = (staff, competency, day)
        }

        init(_ signOff: SignOff) {
            self.init(staff: signOff.staff, competency: signOff.competency, day: signOff.signedOffOn)
        }
    }
}
