// SPDX-License-Identifier: GPL-3.0-or-later

import Generation
import Reading
import Rotations
import Workforce

/// The files of a rotation's folder, as readers take them back.
public struct RotationFiles: Sendable {
    private let parts: RotationParts
    private let frameworkPath: String
    private let notes: [String]

    /// The files of a rotation.
    ///
    /// - Parameters:
    ///   - frameworkPath: The framework's path from the rotation's folder.
    ///   - notes: What the head of rotation.yaml says.
    public init(_ parts: RotationParts, frameworkPath: String, notes: [String]) {
        self.parts = parts
        self.frameworkPath = frameworkPath
        self.notes = notes
    }

    /// rotation.yaml, the tables that every rotation has, and the optional ones that say something.
    public var files: [GeneratedFile] {
        // A table without rows says as much as none, but for travel, without which every way is open, and the plan in force,
        // without which nothing can be frozen: these are written as soon as they are given.
        let tables: [(TableSchema, [[String]])] = [
            (.posts, parts.posts.map(cells)), (.people, parts.people.map(cells)),
            (.away, parts.away.map(cells)), (.apart, parts.apart.map { [$0.staff, $0.other] }),
            (.curriculum, parts.curriculum.map(cells)), (.capacity, parts.capacity.map(cells)),
            (.wanted, parts.wanted.map(cells)), (.signOffs, parts.signOffs.map(cells)),
            (.agreements, parts.agreements.map(cells)),
        ]
        let given: [(TableSchema, [[String]]?)] = [
            (.travel, parts.travel.map { $0.map(cells) }),
            (.currentPosts, parts.current.map { $0.map(cells) }),
        ]
        return [RotationYAML(parts: parts, frameworkPath: frameworkPath, notes: notes).file]
            + tables.filter { !$0.0.isOptional || !$0.1.isEmpty }.map { $0.0.file($0.1) }
            + given.compactMap { schema, rows in rows.map { schema.file($0) } }
    }

    private func cells(_ post: Post) -> [String] {
        let amounts = post.amounts
        return [
            post.id, post.team, post.setting, post.organisation, post.locality,
            post.professions?.joined(separator: ";") ?? "*", post.name == post.id ? "" : post.name,
            post.groups.joined(separator: ";"), post.bands.joined(separator: ";"),
            Text.number(amounts.minimum), Text.number(amounts.target),
            amounts.maximum.map(Text.number) ?? "", post.newMaximum.map(String.init) ?? "",
            post.span.map(Text.number) ?? "", post.permanentSeniors == 0 ? "" : String(post.permanentSeniors),
            String(post.minimumBlock), post.maximumBlock.map(String.init) ?? "", post.repeats ? "yes" : "",
            post.needs.map { "\($0.competency):\($0.level)" }.joined(separator: ";"),
            post.develops.map { "\($0.need.competency):\($0.need.level)@\($0.periods)" }
                .joined(separator: ";"),
        ]
    }

    private func cells(_ person: RotatingPerson) -> [String] {
        [
            person.id, person.roles.joined(separator: ";"), person.employer, person.baseLocality,
            person.name == person.id ? "" : person.name, person.wte == 1 ? "" : Text.number(person.wte),
            person.band ?? "", person.joins?.iso ?? "", person.leaves?.iso ?? "", person.template ?? "",
            person.isSenior ? "yes" : "", person.startPost ?? "",
            person.startPeriods == 0 ? "" : String(person.startPeriods),
            person.done.joined(separator: ";"), person.cannot.joined(separator: ";"),
            person.prefers.joined(separator: ">"),
        ]
    }

    private func cells(_ row: Absence) -> [String] {
        [row.staff, row.from?.iso ?? "", row.until?.iso ?? "", row.reason]
    }

    private func cells(_ row: CurriculumRow) -> [String] {
        [
            row.staff ?? "*", row.group, String(row.atLeast), row.atMost.map(String.init) ?? "",
            Text.number(row.pounds),
        ]
    }

    private func cells(_ row: CapacityRow) -> [String] {
        [row.post, row.from?.iso ?? "", row.until?.iso ?? ""]
            + [row.minimum, row.target, row.maximum].map { $0.map(Text.number) ?? "" }
    }

    private func cells(_ row: WantedRow) -> [String] {
        [
            row.need.competency, String(row.need.level), row.period.map(String.init) ?? "*",
            String(row.people), Text.number(row.pounds),
        ]
    }

    private func cells(_ row: SignOff) -> [String] {
        [
            row.staff, row.competency, String(row.level), row.signedOffOn.iso, row.expiresOn?.iso ?? "",
            row.signedOffBy,
        ]
    }

    private func cells(_ row: Agreement) -> [String] {
        [
            row.employer, row.organisation, row.roles?.joined(separator: ";") ?? "*", row.from?.iso ?? "",
            row.until?.iso ?? "",
        ]
    }

    private func cells(_ row: TravelTime) -> [String] { [row.from, row.to, String(row.minutes)] }

    private func cells(_ row: PlacementInForce) -> [String] {
        let placement = row.placement
        return [
            placement.staff, placement.team, placement.from?.iso ?? "", placement.until?.iso ?? "", row.post,
        ]
    }
}
