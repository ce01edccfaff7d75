// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK
import LinearModel

/// What the door's own codes mean to callers; GLPK's codes, all positive, are left to the caller.
enum Door {
    /// What GLPK said in the last call of this thread, on one line.
    static var message: String {
        String(cString: cglpk_message())
            .split(whereSeparator: \.isNewline)
            .joined(separator: "; ")
    }

    /// The last line GLPK said: of a failed file this is the reason, what comes before is progress.
    static var lastLine: String {
        String(cString: cglpk_message())
            .split(whereSeparator: \.isNewline)
            .last.map(String.init) ?? "no reason given"
    }

    /// Throws where the door itself refused; returns any code of GLPK's.
    @discardableResult
    static func check(_ code: Int32) throws(SolverError) -> Int32 {
        switch code {
        case CGLPK_BROKE_DOWN: throw .brokeDown(message: message)
        case CGLPK_GONE: throw .brokeDown(message: "The problem went with an earlier breakdown.")
        case CGLPK_BUSY: throw .brokeDown(message: "GLPK was called from within a callback of GLPK.")
        case CGLPK_NO_MEMORY: throw .brokeDown(message: "There is no memory for another problem.")
        default: return code
        }
    }
}

// C enumerators without a name of their own come in as Int; the door returns Int32.
private func ~= (pattern: Int, code: Int32) -> Bool { pattern == Int(code) }
