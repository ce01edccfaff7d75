// SPDX-License-Identifier: GPL-3.0-or-later

/// What an hour costs, in pence. England outside London, 2026/27.
enum Money {
    /// A pay band: its lowest and highest hourly pay (D: published 2025/26 rates + 3.3 %) and the most an
    /// agency may charge for it (D: top of band × 1.55 ÷ 1,956.7 hours; none for band 2, where band 3's is
    /// taken, A).
    struct Band {
        let lowest: Int
        let highest: Int
        let agencyCap: Int
    }

    static let band2 = Band(lowest: 1292, highest: 1292, agencyCap: 2177)
    static let band3 = Band(lowest: 1317, highest: 1405, agencyCap: 2177)
    static let band4 = Band(lowest: 1452, highest: 1593, agencyCap: 2468)
    static let band5 = Band(lowest: 1640, highest: 1997, agencyCap: 3093)
    static let band6 = Band(lowest: 2044, highest: 2461, agencyCap: 3812)
    static let band7 = Band(lowest: 2526, highest: 2890, agencyCap: 4477)

    /// On-costs of own staff as charged, in thousandths of pay (D: 27–28 % as charged).
    static let onCostPermille = 275
    /// Employer's national insurance (V) and holiday pay of bank workers (D), in ten-thousandths of pay. No
    /// pension: bank workers are taken to have opted out (A).
    static let nationalInsurance = 1500
    static let bankHolidayPay = 1207
    /// Agency spend a plan may book, in thousandths of what the contracted hours cost (V: 2–8 % of the pay
    /// bill over the years; 3 % A).
    static let agencyCapPermille = 30
    /// The cap in pounds where that is less than a few sessions (A).
    static let leastAgencyCap = 400

    /// An hour of own staff: pay at the bottom, in the middle or at the top of the band (steps 0, 1, 2), with
    /// on-costs.
    static func ownHour(_ band: Band, step: Int) -> Int {
        rounded(pay(band, step: step) * (1000 + onCostPermille), by: 1000)
    }

    /// An hour of a bank worker: pay, holiday pay on it and national insurance on both.
    static func bankHour(_ band: Band, step: Int) -> Int {
        rounded(
            pay(band, step: step) * (10_000 + bankHolidayPay) / 100 * (10_000 + nationalInsurance),
            by: 1_000_000)
    }

    /// Pounds of pence.
    static func pounds(_ pence: Int) -> Double { Double(pence) / 100 }

    private static func pay(_ band: Band, step: Int) -> Int {
        band.lowest + (band.highest - band.lowest) * step / 2
    }

    private static func rounded(_ amount: Int, by divisor: Int) -> Int { (amount + divisor / 2) / divisor }
}
