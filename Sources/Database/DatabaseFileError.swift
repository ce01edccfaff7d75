// SPDX-License-Identifier: GPL-3.0-or-later

import GRDB
import Reading

/// Why a database file cannot be opened, read, written or copied. What was in it before is in it still.
public enum DatabaseFileError: Error, Sendable, Equatable {
    /// The path names no file that SQLite could open.
    case badName(path: String)
    /// A folder has that name.
    case isAFolder(path: String)
    /// A device, a pipe or the like has that name.
    case isNoFile(path: String)
    /// Nothing stands there, and nothing is to be made there.
    case isMissing(path: String, what: String)
    /// The folder that it is to be in is not there, or is closed.
    case hasNoFolder(path: String)
    /// Something stands where a copy is to be made.
    case exists(path: String)
    /// The file, or its folder, is closed to writing.
    case readOnly(path: String)
    /// The file is no database of SQLite.
    case isNoDatabase(path: String, what: String)
    /// The file is a database of something else.
    case isAnother(path: String, what: String)
    /// A newer version made or changed the file; `step` is the first of what it did that is not known here.
    case isNewer(path: String, what: String, step: String)
    /// The file is damaged.
    case isDamaged(path: String, what: String, reason: String)
    /// Another program kept the file to itself for so long.
    case isInUse(path: String, seconds: Double)
    /// The disk, or one's share of it, is full.
    case diskFull(path: String)
    /// Something else stands in the way.
    case refused(path: String, reason: String)
}

extension DatabaseFileError: CustomStringConvertible {
    /// What is wrong, and what to do.
    public var description: String {
        switch self {
        case .badName(let path):
            "'\(path)' is no name for a database: name a file, in characters of UTF-8"
        case .isAFolder(let path):
            "'\(path)' is a folder where a file should be: name a file in it"
        case .isNoFile(let path):
            "'\(path)' is no file that could be kept: name a file"
        case .isMissing(let path, let what):
            "'\(path)' is not there: name \(what) that is"
        case .hasNoFolder(let path):
            "the folder of '\(path)' is not there, or is closed: make it, or name another place"
        case .exists(let path):
            "'\(path)' is there already, and it is left as it is: name a file that is not there yet"
        case .readOnly(let path):
            "'\(path)', or the folder it is in, is closed to writing, which reading needs, too: allow it, "
                + "or copy the file to where writing is allowed"
        case .isNoDatabase(let path, let what):
            "'\(path)' is no database, and it is left as it is: name \(what), or a file that is not there yet"
        case .isAnother(let path, let what):
            "'\(path)' is the database of something else, and it is left as it is: name \(what), "
                + "or a file that is not there yet"
        case .isNewer(let path, let what, let step):
            "'\(path)' is \(what) that a newer version of skillmix has changed ('\(step)' is not known here), "
                + "and it is left as it is: use that version, or name another file"
        case .isDamaged(let path, let what, let reason):
            "'\(path)' is damaged (\(reason)), and it is left as it is: take \(what) from a back-up, "
                + "or save what can be read of it with `sqlite3 FILE .recover`"
        case .isInUse(let path, let seconds):
            "another program has '\(path)' to itself for more than \(Self.words(seconds)): "
                + "wait until it is done, or end it, and try again"
        case .diskFull(let path):
            "the disk is full at '\(path)': make room, and try again; what was there before is untouched"
        case .refused(let path, let reason):
            "'\(path)' cannot be used: \(reason)"
        }
    }

    private static func words(_ seconds: Double) -> String {
        seconds == 1
            ? "1 second" : seconds == seconds.rounded() ? "\(Int(seconds)) seconds" : "\(seconds) seconds"
    }
}

extension DatabaseFileError {
    /// What an error of SQLite means for whoever named the file.
    init(_ error: any Error, path: FilePath, schema: DatabaseSchema, patience: Double) {
        let path = path.description
        if let error = error as? DatabaseFileError {
            self = error
        } else if error is RowDecodingError || error is DecodingError {
            self = .isDamaged(
                path: path, what: schema.what, reason: "values are not of the kind they should be")
        } else if let error = error as? GRDB.DatabaseError {
            let reason = error.message ?? error.resultCode.description
            switch error.resultCode {
            case .SQLITE_NOTADB: self = .isNoDatabase(path: path, what: schema.what)
            case .SQLITE_CORRUPT, .SQLITE_FORMAT, .SQLITE_MISMATCH:
                self = .isDamaged(path: path, what: schema.what, reason: reason)
            case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL:
                self = .isInUse(path: path, seconds: patience)
            case .SQLITE_FULL: self = .diskFull(path: path)
            // Its memory for several processes is a file, which is made as large as it may become.
            case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE:
                self = .diskFull(path: path)
            case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: self = .readOnly(path: path)
            case .SQLITE_CANTOPEN: self = .hasNoFolder(path: path)
            default: self = .refused(path: path, reason: reason)  // foreign
            }
        } else {
            self = .refused(path: path, reason: "\(error)")
        }
    }
}
