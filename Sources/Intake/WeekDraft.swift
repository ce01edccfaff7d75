// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// What has been read of a week so far. Each table has a file of its own that extends this.
///
/// A value with a fault is left out here and reported; its identifier is still known, so that references to it
/// are not reported as well. Where a whole file cannot be read, its names are nil and nothing is checked
/// against them.
final class WeekDraft {
    let folder: FilePath
    let diagnostics = Diagnostics()
    private(set) var inputs: [InputDigest] = []

    private(set) var weekFile: WeekFile?
    private(set) var frameworkReader: FrameworkReader?
    var horizon: Horizon? { weekFile?.horizon }
    var framework: Framework? { frameworkReader?.framework }

    var teams: [Team] = []
    var teamNames: KnownNames?
    /// Every organisation of teams.csv, also of rows with a fault elsewhere; nil where one cannot be read.
    var organisations: [String]? = []
    var teamCells = TableCells()
    var staff: [StaffMember] = []
    var staffNames: KnownNames?
    /// Every employer of staff.csv, likewise.
    var employers: [String]? = []
    var staffCells = TableCells()
    /// The index in `staff` of each identifier.
    var staffIndex: [String: Int] = [:]
    /// The index in `teams` of each identifier.
    var teamIndex: [String: Int] = [:]
    var signOffs: [SignOff] = []
    var signOffCells = TableCells()
    /// A row for each of `staff`; nil where rota.csv has none.
    var rota: [[RotaMark]?] = []
    /// Every mark with a pin: of whom, in which session, and the cell.
    var pins: [(staff: Int, session: Int, teams: [String], field: Field)] = []
    /// The cell of a person and a session in rota.csv.
    var rotaField: (_ staff: Int, _ session: Int) -> Field? = { _, _ in nil }
    var demand: [DemandLine] = []
    var demandNames: KnownNames?
    var demandCells = TableCells()
    /// What each of `staff` may do, once the framework and the sign-offs have been read; nil without a framework.
    private(set) lazy var qualifications: [Qualifications]? = framework.map {
        Qualifications.of(staff, signOffs: signOffs, framework: $0)
    }
    var decisions: [DelegationDecision] = []
    /// The `decision` cell of each of `decisions`.
    var decisionFields: [Field] = []
    var agreements: [Agreement] = []
    var agreementCells = TableCells()
    var travel: [TravelTime]?
    var travelCells = TableCells()
    var placements: [Placement] = []
    var placementCells = TableCells()
    var current: [CurrentDeployment]?
    var overrides: [Override] = []
    /// The columns of each table that hold identifiers.
    var identifiers: [(table: CSVTable, columns: [String])] = []
    /// Tables of another week than the one planned.
    var otherWeeks: [OtherWeek] = []
    private var leftOut: Set<String> = []

    init(folder: FilePath) { self.folder = folder }

    /// Whether there is a folder at all; if not, that is one problem and not six.
    func isFolder() -> Bool {
        if folder.isFolder { return true }
        let name = folder.name.description
        let exists = folder.exists
        diagnostics.add(
            .error, at: Place(file: name), expected: "a folder with \(WeekFile.path) and the tables",
            message: exists ? "\(name) is a file, and a week is a folder" : "there is no folder \(name)")
        return false
    }

    /// week.yaml and the framework it names.
    func readWeekFile() {
        guard let input = load(WeekFile.path, limit: InputFile.documentLimit) else { return }
        var file = WeekFile(input, headings: rotaDays, diagnostics)
        let framework = file.framework.flatMap {
            load($0.text, limit: InputFile.documentLimit, mention: $0.place)
        }
        frameworkReader = framework.map { FrameworkReader($0, diagnostics) }
        file.readThresholds(roles: frameworkReader?.roleNames?.names, diagnostics)
        weekFile = file
    }

    /// Loads a table's file and notes its digest.
    ///
    /// - Parameter isOfPlan: Whether a plan is made from the file, and so states its digest.
    func load(_ table: TableSchema, isOfPlan: Bool = true) -> InputFile? {
        load(table.path, optional: table.isOptional, isOfPlan: isOfPlan)
    }

    /// Loads a file and notes its digest.
    ///
    /// - Parameter isOfPlan: Whether a plan is made from the file, and so states its digest.
    func load(
        _ path: String, limit: Int = InputFile.tableLimit, optional: Bool = false, mention: Place? = nil,
        isOfPlan: Bool = true
    ) -> InputFile? {
        let input = InputFile.load(
            path, in: folder, limit: limit, optional: optional, mention: mention, diagnostics)
        if let input, isOfPlan { inputs.append(input.digest) }
        return input
    }

    /// Whether a table was read without an error, so that what is not in it can be relied upon.
    func isSound(_ table: TableSchema) -> Bool { isSound(table.path) }

    /// Whether a file was read without an error, so that what is not in it can be relied upon.
    func isSound(_ file: String) -> Bool { !diagnostics.hasErrors(in: file) && !isLeftOut(file) }

    /// Notes that what a file holds was not taken over, though no error may have been told of it.
    func leaveOut(_ file: String) { leftOut.insert(file) }

    /// Whether what a file holds was not taken over.
    func isLeftOut(_ file: String) -> Bool { leftOut.contains(file) }

    /// The week, where no error stands.
    func week() -> Week? {
        guard !diagnostics.hasErrors else { return nil }
        guard let horizon, let framework, let weekFile else {
            diagnostics.add(
                .error, at: Place(file: WeekFile.path), message: "the week could not be put together")
            return nil
        }
        let blank = horizon.sessions.map { _ in RotaMark(.off) }
        return Week(
            start: horizon.start, days: horizon.days, parts: horizon.parts, policy: weekFile.policy,
            framework: framework, teams: teams, staff: staff, signOffs: signOffs,
            rota: rota.map { $0 ?? blank },
            demand: demand, decisions: decisions, agreements: agreements, travel: travel,
            placements: placements, current: current, overrides: overrides)
    }
}
