// SPDX-License-Identifier: GPL-3.0-or-later

import Reading

/// What a document says, without how it is written.
indirect enum YAMLTree: Equatable {
    case null
    case scalar(String)
    case list([YAMLTree])
    case mapping([Pair])

    struct Pair: Equatable {
        let key: String
        var value: YAMLTree
    }

    init(_ node: YAMLNode) {
        if node.isNull {
            self = .null
            return
        }
        switch node.kind {
        case .scalar(let text, _): self = .scalar(text)
        case .sequence(let items): self = .list(items.map(YAMLTree.init))
        case .mapping(let pairs):
            self = .mapping(pairs.map { Pair(key: $0.key.text, value: YAMLTree($0.value)) })
        }
    }

    /// Two documents say the same in whatever order their keys stand.
    static func == (one: YAMLTree, other: YAMLTree) -> Bool {
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

    func setting(_ path: ArraySlice<String>, _ value: YAMLEdit.Value) -> YAMLTree {
        guard let key = path.first else {
            switch (value, self) {
            case (.scalar(let text), _): return text == "null" ? .null : .scalar(text)
            case (.list(let items), _): return .list(items.map(YAMLTree.scalar))
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
                pairs.append(Pair(key: key, value: YAMLTree.null.setting(path.dropFirst(), value)))
            }
            return .mapping(pairs)
        case .null, .scalar:
            return .mapping([Pair(key: key, value: YAMLTree.null.setting(path.dropFirst(), value))])
        }
    }

    // MARK: Written anew

    /// Keys one within the other and a value, on one line.
    static func flow(_ path: ArraySlice<String>, _ value: YAMLEdit.Value) -> String {
        YAMLTree.null.setting(path, value).line
    }

    private var line: String {
        switch self {
        case .null: "null"
        case .scalar(let text): YAMLScalar.text(text)
        case .list(let items): "[" + items.map(\.line).joined(separator: ", ") + "]"
        case .mapping(let pairs):
            "{" + pairs.map { "\(YAMLScalar.text($0.key)): \($0.value.line)" }.joined(separator: ", ") + "}"
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
                case .null, .scalar: "\(blanks)\(YAMLScalar.text(pair.key)): \(pair.value.line)\n"
                case .list(let items) where items.isEmpty: "\(blanks)\(YAMLScalar.text(pair.key)): []\n"
                case .mapping(let inner) where inner.isEmpty: "\(blanks)\(YAMLScalar.text(pair.key)): {}\n"
                case .list, .mapping:
                    "\(blanks)\(YAMLScalar.text(pair.key)):\n\(pair.value.text(indent: indent + 2))"
                }
            }.joined()
        }
    }
}
