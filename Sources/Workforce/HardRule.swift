// SPDX-License-Identifier: GPL-3.0-or-later

/// The rules that no plan breaks, in the order of the weekly model. Model, audit and oracle each say what they
/// make of every one of them.
public enum HardRule: String, Sendable, CaseIterable {
    /// The files refer to people, teams, lines and sessions of the week, with sensible numbers.
    case files
    /// People are sent only where they may be deployed.
    case eligibility
    /// Nobody is in two places; everyone on duty is told where to go.
    case onePlace = "one-place"
    /// Contacts and supervision fit into the session of somebody who is there.
    case time
    /// Contacts given and unmet add up to the contacts wanted.
    case demand
    /// Contacts are given within the window of their line.
    case windows
    /// Contacts are given by the best route the person has.
    case routes
    /// Double-handed contacts are given by a lead and a second at the team.
    case pairs
    /// Single-handed contacts are suitable for it, and given by people who are able to.
    case singleHanded = "single-handed"
    /// Delegated work is supervised.
    case supervision
    /// Delegated work is done where somebody is who may supervise it.
    case presence
    /// Those who supervise oversee no more delegated workers than their span.
    case span
    /// People to be accompanied work where somebody registered is, and not by themselves.
    case accompanied
    /// Hours, days and rest.
    case workingTime = "working-time"
    /// Bookings have their minimum of sessions and keep the caps.
    case bookings
    /// What is over stands as the plan in force has it.
    case frozen
}
