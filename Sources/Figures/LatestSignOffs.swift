// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Of each person, with all their rows, and competency the sign-off that was given last, by the end of the horizon: the word that
/// counts.
struct LatestSignOffs {
    /// A sign-off, and from when until when it holds.
    struct Latest {
        let signOff: SignOff
        let held: HeldSignOff
    }

    private let humans: [String: String]
    private let byHuman: [String: [Latest]]
    /// Those of after the horizon.
    private let later: [String: [SignOff]]

    init(_ index: WeekLookup) {
        let week = index.week
        let validity = Dictionary(week.framework.competencies.map { ($0.id, $0.validMonths) }) { one, _ in one
        }
        let humans = week.staff.humansById
        self.humans = humans
        later = Dictionary(grouping: week.signOffs.filter { $0.signedOffOn > index.last }) {
            humans[$0.staff] ?? $0.staff
        }
        let given = week.signOffs.filter { $0.signedOffOn <= index.last }
        byHuman = Dictionary(grouping: given) { humans[$0.staff] ?? $0.staff }.mapValues { rows in
            var last: [String: SignOff] = [:]
            var order: [String] = []
            for row in rows {
                if last[row.competency] == nil { order.append(row.competency) }
                // Of two of one day the later row counts.
                if let known = last[row.competency], known.signedOffOn > row.signedOffOn { continue }
                last[row.competency] = row
            }
            return order.compactMap { last[$0] }.map { row in
                Latest(
                    signOff: row,
                    held: HeldSignOff(row, validMonths: validity[row.competency] ?? nil))
            }
        }
    }

    /// The latest of each competency of a person, in order of the file.
    func of(_ staff: String) -> [Latest] { byHuman[humans[staff] ?? staff] ?? [] }

    /// Whether a sign-off of at least that level is dated after the horizon and no later than a day.
    func isRenewed(_ latest: Latest, by day: CalendarDay) -> Bool {
        (later[humans[latest.signOff.staff] ?? latest.signOff.staff] ?? []).contains {
            $0.competency == latest.held.competency && $0.level >= latest.held.level && $0.signedOffOn <= day
        }
    }
}
