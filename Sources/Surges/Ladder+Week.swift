// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Formulation
import Workforce

/// The week of a step, and who is booked in it already.
extension Ladder {
    /// The week in which no more than a step opens may be done, and whoever is held is on duty; or, where they are to
    /// be available, is paid, and counts towards the caps.
    func week(
        _ opening: Opening, holding held: [Shift: [Int]], as duty: RotaMark.Duty = .rostered
    ) -> Week {
        var opening = opening
        if duty == .available {
            opening.agencyCap = opening.agencyCap.map { $0 + pay(.agency, held) }
            opening.bankCap = opening.bankCap.map { $0 + pay(.bank, held) }
        }
        var changes: [Change] = []
        for person in week.staff.indices {
            for session in week.openSessions {
                let shift = Shift(person: person, session: session)
                if let change = change(shift, opening, held, duty) { changes.append(change) }
            }
        }
        for (person, minutes) in opening.limits.sorted(by: { $0.key < $1.key }) {
            changes.append(
                .person(
                    .terms(PersonTerms(staff: week.staff[person].id, maximumHours: min(168, minutes / 60)))))
        }
        if opening.agencyCap != week.policy.agencyCap {
            changes.append(.policy(.agencyCap(opening.agencyCap)))
        }
        if opening.bankCap != week.policy.bankCap { changes.append(.policy(.bankCap(opening.bankCap))) }
        return week.supposing(changes)
    }

    /// What becomes of somebody's cell; nil: it stays as it is.
    private func change(
        _ shift: Shift, _ opening: Opening, _ held: [Shift: [Int]], _ duty: RotaMark.Duty
    ) -> Change? {
        let mark = week.mark(shift)
        if let teams = held[shift] { return week.marking(shift, duty, pins: names(teams)) }
        switch mark.duty {
        case .available, .callable:
            guard let teams = opening.teams[shift] else { return week.marking(shift, .off) }
            let all = everybody.eligibleTeams[everybody.cell(shift.person, shift.session)]
            return week.marking(shift, .available, pins: teams == all ? mark.pins : names(teams))
        case .rostered:
            let cell = everybody.cell(shift.person, shift.session)
            guard !opening.moves, let team = planned[cell], everybody.eligibleTeams[cell].contains(team)
            else {
                return nil
            }
            return week.marking(shift, .rostered, pins: names([team]))
        case .leave, .sick, .training, .off: return nil
        }
    }

    private func names(_ teams: [Int]) -> [String] { teams.map { week.teams[$0].id } }

    // MARK: Who is booked already

    /// Whether the plan has somebody in a session.
    func isPlanned(_ shift: Shift) -> Bool { planned[everybody.cell(shift.person, shift.session)] != nil }

    /// Whom the plan has booked and who still is as the rota has it; and who said that they come.
    func booked(_ answers: CallAnswers) -> [Shift: [Int]] {
        var held: [Shift: [Int]] = [:]
        for person in week.staff.indices {
            for session in week.openSessions {
                let (shift, cell) = (Shift(person: person, session: session), everybody.cell(person, session))
                guard week.mark(shift).duty == .available, everybody.duty[cell] == .available else {
                    continue
                }
                let eligible = everybody.eligibleTeams[cell]
                if let asked = answers.accepted[shift] {
                    let teams = asked.compactMap(everybody.index.team).filter(eligible.contains)
                    if !eligible.isEmpty { held[shift] = teams.isEmpty ? eligible : teams }
                } else if let team = planned[cell], eligible.contains(team),
                    !answers.stoodDown.contains(shift)
                {
                    held[shift] = [team]
                }
            }
        }
        return held
    }
}
