// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Questions

/// How answers are shown.
enum AnswerOutput {
    /// Prints an answer: sentences, or JSON with sorted keys.
    static func show(_ answer: Answer, as format: DiagnosticFormat) throws {
        switch format {
        case .text:
            print(answer.question)
            for sentence in answer.sentences { print("- " + sentence) }
        case .json: try json(answer)
        }
    }

    /// Prints values as JSON with sorted keys in `snake_case`.
    static func json(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        print(String(decoding: try encoder.encode(value), as: UTF8.self))
    }
}
