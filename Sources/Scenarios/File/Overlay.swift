// SPDX-License-Identifier: GPL-3.0-or-later

import ChangeFiles
import Changes
import Reading
import SeededRandom
import Workforce

/// What is otherwise in a scenario: the parts of a change file, with why, by whom and since when that is assumed.
public struct Overlay: Sendable {
    /// What it is called.
    public let name: String
    /// Where it begins.
    public let place: Place
    /// Its changes, with the middle of each interval.
    public let file: ChangeFile
    /// The numbers that are not known, in the order of the file.
    public let intervals: [Interval]
    /// A cap on agency pay, rostered and booked, as a share of what the base's best plan pays for agency; nil: none.
    public let agencyCapOfBase: Double?
    /// People of a role signed off; nil: nobody.
    public let training: Training?
    /// Reviews of double-handed care before `single_handed` holds; nil: nothing is counted for them.
    let reviews: Reviews?
    /// Why it is assumed.
    public let why: String?
    /// Who says so.
    public let by: String?
    /// Since when.
    public let on: CalendarDay?
    /// What stands in the file.
    let node: YAMLNode

    /// Whether replicates draw something of it, so that they differ by more than the luck of a search.
    public var isDrawn: Bool {
        !intervals.isEmpty
            || file.changes.contains { change in
                guard case .absence(let absence) = change, case .drawn = absence.who else { return false }
                return true
            }
    }

    /// Whether it caps what is paid for agency.
    var capsAgency: Bool { agencyCapOfBase != nil || file.changes.contains(where: Self.isAgencyCap) }

    /// Whether a change caps agency pay.
    static func isAgencyCap(_ change: Change) -> Bool {
        guard case .policy(let policy) = change else { return false }
        return policy.key == PolicyChange.agencyCap(nil).key
    }

    /// The changes of one replicate: every interval and every absence by rate drawn, the same wherever the overlay is
    /// used. Of absences the first replicate of seed 1, the usual one, has the seed that the file gives.
    ///
    /// - Parameter number: The replicate, from 1.
    func changes(of number: Int, seed: UInt64, _ diagnostics: Diagnostics) -> [Change] {
        var changes = file.changes
        if !intervals.isEmpty {
            let drawn = node.replacingIntervals { _, path in
                intervals.first { $0.path == path }?.drawn(number, seed: seed, of: name)
            }
            guard let entry = EntryReader(drawn, name, known: Self.keys, diagnostics),
                let file = ChangeFile.read(entry, path: place.file, title: name, diagnostics)
            else { return [] }
            changes = file.changes
        }
        return changes.map { change in
            guard case .absence(var absence) = change,
                case .drawn(let rate, var own, let roles, let employers) = absence.who
            else { return change }
            if seed != 1 { own = SeededRandom.number(seed, ofSeed: own) }
            if number > 1 { own = SeededRandom.number(UInt64(number), ofSeed: own) }
            absence.who = .drawn(rate: rate, seed: own, roles: roles, employers: employers)
            return .absence(absence)
        }
    }

    /// The keys that an overlay has besides the parts of a change file.
    static let ownKeys = ["agency_cap_of_base", "training", "reviews", "why", "by", "on"]
    /// All of them.
    static let keys = ChangeFile.parts + ownKeys
}
