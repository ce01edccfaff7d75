// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// A file of scenarios, read: weeks, what is otherwise in them, which of that is tried together, and how.
///
///     let diagnostics = Diagnostics()
///     let file = ScenarioFile.read(input, diagnostics)
///
/// It is read without any week: what overlays name is looked up when they are made in one.
public struct ScenarioFile: Sendable {
    /// A week that scenarios are tried in.
    public struct Base: Sendable {
        /// Its folder, from the file's.
        public let week: Field
        /// How many weeks of a year are like it; nil: nothing is said of a year.
        public let weeksAYear: Double?
    }

    /// Overlays that are tried together, in their order; none of the base as it is.
    public struct Scenario: Sendable {
        /// What it is called.
        public let name: String
        /// What is otherwise.
        public let overlays: [Overlay]
        /// The sweep it is a point of.
        public let sweep: String?
        /// Whether it is tried for the frontier alone, and `run` does not name it.
        public internal(set) var isOfFrontierAlone = false

        /// The base as it is.
        static let base = Scenario(name: ScenarioFile.base, overlays: [], sweep: nil)

        /// Whether it is the base as it is.
        public var isBase: Bool { overlays.isEmpty }
        /// Whether replicates draw something of it.
        public var isDrawn: Bool { overlays.contains(where: \.isDrawn) }
    }

    /// Values of one figure, or of several, each with each of the others.
    public struct Sweep: Sendable {
        /// What it is called.
        public let name: String
        /// How many figures it goes over.
        public let figures: Int
        /// The names of the scenarios that are its points, in its order.
        public let points: [String]
    }

    /// What ends the search of each run.
    public enum Limit: Sendable, Equatable {
        /// So many seconds.
        case seconds(Double)
        /// So many units of work: the same plans on every machine.
        case work(Int)

        /// Whether nothing would be searched.
        public var isNothing: Bool {
            switch self {
            case .seconds(let seconds): !(seconds > 0)
            case .work(let work): work < 1
            }
        }
    }

    /// The name of the scenario without overlays.
    public static let base = "base"
    /// The most runs of one file. More would take weeks, and nobody reads so many rows.
    public static let mostRuns = 20_000
    /// The seconds of each run where nothing is said.
    public static let usualSeconds = 20.0

    /// The file's name, as messages show it.
    public let path: String
    /// What it says that it is about.
    public let title: String
    /// The weeks, in the order of the file.
    public let bases: [Base]
    /// The overlays, in the order of the file.
    public let overlays: [Overlay]
    /// What is tried: the base first, then `run` in its order, then the points of the sweeps, last what a frontier alone is of.
    public let scenarios: [Scenario]
    /// The sweeps, in the order of the file.
    public let sweeps: [Sweep]
    /// The frontier that is asked for; nil: none.
    public let frontier: FrontierRequest?
    /// The lines that figures have to keep to, in the order of the file; none: nothing passes or fails.
    public let tests: [ScenarioTest]
    /// The pay table, from the file's folder; nil: figures go by the roster alone.
    public let pay: Field?
    /// How often each is tried, each time with other random numbers and draws.
    public let replicates: Int
    /// What ends each search; nil: the file says nothing.
    public let limit: Limit?

    /// How many searches there are: the base has one before all others, so that everything else starts from its plan.
    /// Points of a frontier that turn out to be of one cap are searched once. Not counted are second searches of points,
    /// one a point at most, of which nobody knows before whether they are needed.
    public var runs: Int { (scenarios.count + 1 + (frontier?.points ?? 0)) * bases.count * replicates }

    /// How often so many searches at once follow each other until all are done: what starts from something else waits for
    /// it.
    public func turns(of width: Int) -> Int {
        let late = scenarios.count(where: \.capsByBase)
        // Each point may have a second search.
        let points = frontier.map { [1, $0.points - 1, $0.points] } ?? []
        return ([1, scenarios.count - late, late] + points).reduce(0) { turns, scenarios in
            turns + (scenarios * bases.count * replicates + width - 1) / max(1, width)
        }
    }

    /// Reads a file; nil where an error was reported.
    public static func read(_ input: InputFile, _ diagnostics: Diagnostics) -> ScenarioFile? {
        let own = Diagnostics()
        let file = ScenarioFileReader(input.path, own).read(input)
        own.tell(diagnostics)
        return own.hasErrors ? nil : file
    }
}
