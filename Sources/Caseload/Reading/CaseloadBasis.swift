// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Workforce

/// What every table of a caseload is read against: the week and the profiles.
final class CaseloadBasis {
    let folder: InputFolder
    let week: Week
    let diagnostics: Diagnostics
    let pathways: PathwayTexts
    /// Nil where the file cannot be read: then no name is looked up in it.
    let profiles: ProfilesReader?
    private var teams = KnownNames(kind: "team", home: "in the week's teams.csv")

    init(_ folder: InputFolder, _ week: Week, _ diagnostics: Diagnostics) {
        (self.folder, self.week, self.diagnostics) = (folder, week, diagnostics)
        pathways = PathwayTexts(known: week.teams.map(\.pathway))
        for team in week.teams {
            let place = Place(file: TableSchema.teams.path)
            teams.define(team.id, at: Field(team.id, name: "team", place: place), diagnostics)
            if team.name != team.id { teams.call(team.id, team.name) }
        }
        profiles = ProfilesReader(folder, week, pathways, diagnostics)
    }

    /// The rows of a table; nil where there is no such file, or it cannot be read.
    func table(_ schema: TableSchema) -> (isThere: Bool, table: CSVTable?) {
        guard let input = folder.load(schema.path, optional: true, diagnostics) else {
            return (diagnostics.hasErrors(in: schema.path), nil)
        }
        return (true, CSVTable.read(input, schema, diagnostics))
    }

    /// A team of the week; nil with an error reported.
    func team(_ field: Field?) -> Team? {
        guard let field, let name = field.identifier(blanks: true, diagnostics),
            let known = teams.resolve(name, at: field, diagnostics)
        else { return nil }
        return week.teams.first { $0.id == known }
    }

    /// Which way people come; nil where it is blank, or with an error reported.
    func source(_ field: Field?) -> CareSource? { field.flatMap { $0.word(CareSource.self, diagnostics) } }

    /// The profile that a row names, or the pathway's; nil with an error reported.
    ///
    /// - Parameters:
    ///   - field: The cell, where it is not blank.
    ///   - row: Where the row stands, for what it does not say.
    func profile(_ field: Field?, of pathway: String, row: Place) -> String? {
        guard let profiles else { return nil }
        if let field {
            guard let name = field.identifier(diagnostics) else { return nil }
            return profiles.names.resolve(name, at: field, diagnostics)
        }
        let usual = profiles.all.filter { $0.pathways.contains(pathway) }
        if usual.count == 1 { return usual[0].id }
        let names = usual.map { "'\($0.id)'" }.joined(separator: " or ")
        diagnostics.add(
            .error, at: row, field: "profile",
            expected: usual.isEmpty
                ? "a profile in the row, or '\(pathway)' among the pathways of one in \(ProfilesReader.path)"
                : "\(names), in the column profile",
            message: usual.isEmpty
                ? "the row names no profile, and no profile is for pathway '\(pathway)'"
                : "the row names no profile, and \(usual.count) profiles are for pathway '\(pathway)'")
        return nil
    }

    /// Tells of contacts that a team of the caseload can never give in this week.
    func tellWindows(_ book: CaseloadBook) {
        var told = Set<String>()
        let pairs = book.cases.map { ($0.team, $0.profile) } + book.starts.map { ($0.team, $0.profile) }
        for (teamID, profileID) in pairs where told.insert(teamID + "\n" + profileID).inserted {
            guard let team = week.teams.first(where: { $0.id == teamID }),
                let profile = book.profiles.first(where: { $0.id == profileID })
            else { continue }
            for contacts in profile.contacts
            where DueWindows(contacts, team: team, week: week).windows.isEmpty {
                let parts = contacts.parts.map { "in '\($0.joined(separator: " "))'" } ?? "in this week"
                diagnostics.add(
                    .error, at: contacts.place, field: "parts", found: contacts.parts?.joined(separator: " "),
                    expected: "parts of the day in which the team is open: "
                        + team.parts.joined(separator: " "),
                    message: "team '\(teamID)' is never open \(parts), and profile '\(profileID)' asks for "
                        + "'\(contacts.activity)' then")
            }
        }
    }
}
