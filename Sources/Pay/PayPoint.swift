// SPDX-License-Identifier: GPL-3.0-or-later

/// A row of a pay table: what a full-time post costs a year, and which roles' posts are paid like that.
public struct PayPoint: Sendable, Equatable {
    /// The band, such as `5` or `8a`.
    public var band: String
    /// The point within the band, such as `entry` or `top`.
    public var point: String
    /// Pounds a year of full time, before on-costs.
    public var annual: Double
    /// What the employer pays into the pension, as a share of pay.
    public var pensionCharged: Double
    /// What is paid into the pension in all, whoever pays it, as a share of pay.
    public var pensionFull: Double
    /// The employer's National Insurance, as a share of pay above `nationalInsuranceAbove`.
    public var nationalInsurance: Double
    /// Pounds a year of pay on which the employer pays no National Insurance.
    public var nationalInsuranceAbove: Double
    /// The most pounds an hour that an agency may charge for the band; nil: no cap is given.
    public var agencyCap: Double?
    /// The roles whose posts are paid at this row.
    public var roles: [String]
    /// Of which year the figures are, as the table says.
    public var year: String
    /// Where they come from, as the table says.
    public var source: String

    /// A row.
    public init(
        band: String, point: String, annual: Double, pensionCharged: Double = 0, pensionFull: Double = 0,
        nationalInsurance: Double = 0, nationalInsuranceAbove: Double = 0, agencyCap: Double? = nil,
        roles: [String] = [], year: String = "", source: String = ""
    ) {
        self.band = band
        self.point = point
        self.annual = annual
        self.pensionCharged = pensionCharged
        self.pensionFull = pensionFull
        self.nationalInsurance = nationalInsurance
        self.nationalInsuranceAbove = nationalInsuranceAbove
        self.agencyCap = agencyCap
        self.roles = roles
        self.year = year
        self.source = source
    }

    /// Which on-costs count.
    public enum OnCosts: String, Sendable, CaseIterable, Codable {
        /// Those that the employer is charged.
        case charged
        /// All of them, whoever pays.
        case full
    }

    /// Pounds a year of a full-time post that one person holds, on-costs included. A part of the post costs that part of them
    /// where no persons are known; of somebody's part-time contract National Insurance has a threshold of its own.
    public func yearly(_ onCosts: OnCosts) -> Double {
        annual * (1 + pension(onCosts)) + nationalInsurance * max(0, annual - nationalInsuranceAbove)
    }

    /// Pounds that a pound more of pay costs, such as an enhancement: what is free of National Insurance is used up.
    public func more(_ onCosts: OnCosts) -> Double { 1 + pension(onCosts) + nationalInsurance }

    /// On-costs of a full-time post for a pound of its pay.
    public func share(_ onCosts: OnCosts) -> Double {
        annual > 0 ? yearly(onCosts) / annual - 1 : pension(onCosts)
    }

    private func pension(_ onCosts: OnCosts) -> Double {
        switch onCosts {
        case .charged: pensionCharged
        case .full: pensionFull
        }
    }
}
