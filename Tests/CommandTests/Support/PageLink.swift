// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A link of a Markdown page to another page or a heading; links to other sites are none.
struct PageLink: Equatable {
    /// The path from the page; empty for the page itself.
    let path: String
    /// The heading's name, after the `#`.
    let anchor: String?

    /// The links of a page, without those in blocks of code.
    static func all(in markdown: String) -> [PageLink] {
        prose(markdown).flatMap { line in
            line.components(separatedBy: "](").dropFirst().compactMap { piece in
                let target = String(piece.prefix { $0 != ")" && $0 != " " })
                guard !target.contains(":") else { return nil }
                let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
                return PageLink(
                    path: parts.first.map(String.init) ?? "", anchor: parts.count > 1 ? String(parts[1]) : nil
                )
            }
        }
    }

    /// The names of a page's headings.
    static func anchors(in markdown: String) -> [String] {
        prose(markdown).filter { $0.hasPrefix("#") }.map { line in
            let words = line.drop { $0 == "#" || $0 == " " }.lowercased()
            return String(
                words.compactMap {
                    $0 == " " ? "-" : $0.isLetter || $0.isNumber || "-_".contains($0) ? $0 : nil
                })
        }
    }

    /// Where a path from a page leads, from the root.
    static func path(_ path: String, from page: String) -> String {
        var steps = page.split(separator: "/").dropLast().map(String.init)
        for step in path.split(separator: "/") {
            if step == ".." { _ = steps.popLast() } else { steps.append(String(step)) }
        }
        return steps.joined(separator: "/")
    }

    private static func prose(_ markdown: String) -> [Substring] {
        var isCode = false
        return markdown.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
            guard line.hasPrefix("```") else { return !isCode }
            isCode.toggle()
            return false
        }
    }
}
