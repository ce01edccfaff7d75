// SPDX-License-Identifier: GPL-3.0-or-later

import Workflows

extension Banner {
    /// Prints it as the first lines of an answer.
    func show() {
        guard !sentences.isEmpty else { return }
        AnswerOutput.lines(sentences.joined(separator: "\n") + "\n")
        print("")
    }
}
