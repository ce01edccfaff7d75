// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Titles and identifiers of teams, lines, activities and the like, numbered where a name of somebody stands
/// in them.
struct PseudonymTitles: Sendable {
    /// What becomes of each title.
    private let known: [Kind: [String: String]]
    /// Whether some title is numbered.
    let isAnyNumbered: Bool

    /// What a title is of; the word stands before its number.
    enum Kind: String, CaseIterable, Sendable {
        case team = "Team"
        case group = "Group"
        case pathway = "Pathway"
        case organisation = "Organisation"
        case locality = "Locality"
        case line = "Line"
        case activity = "Activity"
        case competency = "Competency"
        case role = "Role"
        case profession = "Profession"
        case framework = "Framework"
        case file = "File"
    }

    /// - Parameters:
    ///   - files: Paths of input files.
    ///   - parts: What may stand in no title.
    ///   - signers: Other names of those who signed off or approved.
    init(_ week: Week, _ plan: Plan, files: [String], parts: NameParts, signers: TextReplacement) {
        let framework = week.framework
        let titles: [Kind: [String]] = [
            .team: week.teams.flatMap { [$0.id, $0.name] } + plan.deployments.map(\.team)
                + plan.contacts.map(\.team) + plan.bookings.map(\.team) + plan.unmet.map(\.team)
                + plan.summary.decisions.compactMap(\.team),
            .group: week.teams.map(\.supervisionGroup) + plan.supervision.map(\.group),
            .pathway: week.teams.map(\.pathway),
            .organisation: week.teams.map(\.organisation) + week.staff.map(\.employer)
                + week.agreements.flatMap { [$0.employer, $0.organisation] },
            .locality: week.teams.map(\.locality) + week.staff.map(\.baseLocality)
                + (week.travel ?? []).flatMap { [$0.from, $0.to] },
            .line: week.demand.map(\.id) + plan.contacts.map(\.line) + plan.unmet.map(\.line)
                + (week.currentContacts ?? []).map(\.line),
            .activity: framework.activities.flatMap { [$0.id, $0.name] } + plan.contacts.map(\.activity)
                + plan.supervision.map(\.activity) + plan.unmet.map(\.activity)
                + plan.summary.decisions.map(\.activity),
            .competency: framework.competencies.map(\.name),
            .role: framework.roles.map(\.name),
            .profession: framework.roles.compactMap(\.profession) + week.teams.flatMap(\.headProfessions)
                + week.minimums.flatMap { $0.kind.professions }
                + framework.activities.flatMap {
                    ($0.registered?.professions ?? []) + ($0.delegated?.supervisors ?? [])
                },
            .framework: [framework.name, framework.version],
            .file: files,
        ]
        var known: [Kind: [String: String]] = [:]
        var isAnyNumbered = false
        for kind in Kind.allCases {
            let taken = Set(titles[kind] ?? [])
            var renamed: [String: String] = [:]
            var number = 0
            for title in titles[kind] ?? [] where renamed[title] == nil {
                guard parts.stand(in: title) else {
                    renamed[title] = signers.applied(to: title)
                    continue
                }
                var name = ""
                repeat {
                    number += 1
                    name = "\(kind.rawValue) \(number)"
                } while taken.contains(name)
                renamed[title] = name
                isAnyNumbered = true
            }
            known[kind] = renamed
        }
        self.known = known
        self.isAnyNumbered = isAnyNumbered
    }

    /// The title, or its number where a name stands in it; one that is neither in the week nor in the plan
    /// has none.
    func title(_ text: String, _ kind: Kind) -> String { known[kind]?[text] ?? PseudonymNames.leftOut }
}
