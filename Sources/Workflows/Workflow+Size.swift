// SPDX-License-Identifier: GPL-3.0-or-later

import Allocation
import Formulation
import Reading
import Wording
import Workforce

/// What a week is too large for, or the memory too small, is not begun.
extension Workflow {
    /// The scope of a search of a week, if there is room for it; what is left out is told.
    func scope(_ week: Week, path: FilePath) throws(WorkflowError) -> SearchScope {
        let scope = SearchScope(week)
        guard scope.searched.contacts <= 2 * SearchScope.mostUnproved else {
            throw WorkflowError(
                .size,
                "\(path): too large to be searched: \(Self.size(scope.searched))"
                    + (scope.isWhole ? "" : ", even with one team for each person") + ". \(Self.remedies)")
        }
        try check(scope.searched, name: path.description)
        guard !scope.isPlain else { return scope }
        tell(.notice("\(path): too large to be searched whole: \(Self.size(scope.whole))."))
        if let lines = scope.linesSearched {
            tell(
                .notice(
                    "Lines that are alike are searched as one: \(Show.count(lines)) instead of "
                        + "\(Show.count(week.demand.count)). That changes no plan."))
        }
        if let teams = scope.teamsKept {
            tell(
                .notice(
                    "Each person is planned for \(teams == 1 ? "one team" : "\(teams) teams") of those they could "
                        + "go to, their own among them. Other plans may be cheaper, and no bound is proved. "
                        + Self.remedies))
        }
        return scope
    }

    /// Throws where a week's model does not fit into the memory there is.
    func checkSize(_ week: Week, path: FilePath) throws(WorkflowError) {
        try check(ModelSize(Instance(week)), name: path.description)
    }

    /// Whether closer looks at a plan of the week stay within the memory that a search takes.
    static func allowsLooks(_ size: ModelSize) -> Bool { size.contacts <= 600_000 }

    /// Throws where a model of that size does not fit into the memory there is.
    ///
    /// - Parameter name: What the week is called in the message.
    func check(_ size: ModelSize, name: String) throws(WorkflowError) {
        guard let memory else { return }
        let needed = Self.bytes(size) + memory.overhead
        guard needed > memory.bytes else { return }
        throw WorkflowError(
            .size,
            "\(name): too little memory: \(Self.columns(size)) take up to \(Self.megabytes(needed)), and "
                + "\(Self.megabytes(memory.bytes)) can be had \(memory.limit). Nothing was done. Allow more memory. "
                + Self.remedies)
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
