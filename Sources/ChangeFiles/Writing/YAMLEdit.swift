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

    /// Nil where the document cannot be read.
    init?(_ input: InputFile) {
        file = input.path
        let bytes = input.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? input.bytes[3...] : input.bytes[...]
        text = String(decoding: bytes, as: UTF8.self)
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
        let wanted = Tree(root).setting(path[...], value)
        if let edited = edited(root, path[...], value), let found = self.root(of: edited),
            Tree(found) == wanted
        {
            text = edited
        } else {
            text = wanted.text(indent: 0)
        }
    }

    // MARK: In place

    private func edited(_ node: YAMLNode, _ path: ArraySlice<String>, _ value: Value) -> String? {
        guard let key = path.first else { return replaced(node, value) }
        switch node.kind {
        case .scalar: return nil
        case .sequence(let items):
            guard let item = items.first(where: { Tree.isItem($0, key) }) else { return nil }
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

    /// A single value in the place of another, or an item behind the last one of a list.
    private func replaced(_ node: YAMLNode, _ value: Value) -> String? {
        switch (node.kind, value) {
        case (.scalar(let old, let isQuoted), .scalar(let new)):
            guard let start = index(node.place), let end = end(of: old, isQuoted, from: start) else {
                return nil
            }
            return text.replacingCharacters(start..<end, with: Tree.scalar(new))
        case (.sequence(let items), .item(let new)):
            guard let last = items.last, case .scalar(let old, let isQuoted) = last.kind,
                let start = index(last.place), let end = end(of: old, isQuoted, from: start),
                let list = index(node.place)
            else { return nil }
            let isFlow = text.unicodeScalars[list] == "["
            let blanks = String(repeating: " ", count: max(0, (node.place.column ?? 1) - 1))
            return text.replacingCharacters(
                end..<end, with: isFlow ? ", \(Tree.scalar(new))" : "\n\(blanks)- \(Tree.scalar(new))")
        case (.scalar, _), (.sequence, _), (.mapping, _): return nil
        }
    }

    /// A value behind a key that has none.
    private func filled(_ key: Field, _ path: ArraySlice<String>, _ value: Value) -> String? {
        guard let start = index(key.place), let end = end(of: key.text, false, from: start),
            end < text.endIndex, text.unicodeScalars[end] == ":"
        else { return nil }
        let behind = text.unicodeScalars.index(after: end)
        return text.replacingCharacters(behind..<behind, with: " " + Tree.flow(path, value))
    }

    /// A key before the first one of a mapping.
    private func inserted(
        _ path: ArraySlice<String>, _ value: Value, _ first: Place, _ mapping: Place, isEmpty: Bool
    ) -> String? {
        guard let key = path.first, let start = index(mapping) else { return nil }
        let rest = Tree.flow(path.dropFirst(), value)
        if text.unicodeScalars[start] == "{" {
            let inside = text.unicodeScalars.index(after: start)
            return text.replacingCharacters(
                inside..<inside, with: "\(Tree.scalar(key)): \(rest)\(isEmpty ? "" : ", ")")
        }
        guard let at = index(first) else { return nil }
        let blanks = String(repeating: " ", count: max(0, (first.column ?? 1) - 1))
        return text.replacingCharacters(at..<at, with: "\(Tree.scalar(key)): \(rest)\n\(blanks)")
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

/// What a document says, without how it is written.
private indirect enum Tree: Equatable {
    case null
    case scalar(String)
    case list([Tree])
    case mapping([Pair])

    struct Pair: Equatable {
        let key: String
        var value: Tree
    }

    init(_ node: YAMLNode) {
        if node.isNull {
            self = .null
            return
        }
        switch node.kind {
        case .scalar(let text, _): self = .scalar(text)
        case .sequence(let items): self = .list(items.map(Tree.init))
        case .mapping(let pairs): self = .mapping(pairs.map { Pair(key: $0.key.text, value: Tree($0.value)) })
        }
    }

    /// Two documents say the same in whatever order their keys stand.
    static func == (one: Tree, other: Tree) -> Bool {
        switch (one, other) {
        case (.null, .null): true
        case (.scalar(let one), .scalar(let other)): one == other
        case (.list(let one), .list(let other)): one == other
        case (.mapping(let one), .mapping(let other)):
            one.sorted { $0.key < $1.key } == other.sorted { $0.key < $1.key }
        case (.null, _), (.scalar, _), (.list, _), (.mapping, _): false
        }
    }

    /// Whether an item of a list is the one that `key=text` names.
    static func isItem(_ node: YAMLNode, _ name: String) -> Bool {
        guard case .mapping(let pairs) = node.kind else { return false }
        return pairs.contains { pair in
            guard case .scalar(let text, _) = pair.value.kind else { return false }
            return "\(pair.key.text)=\(text)" == name
        }
    }

    func setting(_ path: ArraySlice<String>, _ value: YAMLEdit.Value) -> Tree {
        guard let key = path.first else {
            switch (value, self) {
            case (.scalar(let text), _): return text == "null" ? .null : .scalar(text)
            case (.list(let items), _): return .list(items.map(Tree.scalar))
            case (.item(let item), .list(let items)): return .list(items + [.scalar(item)])
            case (.item(let item), _): return .list([.scalar(item)])
            }
        }
        switch self {
        case .list(var items):
            let place = items.firstIndex { item in
                guard case .mapping(let pairs) = item else { return false }
                return pairs.contains { pair in
                    if case .scalar(let text) = pair.value { "\(pair.key)=\(text)" == key } else { false }
                }
            }
            if let place { items[place] = items[place].setting(path.dropFirst(), value) }
            return .list(items)
        case .mapping(var pairs):
            if let place = pairs.firstIndex(where: { $0.key == key }) {
                pairs[place].value = pairs[place].value.setting(path.dropFirst(), value)
            } else {
                pairs.append(Pair(key: key, value: Tree.null.setting(path.dropFirst(), value)))
            }
            return .mapping(pairs)
        case .null, .scalar:
            return .mapping([Pair(key: key, value: Tree.null.setting(path.dropFirst(), value))])
        }
    }

    // MARK: Written anew

    /// Keys one within the other and a value, on one line.
    static func flow(_ path: ArraySlice<String>, _ value: YAMLEdit.Value) -> String {
        Tree.null.setting(path, value).line
    }

    private var line: String {
        switch self {
        case .null: "null"
        case .scalar(let text): Self.scalar(text)
        case .list(let items): "[" + items.map(\.line).joined(separator: ", ") + "]"
        case .mapping(let pairs):
            "{" + pairs.map { "\(Self.scalar($0.key)): \($0.value.line)" }.joined(separator: ", ") + "}"
        }
    }

    /// The document, a key a line down to what fits on one.
    func text(indent: Int) -> String {
        let blanks = String(repeating: " ", count: indent)
        switch self {
        case .null, .scalar: return "\(blanks)\(line)\n"
        case .list(let items): return items.map { "\(blanks)- \($0.line)\n" }.joined()
        case .mapping(let pairs):
            return pairs.map { pair in
                switch pair.value {
                case .null, .scalar: "\(blanks)\(Self.scalar(pair.key)): \(pair.value.line)\n"
                case .list(let items) where items.isEmpty: "\(blanks)\(Self.scalar(pair.key)): []\n"
                case .mapping(let inner) where inner.isEmpty: "\(blanks)\(Self.scalar(pair.key)): {}\n"
                case .list, .mapping:
                    "\(blanks)\(Self.scalar(pair.key)):\n\(pair.value.text(indent: indent + 2))"
                }
            }.joined()
        }
    }

    /// A single value, in quotes where it would be read as something else.
    static func scalar(_ text: String) -> String {
        let isPlain =
            text.unicodeScalars.allSatisfy {
                $0.isASCII
                    && ($0.properties.isAlphabetic || $0.properties.numericType != nil
                        || "-_. /~".unicodeScalars.contains($0))
            } && text.first?.isLetter != false && !text.hasSuffix(" ") && text != "Null" && text != "NULL"
            && !text.isEmpty
            && text != "~"
        let isNumber =
            !text.isEmpty && text.unicodeScalars.allSatisfy { "0123456789.-".unicodeScalars.contains($0) }
            && text != "-" && !text.hasPrefix("---") && !text.hasPrefix("...")
        if isPlain || isNumber { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            default: quoted.unicodeScalars.append(scalar)  // foreign
            }
        }
        return quoted + "\""
    }
}
