// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Foundation
import Pay
import Workforce

/// A week that scenarios are tried in.
public struct ScenarioBase: Sendable {
    /// What it is called: its folder's name.
    public let name: String
    /// The week.
    public let week: Week
    /// How many weeks of a year are like it; nil: nothing is said of a year.
    public let weeksAYear: Double?
    /// The digests of its files.
    public let inputs: [InputDigest]

    /// A week to try scenarios in.
    public init(name: String, week: Week, weeksAYear: Double? = nil, inputs: [InputDigest] = []) {
        (self.name, self.week, self.weeksAYear, self.inputs) = (name, week, weeksAYear, inputs)
    }
}

/// How scenarios are searched.
public struct ScenarioOptions: Sendable, Equatable {
    /// What ends each search: the same for the base and every scenario.
    public var limit: ScenarioFile.Limit
    /// The seed of all that is random.
    public var seed: UInt64
    /// The version that plans state.
    public var version: String
    /// The pay table that adds figures; nil: none. No plan depends on it.
    public var pay: PayTable?
    /// How many searches go on at once; nil: as many as there are cores for.
    public var width: Int?

    /// Options of a search.
    public init(
        limit: ScenarioFile.Limit, seed: UInt64 = 1, version: String = "", width: Int? = nil,
        pay: PayTable? = nil
    ) {
        (self.limit, self.seed, self.version, self.width) = (limit, seed, version, width)
        self.pay = pay
    }

    /// The options of the search of a replicate: the same seed in every scenario.
    func search(of replicate: Int) -> AllocationOptions {
        let seed = seed &+ UInt64(replicate - 1)
        return switch limit {
        case .seconds(let seconds): AllocationOptions(timeLimit: seconds, seed: seed)
        case .work(let work): AllocationOptions(timeLimit: nil, workLimit: work, seed: seed)
        }
    }

    /// How many searches go on at once on this machine.
    public var searchesAtOnce: Int { width(cores: ProcessInfo.processInfo.activeProcessorCount) }

    /// How many searches go on at once on so many cores.
    func width(cores: Int) -> Int { max(1, width ?? cores / coresOfSearch) }

    /// Cores that a search has for itself. It uses two: where seconds end it, two side by side would have less done in them
    /// than one alone.
    var coresOfSearch: Int {
        switch limit {
        case .seconds: 2
        case .work: 1
        }
    }
}
