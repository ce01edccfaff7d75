// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Changes
import Figures
import Formulation
import Trials
import Wording
import Workforce

/// What there is to say of each call: what hangs on it, what it costs, who the person is.
struct CallFacts: Sendable {
    private let ladder: Ladder
    let rows: PlanRows
    private let options: SurgeOptions
    private let trials: CallTrials
    private let pay: SessionPay
    let work: PlannedWork
    let names: Naming
    let held: [Shift: [Int]]
    private let called: [Shift]

    var week: Week { ladder.week }
    var instance: Instance { ladder.everybody }

    /// The plan before some calls were taken back; nil: none were.
    private let earlier: PlanRows?

    /// - Parameters:
    ///   - climb: The plan in which everybody who is booked comes.
    ///   - before: What was known before some calls were taken back.
    init(
        _ climb: Climb, after before: CallFacts? = nil, options: SurgeOptions,
        isStopped: @escaping @Sendable () -> Bool
    ) {
        (ladder, held, self.options) = (climb.ladder, climb.held, options)
        called = climb.booked.map(\.shift)
        earlier = before?.rows
        trials = CallTrials(
            ladder, held: held, rows: climb.rows, isSmall: climb.isSmall, isSettled: before != nil,
            seed: options.seed, isStopped: isStopped)
        rows = trials.settled ?? climb.rows
        pay = Self.pay(held, ladder)
        work = PlannedWork(rows, framework: ladder.week.framework)
        names = Naming(week: ladder.week)
    }

    /// What is known, of the plan in which somebody of the bank comes instead of agency that is booked.
    private init(_ facts: CallFacts, taking found: Displacement.Found) {
        (ladder, options, trials) = (facts.ladder, facts.options, facts.trials)
        (names, called, earlier) = (facts.names, facts.called, facts.earlier)
        var held = facts.held
        held[found.instead] = nil
        held[found.shift] = [found.team]
        (self.held, rows, pay) = (held, found.rows, Self.pay(held, ladder))
        work = PlannedWork(rows, framework: ladder.week.framework)
    }

    /// What each session of those who are booked is paid.
    private static func pay(_ held: [Shift: [Int]], _ ladder: Ladder) -> SessionPay {
        var isDeployed = [Bool](repeating: false, count: ladder.everybody.duty.count)
        for shift in held.keys { isDeployed[ladder.everybody.cell(shift.person, shift.session)] = true }
        return SessionPay(ladder.everybody, isDeployed: isDeployed)
    }

    /// The plan that the facts are of.
    var planned: PlanRows { rows }

    /// A booking by the rung that it is of.
    ///
    /// - Parameter isOverCap: Whether agency is called beyond its cap.
    func booked(_ shift: Shift, team: Int, isOverCap: Bool) -> Booked {
        let booking = pay.booking[instance.cell(shift.person, shift.session)]
        return Booked(
            shift: shift, team: team,
            rung: ladder.rung(shift, team: team, paidAs: booking, isOverCap: isOverCap))
    }

    /// Plans anew without any of the calls; nil in a small week, in which that is proved elsewhere. It takes a search each
    /// time.
    func plannedWithoutCalls() -> PlanRows? { trials.withoutAll(called) }

    /// Calls with all there is to say of them.
    ///
    /// - Parameter before: Calls that were told, some of which were taken back since. In a week too large to be proved,
    ///   what hangs on a call stays as it was told where none of those gave contacts of the same lines.
    func told(_ proposals: [Proposal], after before: [Proposal] = []) -> [Proposal] {
        let gone = before.filter { !proposals.map(\.shifts).contains($0.shifts) }
        let near = lines(givenBy: gone)
        return inParallel(proposals.count) { place in
            let known = before.first {
                $0.shifts == proposals[place].shifts && $0.teams == proposals[place].teams
            }
            guard let known, !known.isExact, near.isDisjoint(with: lines(givenBy: [known])) else {
                return told(proposals[place])
            }
            return told(proposals[place], hanging: known)
        }
    }

    /// The lines of which calls gave contacts before some were taken back.
    private func lines(givenBy calls: [Proposal]) -> Set<String> {
        let rows = (earlier ?? rows).contacts
        return calls.reduce(into: []) { lines, call in
            let staff = week.staff[call.person].id
            for row in rows
            where call.sessions.contains(row.session) && (row.staff == staff || row.partner == staff) {
                lines.insert(row.line)
            }
        }
    }

    /// A call with all there is to say of it, and what hangs on it as it was told before.
    private func told(_ proposal: Proposal, hanging known: Proposal) -> Proposal {
        var told = proposal
        tellPlain(&told)
        (told.hangs, told.lines, told.heads) = (known.hangs, known.lines, known.heads)
        (told.loss, told.isExact) = (known.loss, known.isExact)
        told.reason = reason(told)
        return told
    }

    /// A call to bank instead of agency that is booked, with all there is to say of it.
    func told(_ proposal: Proposal, instead found: Displacement.Found) -> Proposal {
        var told = proposal
        // In the plan of all the others they work nowhere: what they do stands in the one with them.
        CallFacts(self, taking: found).tellPlain(&told)
        told.loss = found.saving
        told.isExact = found.isExact
        let instead = found.instead
        told.displaces = ["\(week.staff[instead.person].id)@\(week.sessions[instead.session].id)"]
        told.ringBefore = instead.session
        told.reason =
            "Would take over from \(names.person(instead.person)), booked from an agency: "
            + "\(told.isExact ? "" : "about ")\(Show.pounds(found.saving)) saved, what the agency charges for "
            + "cancelling not counted. Ring before \(names.session(instead.session)) begins."
        return told
    }

    /// The call with all there is to say of it.
    func told(_ proposal: Proposal) -> Proposal {
        var told = proposal
        tellPlain(&told)
        tellLoss(&told)
        told.reason = reason(told)
        return told
    }

    /// What there is to say of the person and the pay.
    private func tellPlain(_ told: inout Proposal) {
        let staff = week.staff[told.person]
        told.cost = cost(told.shifts)
        told.hours =
            told.sessions.reduce(0) { $0 + Double(week.paidMinutes(person: told.person, session: $1)) } / 60
        tellWork(&told, staff)
        tellTime(&told, staff)
        told.travelMinutes = told.teams.map { instance.reach.travelMinutes(staff, to: week.teams[$0]) }
            .reduce(0) { most, next in most.flatMap { one in next.map { max(one, $0) } } }
        if let on = options.on, let days = week.policy.releaseDays(told.rung), let first = told.sessions.first
        {
            let opens = week.sessions[first].day.adding(days: -days)
            if opens > on { told.opensOn = opens }
        }
    }

    // MARK: What hangs on it

    /// Pounds that a person's sessions cost.
    private func cost(_ shifts: [Shift]) -> Double {
        shifts.reduce(0) { sum, shift in
            let cell = instance.cell(shift.person, shift.session)
            // Bank and agency who are not booked yet, too.
            return sum + (held[shift] == nil ? instance.bookingPay[cell] : pay.cost[cell])
        }
    }

    /// Pounds that are saved where a person does not come: later sessions of a calendar week are paid less then.
    private func saved(_ shifts: [Shift]) -> Double {
        let left = held.filter { !shifts.contains($0.key) }
        return pounds(held) - pounds(left)
    }

    private func pounds(_ held: [Shift: [Int]]) -> Double {
        Self.pay(held, ladder).cost.reduce(0, +)
    }

    /// Pounds that planning anew without a person's sessions loses, their cost saved.
    func loss(_ shifts: [Shift]) -> Double { trials.without(shifts, cost: saved(shifts))?.loss ?? 0 }

    private func tellLoss(_ told: inout Proposal) {
        guard let trial = trials.without(told.shifts, cost: saved(told.shifts)) else { return }
        for (line, demand) in week.demand.enumerated() {
            let lost = trial.after.unmet(ofLine: line) - trial.before.unmet(ofLine: line)
            guard lost != 0, demand.priority.isCare else { continue }
            told.hangs.add(
                lost, demand.priority, minutes: instance.activities[instance.lines[line].activity].minutes)
            if lost > 0 { told.lines.append(demand.id) }
        }
        told.heads = trial.after.missingHeads - trial.before.missingHeads
        told.loss = trial.loss
        told.isExact = trial.isExact
    }

    private func reason(_ told: Proposal) -> String {
        var parts: [String] = []
        let care = told.hangs
        let kinds = care.words
        if !kinds.isEmpty {
            let of = told.lines.isEmpty ? "" : " of \(Naming.list(told.lines))"
            let noun = care.contacts == 1 ? "contact" : "contacts"
            parts.append("\(Naming.list(kinds)) \(noun)\(of) would go unmet")
        }
        if told.heads > 0 { parts.append("\(Show.counted(told.heads, "head")) would be missing") }
        if parts.isEmpty { parts.append("nothing would go unmet, and the plan would cost more") }
        let about = told.isExact ? "" : "about "
        return "Without this call, and nobody else called instead, \(Naming.list(parts)): "
            + "\(about)\(Show.pounds(told.loss)) lost."
    }
}
