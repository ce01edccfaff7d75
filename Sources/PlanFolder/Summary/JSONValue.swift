// SPDX-License-Identifier: GPL-3.0-or-later

/// A value of JSON, and where it starts. Foundation's reader tells no places, and a planner needs them.
struct JSONValue {
    indirect enum Content {
        case object([(key: String, value: JSONValue)])
        case array([JSONValue])
        case text(String)
        /// A number as it is written, so that large whole numbers lose nothing.
        case number(String)
        case truth(Bool)
        case null
    }

    let content: Content
    /// The line, from 1.
    let line: Int
    /// The column, from 1, in Unicode scalars.
    let column: Int

    /// The first member of that key.
    subscript(key: String) -> JSONValue? {
        guard case .object(let members) = content else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The value in a message.
    var shown: String {
        switch content {
        case .object: "an object"
        case .array: "a list"
        case .text(let text): "\"\(text)\""
        case .number(let text): text
        case .truth(let truth): truth ? "true" : "false"
        case .null: "null"
        }
    }
}
