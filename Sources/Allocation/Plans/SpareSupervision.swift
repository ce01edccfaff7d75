// SPDX-License-Identifier: GPL-3.0-or-later

import Formulation

/// Takes supervision out of a solution that no delegated work needs.
///
/// Supervision has no price of its own, so a solver may leave more of it than rule 6 asks for; in a plan it would
/// send somebody to oversee work that is not there.
enum SpareSupervision {
    private struct Key: Hashable {
        let group: Int
        let session: Int32
        let activity: Int
    }

    /// The values with no more supervision than is needed, kept with whoever comes first on the roster.
    static func trimmed(_ values: [Double], of model: WeeklyModel) -> [Double] {
        let instance = model.instance
        var needed: [Key: Double] = [:]
        for contact in model.layout.contacts where contact.kind == .delegatedContacts {
            let activity = instance.lines[Int(contact.line)].activity
            let key = Key(
                group: instance.supervisionGroup(line: Int(contact.line)), session: contact.session,
                activity: activity)
            let minutes = instance.activities[activity].delegated?.supervisionMinutes ?? 0
            needed[key, default: 0] += minutes * values[Int(contact.column)].rounded()
        }
        var values = values
        for supervision in model.layout.supervision {
            let key = Key(
                group: Int(supervision.group), session: supervision.session,
                activity: Int(supervision.activity))
            let kept = min(values[Int(supervision.column)], needed[key, default: 0])
            values[Int(supervision.column)] = kept
            needed[key, default: 0] -= kept
        }
        return values
    }
}
