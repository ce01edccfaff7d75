// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation

extension SearchState {
    /// Takes every contact away from a deployed cell, and from partners the pairs they had with it.
    mutating func dropContacts(_ cell: Int) {
        guard option[cell] >= 0 else { return }
        for contact in tables.options.contacts[Int(option[cell])] where count[contact] > 0 {
            drop(contact, count[contact])
        }
    }

    /// Takes contacts of a column away; with pairs, the partners' too.
    mutating func drop(_ contact: Int, _ number: Int32) {
        guard tables.contacts.column[contact].kind == .doubleHandedParts else {
            give(contact, -number)
            let key = Int(tables.keys.ofContact[contact])
            if key >= 0 { trim(key: key) }
            return
        }
        let slot = Int(tables.contacts.slot[contact])
        var rest = number
        for known in pairs[slot] where rest > 0 && (Int(known.one) == contact || Int(known.other) == contact)
        {
            let taken = min(rest, known.count)
            pair(known.one, known.other, -taken)
            rest -= taken
        }
    }

    /// Takes a cell off its team with all that hangs on it.
    mutating func dropCell(_ cell: Int) {
        guard option[cell] >= 0 else { return }
        dropContacts(cell)
        let old = Int(option[cell])
        for column in tables.model.layout.supervisionOfCell[cell] where supervision[column] > 0 {
            supervise(column, -supervision[column])
        }
        clear(cell)
        for column in tables.model.layout.supervisionOfCell[cell] {
            let key = Int(tables.keys.ofSupervision[column])
            if key >= 0 { settle(key: key, without: cell) }
        }
        guard tables.cells.isRegistered[cell] else { return }
        settlePresence(without: old)
        settleSpan(groupPlace(old))
        settleAccompanied(groupPlace(old))
    }

    /// Restores rule 6 for a key: other supervisors, then fewer delegated contacts.
    private mutating func settle(key: Int, without cell: Int) {
        guard surplus[key] < -1e-9, !supervise(key: key) else { return }
        for contact in tables.keys.delegated[key] where count[Int(contact)] > 0 {
            let short = (-surplus[key] / tables.keys.minutes[key] - 1e-9).rounded(.up)
            guard short > 0 else { return }
            give(Int(contact), -min(count[Int(contact)], Int32(short)))
        }
        trim(key: key)
    }

    /// Restores presence once an option's person is gone: where nobody else is who may supervise some work, nobody does
    /// it under delegation.
    private mutating func settlePresence(without option: Int) {
        for index in Int(tables.options.keyStart[option])..<Int(tables.options.keyStart[option + 1]) {
            let key = Int(tables.options.keys[index])
            guard supervisorsThere[key] == 0, given[key] > 0 else { continue }
            for contact in tables.keys.delegated[key] where count[Int(contact)] > 0 {
                give(Int(contact), -count[Int(contact)])
            }
            trim(key: key)
        }
    }

    /// Restores *Accompanied* in a group and session: without somebody registered, those to be accompanied give nothing.
    private mutating func settleAccompanied(_ place: Int) {
        guard registeredThere[place] == 0 else { return }
        for cell in tables.supervision.accompaniedCells[place]
        where option[Int(cell)] >= 0 && groupPlace(Int(option[Int(cell)])) == place {
            dropContacts(Int(cell))
        }
    }

    /// Restores rule 7 in a group and session: people stop doing delegated work until the span is enough.
    private mutating func settleSpan(_ place: Int) {
        guard tables.hasSpan[place] else { return }
        for cell in tables.supervision.delegatingCells[place]
        where Double(delegating[place]) > span[place] + 1e-9 {
            let cell = Int(cell)
            guard option[cell] >= 0, groupPlace(Int(option[cell])) == place, delegated[cell] > 0 else {
                continue
            }
            for contact in tables.options.contacts[Int(option[cell])]
            where tables.contacts.isUnderSpan[contact] && count[contact] > 0 {
                drop(contact, count[contact])
            }
        }
    }
}
