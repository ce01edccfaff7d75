// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Workforce

/// Other names for people, so that a report can be shown to those who are not to know whose it is.
///
///     let pseudonyms = Pseudonyms(week: week, plan: plan)
///     ReportPage(week: pseudonyms.week, plan: pseudonyms.plan, figures: …)
///
/// Staff are called `Person 001` and so on, by name and by identifier, in an order that a seeded hash of the
/// identifiers gives; rows are put in that order, too, so that the place in the roster gives nobody away. Who signed
/// off or approved something is numbered as well. What people typed, such as reasons, is left out; titles in
/// which part of somebody's name stands are numbered.
///
/// What people do is not hidden: who knows the rota can still tell by the hours who is who.
public struct Pseudonyms: Sendable {
    /// What a report has to say of its names.
    public var notice: String {
        "Staff have other names here than on the roster, and so have those who signed off or approved. Text that people "
            + "typed, such as reasons, is left out."
            + (names.numbersTitles ? " Titles in which part of somebody's name stands are numbered." : "")
    }

    /// The week with other names.
    public let week: Week
    /// The plan with other names.
    public let plan: Plan
    private let names: PseudonymNames

    /// Other names for everybody in a week and its plan.
    ///
    /// - Parameters:
    ///   - week: The week.
    ///   - plan: Its plan; people who are only in it have other names, too.
    ///   - files: Paths of files that the report names, besides those the plan was made from.
    ///   - seed: Any number; the same gives everybody the same name again.
    public init(week: Week, plan: Plan, files: [String] = [], seed: UInt64 = 1) {
        names = PseudonymNames(week: week, plan: plan, files: files, seed: seed)
        self.week = names.applied(to: week)
        self.plan = names.applied(to: plan)
    }

    /// The same plan as it stands now, with the same other names.
    public func applied(to plan: Plan) -> Plan { names.applied(to: plan) }

    /// A plan's standing with other names.
    ///
    /// - Parameter breaches: What breaks rules, as it is said of `week` and `plan` with their other names.
    public func applied(to standing: PlanStanding, breaches: [String]) -> PlanStanding {
        var standing = standing
        standing.breaches = breaches.map { sentence in
            names.isGivenAway(in: sentence)
                ? "A rule is broken; what is said of it would name somebody and is left out." : sentence
        }
        for row in standing.inputs.indices {
            standing.inputs[row].path = names.title(standing.inputs[row].path, .file)
        }
        return standing
    }

    /// Findings with other names.
    public func applied(to findings: Findings) -> Findings {
        var findings = findings
        for dive in findings.deepDives.indices {
            findings.deepDives[dive].staff = names.staff(findings.deepDives[dive].staff)
            if case .changes(let changes) = findings.deepDives[dive].remedy {
                findings.deepDives[dive].remedy = .changes(changes.map { $0.renamed(by: names) })
            }
        }
        for booking in findings.bookings.indices {
            findings.bookings[booking].staff = names.staff(findings.bookings[booking].staff)
            findings.bookings[booking].lines = findings.bookings[booking].lines.map {
                names.title($0, .line)
            }
        }
        for conversion in findings.conversions.indices {
            if case .worker(let staff, let competencies) = findings.conversions[conversion].change {
                findings.conversions[conversion].change = .worker(
                    staff: names.staff(staff), competencies: competencies)
            }
        }
        // In an order that does not give the roster's away.
        findings.deepDives.sort { names.place($0.staff) < names.place($1.staff) }
        findings.bookings.sort {
            (names.place($0.staff), $0.session) < (names.place($1.staff), $1.session)
        }
        return findings
    }
}
