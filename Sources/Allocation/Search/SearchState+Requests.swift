// SPDX-License-Identifier: GPL-3.0-or-later

/// What people asked for and are not granted, kept up step by step. Sums are added up anew in the order of the file, so
/// that what a step adds is taken back to the last bit.
extension SearchState {
    /// Pounds that deploying a cell (not deployed now) adds to those of requests; less than 0 where it grants some.
    func requestPrice(_ new: Int, _ cell: Int) -> Double {
        guard !tables.requests.isEmpty else { return 0 }
        let person = Int(tables.requests.personOfCell[cell])
        guard person >= 0 else { return 0 }
        let before = refusedPounds[person]
        let after = refusedPounds(person, with: cell, at: Int32(new))
        guard after != before else { return 0 }
        guard tables.requests.fairness != 0 else { return after - before }
        var others = 0.0
        for other in refusedPounds.indices where other != person {
            others = max(others, refusedPounds[other])
        }
        return after - before + tables.requests.fairness * (max(others, after) - max(others, before))
    }

    /// Counts a person's requests anew once a cell of theirs has changed.
    mutating func countRequests(_ cell: Int) {
        guard !tables.requests.isEmpty else { return }
        let person = Int(tables.requests.personOfCell[cell])
        guard person >= 0 else { return }
        refusedPounds[person] = refusedPounds(person, with: cell, at: option[cell])
    }

    /// Counts everybody's requests anew, once cells have been taken over from elsewhere.
    mutating func countRequests() {
        for person in refusedPounds.indices {
            refusedPounds[person] = refusedPounds(person, with: -1, at: -1)
        }
    }

    /// Pounds of what a person is not granted, with a cell at another option.
    private func refusedPounds(_ person: Int, with cell: Int, at new: Int32) -> Double {
        let requests = tables.requests
        var pounds = 0.0
        for index in requests.entriesOfPerson[person] {
            let entry = requests.entries[index]
            let isRefused = requests.isRefused(
                entry, option: option, team: tables.options.team, changed: cell, to: new)
            if isRefused { pounds += entry.weight }
        }
        return pounds
    }
}
