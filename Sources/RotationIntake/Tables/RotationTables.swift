// SPDX-License-Identifier: GPL-3.0-or-later

import Intake
import Reading
import Rotations
import Workforce

/// Everything that was read of a rotation, table by table, each as a value.
struct RotationTables {
    let basis: RotationBasis
    let posts: PostsTable
    let people: PeopleTable
    let away: AwayTable
    let apart: ApartTable
    let curriculum: CurriculumTable
    let capacity: CapacityTable
    let wanted: WantedTable
    let current: CurrentPostsTable
    let signOffs: SignOffRows
    let agreements: AgreementRows
    /// Nil without the file.
    let travel: TravelRows?

    var diagnostics: Diagnostics { basis.diagnostics }

    /// Reads them all.
    init(_ basis: RotationBasis) {
        self.basis = basis
        let (source, diagnostics) = (basis.source, basis.diagnostics)
        let posts = PostsTable(basis)
        let people = PeopleTable(basis, posts: posts)
        self.posts = posts
        self.people = people
        away = AwayTable(basis, people: people)
        apart = ApartTable(basis, people: people)
        curriculum = CurriculumTable(basis, posts: posts, people: people)
        capacity = CapacityTable(basis, posts: posts)
        wanted = WantedTable(basis)
        signOffs =
            source.table(.signOffs)
            .map { SignOffRows($0, framework: basis.framework, diagnostics) { people.readPerson($0) } }
            ?? SignOffRows()
        agreements =
            source.table(.agreements).map { AgreementRows($0, framework: basis.framework, diagnostics) }
            ?? AgreementRows()
        travel = source.table(.travel).map { TravelRows($0, diagnostics) }
        current = CurrentPostsTable(basis, posts: posts, people: people)
    }

    /// The rotation, where no error stands.
    func rotation() -> Rotation? {
        guard !diagnostics.hasErrors, let file = basis.file, let name = file.name, let starts = file.starts,
            let periods = file.periods, let length = file.length, let framework = basis.framework?.framework
        else {
            if !diagnostics.hasErrors { tellFault("the rotation could not be put together") }
            return nil
        }
        var parts = RotationParts(
            name: name, starts: starts, periodCount: periods, length: length, framework: framework)
        parts.frozenBefore = file.frozenBefore
        parts.templates = file.templates
        parts.policy = file.policy
        parts.posts = posts.values
        parts.people = people.values
        parts.away = away.values
        parts.apart = apart.values
        parts.curriculum = curriculum.values
        parts.capacity = capacity.values
        parts.wanted = wanted.values
        parts.signOffs = signOffs.values
        parts.agreements = agreements.values
        parts.travel = travel?.values
        parts.current = current.values
        do throws(RotationFaults) {
            return try Rotation(parts)
        } catch {
            for sentence in error.sentences { tellFault(sentence) }
            return nil
        }
    }

    private func tellFault(_ sentence: String) {
        diagnostics.add(.error, at: Place(file: RotationFile.path), message: sentence)
    }
}
