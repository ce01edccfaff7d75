// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// A rule or a price term as the weekly model has it: all that the model knows of it is in one file.
protocol ModelPart: SendableMetatype {
    /// Adds the columns it needs at a place, each with finite bounds.
    static func addColumns(at place: ColumnPlace, to builder: inout ModelBuilder)
    /// Adds its rows and costs, once all columns are there.
    static func addRows(to builder: inout ModelBuilder)
    /// Sets its own columns, each at its cheapest, from deployments, contacts and supervision and the columns of
    /// parts before it.
    static func complete(_ values: inout [Double], of model: WeeklyModel)
}

extension ModelPart {
    static func addColumns(at place: ColumnPlace, to builder: inout ModelBuilder) {}
    static func complete(_ values: inout [Double], of model: WeeklyModel) {}
}

/// The places at which columns are added, in the order of the programme: columns of one place lie together.
enum ColumnPlace {
    /// A person in a session, after the columns of deployments and contacts.
    case cell(person: Int, session: Int)
    case personDay(person: Int, day: Int)
    case personWeek(person: Int, week: Int)
    /// A person over the whole horizon.
    case person(Int)
    case line(Int)
    /// A line once more: its pairs come after what is counted of the whole line.
    case pairs(line: Int)
    case team(Int, session: Int)
    /// The whole week.
    case whole
}

/// All parts, in the order of their rows: rules, price terms, rows that tighten the relaxation, the constant.
enum ModelParts {
    static let all: [any ModelPart.Type] =
        HardRule.allCases.compactMap(\.part) + PriceTerms.Term.allCases.map(\.part)
        + [Tightening.self, RoundedTime.self, Constant.self]

    /// Those that cost something.
    static let prices: [any ModelPart.Type] = PriceTerms.Term.allCases.map(\.part) + [Constant.self]
}

/// The row that holds the column fixed at 1, so that no format loses it for want of a row.
private enum Constant: ModelPart {
    static func addRows(to builder: inout ModelBuilder) {
        builder.equals(1, RowOrigin(.one), [(builder.layout.one, 1)])
    }

    static func complete(_ values: inout [Double], of model: WeeklyModel) { values[model.layout.one] = 1 }
}
