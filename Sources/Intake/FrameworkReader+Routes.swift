// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

extension FrameworkReader {
    /// `registered: {professions, needs}`
    func readRegistered(_ entry: YAMLMapping) -> RegisteredRoute? {
        guard
            let route = entry.value("registered")?
                .mapping("registered", known: ["professions", "needs"], diagnostics)
        else { return nil }
        return RegisteredRoute(
            professions: readProfessions("professions", route, severity: .warning), needs: readNeeds(route))
    }

    /// `support: {lowest_grade, needs, kinds, registered_may}`, and `second` of the same form.
    func readSupport(_ key: String, _ entry: YAMLMapping) -> SupportRoute? {
        let known = ["lowest_grade", "needs", "kinds", "registered_may"]
        guard let route = entry.value(key)?.mapping(key, known: known, diagnostics) else { return nil }
        return SupportRoute(
            lowestGrade: readGrade(route), needs: readNeeds(route), kinds: readKinds(route),
            registeredMay: route.field("registered_may").flatMap { $0.truth(diagnostics) } ?? false)
    }

    /// `delegated: {lowest_grade, needs, kinds, supervisors, supervisor_needs, supervision_minutes, remote_supervision,
    /// status, approved_by, review_on}`
    func readDelegated(_ entry: YAMLMapping) -> DelegatedRoute? {
        let known = [
            "lowest_grade", "needs", "kinds", "supervisors", "supervisor_needs", "supervision_minutes",
            "remote_supervision", "status", "approved_by", "review_on",
        ]
        guard let route = entry.value("delegated")?.mapping("delegated", known: known, diagnostics) else {
            return nil
        }
        let statuses = DelegatedRoute.Status.allCases.map(\.rawValue).joined(separator: ", ")
        let status = route.requiredField("status", "one of " + statuses)?
            .word(DelegatedRoute.Status.self, diagnostics)
        let supervisors = readProfessions("supervisors", route, severity: .error)
        // Left out, it would be a silent 0: whoever approves a delegation says what supervision it takes.
        let minutes = route.requiredField(
            "supervision_minutes", "minutes of supervision for each contact; 0 if it takes none"
        )?.decimal(in: 0...1440, unit: "minutes", diagnostics)
        return DelegatedRoute(
            lowestGrade: readGrade(route), needs: readNeeds(route), kinds: readKinds(route),
            supervisors: supervisors, supervisorNeeds: readNeeds(route, "supervisor_needs"),
            supervisionMinutes: minutes ?? 0,
            remoteSupervision: route.field("remote_supervision").flatMap { $0.truth(diagnostics) } ?? false,
            status: status ?? .proposed,
            approvedBy: route.field("approved_by")?.note(diagnostics) ?? "",
            reviewOn: route.field("review_on")?.day(diagnostics))
    }

    /// `single_handed: {needs, extra_minutes}`
    func readSingleHanded(_ entry: YAMLMapping) -> SingleHanded? {
        let known = ["needs", "extra_minutes"]
        guard let block = entry.value("single_handed")?.mapping("single_handed", known: known, diagnostics)
        else { return nil }
        let extra = block.field("extra_minutes")
            .flatMap { $0.wholeNumber(in: 0...1440, unit: "minutes", diagnostics) }
        return SingleHanded(needs: readNeeds(block), extraMinutes: extra ?? 0)
    }

    private func readGrade(_ route: YAMLMapping) -> Int {
        route.field("lowest_grade").flatMap { $0.wholeNumber(in: 0...100, unit: "grade", diagnostics) } ?? 0
    }

    /// `needs: {competency: level}`, and `supervisor_needs` of the same form.
    private func readNeeds(_ route: YAMLMapping, _ key: String = "needs") -> [Need] {
        guard let pairs = route.value(key)?.pairs(key, diagnostics) else { return [] }
        var needs: [Need] = []
        for (key, value) in pairs {
            let isKnown = competencyNames?.check(key.text, at: key, diagnostics) ?? true
            let level = value.scalar(key.text, diagnostics)?
                .wholeNumber(in: 1...(levels ?? 100), unit: "level", diagnostics)
            if isKnown, let level { needs.append(Need(key.text, level)) }
        }
        return needs
    }

    /// `support` always, and what `kinds` adds to it.
    private func readKinds(_ route: YAMLMapping) -> [Role.Kind] {
        var kinds: Set<Role.Kind> = [.support]
        for item in route.value("kinds")?.items("kinds", diagnostics) ?? [] {
            guard let field = item.scalar("kinds", diagnostics),
                let kind = field.word(Role.Kind.self, diagnostics)
            else { continue }
            if kind == .registered {
                field.error(
                    "kinds names 'registered'",
                    expected: "support, student, volunteer; for registered people "
                        + "write registered_may: true", diagnostics)
            }
            kinds.insert(kind)
        }
        return Role.Kind.allCases.filter { kinds.contains($0) }
    }

    /// Professions, each of which some registered role should have.
    private func readProfessions(
        _ key: String, _ route: YAMLMapping, severity: Diagnostic.Severity
    ) -> [String] {
        guard let list = route.required(key, "a list of professions") else { return [] }
        let known = roles.filter { $0.kind == .registered }.compactMap(\.profession)
        var professions: [String] = []
        let items = list.items(key, diagnostics) ?? []
        for item in items {
            guard let field = item.scalar(key, diagnostics), let profession = field.identifier(diagnostics)
            else { continue }
            if rolesAreSound, !known.contains(profession) {
                let nearest = nearestName(to: profession, in: known)
                diagnostics.add(
                    severity, at: field.place, field: key, found: profession,
                    expected: nearest ?? "a profession that a registered role has",
                    message: "no registered role has profession \(field.shown)" + didYouMean(nearest))
            }
            if !professions.contains(profession) { professions.append(profession) }
        }
        if items.isEmpty {
            diagnostics.add(
                .error, at: list.place, field: key, expected: "a list of professions",
                message: "'\(key)' names no profession")
        }
        return professions
    }
}
