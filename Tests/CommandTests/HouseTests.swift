// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// The plan of the house in CONTRIBUTING.md says which room imports which, and on which floor it is: so it is.
@Suite struct HouseTests {
    /// A row of the plan's table.
    private struct Room {
        let floor: Int
        let name: String
        let folder: String
        let imports: Set<String>
    }

    private static func rooms() throws -> [Room] {
        let page = try String(contentsOf: Repository.root.appending(path: "CONTRIBUTING.md"), encoding: .utf8)
        return page.split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 4, let floor = Int(cells[0]) else { return nil }
            let names = quoted(cells[1])
            guard let name = names.first else { return nil }
            return Room(
                floor: floor, name: name, folder: names.count > 1 ? names[1] : "Sources/" + name,
                imports: Set(quoted(cells[3])))
        }
    }

    private static func quoted(_ text: String) -> [String] {
        text.components(separatedBy: "`").enumerated().filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
    }

    /// The modules that the sources of a folder import.
    private static func imports(of folder: String) throws -> Set<String> {
        let root = Repository.root.appending(path: folder)
        let files = try FileManager.default.subpathsOfDirectory(atPath: root.path)
        var found: Set<String> = []
        for file in files where file.hasSuffix(".swift") {
            let text = try String(contentsOf: root.appending(path: file), encoding: .utf8)
            for line in text.split(separator: "\n") where line.hasPrefix("import ") {
                found.insert(String(line.dropFirst("import ".count)))
            }
        }
        return found
    }

    @Test func everyRoomImportsWhatThePlanSaysAndFromBelow() throws {
        let rooms = try Self.rooms()
        let floors = Dictionary(rooms.map { ($0.name, $0.floor) }) { first, _ in first }
        for room in rooms where room.name != "CGLPK" {
            let imports = try Self.imports(of: room.folder).filter { floors[$0] != nil }
            #expect(imports == room.imports, "\(room.name)")
            let above = imports.filter { (floors[$0] ?? 0) >= room.floor }
            #expect(above.isEmpty, "\(room.name) is on floor \(room.floor)")
        }
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: Repository.root.appending(path: "Sources").path)
        let missing = folders.filter { !$0.hasPrefix(".") && floors[$0] == nil }
        #expect(missing.isEmpty, "rooms that the plan does not have")
    }
}
