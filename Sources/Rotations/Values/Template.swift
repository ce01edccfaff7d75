// SPDX-License-Identifier: GPL-3.0-or-later

/// An order of settings that people go through, such as four months acute and eight community.
public struct Template: Sendable, Equatable {
    /// How the stages are gone through.
    public enum Order: String, Sendable, CaseIterable {
        /// In the order given, again and again.
        case fixed
        /// In any order, that order again and again.
        case any
        /// In the order given, again and again, entered at any place.
        case cyclic
    }

    /// So many periods in one setting.
    public struct Stage: Sendable, Hashable {
        /// The setting of the posts.
        public var setting: String
        /// How many periods, at least 1.
        public var periods: Int

        /// A stage.
        public init(_ setting: String, _ periods: Int) {
            self.setting = setting
            self.periods = periods
        }
    }

    /// The identifier.
    public var id: String
    /// The stages, at least one.
    public var stages: [Stage]
    /// How they are gone through.
    public var order: Order

    /// A template; fixed, where nothing else is said.
    public init(id: String, stages: [Stage], order: Order = .fixed) {
        self.id = id
        self.stages = stages
        self.order = order
    }
}
