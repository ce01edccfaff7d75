// SPDX-License-Identifier: GPL-3.0-or-later

import Intake
import Reading
import Rotations
import Workforce

/// posts.csv: places to learn and work in.
struct PostsTable: RotationTable {
    /// The most posts.
    static let limit = 1000

    let basis: RotationBasis
    private(set) var values: [Post] = []
    private(set) var names: KnownNames?
    /// The groups that any post is of; nil where they cannot be read.
    private(set) var groups: KnownNames?
    private(set) var cells = TableCells()
    private(set) var table: CSVTable?
    /// The index in `values` of each identifier.
    private(set) var index: [String: Int] = [:]

    /// Reads the table.
    init(_ basis: RotationBasis) {
        self.basis = basis
        guard let table = basis.source.table(.posts) else { return }
        self.table = table
        var names = KnownNames(kind: "post", home: "in posts.csv")
        var groups = KnownNames(kind: "group", home: "in posts.csv")
        var hasAllGroups = true
        for row in table.rows {
            let idField = table.field("post", of: row)
            let id = idField.flatMap { readIdentifier($0) }
            if let id, let idField { names.define(id, at: idField, diagnostics) }
            let name = table.given("name", of: row).flatMap { $0.note(diagnostics) }
            if let id, let name { names.call(id, name) }
            let team = table.field("team", of: row)?.identifier(blanks: false, diagnostics)
            let setting = table.field("setting", of: row)?.identifier(diagnostics)
            let organisation = table.field("organisation", of: row)?.identifier(diagnostics)
            let locality = table.field("locality", of: row)?.identifier(diagnostics)
            let professions = readProfessions(table.field("professions", of: row))
            let groupField = table.given("groups", of: row)
            let own = groupField.map { $0.identifiers(diagnostics) } ?? []
            if let own, let groupField {
                for group in own where !groups.contains(group) {
                    groups.define(group, at: groupField, diagnostics)
                }
            }
            hasAllGroups = hasAllGroups && own != nil
            let bands = table.given("bands", of: row).map { $0.identifiers(diagnostics) } ?? []
            let cells = PostCells(table: table, row: row, diagnostics: diagnostics)
            let amounts = cells.amounts {
                PostAmounts(minimum: $0 ?? 0, target: $1, maximum: $2)
            }
            let block = cells.block()
            let needs = readNeeds(table.given("needs", of: row))
            let develops = readDevelops(table.given("develops", of: row))
            let newMaximum = cells.whole("new_max", in: 0...10_000, "blocks")
            let span = table.given("span", of: row)?.decimal(in: 0...1000, unit: "people", diagnostics)
            let seniors = cells.whole("permanent_seniors", in: 0...1000, "people") ?? 0
            let repeats = table.given("repeat", of: row)?.truth(diagnostics) ?? false
            guard let id, let team, let setting, let organisation, let locality, let professions, let own,
                let bands, let amounts, let block, let needs, let develops, index[id] == nil
            else { continue }
            index[id] = values.count
            self.cells.append(row, of: table)
            values.append(
                Post(
                    id: id, name: name, team: team, setting: setting, organisation: organisation,
                    locality: locality, professions: professions, groups: own, bands: bands,
                    amounts: amounts, newMaximum: newMaximum, span: span, permanentSeniors: seniors,
                    minimumBlock: block.least, maximumBlock: block.most, repeats: repeats, needs: needs,
                    develops: develops))
        }
        guard table.has("post") else { return }
        self.names = names
        if hasAllGroups { self.groups = groups }
        if table.rows.isEmpty { reportEmpty(table, "a post") }
    }

    private func readIdentifier(_ field: Field) -> String? {
        guard let id = field.identifier(diagnostics) else { return nil }
        guard !id.contains(">") else {
            field.error(
                "\(field.name) \(field.shown) contains '>', which separates posts in prefers of people.csv",
                expected: "an identifier without '>'", diagnostics)
            return nil
        }
        return id
    }

    /// Professions `a;b`, each one of some role's, nil inside: `*`, all; nil with an error reported.
    private func readProfessions(_ field: Field?) -> [String]?? {
        guard let field else { return nil }
        if field.text == "*" { return .some(nil) }
        guard let professions = field.identifiers(diagnostics) else { return nil }
        guard let reader = basis.framework, reader.rolesAreSound else { return .some(professions) }
        let known = reader.roles.compactMap(\.profession)
        let unknown = professions.filter { !known.contains($0) }
        for profession in unknown {
            let nearest = nearestName(to: profession, in: known)
            field.error(
                "no role of the framework has profession '\(Diagnostic.shortened(profession))'"
                    + didYouMean(nearest),
                expected: nearest ?? "a profession that a role of the framework has, or *", diagnostics)
        }
        return unknown.isEmpty ? .some(professions) : nil
    }

    private func readNeeds(_ field: Field?) -> [Need]? {
        guard let field else { return [] }
        let form = "competency:level, such as reablement-approach:2"
        let parts = parts(field, by: ";")
        let needs = parts.compactMap { readNeed($0, form) }
        return needs.count == parts.count ? needs : nil
    }

    private func readDevelops(_ field: Field?) -> [Development]? {
        guard let field else { return [] }
        let form = "competency:level@periods, such as reablement-approach:2@3"
        let parts = parts(field, by: ";")
        let found = parts.compactMap { part -> Development? in
            guard let at = part.text.lastIndex(of: "@") else {
                part.error(
                    "\(part.name) \(part.shown) does not say in how many periods", expected: form, diagnostics
                )
                return nil
            }
            let need = readNeed(part.part(part.text[..<at]), form)
            let periods = part.part(part.text[part.text.index(after: at)...], named: "periods")
                .wholeNumber(in: 1...RotationFile.periodLimit, unit: "periods", diagnostics)
            guard let need, let periods else { return nil }
            return Development(need.competency, need.level, periods: periods)
        }
        return found.count == parts.count ? found : nil
    }

    /// A post of the table; nil for no cell, and with an error for an unknown one.
    func readPost(_ field: Field?) -> String? {
        guard let field, let post = field.identifier(diagnostics) else { return nil }
        guard let names else { return post }
        return names.resolve(post, at: field, diagnostics)
    }
}
