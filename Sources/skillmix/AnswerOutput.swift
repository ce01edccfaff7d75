// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Questions
import Report

/// How answers are shown.
enum AnswerOutput {
    /// Prints an answer: sentences, or JSON with sorted keys.
    static func show(_ answer: Answer, as format: DiagnosticFormat) throws {
        switch format {
        case .text:
            lines(([answer.question] + answer.sentences.map { "- " + $0 }).joined(separator: "\n"))
        case .json: try json(answer)
        }
    }

    /// Prints lines, with what does harm on a terminal made visible.
    static func lines(_ text: String) {
        let ended = text.hasSuffix("\n") ? String(text.dropLast()) : text
        for line in ended.split(separator: "\n", omittingEmptySubsequences: false) {
            print(ReportTable.plain(String(line)))
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
