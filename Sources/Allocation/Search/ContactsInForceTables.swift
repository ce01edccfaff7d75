// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation

/// What never changes about the contacts in force, in flat arrays.
struct ContactsInForceTables: Sendable {
    /// Whether the week has any that cost something when lost.
    let isAny: Bool
    /// Contacts that each asks for, and its session.
    let contacts: [Int32]
    let session: [Int32]
    /// Contacts of each that were given in sessions that are over.
    let past: [Int32]
    /// The one that each contact column counts for, −1 where none; empty where the week has none.
    let ofColumn: [Int32]
    /// Pounds for each contact lost.
    let price: Double

    init(_ model: WeeklyModel) {
        let instance = model.instance
        let inForce = instance.contactsInForce
        price = instance.week.policy.disruptionContact
        isAny = !inForce.isEmpty && price != 0
        contacts = inForce.map { Int32(clamping: $0.contacts) }
        past = instance.pastKept.map { Int32(clamping: $0) }
        session = inForce.map { Int32($0.session) }
        guard isAny else {
            ofColumn = []
            return
        }
        var ofColumn = [Int32](repeating: -1, count: model.layout.contacts.count)
        for (index, one) in inForce.enumerated() {
            for column in model.layout.contactsOfCell[instance.cell(one.person, one.session)]
            where one.lines.contains(Int(model.layout.contacts[column].line)) {
                ofColumn[column] = Int32(index)
            }
        }
        self.ofColumn = ofColumn
    }
}
