// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// One figure that services are asked to report, with what it is worked out from.
public struct Metric: Sendable, Equatable, Encodable {
    /// What is measured, the same word every week.
    public let metric: String
    /// The group it is of: a pathway, an activity, a locality, a source or `all`.
    public let group: String
    /// The value; nil where the denominator is nought.
    public let value: Double?
    /// The unit of the value.
    public let unit: String
    /// The number above the line, where the value is a ratio.
    public let numerator: Double?
    /// The number below the line, where the value is a ratio.
    public let denominator: Double?
    /// What it is, in a sentence.
    public let definition: String
}

/// The figures that services are asked to report, as one list: what `metrics.csv` holds.
///
///     let metrics = Metrics.of(figures, findings: findings)
public enum Metrics {
    /// The metrics of a plan, always in the same order. Those of fixed teams need findings that have them.
    public static func of(_ figures: ReportFigures, findings: Findings = Findings()) -> [Metric] {
        let workload = figures.workload
        return utilisation(figures.utilisation) + skillMix(figures.staffing)
            + money(figures.bookings) + costs(figures.workforceCost)
            + absence(figures.staffing) + demand(figures.demand) + access(figures.access) + capacity(workload)
            + intensity(workload.intensityByPathway + [workload.intensity], suffix: "")
            + maturity(figures.maturity) + fixedTeams(findings.fixedTeams)
            + requests(figures.requests) + continuity(figures.continuity)
            // The longest list last.
            + intensity(workload.intensityByActivity, suffix: "_by_activity")
    }

    private static func utilisation(_ figures: UtilisationFigures) -> [Metric] {
        let groups = figures.byPathway + [figures.total]
        return groups.map {
            ratio(
                "utilisation_of_available", $0.group, Double($0.contactMinutes) / 60,
                Double($0.availableMinutes) / 60,
                "Hours in direct contact of paid staff ÷ their available hours: sessions worked, after absence. "
                    + "In a pathway, the sessions deployed to it.")
        }
            + groups.map {
                ratio(
                    "utilisation_of_contracted", $0.group, Double($0.contractedContactMinutes) / 60,
                    $0.contractedMinutes / 60,
                    "Hours in direct contact of people with a contract ÷ their contracted hours. In a pathway, of "
                        + "the people whose home it is, wherever they give the contacts.")
            }
    }

    private static func skillMix(_ figures: StaffingFigures) -> [Metric] {
        (figures.skillMix + [figures.skillMixTotal]).map {
            ratio(
                "skill_mix_ratio", $0.group, $0.registeredHours, $0.supportHours,
                "Hours deployed of registered people ÷ hours deployed of support workers.",
                unit: "registered hours per support hour")
        }
    }

    private static func money(_ figures: BookingFigures) -> [Metric] {
        [
            amount(
                "bookings_payable", "all", figures.payable, "pounds",
                "Pounds of all bookings, rounded to whole pence: what the rows of bookings.csv add up to in its "
                    + "column payable.")
        ]
    }

    private static func absence(_ figures: StaffingFigures) -> [Metric] {
        let absent = figures.leaveHours + figures.sickHours + figures.trainingHours
        let all = absent + figures.ownRosteredHours
        return [
            ratio(
                "absence_rate", "all", absent, all,
                "Hours of leave, sickness and training of own staff (substantive employment) ÷ these and their "
                    + "rostered hours."),
            ratio(
                "sickness_rate", "all", figures.sickHours, all,
                "Hours of sickness of own staff ÷ their hours of leave, sickness, training and duty."),
        ]
    }

    private static func demand(_ figures: DemandFigures) -> [Metric] {
        let groups = figures.byPathway + [figures.total]
        return groups.map {
            amount(
                "demand_contact_hours", $0.group, $0.wanted.hours, "hours",
                "Contact hours asked for; a contact by two workers counts once.")
        }
            + groups.map {
                ratio(
                    "demand_met", $0.group, $0.met.hours, $0.wanted.hours,
                    "Contact hours given, of a line no more than it asks for, ÷ contact hours asked for.")
            }
            + [figures.reserve].compactMap(\.self).map {
                ratio(
                    "reserve_there_is_time_for", "all", $0.met.hours, $0.wanted.hours,
                    "Contact hours held in reserve that the plan has time for ÷ contact hours held in reserve."
                )
            }
    }

    private static func capacity(_ figures: WorkloadFigures) -> [Metric] {
        let groups = figures.capacityByPathway + [figures.capacity]
        return groups.filter { $0.group != WorkloadFigures.homeless }.map {
            amount(
                "demand_work_hours", $0.group, $0.workHours, "hours",
                "Workers' hours that the demand takes: contact, notes and travel, of both workers where two are "
                    + "asked for; without supervision.")
        }
            + groups.map {
                amount(
                    "capacity_rostered_hours", $0.group, $0.rosteredHours, "hours",
                    "Hours that rostered people of that home have for contacts and supervision, after absence and "
                        + "non-contact time.")
            }
            + groups.map {
                amount(
                    "capacity_could_be_asked_hours", $0.group, $0.availableHours, "hours",
                    "The same hours of sessions in which people could be asked, before working time, caps and "
                        + "price limit them.")
            }
    }

    static func ratio(
        _ metric: String, _ group: String, _ numerator: Double, _ denominator: Double, _ definition: String,
        unit: String = "share"
    ) -> Metric {
        Metric(
            metric: metric, group: group, value: denominator > 0 ? numerator / denominator : nil, unit: unit,
            numerator: numerator, denominator: denominator, definition: definition)
    }

    static func amount(
        _ metric: String, _ group: String, _ value: Double, _ unit: String, _ definition: String
    ) -> Metric {
        Metric(
            metric: metric, group: group, value: value, unit: unit, numerator: nil, denominator: nil,
            definition: definition)
    }
}

extension Metrics {
    private static func intensity(_ groups: [IntensityFigure], suffix: String) -> [Metric] {
        groups.map {
            amount(
                "contacts_per_day" + suffix, $0.group, $0.contactsPerDay, "contacts a day",
                "Contacts given ÷ days of the plan.")
        }
            + groups.map {
                amount(
                    "contact_hours_per_day" + suffix, $0.group, $0.hoursPerDay, "hours a day",
                    "Contact hours given ÷ days of the plan.")
            }
            + groups.map {
                ratio(
                    "minutes_per_contact" + suffix, $0.group, $0.hours * 60, Double($0.contacts),
                    "Contact minutes given ÷ contacts given.", unit: "minutes")
            }
            + groups.map {
                ratio(
                    "two_handed_share" + suffix, $0.group, Double($0.doubleHandedContacts),
                    Double($0.contacts), "Contacts given by two workers ÷ contacts given.")
            }
    }

    private static func maturity(_ figures: MaturityFigures) -> [Metric] {
        figures.evidence.map { evidence in
            ratio(
                "deployment_" + evidence.sign.rawValue.map { $0 == "-" ? "_" : String($0) }.joined(), "all",
                Double(evidence.count), Double(evidence.of), evidence.sign.definition)
        }
    }

    private static func fixedTeams(_ fixed: FixedTeams?) -> [Metric] {
        guard let fixed else { return [] }
        let week = "the same week planned with nobody leaving the home team"
        return [
            amount(
                "fixed_teams_price", "all", fixed.fixed.objective, "pounds", "Price of \(week)."),
            amount(
                "fixed_teams_bookings", "all", fixed.fixed.bookings, "pounds", "Pay for bookings of \(week)."),
            amount(
                "fixed_teams_unmet_contacts", "all", Double(fixed.fixed.unmetContacts), "contacts",
                "Contacts not met of \(week)."),
            amount(
                "fixed_teams_unmet_hours", "all", fixed.fixed.unmetHours, "hours",
                "Contact hours not met of \(week)."),
        ]
    }
}

extension Metrics {
    private static func requests(_ figures: RequestFigures?) -> [Metric] {
        guard let figures else { return [] }
        let groups = figures.byPerson + [figures.total]
        return groups.map {
            ratio(
                "requests_granted", $0.group, Double($0.granted), Double($0.requests),
                "Requests of the person that the plan grants ÷ requests; all: of everybody.")
        }
            + groups.map {
                ratio(
                    "requests_granted_by_weight", $0.group, $0.grantedWeight, $0.weight,
                    "What the granted requests of the person weigh ÷ what all of theirs weigh; all: of everybody."
                )
            }
    }

    private static func continuity(_ figures: ContinuityFigures?) -> [Metric] {
        guard let figures else { return [] }
        return (figures.byPathway + [figures.total]).map {
            ratio(
                "contacts_by_usual_people", $0.group, Double($0.byUsual), Double($0.contacts),
                "Of lines that name usual people: contacts by one of them ÷ contacts given, each worker of a pair "
                    + "counted.")
        }
    }
}

extension MaturityEvidence.Sign {
    /// What the share is of, in a sentence.
    var definition: String {
        switch self {
        case .acrossTeams:
            "Sessions worked for another team than the home team ÷ sessions worked by people who have one."
        case .acrossPathways:
            "People who work in another pathway than their home team's ÷ people deployed who have a home team."
        case .acrossOrganisations:
            "People who work for another organisation than their employer, under an agreement ÷ people deployed."
        case .frameworkInUse:
            "Contacts delegated ÷ contacts delegated and contacts of registered people whose delegation is "
                + "approved."
        case .sharedBank:
            "Bank sessions worked for another organisation than the bank worker's employer ÷ bank sessions."
        }
    }
}
