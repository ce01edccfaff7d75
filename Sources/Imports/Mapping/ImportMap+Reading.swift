// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Wording
import Workforce

extension ImportMap {
    /// Reads a mapping for a week.
    ///
    /// - Returns: Nil, with errors reported, where it is not confirmed, or says something that the week does not have.
    static func read(
        _ input: InputFile, _ kind: ImportKind, _ week: Week, _ diagnostics: Diagnostics
    ) -> ImportMap? {
        let own = Diagnostics()
        defer { own.tell(diagnostics) }
        guard let root = YAMLDocument.read(input, own),
            let mapping = root.mapping(
                "the mapping", known: ["confirmed"] + kind.sections.map(\.rawValue), own)
        else { return nil }
        var map = ImportMap(path: input.path)
        for section in kind.sections {
            guard let node = mapping.value(section.rawValue) else { continue }
            for (key, value) in node.pairs(section.rawValue, own) ?? [] {
                guard let value = value.scalar(key.text, own) else { continue }
                guard map.isRight(value, key, section, week, own) else { continue }
                map.set(section, key, value, own)
            }
        }
        guard let confirmed = mapping.requiredField("confirmed", "confirmed: yes"),
            let isConfirmed = confirmed.truth(own)
        else { return nil }
        guard isConfirmed else {
            confirmed.error(
                "nobody has confirmed this mapping yet, and nothing of it is used",
                expected: "confirmed: yes, once somebody has looked through it", own)
            return nil
        }
        return own.hasErrors ? nil : map
    }

    /// Whether a value is one that its part may have; else an error was reported.
    private func isRight(
        _ value: Field, _ key: Field, _ section: Section, _ week: Week, _ diagnostics: Diagnostics
    ) -> Bool {
        guard !value.isBlank else {
            value.error(
                "\(key.shown) has no meaning yet",
                expected: section == .settings ? "yes or no" : "\(section.meaning)", diagnostics)
            return false
        }
        if value.text.lowercased() == Self.ignore, section.mayBeIgnored { return true }
        func known(_ names: [String], _ what: String) -> Bool {
            if names.contains(value.text) { return true }
            let nearest = nearestName(to: value.text, in: names)
            value.error(
                "there is no \(what) \(value.shown)" + didYouMean(nearest),
                expected: nearest ?? "one of \(names.prefix(12).joined(separator: ", "))", diagnostics)
            return false
        }
        let framework = week.framework
        switch section {
        case .people: return known(week.staff.map(\.id), "person")
        case .teams: return known(week.teams.map(\.id), "team")
        case .roles:
            guard let roles = value.identifiers(diagnostics) else { return false }
            let names = framework.roles.map(\.id)
            for role in roles where !names.contains(role) {
                let nearest = nearestName(to: role, in: names)
                value.error(
                    "there is no role '\(role)'" + didYouMean(nearest), expected: nearest, diagnostics)
                return false
            }
            return true
        case .bands: return value.decimal(in: 1...20, unit: "bands", diagnostics) != nil
        case .heads:
            if framework.roles.contains(where: { $0.profession == value.text }) { return true }
            return need(value, framework, diagnostics) != nil
        case .employment: return value.word(Employment.self, diagnostics) != nil
        case .employers: return value.identifier(diagnostics) != nil
        case .absences: return known(["L", "S", "T"], "mark")
        case .competencies: return need(value, framework, diagnostics) != nil
        case .codes: return RotaCode.read(value, week, diagnostics) != nil
        case .activities: return known(framework.activities.map(\.id), "activity")
        case .settings:
            guard Setting(rawValue: key.text) != nil else {
                let nearest = nearestName(to: key.text, in: Setting.allCases.map(\.rawValue))
                key.error("there is no setting \(key.shown)" + didYouMean(nearest), diagnostics)
                return false
            }
            return known(["yes", "no"], "choice")
        }
    }

    private func need(_ value: Field, _ framework: Framework, _ diagnostics: Diagnostics) -> Need? {
        guard let need = Need(written: value.text),
            framework.competencies.contains(where: { $0.id == need.competency }),
            (1...framework.levels).contains(need.level)
        else {
            let name = value.text.split(separator: ":").first.map(String.init) ?? value.text
            let nearest = nearestName(to: name, in: framework.competencies.map(\.id))
            value.error(
                "\(value.shown) is no competency and level of the framework" + didYouMean(nearest),
                expected: "competency:level, level 1 to \(framework.levels)", diagnostics)
            return nil
        }
        return need
    }

    /// Tells of words of an export that the mapping says nothing of; whether there are none.
    func explains(_ terms: ImportTerms, _ diagnostics: Diagnostics) -> Bool {
        var isComplete = true
        for term in terms.all where value(term.section, term.text) == nil && term.section.isNeeded {
            isComplete = false
            diagnostics.add(
                .error, at: Place(file: path), field: term.section.rawValue, found: term.text,
                expected:
                    "under \(term.section.rawValue) a line \"\(Diagnostic.shortened(term.text))\": "
                    + (term.suggestion ?? "…"),
                message:
                    "the mapping does not say what '\(Diagnostic.shortened(term.text))' means "
                    + "(\(term.section.rawValue), \(Show.counted(term.rows, "time")))")
        }
        return isComplete
    }
}

extension ImportMap.Section {
    /// Whether every word of it has to be explained; who employs whom only where somebody is new.
    fileprivate var isNeeded: Bool {
        switch self {
        case .people, .employers, .settings: false
        case .teams, .roles, .bands, .heads, .employment, .absences, .competencies, .codes, .activities: true
        }
    }

    /// Whether rows of such a word may be left out.
    fileprivate var mayBeIgnored: Bool {
        switch self {
        case .teams, .roles, .bands, .heads, .absences, .competencies, .codes, .activities, .employment: true
        case .people, .employers, .settings: false
        }
    }
}

extension Need {
    /// `moving-handling:2`.
    init?(written text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let level = Int(parts[1]) else { return nil }
        self.init(String(parts[0]), level)
    }
}
