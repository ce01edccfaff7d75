// SPDX-License-Identifier: GPL-3.0-or-later

import Questions
import Tables
import Wording
import Workflows

/// How answers are shown.
enum AnswerOutput {
    /// Prints an answer: sentences, or JSON with sorted keys.
    static func show(_ answer: Answer, under banner: Banner, as format: OutputFormat) throws {
        switch format {
        case .text:
            banner.show()
            lines(([answer.question] + answer.sentences.map { "- " + $0 }).joined(separator: "\n"))
        case .json: try json(answer, under: banner)
        }
    }

    /// Prints lines, with what does harm on a terminal made visible.
    static func lines(_ text: String) {
        let ended = text.hasSuffix("\n") ? String(text.dropLast()) : text
        for line in ended.split(separator: "\n", omittingEmptySubsequences: false) {
            print(Table.plain(String(line)))
        }
    }

    /// Prints values as JSON with sorted keys in `snake_case`.
    ///
    /// - Parameter banner: What the values begin with, as the member `banner`, where it says anything.
    static func json(_ value: some Encodable, under banner: Banner? = nil) throws {
        print(try JSONText.of(Bannered(value: value, banner: banner)))
    }
}

/// Values with a banner among their members.
private struct Bannered<Value: Encodable>: Encodable {
    let value: Value
    let banner: Banner?

    private enum Keys: CodingKey { case banner }

    func encode(to encoder: any Encoder) throws {
        try value.encode(to: encoder)
        guard let banner, !banner.sentences.isEmpty else { return }
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(banner, forKey: .banner)
    }
}
