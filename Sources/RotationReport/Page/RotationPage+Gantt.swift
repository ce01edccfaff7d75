// SPDX-License-Identifier: GPL-3.0-or-later

import Charts
import Markup
import RotationOutcome
import Rotations
import Wording

extension RotationPage {
    /// Who is where in each period, a row a person.
    var peopleSection: PageSection {
        let rows = facts.rotation.people.indices.map { p in
            GanttChart.Row(names.person(p), spans(of: p))
        }
        return PageSection(
            id: "people", title: "Where everybody is",
            blocks: [
                .note(
                    "A box is a block in one post. Grey: the person is away, or not here yet or any longer. Frozen periods are "
                        + "as in the plan in force."),
                GanttChart(
                    name: "people-over-time", caption: "Posts of each person", rowTitle: "Person",
                    spanTitle: "Post", periods: facts.periods.indices.map(names.short), rows: rows
                ).block,
            ])
    }

    /// Who is in each post in each period, a row a post.
    var postsSection: PageSection {
        let blocks = outcome.blocks
        let rows = facts.rotation.posts.indices.map { k in
            GanttChart.Row(
                names.post(k),
                blocks.filter { $0.post == k }.sorted { ($0.first, $0.person) < ($1.first, $1.person) }
                    .flatMap { block in
                        pieces(block).map { piece in
                            GanttChart.Span(
                                piece, facts.rotation.people[block.person].name,
                                hue: block.person % Self.hues,
                                state: facts.isFrozen(piece.lowerBound) ? .fixed : .planned)
                        }
                    })
        }
        return PageSection(
            id: "posts", title: "Who is in each post",
            blocks: [
                GanttChart(
                    name: "posts-over-time", caption: "People in each post", rowTitle: "Post",
                    spanTitle: "Person", periods: facts.periods.indices.map(names.short), rows: rows
                ).block
            ])
    }

    private static let hues = 12

    private func spans(of p: Int) -> [GanttChart.Span] {
        let there = Set(facts.presentPeriods[p])
        var spans: [GanttChart.Span] = []
        var open: (periods: Range<Int>, post: Int?, isThere: Bool, isFrozen: Bool)?
        func close() {
            guard let run = open else { return }
            spans.append(span(run.periods, run.post, isThere: run.isThere, isFrozen: run.isFrozen))
        }
        for t in facts.periods.indices {
            let isThere = there.contains(t)
            let isFrozen = isThere && facts.isFrozen(t)
            let post = isThere ? outcome.plan.posts[p][t] : nil
            if let run = open, run.post == post, run.isThere == isThere, run.isFrozen == isFrozen {
                open?.periods = run.periods.lowerBound..<t + 1
            } else {
                close()
                open = (t..<t + 1, post, isThere, isFrozen)
            }
        }
        close()
        return spans
    }

    private func span(
        _ periods: Range<Int>, _ post: Int?, isThere: Bool, isFrozen: Bool
    ) -> GanttChart.Span {
        guard isThere else { return GanttChart.Span(periods, "Away", hue: 0, state: .away) }
        guard let post else { return GanttChart.Span(periods, "No post", hue: 0, state: .missing) }
        return GanttChart.Span(
            periods, facts.rotation.posts[post].name, hue: post % Self.hues,
            state: isFrozen ? .fixed : .planned)
    }

    /// The runs of periods in which somebody is there for a block.
    private func pieces(_ block: PlannedBlock) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        for t in facts.presentPeriods[block.person] where (block.first...block.last).contains(t) {
            if let last = pieces.last, last.upperBound == t, facts.isFrozen(t) == facts.isFrozen(t - 1) {
                pieces[pieces.count - 1] = last.lowerBound..<t + 1
            } else {
                pieces.append(t..<t + 1)
            }
        }
        return pieces
    }
}
