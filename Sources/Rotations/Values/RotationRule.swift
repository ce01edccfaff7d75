// SPDX-License-Identifier: GPL-3.0-or-later

/// The rules that no rotation plan breaks, in the order of the rotation model.
public enum RotationRule: String, Sendable, CaseIterable {
    /// The plan names people, posts and periods of the rotation: each present person once a period, nobody else.
    case files
    /// People are placed only in posts they may hold.
    case mayHold = "may-hold"
    /// Nobody is in two posts.
    case onePost = "one-post"
    /// Posts have room, for people and for those who begin.
    case room
    /// Those who are not senior are supervised.
    case supervision
    /// Blocks are neither too short nor too long.
    case blockLength = "block-length"
    /// Nobody comes back to a post, unless it says so.
    case once
    /// Who begins in a post holds what it asks for.
    case entry
    /// The settings of somebody's posts follow a pattern of their template.
    case template
    /// People kept apart are.
    case apart
    /// What is frozen is as in the plan in force.
    case frozen
    /// Nobody has more blocks of a group than the curriculum allows.
    case curriculum
}
