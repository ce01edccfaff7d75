// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Workforce

/// What differs between the frameworks and the policies of two weeks.
extension WeekComparison {
    mutating func framework() {
        let was = Dictionary(one.framework.activities.map { ($0.id, $0) }) { first, _ in first }
        let now = Set(other.framework.activities.map(\.id))
        for activity in one.framework.activities where !now.contains(activity.id) {
            add(.activities, activity.id, "\(activity.name) is gone from the framework")
        }
        for activity in other.framework.activities {
            guard let old = was[activity.id] else {
                add(.activities, activity.id, "\(activity.name) is new in the framework")
                continue
            }
            guard old != activity else { continue }
            self.activity(old, activity)
        }
        var (rest, others) = (one.framework, other.framework)
        (rest.activities, others.activities) = ([], [])
        if rest != others {
            add(.activities, nil, "Roles, competencies or levels of the framework are others")
        }
    }

    private mutating func activity(_ old: Activity, _ new: Activity) {
        let count = found.count
        let name = new.name
        if old.minutes != new.minutes {
            add(.activities, new.id, "\(name): minutes \(new.minutes) instead of \(old.minutes)")
        }
        if old.recordMinutes != new.recordMinutes {
            add(
                .activities, new.id,
                "\(name): record minutes \(new.recordMinutes) instead of \(old.recordMinutes)")
        }
        let professions = (old.registered?.professions ?? [], new.registered?.professions ?? [])
        if professions.0 != professions.1 {
            add(
                .activities, new.id,
                "\(name): registered professions \(professions.1.joined(separator: ", ")) instead of "
                    + professions.0.joined(separator: ", "))
        }
        if let was = old.delegated, let now = new.delegated {
            if was.status != now.status {
                add(
                    .delegation, new.id,
                    "\(name): delegation \(now.status.rawValue) instead of \(was.status.rawValue)")
            }
            if was.reviewOn != now.reviewOn {
                add(
                    .delegation, new.id,
                    "\(name): review on \(Self.shown(now.reviewOn?.iso ?? "")) instead of "
                        + Self.shown(was.reviewOn?.iso ?? ""))
            }
            if was.approvedBy != now.approvedBy {
                add(
                    .delegation, new.id,
                    "\(name): approved by \(Self.shown(now.approvedBy)) instead of \(Self.shown(was.approvedBy))"
                )
            }
        }
        if found.count == count { add(.activities, new.id, "\(name) is given otherwise") }
    }

    mutating func policy() {
        for one in PolicyDifference.between(one.policy, other.policy) {
            let key = one.path.joined(separator: ".")
            add(.policy, key, "The policy's \(key): \(Self.words(one.now)) instead of \(Self.words(one.was))")
        }
    }

    private static func words(_ value: YAMLEdit.Value?) -> String {
        switch value {
        case nil, .scalar("null"): "none"
        case .scalar(let text), .item(let text): text
        case .list(let items): items.isEmpty ? "nobody" : Naming.list(items)
        }
    }
}
