// SPDX-License-Identifier: GPL-3.0-or-later

/// What somebody does with skillmix, and so what they may see and change.
public enum AccountRole: String, Sendable, CaseIterable {
    /// Makes weeks and plans, and publishes them.
    case planner
    /// Answers for what is delegated to support workers: an AHP lead.
    case lead
    /// Asks what changes do to care and to pounds.
    case finance
    /// Sees what is published.
    case viewer
    /// Works the sessions that are planned: sees their own, and who is in their teams then.
    case staff
    /// Says who may come in, and as what.
    case administrator

    /// The role as people call it.
    public var name: String {
        switch self {
        case .planner: "Workforce planner"
        case .lead: "AHP lead"
        case .finance: "Finance"
        case .viewer: "Viewer"
        case .staff: "Member of a team"
        case .administrator: "Administrator"
        }
    }
}
