// SPDX-License-Identifier: GPL-3.0-or-later

import LinearModel
import Workforce

/// The exact integer programme of a week, with what every column and row stands for.
///
/// Minimise the price subject to the ten rules. Columns of one person in one session lie together, so that a
/// neighbourhood is a handful of ranges. Columns that follow from others (days worked, team changes, short heads)
/// are continuous where an integer optimum makes them whole anyway.
public struct WeeklyModel: Sendable {
    /// The week in numbers.
    public let instance: Instance
    /// The programme; a minimisation, in pounds.
    public private(set) var program: LinearProgram
    /// What each column decides.
    public let columns: [ColumnOrigin]
    /// What each row stands for.
    public let rows: [RowOrigin]
    /// Where the columns are.
    public let layout: ModelLayout
    /// Whether the programme has the rows of the rules, so that something can be proved with it.
    public let hasRules: Bool
    let costs: TermCosts

    /// Formulates a week.
    public init(_ instance: Instance) {
        var builder = ModelBuilder(instance)
        builder.addColumns()
        for part in ModelParts.all { part.addRows(to: &builder) }
        self.init(builder)
    }

    /// Formulates a week for those who keep the rules by themselves.
    ///
    /// - Parameter most: Where there are more columns than that, prices alone have rows: with such a model plans are made
    ///   and priced, and nothing is proved.
    public init(_ instance: Instance, rulesUpTo most: Int) {
        var builder = ModelBuilder(instance)
        builder.addColumns()
        let hasRules = builder.columns.count <= most
        for part in hasRules ? ModelParts.all : ModelParts.prices { part.addRows(to: &builder) }
        self.init(builder, hasRules: hasRules)
    }

    /// Formulates a week, which takes seconds for a large one; nil where it is asked to stop meanwhile.
    ///
    /// - Parameter isStopped: Looked at now and then: whether to stop.
    public init?(_ instance: Instance, unless isStopped: @escaping () -> Bool) {
        var builder = ModelBuilder(instance)
        builder.isStopped = isStopped
        builder.addColumns()
        for part in ModelParts.all {
            // After a stop columns may be missing that the rules look for.
            if isStopped() { return nil }
            part.addRows(to: &builder)
        }
        self.init(builder)
    }

    private init(_ built: ModelBuilder, hasRules: Bool = true) {
        self.hasRules = hasRules
        instance = built.instance
        program = built.program
        columns = built.columns
        rows = built.rows
        layout = built.layout
        costs = built.costs
    }

    /// This model with a person deployed to a team in a session, whatever that costs; nil where they may not be.
    public func requiring(person: PersonIndex, session: SessionIndex, team: TeamIndex) -> WeeklyModel? {
        let cell = instance.cell(person.value, session.value)
        guard let place = instance.eligibleTeams[cell].firstIndex(of: team.value) else { return nil }
        var model = self
        model.program.setBounds(ofColumn: layout.firstDeployment[cell] + place, lower: 1, upper: 1)
        return model
    }

    /// This model with a line met in full, whatever that costs.
    public func requiring(line: Int) -> WeeklyModel {
        var model = self
        model.program.setBounds(ofColumn: layout.unmet[line], lower: 0, upper: 0)
        return model
    }

    /// The first column of a kind among columns that lie together.
    func column(_ kind: ColumnOrigin.Kind, in range: Range<Int>) -> Int? {
        range.first { columns[$0].kind == kind }
    }

    /// The team that values of the columns send a person to in a session, or where they were in one that is over; nil:
    /// none.
    public func team(ofPerson person: Int, session: Int, in values: [Double]) -> Int? {
        if instance.past.isOver(session) { return instance.past.team(person: person, session: session) }
        let cell = instance.cell(person, session)
        let first = layout.firstDeployment[cell]
        for (position, team) in instance.eligibleTeams[cell].enumerated() where values[first + position] > 0.5
        {
            return team
        }
        return nil
    }

    /// Short names for the writers: a kind's letters and the indices it has, such as `x_0_3_1`.
    public var names: ProgramNames {
        let (columns, rows) = (columns, rows)
        return ProgramNames(
            program: "skillmix", objective: "price",
            row: { rows[$0].rule.prefix + "_\($0)" + rows[$0].suffix },
            column: { columns[$0].kind.prefix + columns[$0].suffix })
    }
}

extension ColumnOrigin {
    fileprivate var suffix: String {
        kind == .one ? "" : [person, time, team, line].filter { $0 >= 0 }.map { "_\($0)" }.joined()
    }
}

extension RowOrigin {
    fileprivate var suffix: String {
        [person, time, team, line].filter { $0 >= 0 }.map { "_\($0)" }.joined()
    }
}

extension WeeklyModel {
    /// Whether a column is whole in every plan worth having: by its kind, or because contacts not met follow from those
    /// that are, and avoidable ones are at their cheapest.
    public func isWhole(_ column: Int) -> Bool {
        program.isInteger[column] || [.unmet, .avoidable].contains(columns[column].kind)
    }
}
