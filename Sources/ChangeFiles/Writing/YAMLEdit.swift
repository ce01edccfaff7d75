// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// A YAML document in which some values become others, and all else stays as it was, comments included.
///
/// A value is put where the old one stands, and read again: where the document is written in a way that this does not
/// fit, such as with anchors, it is written anew, without its comments.
struct YAMLEdit {
    /// What may be put somewhere.
    enum Value {
        case scalar(String)
        /// A list of single values.
        case list([String])
        /// One more item at the end of a list.
        case item(String)
    }

    private(set) var text: String
    private let file: String
    /// How lines end in the document.
    private let lineEnd: String

    /// Nil where the document cannot be read.
    init?(_ input: InputFile) {
        file = input.path
        let bytes = input.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? input.bytes[3...] : input.bytes[...]
        text = String(decoding: bytes, as: UTF8.self)
        let end = bytes.firstIndex { $0 == 10 || $0 == 13 }
        lineEnd =
            end.map { bytes[$0] == 10 ? "\n" : bytes[$0...].starts(with: [13, 10]) ? "\r\n" : "\r" } ?? "\n"
        guard root(of: text) != nil else { return nil }
    }

    var bytes: [UInt8] { Array(text.utf8) }

    private func root(of text: String) -> YAMLNode? {
        let diagnostics = Diagnostics()
        let node = YAMLDocument.read(InputFile(path: file, bytes: Array(text.utf8)), diagnostics)
        return diagnostics.hasErrors ? nil : node
    }

    /// Puts a value under keys, one within the other; `key=text` is the item of a list whose `key` says that.
    mutating func set(_ path: [String], _ value: Value) {
        guard let root = root(of: text) else { return }
        let wanted = YAMLTree(root).setting(path[...], value)
        if let edited = edited(root, path[...], value), let found = self.root(of: edited),
            YAMLTree(found) == wanted
        {
            text = edited
        } else {
            text = wanted.text(indent: 0).split(separator: "\n", omittingEmptySubsequences: false)
                .joined(separator: lineEnd)
        }
    }

    // MARK: In place

    private func edited(_ node: YAMLNode, _ path: ArraySlice<String>, _ value: Value) -> String? {
        guard let key = path.first else { return replaced(node, value) }
        switch node.kind {
        case .scalar: return nil
        case .sequence(let items):
            guard let item = items.first(where: { YAMLTree.isItem($0, key) }) else { return nil }
            return edited(item, path.dropFirst(), value)
        case .mapping(let pairs):
            if let pair = pairs.first(where: { $0.key.text == key }) {
                if case .scalar("", quoted: false) = pair.value.kind {
                    return filled(pair.key, path.dropFirst(), value)
                }
                return edited(pair.value, path.dropFirst(), value)
            }
            return inserted(
                path, value, pairs.first?.key.place ?? node.place, node.place, isEmpty: pairs.isEmpty)
        }
    }

    /// A single value or a list in the place of another, or an item behind the last one of a list.
    private func replaced(_ node: YAMLNode, _ value: Value) -> String? {
        switch (node.kind, value) {
        case (.scalar(let old, let isQuoted), .scalar), (.scalar(let old, let isQuoted), .list):
            guard let start = index(node.place), let end = end(of: old, isQuoted, from: start) else {
                return nil
            }
            return text.replacingCharacters(start..<end, with: YAMLTree.flow([], value))
        case (.sequence(let items), .item(let new)):
            guard let end = end(ofLast: items), let list = index(node.place) else { return nil }
            let item: String = YAMLScalar.text(new)
            return text.replacingCharacters(
                end..<end, with: isFlow(list) ? ", \(item)" : "\(lineEnd)\(blanks(node.place))- \(item)")
        case (.sequence(let items), .list):
            guard let start = index(node.place),
                let end = isFlow(start) ? bracket(from: start, items) : end(ofLast: items)
            else { return nil }
            return text.replacingCharacters(start..<end, with: YAMLTree.flow([], value))
        case (.scalar, _), (.sequence, _), (.mapping, _): return nil
        }
    }

    /// Where the last item of a list ends that is a single value.
    private func end(ofLast items: [YAMLNode]) -> String.Index? {
        guard let last = items.last, case .scalar(let old, let isQuoted) = last.kind,
            let start = index(last.place)
        else { return nil }
        return end(of: old, isQuoted, from: start)
    }

    /// Where a list in brackets ends that stands on one line.
    private func bracket(from start: String.Index, _ items: [YAMLNode]) -> String.Index? {
        let scalars = text.unicodeScalars
        let last = items.isEmpty ? scalars.index(after: start) : end(ofLast: items)
        guard let last, !scalars[start..<last].contains(where: { $0 == "\n" || $0 == "\r" }),
            let end = scalars[last...].firstIndex(where: { $0 != " " && $0 != "," }), scalars[end] == "]"
        else { return nil }
        return scalars.index(after: end)
    }

    /// Whether a list stands in brackets.
    private func isFlow(_ list: String.Index) -> Bool { text.unicodeScalars[list] == "[" }

    /// As many blanks as stand before a place, where nothing else does.
    private func blanks(_ place: Place) -> String {
        String(repeating: " ", count: max(0, (place.column ?? 1) - 1))
    }

    /// A value behind a key that has none.
    private func filled(_ key: Field, _ path: ArraySlice<String>, _ value: Value) -> String? {
        guard let start = index(key.place), let end = end(of: key.text, false, from: start),
            end < text.endIndex, text.unicodeScalars[end] == ":"
        else { return nil }
        let behind = text.unicodeScalars.index(after: end)
        return text.replacingCharacters(behind..<behind, with: " " + YAMLTree.flow(path, value))
    }

    /// A key before the first one of a mapping.
    private func inserted(
        _ path: ArraySlice<String>, _ value: Value, _ first: Place, _ mapping: Place, isEmpty: Bool
    ) -> String? {
        guard let key = path.first, let start = index(mapping) else { return nil }
        let rest = YAMLTree.flow(path.dropFirst(), value)
        if text.unicodeScalars[start] == "{" {
            let inside = text.unicodeScalars.index(after: start)
            return text.replacingCharacters(
                inside..<inside, with: "\(YAMLScalar.text(key)): \(rest)\(isEmpty ? "" : ", ")")
        }
        guard let at = index(first) else { return nil }
        let (blanks, pair) = (blanks(first), "\(YAMLScalar.text(key)): \(rest)\(lineEnd)")
        // A comment above the first key is about that key.
        if let above = aboveComments(of: at, isIndented: !blanks.isEmpty) {
            return text.replacingCharacters(above..<above, with: blanks + pair)
        }
        return text.replacingCharacters(at..<at, with: pair + blanks)
    }

    /// Where the comments begin that stand above a key which is the first thing of its line; nil: it is not. Above an
    /// indented key all are its own, down from the key that it stands under. Otherwise those are that stand right above
    /// it, unless the document begins with them: they may be about all of it.
    private func aboveComments(of key: String.Index, isIndented: Bool) -> String.Index? {
        let scalars = text.unicodeScalars
        var top = lineStart(before: key)
        guard scalars[top..<key].allSatisfy({ $0 == " " }) else { return nil }
        let own = top
        while top > scalars.startIndex {
            let start = lineStart(before: scalars.index(before: top))
            let first = scalars[start..<top].first { !" \t\r\n".unicodeScalars.contains($0) }
            guard first == "#" || first == nil && isIndented else { return top }
            top = start
        }
        return own
    }

    /// Where the line begins in which an index stands; the end of a line belongs to it.
    private func lineStart(before place: String.Index) -> String.Index {
        let scalars = text.unicodeScalars
        var start = place
        while start > scalars.startIndex {
            let before = scalars.index(before: start)
            let isInside =
                start == place && scalars[before] == "\r" && place < scalars.endIndex
                && scalars[place] == "\n"
            if !isInside, scalars[before] == "\n" || scalars[before] == "\r" { return start }
            start = before
        }
        return start
    }

    /// Where a place is in the text.
    private func index(_ place: Place) -> String.Index? {
        guard let line = place.line, let column = place.column else { return nil }
        let scalars = text.unicodeScalars
        var at = scalars.startIndex
        for _ in 1..<max(1, line) {
            guard let end = scalars[at...].firstIndex(where: { $0 == "\n" || $0 == "\r" }) else { return nil }
            at = scalars.index(after: end)
            if scalars[end] == "\r", at < scalars.endIndex, scalars[at] == "\n" {
                at = scalars.index(after: at)
            }
        }
        return scalars.index(at, offsetBy: column - 1, limitedBy: scalars.endIndex).flatMap {
            $0 < scalars.endIndex ? $0 : nil
        }
    }

    /// Where a single value ends that begins at an index and stands on one line.
    private func end(of old: String, _ isQuoted: Bool, from start: String.Index) -> String.Index? {
        let scalars = text.unicodeScalars
        guard isQuoted else {
            guard scalars[start...].starts(with: old.unicodeScalars) else { return nil }
            return scalars.index(start, offsetBy: old.unicodeScalars.count)
        }
        let quote = scalars[start]
        guard quote == "\"" || quote == "'" else { return nil }
        var at = scalars.index(after: start)
        while at < scalars.endIndex, scalars[at] != "\n" {
            let next = scalars.index(after: at)
            if scalars[at] == "\\", quote == "\"" {
                guard next < scalars.endIndex else { return nil }
                at = scalars.index(after: next)
                continue
            }
            if scalars[at] == quote {
                // A single quote within such a value is doubled.
                guard quote == "'", next < scalars.endIndex, scalars[next] == "'" else { return next }
                at = scalars.index(after: next)
                continue
            }
            at = next
        }
        return nil
    }
}

extension String {
    fileprivate func replacingCharacters(_ range: Range<String.Index>, with other: String) -> String {
        String(unicodeScalars[..<range.lowerBound]) + other + String(unicodeScalars[range.upperBound...])
    }
}
