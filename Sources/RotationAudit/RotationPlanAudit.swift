// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// An independent check of a rotation plan against its rotation.
///
///     let findings = RotationPlanAudit(rotation).check(rows)
///     findings.violations.forEach { print($0.sentence) }
///
/// Who is there when, who may be where and what it costs are all worked out anew from the rotation; of the plan only its
/// rows are believed. The audit shares no arithmetic with what plans are made by, and it does not search. Any rows can be
/// checked, however wrong.
public struct RotationPlanAudit: Sendable {
    /// The rotation that plans are checked against.
    public let rotation: Rotation
    /// What it says, worked out once for all plans.
    let programme: Programme

    /// An audit of plans for that rotation.
    public init(_ rotation: Rotation) {
        self.rotation = rotation
        programme = Programme(rotation)
    }

    /// What these rows of `sequences.csv` break, and not what they cost.
    public func violations(_ rows: [SequenceRow]) -> [RotationViolation] {
        Self.violations(Sheet(programme, rows))
    }

    /// Checks every rule and prices the plan that these rows of `sequences.csv` say.
    public func check(_ rows: [SequenceRow]) -> RotationFindings { Self.check(Sheet(programme, rows)) }

    static func check(_ sheet: Sheet) -> RotationFindings {
        var price = RotationPrice()
        for term in RotationPrice.Term.allCases { price[term] = term.audit.pounds(sheet) }
        return RotationFindings(violations: violations(sheet), price: price)
    }

    private static func violations(_ sheet: Sheet) -> [RotationViolation] {
        RotationRule.allCases.flatMap { $0.audit.violations(sheet) }
    }
}

/// A rule of the rotation model.
protocol Rule: SendableMetatype {
    /// Every breach of it, in a fixed order.
    static func violations(_ sheet: Sheet) -> [RotationViolation]
}

/// A term of the price.
protocol PricedTerm: SendableMetatype {
    /// Its pounds, from the rows of the plan.
    static func pounds(_ sheet: Sheet) -> Double
}

extension RotationRule {
    fileprivate var audit: any Rule.Type {
        switch self {
        case .files: FilesRule.self
        case .mayHold: MayHoldRule.self
        case .onePost: OnePostRule.self
        case .room: RoomRule.self
        case .supervision: SupervisionRule.self
        case .blockLength: BlockLengthRule.self
        case .once: OnceRule.self
        case .entry: EntryRule.self
        case .template: TemplateRule.self
        case .apart: ApartRule.self
        case .frozen: FrozenRule.self
        case .curriculum: CurriculumRule.self
        }
    }
}

extension RotationPrice.Term {
    fileprivate var audit: any PricedTerm.Type {
        switch self {
        case .belowMinimum: BelowMinimumTerm.self
        case .belowTarget: BelowTargetTerm.self
        case .unplaced: UnplacedTerm.self
        case .preference: PreferenceTerm.self
        case .travel: TravelTerm.self
        case .change: ChangeTerm.self
        case .fairness: FairnessTerm.self
        case .wanted: WantedTerm.self
        case .curriculum: CurriculumTerm.self
        case .disruption: DisruptionTerm.self
        }
    }
}

/// How far apart amounts may be that should be equal: sums of decimal fractions are not exact.
enum Tolerance {
    /// Whole-time equivalents, and people.
    static let amount = 1e-6
}
