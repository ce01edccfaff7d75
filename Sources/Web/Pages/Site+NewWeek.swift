// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Markup
import Reading
import WebStore

extension Site {
    /// Seconds that reading what was sent may take.
    static let secondsToRead = 60.0

    /// The page to bring a week on.
    func newWeek(_ asked: Asked, problems: [StoreError.FieldProblem] = []) -> Answer {
        let frameworks = ((try? shelf.frameworks.names()) ?? []).compactMap(\.text)
        let page = SitePage("Add a week", asked.visit, problems: problems) {
            Tag.form(.action("/new-week"), .post, .withFiles) {
                SitePage.token(asked.visit)
                FormField(
                    name: "name", label: "Name of the week", hint: "For example: North place, 23 November",
                    value: asked.form["name"], problems: problems
                ).markup
                Tag.div(.class("field")) {
                    Tag.label(.of("files")) { "The week" }
                    Tag.p(.class("note"), .id("files-hint")) {
                        "A zip of the week's folder, one workbook (.xlsx), or week.yaml and all CSV tables of the folder at once; up to 20MB."
                    }
                    for problem in problems where problem.field == "files" {
                        Tag.p(.class("error")) { "Error: " + problem.message }
                    }
                    Tag.input(
                        .id("files"), .name("files"), .type("file"), .flag("multiple"),
                        .accept(".zip,.xlsx,.csv,.yaml,.yml"), .describedBy("files-hint"))
                }
                Tag.div(.class("field")) {
                    Tag.label(.of("framework")) { "Competency framework" }
                    Tag.select(.id("framework"), .name("framework")) {
                        for name in frameworks {
                            Self.option(name, name, isChosen: name == asked.form["framework"])
                        }
                        Self.option(
                            Self.zipped, "The one in the zip",
                            isChosen: asked.form["framework"] == Self.zipped)
                    }
                }
                Tag.button { "Add the week" }
            }
        }
        return .page(page, status: problems.isEmpty ? .ok : .badRequest)
    }

    /// Said in the place of a framework's name where a zip has its own: no file is called so.
    private static let zipped = "in/the/zip"

    /// Takes a week in.
    func newWeekSent(_ asked: Asked) async throws(StoreError) -> Answer {
        do {
            let week = try await takeIn(asked)
            return .see("/weeks/\(week.id)")
        } catch {
            switch error {
            case .fields(let problems): return newWeek(asked, problems: problems)
            case .missing, .conflict, .refused, .database: throw error
            }
        }
    }

    private func takeIn(_ asked: Asked) async throws(StoreError) -> KeptWeek {
        let files = asked.form.files
        guard let first = files.first else {
            throw .fields([.init("files", "Select a zip, a workbook, or the files of a week")])
        }
        let names = files.map { $0.name.lowercased() }
        let isBook = names.contains { $0.hasSuffix(".xlsx") }
        let isZip = names.contains { $0.hasSuffix(".zip") }
        guard !isBook && !isZip || files.count == 1 else {
            throw .fields([.init("files", "Select one zip, one workbook, or files of one folder, not both")])
        }
        for file in files {
            guard !file.bytes.isEmpty else { throw .fields([.init("files", "\(file.name) is empty")]) }
            guard
                [".zip", ".xlsx", ".csv", ".yaml", ".yml"].contains(where: file.name.lowercased().hasSuffix),
                !file.name.hasPrefix(".")
            else {
                throw .fields([
                    .init(
                        "files",
                        "The selected file must be a zip, a CSV, a week.yaml or a workbook; \(file.name) is none"
                    )
                ])
            }
        }
        let frameworks = ((try? shelf.frameworks.names()) ?? []).compactMap(\.text)
        let framework = frameworks.first { $0 == asked.form["framework"] }
        guard framework != nil || isZip && asked.form["framework"] == Self.zipped else {
            throw .fields([.init("framework", "Select a framework")])
        }
        let shelf = shelf
        // Read in a process that may be killed, from a folder that goes whatever becomes of it.
        let arrival = shelf.arrivals.appending(Token().text)
        defer { try? FileManager.default.removeItem(atPath: arrival.description) }
        let single = isBook ? "week.xlsx" : isZip ? "week.zip" : nil
        for file in files {
            try Shelf.write(
                file.bytes, to: arrival.appending("sent").appending(FilePath(single ?? file.name)))
        }
        let sent =
            single.map { arrival.appending("sent").appending(FilePath($0)) } ?? arrival.appending("sent")
        let laidOut = arrival.appending("week")
        let answer: (end: EngineEnd, text: String)
        do {
            answer = try await engine.answer(
                ["lay-out", sent.description, laidOut.description]
                    + (framework.map {
                        ["--framework", shelf.frameworks.appending(FilePath($0)).description]
                    } ?? []),
                scratch: arrival.appending("said.txt"), within: Self.secondsToRead)
        } catch {
            throw .refused("\(first.name) cannot be read just now: \(error.localizedDescription)")
        }
        switch answer.end {
        case .ended(0): break
        case .ended:
            throw .fields([
                .init(
                    "files",
                    "\(first.name) cannot be read as a week. "
                        + answer.text.replacingOccurrences(
                            of: sent.description, with: single == nil ? "what was sent" : first.name
                        )
                        .replacingOccurrences(of: arrival.description + "/", with: ""))
            ])
        case .killed:
            throw .fields([
                .init("files", "\(first.name) takes too long to read, or is damaged; nothing was kept")
            ])
        }
        return try store.addWeek(asked.form["name"], by: try asked.person()) { id in
            // Nobody owns a number that was never kept: what stands there is of a server that was killed.
            Shelf.remove(shelf.week(id))
            try Shelf.copy(laidOut, to: shelf.week(id))
        }
    }
}
