// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reading

/// Why a plan could not be written. Whatever stood there before stands there still.
public enum PlanFolderError: Error, Sendable, Equatable {
    /// A file, and no folder, has that name.
    case isAFile(path: String)
    /// A folder, and no file, has that name.
    case isAFolder(path: String)
    /// The name is a symbolic link.
    case isALink(path: String)
    /// The folder holds something, but no plan.
    case isNotAPlan(path: String, holds: String)
    /// A report is to stand in a folder of its own, and this one holds a plan.
    case isAPlan(path: String)
    /// The folder holds something, but no report.
    case isNotAReport(path: String, holds: String)
    /// The folder holds something, but not the file that such a folder would hold.
    case lacks(path: String, holds: String, marker: String)
    /// A new week's folder holds something already.
    case isNotEmpty(path: String, holds: String)
    /// The path names no folder that could be made.
    case badName(path: String)
    /// A part of the path is a file.
    case parentIsNotAFolder(path: String)
    /// The folder, or one inside, is closed to reading or writing.
    case isProtected(path: String)
    /// A file that the command reads, or another that it writes, lies there.
    case isInUse(path: String, by: String)
    /// A file stands there that no earlier plan or report wrote.
    case isSomebodysOwn(path: String)
    /// Nothing may be written there.
    case readOnly(path: String)
    /// The disk, or one's share of it, is full.
    case diskFull(path: String)
    /// The system refuses for another reason.
    case refused(path: String, reason: String)
    /// No plan stands there, and one is wanted to change places with.
    case isNoPlan(path: String)
    /// No plan stood in the folder before the one of now, so none is kept.
    case hasNoFormer(path: String, former: String)
    /// The plan does not belong to the week, or holds what no file can.
    case unfitPlan(reason: String)

    /// The error that the system gives as that number.
    init(errno number: Int32, path: FilePath) {
        let path = path.description
        switch number {
        case EACCES, EPERM, EROFS: self = .readOnly(path: path)
        case ENOSPC, EDQUOT: self = .diskFull(path: path)
        case ENOTDIR: self = .parentIsNotAFolder(path: path)
        default: self = .refused(path: path, reason: String(cString: strerror(number)))
        }
    }
}

extension PlanFolderError: CustomStringConvertible {
    /// What is wrong, and what to do.
    public var description: String {
        switch self {
        case .isAFile(let path):
            "'\(path)' is a file where a folder should be: remove the file, or name another place"
        case .isAFolder(let path):
            "'\(path)' is a folder where a file should be: name another file"
        case .isALink(let path):
            "'\(path)' is a symbolic link: name what it points to, or remove the link"
        case .isNotAPlan(let path, let holds):
            "'\(path)' holds '\(holds)' but no plan.json, so it is no plan, and it is left as it is: "
                + "write the plan to a new folder, or empty this one first"
        case .isAPlan(let path):
            "'\(path)' holds a plan, and this report must not be mixed with its files: name another folder"
        case .isNotAReport(let path, let holds):
            "'\(path)' holds '\(holds)' but no report.html, so it is no report, and it is left as it is: "
                + "name a new folder, or empty this one first"
        case .lacks(let path, let holds, let marker):
            "'\(path)' holds '\(holds)' but no \(marker), so it is something else, and it is left as it is: "
                + "name a new folder, or empty this one first"
        case .isNotEmpty(let path, let holds):
            "'\(path)' holds '\(holds)' already, and it is left as it is: name a folder that is not there yet"
        case .badName(let path):
            "'\(path)' is no name for a folder: name one, such as 'plan'"
        case .parentIsNotAFolder(let path):
            "a part of '\(path)' is a file where a folder should be: check the path"
        case .isProtected(let path):
            "'\(path)' is closed to writing, and it is left as it is: allow it, or name another place"
        case .isInUse(let path, let use):
            "'\(path)' is \(use), and it is left as it is: name another place"
        case .isSomebodysOwn(let path):
            "'\(path)' was written by no plan or report in its folder, so it is somebody's own, and it is left as it is: "
                + "give it another name, or name another folder"
        case .readOnly(let path):
            "nothing may be written at '\(path)': allow it, or name another place"
        case .diskFull(let path):
            "the disk is full at '\(path)': make room, or name another place; "
                + "what was there before is untouched"
        case .refused(let path, let reason):
            "'\(path)' cannot be written: \(reason)"
        case .isNoPlan(let path):
            "no plan stands at '\(path)': name the folder of a plan"
        case .hasNoFormer(let path, let former):
            "no plan stood at '\(path)' before the one of now, so there is none to bring back: '\(former)', where it would be "
                + "kept, is not there"
        case .unfitPlan(let reason):
            "the plan cannot be written: \(reason)"
        }
    }
}
