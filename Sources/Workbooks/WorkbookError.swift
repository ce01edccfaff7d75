// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a workbook is not read, or could not be written: a sentence that says what to do.
public struct WorkbookError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The sentence.
    public let description: String

    init(_ description: String) { self.description = description }

    static func broken(_ what: String) -> WorkbookError {
        WorkbookError("the workbook is broken: \(what); open it in a spreadsheet and save it again as .xlsx")
    }

    static func tooLarge(_ what: String) -> WorkbookError {
        WorkbookError("the workbook is not read: \(what); leave out what is no table of the week")
    }
}

/// How much of a workbook is read at most. A week of 5,000 people takes a tenth of it.
struct WorkbookLimits: Sendable {
    /// Bytes of the file.
    var file = 64 << 20
    /// Parts in it.
    var parts = 2_000
    /// Bytes of a part, and of all that are read, once unpacked.
    var part = 256 << 20
    var unpacked = 384 << 20
    /// Sheets, and cells of all of them, merged ones counted for all that they cover.
    var sheets = 200
    var cells = 4_000_000
    /// Elements within each other.
    var depth = 64
    /// Rows and columns that a sheet can have.
    static let rows = 1_048_576
    static let columns = 16_384
}
