// SPDX-License-Identifier: GPL-3.0-or-later

/// A rung of the ladder on which people are called when a plan is short: who is asked before whom.
///
/// The words are those of `ladder` in week.yaml; the cases stand in the order that holds where nothing else is said.
public enum Rung: String, Codable, Sendable, CaseIterable {
    /// Whoever is there already, in the team that the plan gave them.
    case spare
    /// Own people who may be asked, students and volunteers, within their contracted hours and in their own team.
    case contract
    /// Own people in other teams than their own: those on duty, and those called within their contracted hours.
    case callOn = "call-on"
    /// Own people beyond their contracted hours, at plain rate.
    case extra
    /// Bank of the team's own organisation.
    case ownBank = "own-bank"
    /// Bank of other employers, under an agreement.
    case collaborativeBank = "collaborative-bank"
    /// Own people above full time.
    case overtime
    /// Agency, within the policy's cap.
    case agency
    /// Agency beyond the policy's cap, which somebody has to ask for with a reason.
    case agencyOverCap = "agency-over-cap"
}

extension Policy {
    /// Days before a session from which people of a rung may be called for it; nil: at any time.
    public func releaseDays(_ rung: Rung) -> Int? {
        switch rung {
        case .spare, .contract, .callOn, .extra, .overtime: nil
        case .ownBank: releaseOwnBankDays
        case .collaborativeBank: releaseCollaborativeDays
        case .agency, .agencyOverCap: releaseAgencyDays
        }
    }
}
