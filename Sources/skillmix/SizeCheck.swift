// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Formulation
import Reading
import Wording
import Workforce

/// Ends a command before it begins what the week is too large for, or the memory too small.
enum SizeCheck {
    /// The scope of a search of a week, if there is room for it; what is left out is said, unless quiet.
    static func scope(_ week: Week, path: FilePath, quiet: Bool) throws -> SearchScope {
        let scope = SearchScope(week)
        guard scope.searched.contacts <= 2 * SearchScope.mostUnproved else {
            throw Ending(
                code: .usage,
                message: "\(path): too large to be searched: \(size(scope.searched))"
                    + (scope.isWhole ? "" : ", even with one team for each person") + ". \(remedies)")
        }
        try check(scope.searched, path: path)
        guard !quiet, !scope.isPlain else { return scope }
        Terminal.error("\(path): too large to be searched whole: \(size(scope.whole)).")
        if let lines = scope.linesSearched {
            Terminal.error(
                "Lines that are alike are searched as one: \(Show.count(lines)) instead of "
                    + "\(Show.count(week.demand.count)). That changes no plan.")
        }
        if let teams = scope.teamsKept {
            Terminal.error(
                "Each person is planned for \(teams == 1 ? "one team" : "\(teams) teams") of those they could go "
                    + "to, their own among them. Other plans may be cheaper, and no bound is proved. \(remedies)"
            )
        }
        return scope
    }

    /// Ends the command where a week's model does not fit into the memory there is.
    static func check(_ week: Week, path: FilePath) throws {
        try check(ModelSize(Instance(week)), path: path)
    }

    /// Whether closer looks at a plan of the week stay within the memory that a search takes.
    static func allowsLooks(_ size: ModelSize) -> Bool { size.contacts <= 600_000 }

    private static func check(_ size: ModelSize, path: FilePath) throws {
        guard let memory = AvailableMemory.find() else { return }
        let needed = bytes(size) + memory.overhead
        guard needed > memory.bytes else { return }
        throw Ending(
            code: .usage,
            message: "\(path): too little memory: \(columns(size)) take up to \(megabytes(needed)), and "
                + "\(megabytes(memory.bytes)) can be had \(memory.limit). Nothing was done. Allow more memory. "
                + remedies)
    }

    /// Bytes of a search, with its bound and closer looks at the plan, at most: 0.8 to 1.8 kB a column were measured on
    /// weeks of 200,000 to 2 million of them.
    private static func bytes(_ size: ModelSize) -> Int {
        leastBytes + (size.contacts + size.deployments) * bytesPerColumn
    }

    private static let bytesPerColumn = 1_500
    private static let leastBytes = 100_000_000

    private static let remedies =
        "A week is smaller with a travel.csv that says how far people go, with fewer lines (one for all contacts of "
        + "a kind, and not one each), and planned in parts that share no people."

    private static func size(_ size: ModelSize) -> String {
        "\(columns(size)), for which a search takes up to \(megabytes(bytes(size)))"
    }

    private static func columns(_ size: ModelSize) -> String {
        "\(Show.count(size.contacts + size.deployments)) columns of the programme"
    }

    private static func megabytes(_ bytes: Int) -> String { "\(Show.count(bytes / 1_000_000)) MB" }
}
