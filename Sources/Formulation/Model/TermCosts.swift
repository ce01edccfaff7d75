// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// The costs of a weekly model's columns by term of the price; together they are the costs of the programme.
struct TermCosts: Sendable {
    /// Pounds for one unit of a column.
    private struct Cost: Sendable {
        let column: Int32
        let pounds: Double
    }

    private var costs: [PriceTerms.Term: [Cost]] = [:]

    mutating func add(_ pounds: Double, to column: Int, for term: PriceTerms.Term) {
        costs[term, default: []].append(Cost(column: Int32(column), pounds: pounds))
    }

    func pounds(of term: PriceTerms.Term, at values: [Double]) -> Double {
        costs[term, default: []].reduce(0) { $0 + $1.pounds * values[Int($1.column)] }
    }
}

extension WeeklyModel {
    /// Pounds of a term at values of the columns.
    public func pounds(of term: PriceTerms.Term, at values: [Double]) -> Double {
        costs.pounds(of: term, at: values)
    }

    /// The price by term at values of the columns.
    public func terms(at values: [Double]) -> PriceTerms {
        var terms = PriceTerms()
        for term in instance.week.priceTerms { terms[term] = pounds(of: term, at: values) }
        return terms
    }
}
