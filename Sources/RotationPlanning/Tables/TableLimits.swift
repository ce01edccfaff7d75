// SPDX-License-Identifier: GPL-3.0-or-later

/// How much of what somebody's rules speak of there is room for in a label. What is beyond is not counted: the search then
/// leaves plans out, but no bound is raised by it.
struct TableLimits: Sendable {
    /// Posts that are begun once, each with a bit.
    var posts = 64
    /// Needs that are learnt, each with a bit.
    var needs = 64
    /// Rows of the curriculum.
    var rows = 8
    /// Posts in which periods are counted over several blocks.
    var counts = 4
}
