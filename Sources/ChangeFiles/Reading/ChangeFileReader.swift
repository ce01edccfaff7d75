// SPDX-License-Identifier: GPL-3.0-or-later

import Changes
import Reading
import Workforce

/// Reads the parts of a change file. Faults of its form are told at their places, all at once.
final class ChangeFileReader {
    let diagnostics: Diagnostics
    private var entries: [ChangeFile.Entry] = []
    /// The parts that lack something, because its form is wrong; all of them where a key is not known, which may be any.
    private(set) var unsound: Set<ChangeFile.Part> = []

    init(_ diagnostics: Diagnostics) { self.diagnostics = diagnostics }

    /// The file; nil where it is no mapping at all.
    func read(_ input: InputFile) -> ChangeFile? {
        // Draws are for surges: a change of the week is not made of them.
        let keys = ["change"] + ChangeFile.parts + ["draws"]
        guard let root = YAMLDocument.read(input, diagnostics),
            let document = EntryReader(root, "the change file", known: keys, diagnostics)
        else { return nil }
        let title = document.note("change")
        let draws = document.node("draws").flatMap { $0.isNull ? nil : self.draws($0) }
        return read(
            document, path: input.path, title: title.flatMap { $0.isEmpty ? nil : $0 } ?? input.path, draws)
    }

    /// The parts of a mapping, as a file.
    func read(
        _ document: EntryReader, path: String, title: String, _ draws: ChangeFile.Draws? = nil
    ) -> ChangeFile {
        if !document.isSound { unsound = Set(ChangeFile.Part.allCases) }
        for part in ChangeFile.Part.allCases {
            guard let node = document.node(part.rawValue), !node.isNull else { continue }
            let before = diagnostics.errorCount
            read(part, node)
            if diagnostics.errorCount > before { unsound.insert(part) }
        }
        return ChangeFile(path: path, title: title, entries: entries, draws: draws)
    }

    private func read(_ part: ChangeFile.Part, _ node: YAMLNode) {
        switch part {
        case .absences: each(node, part, "an absence", Self.absenceKeys, absence)
        case .availability: each(node, part, "an availability", Self.availabilityKeys, availability)
        case .demand: each(node, part, "a change of demand", Self.demandKeys, demand)
        case .convert: each(node, part, "a conversion", ["from", "to", "share", "teams"], conversion)
        case .teams: each(node, part, "a change of a team", Self.teamKeys, team)
        case .people: each(node, part, "a change of people", Self.peopleKeys, people)
        case .rates: each(node, part, "a change of rates", Self.rateKeys, rate)
        case .signOffs: each(node, part, "a sign-off", Self.signOffKeys, signOff)
        case .delegation: each(node, part, "a delegation", Self.delegationKeys, delegation)
        case .singleHanded:
            guard let entry = EntryReader(node, part.rawValue, known: ["share"], diagnostics) else { return }
            take(entry, entry.share().map { .singleHanded(SingleHandedShare(share: $0)) })
        case .agreements: each(node, part, "an agreement", Self.agreementKeys, agreement)
        case .contingency: contingency(node)
        case .policy: policy(node)
        case .activities: each(node, part, "a change of an activity", Self.activityKeys, activity)
        case .placements: each(node, part, "a placement", Self.placementKeys, placement)
        case .moved: each(node, part, "a move", Self.moveKeys, move)
        }
    }

    /// Reads each entry of a list.
    private func each(
        _ node: YAMLNode, _ part: ChangeFile.Part, _ name: String, _ known: [String],
        _ change: (EntryReader) -> Change?
    ) {
        for item in node.items(part.rawValue, diagnostics) ?? [] {
            guard let entry = EntryReader(item, name, known: known, diagnostics) else { continue }
            take(entry, change(entry))
        }
    }

    /// Keeps a change, if all of it was right.
    ///
    /// - Parameter fields: What was read of it in a mapping of its own.
    func take(_ entry: EntryReader, _ change: Change?, besides fields: [Field] = []) {
        guard let change, entry.isSound else { return }
        entries.append(ChangeFile.Entry(change: change, place: entry.place, fields: entry.fields + fields))
    }

    /// The one of several keys that says what an entry is; nil, with an error reported, where it is not one of them.
    func kind(of entry: EntryReader, _ keys: [String]) -> String? {
        let found = keys.filter(entry.has)
        if found.count == 1 { return found[0] }
        let choice = keys.map { "'\($0)'" }.joined(separator: ", ")
        if found.isEmpty {
            entry.refuse(
                "\(entry.name) has none of \(choice)", expected: "one of \(keys.joined(separator: ", "))")
        } else {
            entry.refuse(Array(found.dropFirst()), beside: found[0])
        }
        return nil
    }

    // MARK: Parts that are no lists

    /// `{absence: {support-worker: 0.06}, dispersion: 1.5}`.
    private func draws(_ node: YAMLNode) -> ChangeFile.Draws? {
        guard let entry = EntryReader(node, "draws", known: ["absence", "dispersion"], diagnostics) else {
            return nil
        }
        var draws = ChangeFile.Draws()
        let range = Uncertainty.least...Uncertainty.most
        if let value = entry.decimal("dispersion", range, "variance for each contact expected") {
            draws.uncertainty.dispersion = value
        }
        for (key, value) in entry.node("absence")?.pairs("absence", diagnostics) ?? [] {
            guard let role = key.identifier(diagnostics), let field = value.scalar(key.text, diagnostics),
                let chance = field.decimal(
                    in: 0...1, unit: "the chance of each session on duty", diagnostics)
            else { continue }
            draws.uncertainty.absence[role] = chance
            draws.roles.append(key)
        }
        return draws
    }

    /// `{P1: 0.10}`.
    private func contingency(_ node: YAMLNode) {
        let part = ChangeFile.Part.contingency.rawValue
        guard let pairs = node.pairs(part, diagnostics) else { return }
        for (key, value) in pairs {
            guard let pathway = key.identifier(diagnostics), let field = value.scalar(key.text, diagnostics),
                let share = field.decimal(in: 0...1, unit: "contacts held per contact", diagnostics)
            else { continue }
            if share > Contingency.usualMost {
                field.warning(
                    "\(field.shown) of the contacts of \(pathway) held in reserve is much",
                    expected: "0.15 or less", diagnostics)
            }
            entries.append(
                ChangeFile.Entry(
                    change: .contingency(Contingency(pathway: pathway, share: share)), place: key.place,
                    fields: [Field(pathway, name: part, place: key.place), field]))
        }
    }

    /// Figures of the policy by their keys, as in week.yaml.
    private func policy(_ node: YAMLNode) {
        guard
            let entry = EntryReader(node, "policy", known: Policy.lines.map(\.key), diagnostics)
        else { return }
        for line in Policy.lines {
            guard let key = entry.keyField(line.key), let value = entry.node(line.key) else { continue }
            switch line.content {
            case .figure(let figure): take(value, key, figure, line.key)
            case .figures(let figures):
                guard let own = EntryReader(value, line.key, known: figures.map(\.key), diagnostics) else {
                    continue
                }
                for (name, figure) in figures {
                    guard let key = own.keyField(name), let value = own.node(name) else { continue }
                    take(value, key, figure, "\(line.key).\(name)")
                }
            case .accompanied:
                guard let kinds = accompanied(value, line.key) else { continue }
                take(.accompanied(kinds), key, key)
            case .ladder:
                guard let items = value.items(line.key, diagnostics) else { continue }
                let fields = items.compactMap { $0.scalar(line.key, diagnostics) }
                take(.ladder(Rung.read(fields, diagnostics)), key, key)
            case .lowUtilisation:
                for (name, value) in value.pairs(line.key, diagnostics) ?? [] {
                    guard let field = value.scalar(name.text, diagnostics),
                        let share = field.decimal(
                            in: 0...1, unit: "contact hours in an available hour", diagnostics)
                    else { continue }
                    take(PolicyChange(key: "\(line.key).\(name.text)", share), name, field)
                }
            }
        }
    }

    private func take(_ node: YAMLNode, _ key: Field, _ figure: PolicyFigure, _ path: String) {
        guard let field = node.scalar(key.text, diagnostics) else { return }
        let value: Double?
        switch figure {
        case .weight:
            value = field.decimal(
                in: PolicyFigure.pounds.weight, unit: PolicyFigure.Unit.pounds.rawValue, diagnostics)
        case .number(_, let range, let unit):
            value = field.decimal(in: range, unit: unit.rawValue, diagnostics)
        case .count(_, let range, let unit):
            value = field.wholeNumber(in: range, unit: unit.rawValue, diagnostics).map(Double.init)
        case .most(_, let range, let unit):
            if node.isNull { return take(PolicyChange(key: path, nil), key, field) }
            value = field.decimal(in: range, unit: unit.rawValue, diagnostics)
        case .cap:
            if node.isNull { return take(PolicyChange(key: path, nil), key, field) }
            value = field.decimal(
                in: PolicyFigure.pounds.cap, unit: PolicyFigure.Unit.pounds.rawValue, diagnostics)
        }
        guard let value else { return }
        take(PolicyChange(key: path, value), key, field)
    }

    private func take(_ change: PolicyChange, _ key: Field, _ field: Field) {
        let name = change.key.split(separator: ".").last.map(String.init) ?? change.key
        entries.append(
            ChangeFile.Entry(
                change: .policy(change), place: key.place,
                fields: [
                    field, Field(change.key, name: key.text, place: key.place),
                    Field(name, name: key.text, place: key.place),
                ]))
    }

    private func accompanied(_ node: YAMLNode, _ key: String) -> [Role.Kind]? {
        guard let items = node.items(key, diagnostics) else { return nil }
        var kinds: [Role.Kind] = []
        for item in items {
            guard let field = item.scalar(key, diagnostics),
                let kind = field.word(Role.Kind.self, diagnostics)
            else { return nil }
            guard kind != .registered else {
                field.error(
                    "accompanied names 'registered', who are those that accompany others",
                    expected: "kinds of role: support, student, volunteer", diagnostics)
                return nil
            }
            kinds.append(kind)
        }
        return kinds
    }
}
