// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// Somebody is signed off or not.
public enum SignOffChange: Sendable, Hashable, Codable {
    /// One more sign-off, as an assessor would enter it; nil: on the week's first day, valid as long as its
    /// competency.
    case add(
        staff: String, competency: String, level: Int, signedOffOn: CalendarDay? = nil,
        expiresOn: CalendarDay? = nil)
    /// All sign-offs of somebody in a competency are gone, whichever of their rows they were entered for.
    case withdraw(staff: String, competency: String)
    /// Somebody holds some competencies on every day of the week, or on those from one day to another. What they hold at a
    /// higher level they keep as long as they hold it, and on other days what they hold anyway.
    case holds(staff: String, needs: [Need], from: CalendarDay? = nil, until: CalendarDay? = nil)
}

extension SignOffChange: ChangeTopic {
    var about: String? {
        switch self {
        case .add(let staff, _, _, _, _), .withdraw(let staff, _), .holds(let staff, _, _, _): staff
        }
    }

    func apply(to week: inout ChangingWeek) {
        let competencies = week.parts.framework.competencies.map(\.id)
        switch self {
        case .add(let staff, let competency, let level, let from, let until):
            let areRight = [
                week.person(staff) != nil, week.knows(.competency, [competency], competencies),
                week.isRight(
                    Double(level), 1...Double(week.parts.framework.levels), "level of \(competency)"),
                week.days(from: from, until: until ?? from ?? week.lastDay) != nil,
            ]
            guard !areRight.contains(false) else { return }
            week.parts.signOffs.append(
                SignOff(
                    staff: staff, competency: competency, level: level,
                    signedOffOn: from ?? week.base.start,
                    expiresOn: until))
        case .withdraw(let staff, let competency):
            let areKnown = [week.person(staff) != nil, week.knows(.competency, [competency], competencies)]
            guard !areKnown.contains(false) else { return }
            let rows = week.rows(ofHuman: staff)
            week.parts.signOffs.removeAll { rows.contains($0.staff) && $0.competency == competency }
        case .holds(let staff, let needs, let from, let until):
            let areKnown = [
                week.person(staff) != nil, week.knows(.competency, needs.map(\.competency), competencies),
            ]
            guard let days = week.daysWithin(from: from, until: until), !areKnown.contains(false) else {
                return
            }
            for need in needs { hold(need, by: staff, on: days, in: &week) }
        }
    }

    /// Has somebody hold a competency at a level at least on some days. The last sign-off that is not dated
    /// later is the one that counts, whichever of their rows it was entered for, so there is a new one for each
    /// day on which the level changes, and others of the week's days go.
    private func hold(
        _ need: Need, by staff: String, on days: ClosedRange<CalendarDay>, in week: inout ChangingWeek
    ) {
        let rows = week.rows(ofHuman: staff)
        let isOther = { (row: SignOff) in !rows.contains(row.staff) || row.competency != need.competency }
        let own = week.parts.signOffs.filter { !isOther($0) }
        let validMonths = week.parts.framework.competencies.first { $0.id == need.competency }?.validMonths
        let (start, last) = (week.base.start, week.base.start.adding(days: week.base.days))
        week.parts.signOffs.removeAll { !isOther($0) && start <= $0.signedOffOn && $0.signedOffOn < last }
        var before = 0
        for day in (0..<week.base.days).map({ start.adding(days: $0) }) {
            let held = own.level(on: day, validMonths: validMonths)
            let level = days.contains(day) ? max(need.level, held) : held
            guard level != before else { continue }
            // Nothing is held any more: the last of the new ones has ended.
            if level == 0, let row = week.parts.signOffs.popLast() {
                week.parts.signOffs.append(
                    SignOff(
                        staff: staff, competency: row.competency, level: row.level,
                        signedOffOn: row.signedOffOn, expiresOn: day.adding(days: -1)))
            } else {
                week.parts.signOffs.append(
                    SignOff(
                        staff: staff, competency: need.competency, level: level, signedOffOn: day,
                        expiresOn: last))
            }
            before = level
        }
    }

    func condition(_ names: Naming) -> String {
        switch self {
        case .add(let staff, let competency, let level, _, _):
            "\(names.person(staff)) were signed off in \(names.need(Need(competency, level)))"
        case .withdraw: "there were \(words(names))"
        case .holds(let staff, let needs, let from, let until):
            "\(names.person(staff)) were signed off in \(names.needs(needs))\(Self.words(from, until))"
        }
    }

    func words(_ names: Naming) -> String {
        switch self {
        case .add(let staff, let competency, let level, _, _):
            "signing \(names.person(staff)) off in \(names.need(Need(competency, level)))"
        case .withdraw(let staff, let competency):
            "withdrawing \(names.person(staff))'s sign-offs in \(names.competency(competency))"
        case .holds(let staff, let needs, let from, let until):
            "signing \(names.person(staff)) off in \(names.needs(needs))\(Self.words(from, until))"
        }
    }

    /// ` from Mon 30 Nov to Fri 4 Dec`, as far as it is said.
    private static func words(_ from: CalendarDay?, _ until: CalendarDay?) -> String {
        (from.map { " from \(Show.day($0))" } ?? "") + (until.map { " to \(Show.day($0))" } ?? "")
    }
}

extension [SignOff] {
    /// The level that somebody's sign-offs in one competency come to on a day: 0 where the last has ended.
    fileprivate func level(on day: CalendarDay, validMonths: Int?) -> Int {
        let counting = indices.filter { self[$0].signedOffOn <= day }
            .max { (self[$0].signedOffOn, $0) < (self[$1].signedOffOn, $1) }
        guard let counting else { return 0 }
        let held = HeldSignOff(self[counting], validMonths: validMonths)
        return held.holds(on: day) ? held.level : 0
    }
}
