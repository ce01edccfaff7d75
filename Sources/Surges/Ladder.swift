// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Formulation
import Trials
import Workforce

/// The ladder of a week: who may be called on which rung, and where to.
///
/// Somebody may be called in a session where the rota says `A` or `C`. Own people are called within their contract
/// first, then at plain rate, then as overtime; before `call-on` in their own team alone. Bank is called by its own
/// organisation first. What earlier rungs booked stays.
struct Ladder: Sendable {
    /// The week, with the answers there are: whoever comes is `A`, whoever declined is not there.
    let week: Week
    /// The same, with everybody who may be called.
    let everybody: Instance
    /// Where the plan has whoever is on duty; by cell.
    let planned: [Int?]
    /// The policy's rungs that are called, lowest first.
    let rungs: [Rung]
    /// Who was rung and said yes: they are not called once more, even where they cannot be held.
    let answered: Set<Shift>

    /// - Parameters:
    ///   - rows: The plan's rows.
    ///   - breaksGlass: Whether agency may be called beyond the cap.
    ///   - answered: Who said yes, and when.
    init(_ week: Week, plan rows: PlanRows, breaksGlass: Bool, answered: Set<Shift> = []) {
        (self.week, self.answered) = (week, answered)
        let callable = week.callable.map { week.marking($0, .available, pins: week.mark($0).pins) }
        let everybody = Instance(week.supposing(callable))
        self.everybody = everybody
        var planned = [Int?](repeating: nil, count: week.staff.count * week.sessions.count)
        for row in IndexedPlan(rows, in: everybody.index).deployments {
            planned[everybody.cell(row.person, row.session)] = row.team
        }
        self.planned = planned
        rungs = week.policy.ladder.filter {
            $0 != .agencyOverCap || (breaksGlass && week.policy.agencyCap != nil)
        }
    }

    /// The same ladder, once it is known who said yes, and perhaps with another cap on agency.
    func answered(_ shifts: Set<Shift>, in week: Week) -> Ladder {
        let instance =
            week.policy.agencyCap == self.week.policy.agencyCap
            ? everybody
            : Instance(
                everybody.week.supposing([.policy(.agencyCap(week.policy.agencyCap))]), like: everybody)
        return Ladder(
            week: week, everybody: instance, planned: planned, rungs: rungs, answered: shifts)
    }

    private init(
        week: Week, everybody: Instance, planned: [Int?], rungs: [Rung], answered: Set<Shift>
    ) {
        (self.week, self.everybody, self.planned) = (week, everybody, planned)
        (self.rungs, self.answered) = (rungs, answered)
    }

    /// Whether models of the week are so large that there should be one of them at a time.
    var isLarge: Bool {
        let size = ModelSize(everybody)
        return size.deployments + size.contacts > PlanAtHand.columnsAtOnce
    }

    /// A step on the ladder: the calls that are open on it.
    struct Step: Sendable, Equatable {
        /// The rung that it opens.
        let rung: Rung
        /// Whether those who offered nothing are open on the rung, too.
        let asks: Bool
        /// Rungs open on it, this one last.
        let open: [Rung]
    }

    /// The steps, lowest first: on each rung those who are available before those who may be asked.
    var steps: [Step] {
        rungs.indices.flatMap { place in
            [false, true].map { Step(rung: rungs[place], asks: $0, open: Array(rungs[...place])) }
        }
    }

    /// The step on which nobody is called: people on duty and those who come alone.
    var withoutCalls: Step {
        Step(rung: .spare, asks: false, open: rungs.filter { $0 == .spare || $0 == .callOn })
    }

    /// The step on which everybody may be called.
    var everything: Step { Step(rung: .spare, asks: true, open: rungs) }

    /// The rungs on one of which somebody may be called to a team; of own people one that their hours decide.
    func rungs(_ shift: Shift, team: Int, _ step: Step) -> [Rung] {
        let staff = week.staff[shift.person]
        switch staff.employment {
        case .student, .volunteer: return isHome(shift, team: team) ? [.contract] : [.callOn]
        case .substantive:
            guard !isHome(shift, team: team) else { return [.contract, .extra, .overtime] }
            return step.open.contains(.callOn) ? [.callOn, .extra, .overtime] : []
        case .bank:
            return staff.employer == week.teams[team].organisation ? [.ownBank] : [.collaborativeBank]
        case .agency: return [.agency, .agencyOverCap]
        }
    }

    private func isHome(_ shift: Shift, team: Int) -> Bool {
        let day = everybody.calendar.dayOfSession[shift.session]
        return everybody.homeTeam[everybody.personDay(shift.person, day)].map { $0 == team } ?? true
    }

    /// The rung of a booking that is paid as it is. Own people of `contract` and `extra` that the ladder leaves out are on the
    /// next of theirs that it has.
    func rung(_ shift: Shift, team: Int, paidAs booking: Booking, isOverCap: Bool) -> Rung {
        let staff = week.staff[shift.person]
        let isHome = isHome(shift, team: team)
        switch staff.employment {
        case .student, .volunteer: return isHome ? .contract : .callOn
        case .substantive:
            let own: [Rung] = [isHome ? .contract : .callOn, .extra, .overtime]
            let first = booking == .overtime ? 2 : booking == .extra ? 1 : 0
            return own[first...].first(where: rungs.contains) ?? own[first]
        case .bank:
            return staff.employer == week.teams[team].organisation ? .ownBank : .collaborativeBank
        case .agency: return isOverCap ? .agencyOverCap : .agency
        }
    }
}
