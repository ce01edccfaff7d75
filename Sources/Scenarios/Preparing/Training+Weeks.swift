// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Workforce

extension Training {
    /// What it signs off.
    private var what: [String] { [competency, "\(level)"] }

    /// The people of a week who lack it and are not trained in it by another overlay of the scenario, those to be taken first.
    func candidates(in week: Week, of dated: DatedWeeks) -> [String] {
        candidates(in: week).filter { !dated.isTrained($0, in: what) }
    }

    /// Has nobody whom it trains in one of the weeks be trained in it again.
    func note(in base: Int, of dated: inout DatedWeeks) {
        let people =
            from == nil
            ? Array(candidates(in: dated.weeks[base], of: dated).prefix(people)) : trainees(of: dated)
        dated.train(people, in: what)
    }

    /// The people of all weeks, where it has a first day: those of the first week in which it holds.
    func trainees(of dated: DatedWeeks) -> [String] {
        dated.first(from: from).map { Array(candidates(in: dated.weeks[$0], of: dated).prefix(people)) } ?? []
    }

    /// What is otherwise in one of the weeks, and paid in it, besides the sessions that people are off: who is signed off there,
    /// on which days. Who holds a higher level for a part of it keeps that.
    func work(in base: Int, of dated: DatedWeeks) -> PreparationWork {
        let week = dated.weeks[base]
        guard let from else {
            // Each week has people of its own.
            let own = candidates(in: week, of: dated).prefix(people)
            return PreparationWork(
                changes: own.map { .signOff(.holds(staff: $0, needs: [Need(competency, level)])) },
                pounds: dated.paying(before: nil) == base ? pounds(Double(own.count)) : 0)
        }
        let trained = trainees(of: dated)
        var work = PreparationWork()
        if from <= week.lastDay, week.start <= expires ?? week.start {
            let known = Set(week.staff.map(\.id))
            work.changes = trained.filter(known.contains).map { id in
                .signOff(
                    .holds(
                        staff: id, needs: [Need(competency, level)], from: week.start < from ? from : nil,
                        until: expires.flatMap { $0 < week.lastDay ? $0 : nil }))
            }
        }
        if dated.paying(before: from) == base { work.pounds = pounds(Double(trained.count)) }
        return work
    }

    /// The sessions that people are off for it, in whichever of the weeks.
    func takes(of dated: DatedWeeks) -> [DatedWeeks.Take] {
        guard let from else { return [] }
        let trained = trainees(of: dated)
        return trained.flatMap { dated.duty(of: $0, before: from).prefix(sessionsOff) }
            + (educator?.sessions(before: from, besides: Set(trained), in: dated).taken ?? [])
    }

    private func pounds(_ people: Double) -> Double { people * cost + (educator?.pounds ?? 0) }
}
