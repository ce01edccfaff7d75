// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// What was found out about a plan by changing one thing of its week and planning near to it anew.
///
/// The report shows them; it does not make them. Every effect is the difference between two plans that both
/// keep the rules: one of the week as it is, one of the week with the change, both worked out near to the
/// plan at hand.
public struct Findings: Sendable, Equatable, Encodable {
    /// Why utilisation is low, a person each, in order of the roster.
    public var deepDives: [DeepDive] = []
    /// What each paid session of the plan is for, in order of its bookings.
    public var bookings: [BookingFinding] = []
    /// What more single-handed care would release.
    public var conversions: [ConversionFinding] = []
    /// What the week would cost if nobody left the home team; nil where it was not worked out.
    public var fixedTeams: FixedTeams?
    /// What there was no time for; nil where everything was looked into.
    public var leftOut: [Look]?

    /// What can be found out.
    public enum Look: String, Sendable, CaseIterable, Encodable {
        /// What each booking is for.
        case bookings
        /// What more single-handed care would release.
        case conversions
        /// What the week would cost if nobody left the home team.
        case fixedTeams = "fixed-teams"
        /// Why utilisation is low.
        case deepDives = "deep-dives"

        /// The look in words, as the end of a sentence about what was left out.
        public var words: String {
            switch self {
            case .bookings: "what would go unmet without each booking"
            case .conversions: "what more single-handed care would release"
            case .fixedTeams: "what fixed teams would cost"
            case .deepDives: "why people are little in direct contact"
            }
        }
    }

    /// Nothing found out.
    public init() {}

    /// Nothing found out, because nothing could be looked into.
    public static var allLeftOut: Findings {
        var findings = Findings()
        findings.leftOut = Look.allCases
        return findings
    }
}

/// Where the available hours of a person go who is little in direct contact.
public struct DeepDive: Sendable, Equatable, Encodable {
    /// Who.
    public var staff: String
    /// Minutes of the sessions worked.
    public var availableMinutes: Double
    /// Minutes in direct contact.
    public var contactMinutes: Double
    /// The share below which it is low.
    public var threshold: Double
    /// The available minutes that are not direct contact, by cause; their sum is what is missing.
    public var causes: [CauseMinutes]
    /// The smallest thing that helps most; nil where nothing was found that helps.
    public var remedy: Remedy?
    /// What that does; nil where it is not known.
    public var effect: Effect?

    /// A deep dive.
    public init(
        staff: String, availableMinutes: Double, contactMinutes: Double, threshold: Double,
        causes: [CauseMinutes], remedy: Remedy? = nil, effect: Effect? = nil
    ) {
        self.staff = staff
        self.availableMinutes = availableMinutes
        self.contactMinutes = contactMinutes
        self.threshold = threshold
        self.causes = causes
        self.remedy = remedy
        self.effect = effect
    }
}

/// Minutes that one cause keeps from direct contact.
public struct CauseMinutes: Sendable, Equatable, Encodable {
    /// Why somebody's time is not direct contact.
    public enum Cause: String, Sendable, CaseIterable, Encodable {
        /// Handover, breaks and administration: the policy's minutes a session, and a pace below 1.
        case nonContact = "non-contact"
        /// Notes and liaison after contacts.
        case records
        /// Ways between contacts.
        case travel
        /// Supervision given to others.
        case supervision
        /// Care is wanted that the person could give, but the plan does better otherwise.
        case choice = "spare-by-choice"
        /// A competency is missing.
        case competency
        /// Supervision or span stops delegated work.
        case supervisionMissing = "supervision-or-span"
        /// No second worker, or nobody to lead.
        case pairMissing = "handling-pair"
        /// The setting, an agreement, travel, a placement or a pin.
        case setting = "setting-agreement-travel"
        /// More than one of these at once.
        case several = "more-than-one"
        /// No care is wanted at those hours that anything of the above would let the person give.
        case noDemand = "no-demand"
    }

    /// The cause.
    public var cause: Cause
    /// Minutes.
    public var minutes: Double

    /// Minutes of a cause.
    public init(_ cause: Cause, _ minutes: Double) {
        self.cause = cause
        self.minutes = minutes
    }
}

/// What a paid session is for.
public struct BookingFinding: Sendable, Equatable, Encodable {
    /// Who is booked.
    public var staff: String
    /// When.
    public var session: Int
    /// Contacts that go unmet without it, and what their hours and the price come to: `pounds` is what the
    /// plan would be worse by.
    public var without: Effect
    /// Lines of which more goes unmet without it, most contacts first.
    public var lines: [String]
    /// Heads below a team's minimum without it.
    public var missingHeads: Int

    /// What a paid session is for.
    public init(staff: String, session: Int, without: Effect, lines: [String], missingHeads: Int) {
        self.staff = staff
        self.session = session
        self.without = without
        self.lines = lines
        self.missingHeads = missingHeads
    }
}

/// What more single-handed care would release.
public struct ConversionFinding: Sendable, Equatable, Encodable {
    /// What is changed.
    public enum Change: Sendable, Equatable, Encodable {
        /// This person is signed off in what single-handed care asks for.
        case worker(staff: String, competencies: [String])
        /// Every suitable contact is given single-handed by whoever may lead it.
        case all
    }

    /// The change.
    public var change: Change
    /// Contacts given single-handed that were double-handed.
    public var converted: Int
    /// Worker hours released.
    public var releasedHours: Double
    /// What becomes of the plan.
    public var effect: Effect

    /// What more single-handed care would release.
    public init(change: Change, converted: Int, releasedHours: Double, effect: Effect) {
        self.change = change
        self.converted = converted
        self.releasedHours = releasedHours
        self.effect = effect
    }
}
