// SPDX-License-Identifier: GPL-3.0-or-later

/// Records of RFC 4180, read apart from skillmix's own reader.
enum CSVRecords {
    static func read(_ text: String) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var cell = ""
        var isQuoted = false
        var scalars = text.unicodeScalars.makeIterator()
        var next = scalars.next()
        while let scalar = next {
            next = scalars.next()
            switch scalar {
            case "\"" where isQuoted && next == "\"":
                cell += "\""
                next = scalars.next()
            case "\"":
                isQuoted.toggle()
            case "," where !isQuoted:
                record.append(cell)
                cell = ""
            case "\n" where !isQuoted:
                records.append(record + [cell])
                record = []
                cell = ""
            default:
                cell.unicodeScalars.append(scalar)
            }
        }
        return records
    }
}
