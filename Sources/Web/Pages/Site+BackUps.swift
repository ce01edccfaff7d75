// SPDX-License-Identifier: GPL-3.0-or-later

import Hummingbird
import Markup
import WebStore

extension Site {
    /// The page on which administrators back up everything that the server keeps.
    func backUps(_ asked: Asked) async throws(StoreError) -> Answer {
        let kept = shelf.keptBackUps()
        let (isMaking, problem) = (await backUps.isMaking, await backUps.problem)
        return .page(
            SitePage("Back up", asked.visit) {
                Tag.p {
                    "A back-up is one zip of everything that this server keeps, as it is at one moment: people, weeks, plans, "
                        + "calendars and the audit trail. Whoever has it can read all of that: keep it where nobody else gets at "
                        + "it, and not on this machine alone."
                }
                if !isMaking, !problem.isEmpty {
                    Tag.div(.class("banner"), .role("alert")) {
                        Tag.p { "The back-up that was asked for last could not be made:" }
                        Tag.pre { shown(problem) }
                    }
                }
                if isMaking {
                    Tag.p(.class("told"), .role("status")) {
                        "A back-up is being made. "
                        Tag.a(.href("/back-ups")) { "Is it made now?" }
                    }
                } else {
                    Tag.p { Self.last(kept.first) }
                    Tag.form(.action("/back-ups"), .post) {
                        SitePage.token(asked.visit)
                        Tag.button { "Make a back-up now" }
                    }
                }
                Tag.p(.class("note")) {
                    "The latest \(BackUps.most) are kept: a further one deletes the oldest. All else goes on meanwhile."
                }
                if !kept.isEmpty { table(kept, asked.visit) }
                Tag.details {
                    Tag.summary { "How to go back to one" }
                    Tag.p { "Unzip it, and start a server with the folder that comes of it:" }
                    Tag.p { Tag.code { "skillmix serve --data FOLDER" } }
                }
            })
    }

    private static func last(_ one: KeptBackUp?) -> String {
        guard let one else { return "None was made on this page yet." }
        return
            "The last one was made \(Moment.words(one.at)). It is \(one.name) in the folder back-ups of the server's data, and "
            + "can be downloaded below."
    }

    private func table(_ kept: [KeptBackUp], _ visit: Visit?) -> Markup {
        Scroll.around("Back-ups that are kept") {
            Tag.table {
                Scroll.caption("Back-ups that are kept")
                Tag.thead {
                    Tag.tr {
                        Tag.th(.scope(.col)) { "Made" }
                        Tag.th(.scope(.col), .class("n")) { "Size" }
                        Tag.th(.scope(.col)) { "Download" }
                    }
                }
                Tag.tbody {
                    for one in kept {
                        Tag.tr {
                            Tag.th(.scope(.row)) { Moment.words(one.at) }
                            Tag.td(.class("n")) { DiskRoom.words(one.size) }
                            Tag.td {
                                Tag.form(.action("/back-ups/\(one.name)"), .post) {
                                    SitePage.token(visit)
                                    Tag.button(
                                        .class("plain"), .label("Download the one of \(Moment.words(one.at))")
                                    ) { "Download" }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Begins to make one.
    func backUpMade(_ asked: Asked) async throws(StoreError) -> Answer {
        await backUps.begin(for: try asked.person())
        return .see("/back-ups")
    }

    /// Sends one, as it is read from the disk.
    func backUpSent(_ asked: Asked) async throws(StoreError) -> Answer {
        guard let one = shelf.keptBackUps().first(where: { $0.name == asked.part("file") }),
            let path = shelf.file(of: one).text
        else { throw .missing("There is no back-up of that name: it may have been deleted for a later one.") }
        guard let body = try? await FileIO().loadFile(path: path, context: asked.context) else {
            throw .refused("The back-up cannot be read just now.")
        }
        try store.noteBackUp(.downloaded, one.name, by: try asked.person())
        return .sent(body, type: "application/zip", name: one.name)
    }
}
