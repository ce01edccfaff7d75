// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// What an export is of.
public enum ImportKind: String, Sendable, CaseIterable {
    /// Duties of an e-rostering system.
    case duties = "healthroster-duties"
    /// Leave, sickness and other unavailability of an e-rostering system.
    case unavailability = "healthroster-unavailability"
    /// Contracts, competencies and opt-outs of the electronic staff record.
    case esr
    /// Workers and training of the adult social care workforce data set.
    case careWorkers = "asc-wds"
    /// Contacts of the community services data set.
    case contacts
    /// A rota that somebody keeps: a person a row, a day or session a column.
    case rota

    /// What it is called, for people.
    public var title: String {
        switch self {
        case .duties: "duties of HealthRoster"
        case .unavailability: "unavailability of HealthRoster"
        case .esr: "ESR"
        case .careWorkers: "ASC-WDS"
        case .contacts: "care contacts"
        case .rota: "a rota"
        }
    }

    /// The files that it may consist of.
    var schemas: [ExportSchema] {
        switch self {
        case .duties: [.duties]
        case .unavailability: [.unavailability]
        case .esr: ExportSchema.esr
        case .careWorkers: [.careTraining, .careWorkers]
        case .contacts: [.careContacts, .careActivities]
        case .rota: [.anyRota]
        }
    }

    /// What a mapping of it says.
    var sections: [ImportMap.Section] {
        switch self {
        case .duties: [.people, .teams, .roles, .bands, .heads, .employment, .employers, .settings]
        case .unavailability: [.people, .absences]
        case .esr: [.people, .roles, .competencies, .settings]
        case .careWorkers: [.people, .teams, .roles, .employment, .employers, .competencies, .settings]
        case .contacts: [.people, .activities]
        case .rota: [.people, .codes]
        }
    }
}
