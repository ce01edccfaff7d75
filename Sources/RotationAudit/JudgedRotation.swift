// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// What an audit of the files of a rotation plan found.
public struct JudgedRotation: Sendable, Equatable {
    /// Rules broken, and the price of the rows of `sequences.csv`.
    public let findings: RotationFindings
    /// Where the files state something else than these rows say, in the order of the files.
    public let discrepancies: [RotationDiscrepancy]

    /// Whether the plan keeps every rule and states nothing wrong.
    public var isClean: Bool { findings.isClean && discrepancies.isEmpty }
}

/// Something that the files of a rotation plan state otherwise than its sequences say.
public struct RotationDiscrepancy: Sendable, Equatable {
    /// What is stated.
    public enum Subject: String, Sendable, CaseIterable {
        /// The days of a period in `sequences.csv`.
        case sequences
        /// Blocks.
        case placements
        /// What posts have.
        case filled
        /// What posts lack, and why.
        case unfilled
        /// What people have learnt.
        case gained
        /// A term of the price.
        case terms
        /// The price in all.
        case objective
        /// What no plan can be below.
        case bound
        /// How far the price is above it.
        case gap
        /// What is said to be proved.
        case status
    }

    /// What is stated wrongly.
    public let subject: Subject
    /// What is stated and what was found, in plain English.
    public let sentence: String
}

extension RotationPlanAudit {
    /// Checks every rule and prices the plan anew, and holds all that its files state against its sequences.
    public func check(_ stated: StatedRotation) -> JudgedRotation {
        let sheet = Sheet(programme, stated.sequences.map(\.row))
        let findings = Self.check(sheet)
        return JudgedRotation(
            findings: findings,
            discrepancies: RotationDiscrepancy.Subject.allCases.flatMap { subject in
                subject.statement.faults(stated, sheet, findings.price)
                    .map { RotationDiscrepancy(subject: subject, sentence: $0) }
            })
    }
}

/// Something that the files state.
protocol Statement: SendableMetatype {
    /// A sentence for each thing stated wrongly, in a fixed order.
    static func faults(_ stated: StatedRotation, _ sheet: Sheet, _ price: RotationPrice) -> [String]
}

extension RotationDiscrepancy.Subject {
    fileprivate var statement: any Statement.Type {
        switch self {
        case .sequences: SequencesStatement.self
        case .placements: PlacementsStatement.self
        case .filled: FilledStatement.self
        case .unfilled: UnfilledStatement.self
        case .gained: GainedStatement.self
        case .terms: TermsStatement.self
        case .objective: ObjectiveStatement.self
        case .bound: BoundStatement.self
        case .gap: GapStatement.self
        case .status: StatusStatement.self
        }
    }
}
