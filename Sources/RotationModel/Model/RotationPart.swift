// SPDX-License-Identifier: GPL-3.0-or-later

import Rotations

/// A rule or a price term as the rotation programme has it: all that the programme knows of it is in one file.
protocol RotationPart: SendableMetatype {
    /// Adds its rows, its own columns, each with finite bounds, and its costs. Columns of where people are, of where
    /// blocks begin and of patterns are there already.
    static func add(to builder: inout RotationBuilder)
    /// Sets its own columns, each at its cheapest, from those of where people are and what parts before it set.
    static func complete(_ values: inout [Double], _ plan: RotationPlan, of program: RotationProgram)
}

extension RotationPart {
    static func complete(_ values: inout [Double], _ plan: RotationPlan, of program: RotationProgram) {}
}

/// All parts, in the order of their rows.
enum RotationProgramParts {
    static let all: [any RotationPart.Type] =
        [Beginnings.self] + RotationRule.allCases.compactMap(\.part)
        + RotationPrice.Term.allCases.map(\.part) + [Tightening.self]
}

extension RotationRule {
    /// The rule in the programme; nil where it has no column for what would break the rule.
    var part: (any RotationPart.Type)? {
        switch self {
        // There are columns of present people, and of posts they may hold, alone; frozen ones are fixed.
        case .files, .mayHold, .frozen: nil
        case .onePost: OnePostRule.self
        case .room: RoomRule.self
        case .supervision: SupervisionRule.self
        case .blockLength: BlockLengthRule.self
        case .once: OnceRule.self
        case .entry: EntryRule.self
        case .template: TemplateRule.self
        case .apart: ApartRule.self
        case .curriculum: CurriculumRule.self
        }
    }
}

extension RotationPrice.Term {
    /// The term in the programme.
    var part: any RotationPart.Type {
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
