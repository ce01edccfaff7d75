// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// The words people use for what the files say in identifiers.
public enum Words {
    /// Why demand is not met.
    public static func reason(_ reason: UnmetReason) -> String {
        switch reason {
        case .over: "The whole window is over"
        case .nobodyCompetent: "Nobody on the roster may do it in the window: a gap in competencies"
        case .nobodyAvailable: "Somebody may do it, but nobody who may can be sent to this team in the window"
        case .nobodySupervises:
            "It could only be delegated, and nobody who may supervise it can be sent to the team or its group in the "
                + "window"
        case .workingTime: "Those who could are kept from the session by working time or a booking's minimum"
        case .cap: "Only a booking over the bank or agency cap would help"
        case .noPair: "A first worker is free, but no second in the same session"
        case .noSupervision:
            "Somebody has the minutes, but supervision does not stretch to it, or nobody registered is there with them"
        case .capacity:
            "Everybody who could is full, is needed elsewhere, or would cost more than the care is weighted at"
        }
    }

    /// A term of the price.
    public static func term(_ term: PriceTerms.Term) -> String {
        switch term {
        case .unmet: "Care not met"
        case .bookings: "Bookings"
        case .registeredOnDelegable: "Registered time support could give"
        case .avoidableDoubleHanded: "Double-handed care reviewed as avoidable"
        case .away: "Sessions away from the home team"
        case .teamChange: "Changes of team within a day"
        case .unsafeStaffing: "Heads below a team's minimum"
        case .disruption: "Changes to the plan in force"
        case .continuity: "Contacts by others than the usual people"
        case .requests: "Requests not granted"
        }
    }

    /// What a term counts.
    public static func meaning(_ term: PriceTerms.Term) -> String {
        switch term {
        case .unmet: "weight of the priority × contact minutes not met"
        case .bookings: "pay for sessions beyond the rota: the one term that is money spent"
        case .registeredOnDelegable: "weight × contact minutes that a support worker could have given"
        case .avoidableDoubleHanded: "weight × contact minutes given by two though a review found one enough"
        case .away: "weight × sessions deployed to another team than the home team"
        case .teamChange: "weight × further teams on a day"
        case .unsafeStaffing:
            "weight × heads, registered heads and others who must be there, missing in open sessions"
        case .disruption:
            "weight × person-sessions that differ from the plan in force, and × contacts that their worker no "
                + "longer gives"
        case .continuity: "weight × contacts that others than the line's usual people give, each of a pair"
        case .requests: "what requests not granted weigh, and a share of the most that one person is refused"
        }
    }

    /// A booking tier.
    public static func tier(_ booking: Booking) -> String {
        switch booking {
        case .rostered: "Rostered"
        case .contract: "Within contract"
        case .extra: "Extra hours, plain rate"
        case .overtime: "Overtime"
        case .bank: "Bank"
        case .agency: "Agency"
        case .unpaid: "Students and volunteers"
        }
    }

    /// A kind of role.
    public static func kind(_ kind: Role.Kind) -> String {
        switch kind {
        case .registered: "Registered"
        case .support: "Support"
        case .student: "Students"
        case .volunteer: "Volunteers"
        }
    }

    /// The word with a capital.
    public static func capitalised(_ word: String) -> String {
        word.prefix(1).uppercased() + word.dropFirst()
    }
}
