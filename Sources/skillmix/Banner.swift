// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Workflows

extension Banner {
    /// Prints it as the first lines of an answer.
    func show() {
        guard !sentences.isEmpty else { return }
        AnswerOutput.lines(sentences.joined(separator: "\n") + "\n")
        print("")
    }

    /// Says it on standard error, where the answer is a table for programs.
    func tell() {
        for sentence in sentences { Terminal.error(Table.plain(sentence)) }
    }
}
