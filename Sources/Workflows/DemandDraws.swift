// SPDX-License-Identifier: GPL-3.0-or-later

import Reading
import Tables
import Wording

/// Draws of a caseload, as change files.
struct DemandDraws {
    /// The name of the table that lists them.
    static let index = "draws"
    var files: [(name: String, text: String)] = []
    /// Contacts of each.
    var contacts: [Int] = []
    /// Files of earlier draws that go, since they are not of this demand.
    var gone: [String] = []

    static func name(_ number: Int) -> String {
        let digits = String(number)
        return "draw-\(String(repeating: "0", count: max(0, 3 - digits.count)))\(digits).yaml"
    }

    /// Whether a file is a draw by its name.
    static func isName(_ name: String) -> Bool {
        guard name.hasPrefix("draw-"), name.hasSuffix(".yaml"),
            let number = Int(name.dropFirst(5).dropLast(5))
        else { return false }
        return Self.name(number) == name
    }

    var table: Table {
        Table(
            name: Self.index, caption: "Draws",
            columns: [.number("Draw", "draw"), .text("File", "file"), .number("Contacts", "contacts")],
            rows: files.indices.map { [.count($0 + 1), .text(files[$0].name), .count(contacts[$0])] })
    }

    func sentences(_ request: DemandRequest) -> [String] {
        let folder = request.week.appending(FilePath(DemandRequest.drawsFolder))
        guard let least = contacts.min(), let most = contacts.max() else {
            let number = gone.count(where: Self.isName)
            guard number > 0 else { return [] }
            return [
                "\(Show.counted(number, "draw")) of the demand that was \(request.isDry ? "would be" : number == 1 ? "is" : "are") "
                    + "removed from \(folder): --draws N makes new ones."
            ]
        }
        return [
            "\(Show.counted(files.count, "draw")) with \(Show.count(least)) to \(Show.count(most)) contacts"
                + (request.isDry ? "." : ": \(folder).")
        ]
    }
}
