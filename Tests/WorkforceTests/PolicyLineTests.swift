// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import Workforce

/// The lines of the policy are all there is to say in week.yaml, and docs/prices.md says each with its default.
@Suite("Lines of the policy") struct PolicyLineTests {
    @Test("every property of the policy has a line")
    func complete() {
        let said = Policy.lines.reduce(0) { $0 + max(1, $1.figures.count) }
        #expect(said == Mirror(reflecting: Policy()).children.count)
        #expect(Set(Policy.lines.map(\.key)).count == Policy.lines.count)
    }

    @Test("the page of prices names every key, and after it every default")
    func readme() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "docs/prices.md"), encoding: .utf8)
        let start = try #require(text.range(of: "# Prices and policy"))
        let section = text[start.upperBound...]
        for line in Policy.lines {
            let key = try #require(section.range(of: "`" + line.key), "\(line.key)")
            let after = section[key.upperBound...].prefix(300)
            for figure in line.figures {
                let said = Self.said(figure)
                #expect(after.contains(said), "\(line.key): \(said)")
            }
        }
    }

    private static func said(_ figure: PolicyFigure) -> String {
        let policy = Policy()
        switch figure {
        case .weight(let path): return "£" + String(format: "%.2f", policy[keyPath: path])
        case .number(let path, _, _): return String(format: "%g", policy[keyPath: path])
        case .count(let path, _, _): return "\(policy[keyPath: path])"
        case .most(let path, _, _): return policy[keyPath: path].map { String(format: "%g", $0) } ?? "none"
        case .cap(let path): return policy[keyPath: path].map { String(format: "%g", $0) } ?? "none"
        }
    }
}
