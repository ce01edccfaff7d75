// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation
import Workforce

/// A first complete plan: everyone on duty goes where they are needed, contacts are given by what they are worth,
/// then sessions are booked where they are worth more than they cost.
struct Construction {
    let model: WeeklyModel
    private let workingTime: WorkingTime

    init(_ model: WeeklyModel) {
        self.model = model
        workingTime = WorkingTime(model.instance)
    }

    private var instance: Instance { model.instance }

    /// Values of every column; feasible.
    func values() -> [Double] {
        var draft = Draft(model)
        let filling = Filling(model)
        for t in 0..<instance.sessionCount { deployRostered(t, &draft) }
        for t in 0..<instance.sessionCount {
            for k in 0..<instance.teamCount { filling.fill(&draft, team: k, session: t) }
        }
        var booker = SessionBooker(model, workingTime)
        for t in 0..<instance.sessionCount { booker.book(session: t, &draft, filling) }
        return Completion(model: model).complete(draft.values)
    }

    /// Sends everyone on duty home, or where most is still wanted: heads first, then minutes of demand.
    private func deployRostered(_ t: Int, _ draft: inout Draft) {
        var wanted = [Double](repeating: 0, count: instance.teamCount)
        for line in instance.lines where line.window.contains(t) {
            let open = line.window.count
            wanted[line.team] += Double(line.contacts * line.minutes * line.hands) / Double(open)
        }
        let cells = (0..<instance.staffCount).map { $0 * instance.sessionCount + t }
            .filter { instance.duty[$0] == .rostered && !instance.eligibleTeams[$0].isEmpty }
            .sorted { (instance.eligibleTeams[$0].count, $0) < (instance.eligibleTeams[$1].count, $1) }
        let day = instance.calendar.dayOfSession[t]
        for cell in cells {
            let s = cell / instance.sessionCount
            let teams = instance.eligibleTeams[cell]
            let home = instance.homeTeam[s * instance.dayCount + day]
            var chosen = teams[0]
            if let home, teams.contains(home) {
                chosen = home
            } else {
                for k in teams where wanted[k] > wanted[chosen] { chosen = k }
            }
            wanted[chosen] -= instance.capacity[cell]
            draft.deploy(cell, to: chosen)
        }
    }
}
