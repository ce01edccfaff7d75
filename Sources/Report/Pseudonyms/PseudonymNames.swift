// SPDX-License-Identifier: GPL-3.0-or-later

import SeededRandom
import Workforce

/// Who is called what.
struct PseudonymNames: Sendable {
    private var staffNames: [String: String] = [:]
    private var places: [String: Int] = [:]
    private let approvers: [String: String]
    private let titles: PseudonymTitles
    /// The framework as it was, for the names of activities.
    let framework: Framework
    /// Identifiers that stand in sentences as they are, and in which part of a name stands.
    private let telling: [String]

    /// What stands for text that people typed.
    static let leftOut = "(left out)"

    /// - Parameter files: Paths of files that are named, besides those the plan was made from.
    init(week: Week, plan: Plan, files: [String], seed: UInt64) {
        var ids = week.staff.map(\.id)
        var known = Set(ids)
        // A plan that somebody edited may name people who are not on the roster.
        let planned =
            plan.deployments.map(\.staff) + plan.contacts.flatMap { [$0.staff, $0.partner ?? $0.staff] }
            + plan.supervision.map(\.supervisor) + plan.bookings.map(\.staff)
            + plan.summary.decisions.compactMap(\.staff)
        for id in planned where known.insert(id).inserted { ids.append(id) }
        let names = week.staff.map(\.name)
        let signers = Self.signers(of: week, plan)
        let taken = ids + names + signers

        for (place, (id, name)) in Self.named(ids, "Person", digits: 3, taken, seed).enumerated() {
            staffNames[id] = name
            places[name] = place
        }
        var nameCounts: [String: Int] = [:]
        for name in names { nameCounts[name, default: 0] += 1 }
        var terms: [(String, String)] = []
        var approvers: [String: String] = [:]
        for member in week.staff {
            let pseudonym = staffNames[member.id] ?? ""
            let isOnly = nameCounts[member.name] == 1
            terms.append((member.id, pseudonym))
            terms.append(("\(member.name) (\(member.id))", pseudonym))
            terms.append((member.name, isOnly ? pseudonym : "somebody"))
            if isOnly { approvers[member.name] = pseudonym }
            approvers[member.id] = pseudonym
        }
        for id in ids[week.staff.count...] { terms.append((id, staffNames[id] ?? "")) }
        for (signer, name) in Self.named(signers, "Approver", digits: 2, taken, seed)
        where approvers[signer] == nil {
            approvers[signer] = name
            terms.append((signer, name))
        }
        self.approvers = approvers
        // Where no name is given the identifier stands for it, and its parts are nobody's name.
        let parts = NameParts(
            names: week.staff.filter { $0.name != $0.id }.map(\.name), identifiers: ids)
        titles = PseudonymTitles(
            week, plan, files: plan.summary.inputs.map(\.path) + files, parts: parts,
            signers: TextReplacement(terms))
        framework = week.framework
        telling = (framework.competencies.map(\.id) + framework.roles.map(\.id)).filter(parts.stand)
    }

    func staff(_ id: String) -> String { staffNames[id] ?? Self.leftOut }
    func approver(_ name: String) -> String {
        name.isEmpty ? "" : approvers[name] ?? Self.leftOut
    }
    func title(_ text: String, _ kind: PseudonymTitles.Kind) -> String {
        titles.title(text, kind)
    }
    var numbersTitles: Bool { titles.isAnyNumbered }
    /// Where somebody stands, by the new name.
    func place(_ pseudonym: String) -> Int { places[pseudonym] ?? .max }

    /// Whether a sentence about a week with other names gives somebody away all the same: by the identifier of a
    /// competency or a role, which stay what they are.
    func isGivenAway(in sentence: String) -> Bool { telling.contains { sentence.contains("'\($0)'") } }

    /// Everybody who signed off, approved or decided something, each once.
    private static func signers(of week: Week, _ plan: Plan) -> [String] {
        var signers: [String] = []
        var known: Set<String> = [""]
        let all =
            week.signOffs.map(\.signedOffBy)
            + week.framework.activities.compactMap { $0.delegated?.approvedBy }
            + (week.decisions + plan.summary.decisions).map(\.by) + week.overrides.map(\.by)
        for name in all where known.insert(name).inserted { signers.append(name) }
        return signers
    }

    /// Numbered names in the order of a seeded hash; the word is one that nobody has.
    private static func named(
        _ ids: [String], _ word: String, digits: Int, _ taken: [String], _ seed: UInt64
    ) -> [(String, String)] {
        var word = word
        while taken.contains(where: { $0.hasPrefix(word + " ") }) { word += "*" }
        let width = max(digits, String(ids.count).count)
        let ordered = ids.map { (hash($0, seed), $0) }.sorted { $0 < $1 }
        return ordered.enumerated().map { number, entry in
            let digits = String(number + 1)
            return (entry.1, "\(word) \(String(repeating: "0", count: width - digits.count))\(digits)")
        }
    }

    /// FNV-1a over the bytes, and of the random numbers begun there the one that the seed counts to.
    private static func hash(_ text: String, _ seed: UInt64) -> UInt64 {
        var value: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return SeededRandom.number(seed, ofSeed: value)
    }
}
