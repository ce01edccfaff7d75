// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation

/// What a person does in a session, in words: the `covers` of a booking.
struct Coverage {
    private let model: WeeklyModel
    private let solution: Solution

    init(_ model: WeeklyModel, _ solution: Solution) {
        self.model = model
        self.solution = solution
    }

    func words(_ cell: Int) -> String {
        let instance = model.instance
        var counts = [Int](repeating: 0, count: instance.activities.count)
        for contact in solution.contacts(of: cell) {
            counts[instance.lines[Int(contact.line)].activity] += solution.count(contact)
        }
        var words = counts.indices.filter { counts[$0] > 0 }.map {
            "\(counts[$0]) × \(instance.activities[$0].name)"
        }
        let supervision = solution.supervisionMinutes(cell)
        if supervision > 0 { words.append("supervision, \(Int(supervision.rounded(.up))) minutes") }
        return words.isEmpty ? "presence in the team" : words.joined(separator: "; ")
    }
}
