// SPDX-License-Identifier: GPL-3.0-or-later

import Workflows

extension Workflow {
    /// The use cases as a command runs them: what they tell goes to standard error, and signals stop them.
    ///
    /// - Parameters:
    ///   - quiet: Whether only what the result lacks is said.
    ///   - titles: What to call each search; nil: it needs no name.
    static func command(
        quiet: Bool = false,
        titles: @escaping @Sendable (WorkflowEvent.Search) -> String? = { _ in nil }
    ) -> Workflow {
        let isInteractive = Terminal.isInteractive
        let displays = [WorkflowEvent.Search.contacts, .plan].map { search in
            ProgressDisplay(isInteractive: isInteractive, title: titles(search))
        }
        let drawing = DrawDisplay(isInteractive: isInteractive)
        let scenarios = ScenarioDisplay(isInteractive: isInteractive)
        return Workflow(
            version: productVersion, memory: AvailableMemory.find(), stop: Interruption.shared.stop
        ) { event in
            switch event {
            case .progress(let search, let progress):
                // Before it is shown to anybody.
                Interruption.shared.announce()
                if !quiet { displays[search == .contacts ? 0 : 1].show(progress) }
            case .rotated(let progress):
                Interruption.shared.announce()
                if !quiet { displays[1].show(SearchStep(progress)) }
            case .drawn(let progress, let number):
                Interruption.shared.announce()
                if !quiet { drawing.show(progress, of: number) }
            case .scenario(let progress):
                Interruption.shared.announce()
                if !quiet { scenarios.show(progress) }
            case .searched(let search):
                displays[search == .contacts ? 0 : 1].end()
                drawing.end()
                scenarios.end()
            case .remark(let diagnostic): if !quiet { Terminal.error(diagnostic.description) }
            case .notice(let sentences): if !quiet { Terminal.error(sentences) }
            case .planRemark(let diagnostic): Terminal.error(diagnostic.description)
            case .warning(let sentences): Terminal.error(sentences)
            }
        }
    }
}
