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

    mutating func policy(_ line: PolicyLine) {
        func differ(_ key: String, _ figure: PolicyFigure) {
            let (was, now) = (figure.text(in: one.policy), figure.text(in: other.policy))
            if was != now {
                add(.policy, key, "The policy's \(key): \(Self.none(now)) instead of \(Self.none(was))")
            }
        }
        switch line.content {
        case .figure(let figure): differ(line.key, figure)
        case .figures(let figures): for (key, figure) in figures { differ("\(line.key).\(key)", figure) }
        case .accompanied:
            let (was, now) = (
                one.policy.accompanied.map(\.rawValue), other.policy.accompanied.map(\.rawValue)
            )
            guard was != now else { return }
            add(
                .policy, line.key,
                "The policy's \(line.key): \(now.isEmpty ? "nobody" : Naming.list(now)) instead of "
                    + (was.isEmpty ? "nobody" : Naming.list(was)))
        case .ladder:
            let (was, now) = (one.policy.ladder.map(\.rawValue), other.policy.ladder.map(\.rawValue))
            guard was != now else { return }
            add(
                .policy, line.key,
                "The policy's \(line.key): \(now.isEmpty ? "nobody" : now.joined(separator: ", ")) instead of "
                    + (was.isEmpty ? "nobody" : was.joined(separator: ", ")))
        case .lowUtilisation:
            if one.policy.lowUtilisation != other.policy.lowUtilisation {
                add(.policy, line.key, "The shares of \(line.key) are others")
            }
        }
    }

    private static func none(_ text: String) -> String { text == "null" ? "none" : text }
}
