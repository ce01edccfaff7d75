// SPDX-License-Identifier: GPL-3.0-or-later

extension RotationPolicy {
    /// A figure of the policy, as rotation.yaml has it.
    public struct Line: Sendable {
        /// Its key.
        public let key: String
        /// Where it is.
        public let figure: WritableKeyPath<RotationPolicy, Double> & Sendable
        /// Whether it is pounds, and not minutes.
        public let isPounds: Bool
        /// What it is, for people who set it.
        public let meaning: String
    }

    /// The figures, in the order of the file.
    public static let lines = [
        Line(
            key: "below_minimum", figure: \.belowMinimum, isPounds: true,
            meaning: "a WTE missing from a post's minimum, a period"),
        Line(
            key: "below_target", figure: \.belowTarget, isPounds: true,
            meaning: "a WTE missing from its target, a period"),
        Line(
            key: "unplaced", figure: \.unplaced, isPounds: true,
            meaning: "a present person without a post, a period"),
        Line(
            key: "preference_step", figure: \.preferenceStep, isPounds: true,
            meaning: "a step down somebody's list, a period"),
        Line(
            key: "travel_minute", figure: \.travelMinute, isPounds: true,
            meaning: "a minute from base to post, a period"),
        Line(key: "change", figure: \.change, isPounds: true, meaning: "a block begun"),
        Line(
            key: "fairness", figure: \.fairness, isPounds: true,
            meaning: "the worst-off person's preference pounds per present period, times this"),
        Line(
            key: "disruption", figure: \.disruption, isPounds: true,
            meaning: "a person-period that differs from current/placements.csv"),
        Line(
            key: "travel_limit_minutes", figure: \.travelLimitMinutes, isPounds: false,
            meaning: "minutes from base to post, at most"),
    ]
}
