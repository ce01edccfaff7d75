// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading
import RotationIntake
import Rotations
import Workforce

/// A small valid rotation as files, to be changed a little and read: six months, three posts, four people.
struct RotationFixture {
    /// The text of each file, by its path from the rotation's folder, in order.
    var files: [(path: String, text: String)]

    init() {
        files = [
            ("rotation.yaml", Self.rotation), ("../../Competencies/framework.yaml", Self.framework),
            ("posts.csv", Self.posts), ("people.csv", Self.people), ("away.csv", Self.away),
            ("apart.csv", Self.apart), ("curriculum.csv", Self.curriculum), ("capacity.csv", Self.capacity),
            ("wanted.csv", Self.wanted), ("competencies.csv", Self.competencies),
            ("agreements.csv", Self.agreements), ("travel.csv", Self.travel),
            ("current/placements.csv", Self.current),
        ]
    }

    /// The fixture with one text put for another in a file; every occurrence.
    func replacing(_ old: String, with new: String, in path: String) -> RotationFixture {
        changing(path) { $0.replacingOccurrences(of: old, with: new) }
    }

    /// The fixture with another text for a file.
    func setting(_ path: String, to text: String) -> RotationFixture { changing(path) { _ in text } }

    /// The fixture with a line added to a file.
    func adding(_ line: String, to path: String) -> RotationFixture { changing(path) { $0 + line + "\n" } }

    /// The fixture without a file.
    func without(_ path: String) -> RotationFixture {
        var copy = self
        copy.files.removeAll { $0.path == path }
        return copy
    }

    private func changing(_ path: String, _ change: (String) -> String) -> RotationFixture {
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
        let root = FileManager.default.temporaryDirectory
            .appendingPathComponent("rotation-\(UUID().uuidString)")
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

    /// Reads the rotation.
    func read(
        isLookingAhead: Bool = true
    ) throws -> (rotation: Rotation?, diagnostics: [Diagnostic], inputs: [InputDigest]) {
        try withFolder { RotationReader.read(folder: $0, isLookingAhead: isLookingAhead) }
    }

    /// What reading says, each as its first line.
    func problems() throws -> [String] {
        try read().diagnostics.map { String($0.description.split(separator: "\n")[0]) }
    }
}

extension RotationFixture {
    static let rotation = """
        rotation: Small therapists
        starts: 2027-01-04
        periods: 6
        period: month
        framework: ../../Competencies/framework.yaml
        frozen_before: 2027-02-04
        templates:
          two-four: {stages: [{setting: acute, periods: 2}, {setting: community, periods: 4}], order: cyclic}
          plain: {stages: [{setting: acute, periods: 1}]}
        policy:
          below_minimum: 400
          travel_limit_minutes: 45

        """

    static let framework = """
        framework: Small
        version: 2026.1
        levels: 3
        roles:
          - {id: physio, name: Physiotherapist, kind: registered, profession: physiotherapy}
          - {id: ot, kind: registered, profession: therapy}
          - {id: assistant, kind: support, grade: 2}
        competencies:
          - {id: care, valid_months: 24}
          - {id: moving}
        activities:
          - {id: session, minutes: 40, registered: {professions: [physiotherapy]}}

        """

    static let posts = """
        post,team,setting,organisation,locality,professions,name,groups,bands,min_wte,target_wte,max_wte,new_max,span,permanent_seniors,min_block,max_block,repeat,needs,develops
        WARD,ward-a,acute,trust,Northside,*,The ward,medical,,1,1.5,2,2,3,1,2,4,,,care:2@2
        HOME,home-a,community,provider,Southside,physiotherapy;therapy,,home,5;6,0.5,1,,,,,1,,yes,care:1,moving:1@1;care:1@3
        HUB,hub-a,community,trust,Northside,physiotherapy,,home;hub,,,,,,,,,,,,

        """

    static let people = """
        staff,role,employer,base_locality,name,wte,band,joins,leaves,template,senior,start_post,start_periods,done,cannot,prefers
        ann,physio,trust,Northside,Ann,1,6,,,two-four,yes,WARD,0,,,HUB>HOME
        bo,ot,trust,Northside,,0.8,5,,,,,HOME,2,,,WARD
        cy,physio,provider,Southside,,0,5,2027-02-10,2027-05-20,,,,,HUB,WARD,HOME
        di,physio;ot,trust,Northside,,,5,,,,no,,,,,

        """

    static let away = """
        staff,from,until,reason
        di,2027-03-01,,maternity leave

        """

    static let apart = """
        staff,other
        ann,bo

        """

    static let curriculum = """
        staff,group,at_least,at_most,pounds
        *,home,1,,250
        ann,medical,0,2,

        """

    static let capacity = """
        post,from,until,min_wte,target_wte,max_wte
        WARD,2027-04-01,2027-05-31,2,,3
        HUB,,2027-01-31,,,0

        """

    static let wanted = """
        competency,level,period,people,pounds
        care,2,*,1,50
        moving,1,6,2,100

        """

    static let competencies = """
        staff,competency,level,signed_off_on,expires_on,signed_off_by
        bo,care,2,2026-01-10,,Lead
        di,care,1,2026-01-10,2027-06-30,Lead
        cy,care,1,2026-01-10,,Lead

        """

    static let agreements = """
        employer,organisation,roles,from,until
        trust,provider,*,2026-01-01,2027-12-31
        provider,trust,physio,,

        """

    static let travel = """
        from_locality,to_locality,minutes
        Northside,Southside,20

        """

    static let current = """
        staff,team,from,until,post
        ann,ward-a,2027-01-04,2027-03-03,WARD
        bo,home-a,2027-01-04,2027-02-03,HOME

        """
}
