// SPDX-License-Identifier: GPL-3.0-or-later

import Caseload
import Wording
import Workforce

/// A week's demand with that of a caseload in it.
struct TakenDemand {
    let week: Week
    /// Lines that nobody made of a caseload.
    private var kept: [DemandLine] = []
    /// Such lines that go.
    private var dropped: [DemandLine] = []
    /// Lines of an earlier caseload.
    private var earlier: [DemandLine] = []
    /// Those of them without contacts that stay because something names them.
    private var held: [String] = []

    init(_ demand: CaseloadDemand, into base: Week, replacesAll: Bool) {
        var named = Set((base.currentContacts ?? []).map(\.line))
        for subject in base.overrides.flatMap(\.subjects) {
            if case .line(let id) = subject { named.insert(id) }
        }
        var wanted = demand.demand
        var lines: [DemandLine] = []
        for var line in base.demand {
            guard line.id.hasPrefix(CaseloadDemand.prefix) else {
                if replacesAll, !named.contains(line.id) {
                    dropped.append(line)
                } else {
                    kept.append(line)
                    lines.append(line)
                }
                continue
            }
            earlier.append(line)
            if let place = wanted.firstIndex(where: { $0.id == line.id }) {
                // Who usually gives them is typed in by people, and stays.
                let usual = line.usual
                line = wanted.remove(at: place)
                line.usual = usual
                lines.append(line)
            } else if named.contains(line.id) {
                held.append(line.id)
                (line.contacts, line.singleHandedContacts) = (0, 0)
                lines.append(line)
            }
        }
        lines += wanted
        week = base.replacing { $0.demand = lines }
    }

    func sentences(_ demand: CaseloadDemand) -> [String] {
        let lines = demand.demand
        let contacts = lines.reduce(0) { $0 + $1.contacts }
        let expected = demand.lines.reduce(0) { $0 + $1.expected }
        var sentences = [
            "\(Show.counted(contacts, "contact")) in \(Show.counted(lines.count, "line")); "
                + "\(Show.decimal(expected, places: 1)) are expected."
        ]
        if !earlier.isEmpty {
            sentences.append("They replace \(Show.counted(earlier.count, "line")) of an earlier caseload.")
        }
        if !held.isEmpty {
            sentences.append(
                "\(Show.counted(held.count, "line")) of it without contacts now "
                    + "\(held.count == 1 ? "stays" : "stay"), because the plan in force or overrides.csv names "
                    + "\(held.count == 1 ? "it" : "them").")
        }
        if !kept.isEmpty {
            let own = kept.reduce(0) { $0 + $1.contacts }
            sentences.append(
                "Besides, \(Show.counted(kept.count, "line")) of your own with \(Show.counted(own, "contact")) "
                    + "\(kept.count == 1 ? "stays" : "stay") in demand.csv.")
        }
        if !dropped.isEmpty {
            sentences.append(
                "\(Show.counted(dropped.count, "line")) of your own "
                    + "\(dropped.count == 1 ? "is" : "are") gone from demand.csv, as --replace-all asks.")
        }
        for one in demand.people where one.isLimited && one.moreWaiting > 0.05 {
            let number = Show.decimal(one.moreWaiting, places: 1)
            sentences.append(
                "\(one.team) (\(one.pathway)) is full: at the week's end \(number) more people wait for a place than at "
                    + "its beginning, and get no contacts yet.")
        }
        return sentences
    }
}
