// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// What shows a plan to people, made elsewhere: its folder keeps it beside the plan's own files, and makes none of it.
public struct ShownPlan: Sendable {
    /// The page, as HTML that names the tables beside it.
    public var page: String
    /// The same on two sheets of paper, as HTML whose links lead to the page; nil: there is none.
    public var summary: String?
    /// The tables of the page, in its order.
    public var tables: [Table]
    /// Every figure of the plan, and what was found out about it, for `report` of `plan.json`.
    public var figures: any Encodable & Sendable
    /// The plan as a workbook, for `plan.xlsx`; nil: there is to be none.
    public var workbook: [UInt8]?

    /// A page with its tables and figures.
    public init(
        page: String, summary: String? = nil, tables: [Table], figures: any Encodable & Sendable,
        workbook: [UInt8]? = nil
    ) {
        self.page = page
        self.summary = summary
        self.tables = tables
        self.figures = figures
        self.workbook = workbook
    }
}
