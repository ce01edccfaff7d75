// SPDX-License-Identifier: GPL-3.0-or-later

/// People who can stand in for each other: a team's demand is measured by what each pool of it can give.
enum Pool: Int, CaseIterable, Sendable {
    case therapy, nursing, socialWork, speech, dietetics, rehabilitation, care, administration, volunteering

    /// Whether its people are registered professionals.
    var isRegistered: Bool {
        switch self {
        case .therapy, .nursing, .socialWork, .speech, .dietetics: true
        case .rehabilitation, .care, .administration, .volunteering: false
        }
    }

    /// Demand in thousandths of what the pool's rostered people can give (A). Registered pools are asked for
    /// less, since supervision takes some of their minutes; together the pools come to about the whole.
    var demandPermille: Int {
        switch self {
        case .therapy: 930
        case .nursing: 960
        case .socialWork, .speech, .dietetics: 980
        case .rehabilitation, .care: 1030
        case .administration, .volunteering: 900
        }
    }
}
