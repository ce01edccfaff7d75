// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Intake
import Reading
import Workforce

/// A small valid week as files, to be changed a little and read.
///
/// Two days of two sessions, two teams, four people, three activities, one of them for two workers.
struct WeekFixture {
    /// The text of each file, by its path from the week's folder, in order.
    var files: [(path: String, text: String)]

    static let frameworkPath = "../../Competencies/framework.yaml"

    init() {
        files = [
            ("week.yaml", Self.week), (Self.frameworkPath, Self.framework), ("teams.csv", Self.teams),
            ("staff.csv", Self.staff), ("competencies.csv", Self.competencies), ("rota.csv", Self.rota),
            ("demand.csv", Self.demand), ("agreements.csv", Self.agreements), ("travel.csv", Self.travel),
            ("placements.csv", Self.placements), ("current/deployments.csv", Self.current),
        ]
    }

    /// The fixture with one text put for another in a file; every occurrence.
    func replacing(_ old: String, with new: String, in path: String) -> WeekFixture {
        changing(path) { $0.replacingOccurrences(of: old, with: new) }
    }

    /// The fixture with a line added to a file.
    func adding(_ line: String, to path: String) -> WeekFixture { changing(path) { $0 + line + "\n" } }

    /// The fixture with another text for a file.
    func setting(_ path: String, to text: String) -> WeekFixture { changing(path) { _ in text } }

    /// The fixture without a file.
    func without(_ path: String) -> WeekFixture {
        var copy = self
        copy.files.removeAll { $0.path == path }
        return copy
    }

    private func changing(_ path: String, _ change: (String) -> String) -> WeekFixture {
        var copy = self
        if let index = files.firstIndex(where: { $0.path == path }) {
            copy.files[index].text = change(files[index].text)
        } else {
            copy.files.append((path, change("")))
        }
        return copy
    }

    /// Writes the files into a folder that is gone afterwards.
    func withFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("week-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        let folder = root.appendingPathComponent("Rosters/small")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (path, text) in files {
            let url = folder.appendingPathComponent(path).standardizedFileURL
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
        return try body(folder)
    }

    /// Reads the week.
    func read() throws -> (week: Week?, diagnostics: [Diagnostic], inputs: [InputDigest]) {
        try withFolder { WeekReader.read(folder: $0) }
    }

    /// What reading says, each as its first line.
    func problems() throws -> [String] {
        try read().diagnostics.map { String($0.description.split(separator: "\n")[0]) }
    }
}

extension WeekFixture {
    static let week = """
        week_starting: 2026-11-23
        framework: ../../Competencies/framework.yaml
        days: 2
        sessions:
          am: {starts: 08:00, ends: "12:00"}
          pm: {starts: 13:00, ends: 17:00, uplift: 0.1}
        policy:
          unmet_minute: {critical: 8}
          agency_cap: 500

        """

    static let framework = """
        framework: Small
        version: 2026.1
        levels: 3
        roles:
          - {id: physio, name: Physiotherapist, kind: registered, profession: physiotherapy}
          - {id: support-worker, kind: support, grade: 2}
          - {id: student, kind: student, grade: 1, pace: 0.5}
        competencies:
          - {id: rehab, domain: Clinical, valid_months: 24}
          - {id: exercise}
          - {id: moving}
        activities:
          - id: session
            minutes: 40
            record_minutes: 5
            registered: {professions: [physiotherapy], needs: {rehab: 2}}
            delegated:
              lowest_grade: 2
              needs: {exercise: 1}
              supervisors: [physiotherapy]
              supervision_minutes: 5
              status: approved
              approved_by: Lead
              review_on: 2027-03-31
          - id: call
            minutes: 30
            support: {kinds: [student], needs: {exercise: 1}}
          - id: transfer
            minutes: 35
            hands: 2
            support: {needs: {moving: 2}, registered_may: true}
            second: {needs: {moving: 1}}
            single_handed: {needs: {moving: 3}, extra_minutes: 10}

        """

    static let teams = """
        team,pathway,organisation,locality,sessions,name,days,span,min_staff
        north,P1,trust,Northside,am pm,North team,Mon-Sun,6,1
        ward,P2,council,Southside,am,,,,

        """

    static let staff = """
        staff,role,employer,base_locality,employment,contract_hours,max_hours,hourly_cost,home_team,worked_days_before,last_session_before
        ann,physio,trust,Northside,substantive,37.5,48,22,north,2,2026-11-22 pm
        bo,support-worker,trust,Northside,substantive,20,,14,north,,
        cy,support-worker,council,Southside,bank,,,15.25,,,
        di,student,trust,Northside,student,,,,,,

        """

    static let competencies = """
        staff,competency,level,signed_off_on,expires_on,signed_off_by
        ann,rehab,3,2026-01-10,,Lead
        bo,exercise,2,2026-01-10,2027-01-09,
        bo,moving,3,2026-01-10,,
        cy,moving,2,2026-01-10,,
        di,exercise,1,2026-09-01,,

        """

    static let rota = """
        staff,2026-11-23 am,2026-11-23 pm,2026-11-24 am,2026-11-24 pm
        ann,R,R,A,L
        bo,R@north,,R,A
        cy,A@ward,A,S,T
        di,A,,,

        """

    static let demand = """
        line,team,activity,priority,contacts,earliest,latest,single_handed_contacts
        d1,north,session,urgent,6,2026-11-23 am,2026-11-24 pm,
        d2,north,call,routine,4,2026-11-23 am,2026-11-23 pm,
        d3,ward,transfer,critical,2,2026-11-23 am,2026-11-24 am,1

        """

    static let agreements = """
        employer,organisation,roles,from,until
        trust,council,*,2026-01-01,2026-12-31
        council,trust,support-worker;student,,

        """

    static let travel = """
        from_locality,to_locality,minutes
        Northside,Southside,20

        """

    static let placements = """
        staff,team,from,until
        di,north,2026-11-01,

        """

    static let current = """
        staff,session,team,booking,minutes,contact_minutes
        ann,2026-11-23 am,north,rostered,240,90

        """
}
