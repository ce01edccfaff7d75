// SPDX-License-Identifier: GPL-3.0-or-later

/// The known name that somebody most likely meant: the one with the fewest slips of the keyboard
/// (Damerau–Levenshtein distance in its optimal string alignment form), if they are few enough.
///
/// Capitals, and characters that look alike, make no difference. A name that has O for 0, or I for 1, comes before others;
/// of equally near names the first of `names` is taken.
public func nearestName(to wanted: String, in names: some Sequence<String>) -> String? {
    let looks = asDigits(wanted)
    if let alike = names.first(where: { !$0.isEmpty && asDigits($0) == looks }) { return alike }
    let target = Array(LookAlikes.folded(wanted).lowercased().unicodeScalars.prefix(64))
    let tolerance = max(1, target.count / 3)
    var best: (name: String, distance: Int)?
    for name in names where !name.isEmpty {
        let letters = Array(LookAlikes.folded(name).lowercased().unicodeScalars.prefix(64))
        let limit = min(tolerance, (best?.distance ?? .max) - 1)
        guard limit >= 0, abs(letters.count - target.count) <= limit else { continue }
        let distance = slips(from: target, to: letters)
        if distance <= limit { best = (name, distance) }
        if distance == 0 { break }
    }
    return best?.name
}

/// A text with the letters that are taken for digits as those digits.
private func asDigits(_ text: String) -> String {
    String(LookAlikes.folded(text).lowercased().map { $0 == "o" ? "0" : $0 == "i" || $0 == "l" ? "1" : $0 })
}

/// The name of which somebody wrote the initials, `OT` for `occupational-therapist`, if it is of one alone. Two letters or
/// more count.
public func nearestByInitials(to wanted: String, in names: some Sequence<String>) -> String? {
    let wanted = LookAlikes.folded(wanted).lowercased()
    guard wanted.count > 1, wanted.allSatisfy(\.isLetter) else { return nil }
    let found = names.filter { name in
        String(name.lowercased().split { !$0.isLetter }.compactMap(\.first)) == wanted
    }
    return found.count == 1 ? found[0] : nil
}

/// The name that shares most words with what somebody wrote, if no other shares as many: `physiotherapist` for `Band 6
/// physio`. Words of three letters or more count, and the beginning of a longer one; each name comes with the text that
/// is searched for it.
public func nearestByWords(
    to wanted: String, in names: some Sequence<(name: String, text: String)>
) -> String? {
    let wanted = words(of: wanted)
    guard !wanted.isEmpty else { return nil }
    var best: (name: String, count: Int)?
    var isAlone = false
    for (name, text) in names {
        let known = words(of: text)
        let count = wanted.count { word in known.contains { $0.hasPrefix(word) } }
        guard count > 0, count >= best?.count ?? 0 else { continue }
        isAlone = count > best?.count ?? 0
        best = (name, count)
    }
    return isAlone ? best?.name : nil
}

private func words(of text: String) -> Set<String> {
    Set(LookAlikes.folded(text).lowercased().split { !$0.isLetter }.filter { $0.count >= 3 }.map(String.init))
}

/// Letters put in, left out, mistaken, or swapped with their neighbour.
private func slips(from one: [Unicode.Scalar], to other: [Unicode.Scalar]) -> Int {
    var before = [Int](repeating: 0, count: other.count + 1)
    var last = Array(0...other.count)
    for row in 0..<one.count {
        var next = [row + 1]
        next.reserveCapacity(other.count + 1)
        for column in 0..<other.count {
            var cost = min(
                last[column + 1] + 1, next[column] + 1, last[column] + (one[row] == other[column] ? 0 : 1))
            if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
                cost = min(cost, before[column - 1] + 1)
            }
            next.append(cost)
        }
        before = last
        last = next
    }
    return last[other.count]
}

/// `; did you mean 'physiotherapist'?`, or nothing where no name is near.
public func didYouMean(_ nearest: String?) -> String {
    nearest.map { "; did you mean '\($0)'?" } ?? ""
}
