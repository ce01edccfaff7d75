// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Surges
import WebStore

/// What a run works in, and by which command.
extension RunQueue {
    /// Lays out what a run works in, and says what command it is. Its week is as it is kept now, with whatever was typed
    /// and decided since the plan that it begins with.
    func prepare(_ run: KeptRun) throws(StoreError) -> [String] {
        // Nobody owns what stands there: it is of a server that was killed, or of a copy that was made meanwhile.
        Shelf.remove(shelf.run(run))
        try Shelf.copy(shelf.week(run.wanted.week), to: shelf.source(of: run))
        var before: KeptRun?
        if let from = run.wanted.from { before = try store.run(from) }
        let source = shelf.source(of: run).description
        let ends = [
            "--out", shelf.plan(of: run).description, "--progress", shelf.progress(of: run).description,
            "--time-limit", String(run.wanted.seconds), "--quiet",
        ]
        switch run.wanted.kind {
        case .allocate:
            return ["allocate", source] + (before.map { ["--start", shelf.plan(of: $0).description] } ?? [])
                + ends
        case .scenarios:
            let file = shelf.scenarios(of: run)
            try Shelf.write(run.wanted.changes ?? "", to: file)
            return [
                "scenarios", file.description, "--out", shelf.results(of: run).description, "--no-ledger",
                "--quiet",
            ] + (shelf.takeOver(for: run) ? ["--resume"] : [])
        case .replan:
            let (plan, files, first) = try changing(run, before)
            return ["replan", source, plan] + files + first + ends
        case .calls:
            let (plan, files, first) = try changing(run, before)
            // What was answered on the list that is ranked anew is known to the new one.
            if let list = run.wanted.list { try keepAnswers(of: try store.run(list), for: run) }
            return ["surge", source, plan] + files + first
                + ["--out", shelf.calls(of: run).description]
                + ["--on", Moment.day(run.startedAt ?? run.askedAt).iso]
                + (run.wanted.mostCalls.map { ["--calls", String($0)] } ?? [])
                + Self.arguments(run.wanted.besides)
        }
    }

    /// The plan in force of a run that changes it, the files of its changes, and the first session that is not over.
    private func changing(
        _ run: KeptRun, _ before: KeptRun?
    ) throws(StoreError) -> (plan: String, files: [String], first: [String]) {
        guard let before else { throw .refused("It needs a plan in force.") }
        let history = try ChangeHistory(of: run, in: store)
        var files: [String] = []
        for (number, text) in (history.changes + history.own).enumerated() {
            let file = shelf.changes(of: run, number: number + 1)
            try Shelf.write(text, to: file)
            files.append(file.description)
        }
        return (
            shelf.plan(of: before).description, files, history.firstOpen.map { ["--from", $0] } ?? []
        )
    }

    /// What is asked of a call list besides whom to ring, as the command takes it.
    private static func arguments(_ besides: CallsBesides) -> [String] {
        (besides.breakGlass.map { ["--break-glass=\($0)"] } ?? [])
            + (besides.standby ? ["--standby"] : [])
            + (besides.draws.map { ["--draws", String($0)] } ?? [])
            + (besides.standby || besides.draws != nil
                ? besides.risk.map { ["--risk", String($0)] } ?? [] : [])
    }

    private func keepAnswers(of list: KeptRun, for run: KeptRun) throws(StoreError) {
        let name = FilePath(CallSheet.file)
        guard let bytes = try? shelf.calls(of: list).appending(name).read(atMost: InputFile.tableLimit) else {
            throw .refused("The answers of call list \(list.id) cannot be read.")
        }
        try Shelf.write(bytes, to: shelf.calls(of: run).appending(name))
    }
}
