// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

extension Field {
    /// One of a few words, capitals or not.
    ///
    /// - Parameter others: Other words that people have for them, in small letters: offered, and not read.
    /// - Returns: Nil, with an error that lists the words, where it is none of them.
    public func word<Word: RawRepresentable & CaseIterable>(
        _ type: Word.Type, others: [String: Word] = [:], _ diagnostics: Diagnostics
    ) -> Word? where Word.RawValue == String {
        let text = plain(diagnostics)
        if let word = Word(rawValue: text) ?? Word(rawValue: text.lowercased()) { return word }
        let words = Word.allCases.map(\.rawValue)
        let expected = "one of " + words.joined(separator: ", ")
        guard !isBlank else {
            error("\(name) is blank", expected: expected, diagnostics)
            return nil
        }
        wrongEverywhere(
            "\(name) \(shown) is not known",
            hint: didYouMean(others[text.lowercased()]?.rawValue ?? nearestName(to: text, in: words)),
            expected: expected, diagnostics)
        return nil
    }

    /// `true` or `false`; also `yes` and `no`; in tables as people write them `y`, `n`, `1` and `0` too, with a notice.
    public func truth(_ diagnostics: Diagnostics) -> Bool? {
        let word = plain(diagnostics).lowercased()
        switch word {
        case "true", "yes": return true
        case "false", "no": return false
        case "y" where writing.readsHabits, "1" where writing.readsHabits: return told(true, diagnostics)
        case "n" where writing.readsHabits, "0" where writing.readsHabits: return told(false, diagnostics)
        default:
            guard !isBlank else {
                error("\(name) is blank", expected: "true or false", diagnostics)
                return nil
            }
            wrongEverywhere(
                "\(name) \(shown) is neither true nor false", expected: "true or false", diagnostics)
            return nil
        }
    }

    private func told(_ truth: Bool, _ diagnostics: Diagnostics) -> Bool {
        tellReading(as: truth ? "yes" : "no", form: "truth", diagnostics)
        return truth
    }

    /// Tells how an unusual form was read, once a column and form.
    func tellReading(as meant: String, form: String, _ diagnostics: Diagnostics) {
        guard diagnostics.isFirst("\(form)\n\(place.file)\n\(name)") else { return }
        notice(
            "\(name) \(shown) is read as \(meant); so is every \(name) of that form", expected: meant,
            diagnostics)
    }

    /// Identifiers separated by semicolons, such as roles: `a;b`. Told once where one is there twice.
    public func identifiers(_ diagnostics: Diagnostics) -> [String]? {
        var found: [String] = []
        for piece in text.split(separator: ";") {
            let part = part(piece)
            guard !part.isBlank else { continue }
            guard let identifier = part.identifier(diagnostics) else { return nil }
            if found.contains(identifier) {
                warning("\(name) \(shown) names '\(identifier)' twice", diagnostics)
            } else {
                found.append(identifier)
            }
        }
        guard !found.isEmpty else {
            error(
                isBlank ? "\(name) is blank" : "\(name) \(shown) names nothing",
                expected: "one, or several with semicolons between them: a;b",
                diagnostics)
            return nil
        }
        return found
    }

    /// Words separated by blanks, commas or semicolons, such as parts of the day: `am pm`.
    public var words: [String] {
        text.split { $0 == " " || $0 == "," || $0 == ";" || $0.isNewline || $0 == "\t" }.map(String.init)
    }

    /// Days of the week: `Mon-Sun`, `Mon,Wed-Fri`, `Sat Sun`; a range may run over the week's end.
    ///
    /// - Returns: Every day for a blank; nil, with an error reported, where a word is no weekday.
    public func weekdays(_ diagnostics: Diagnostics) -> Set<Weekday>? {
        guard !isBlank else { return Set(Weekday.allCases) }
        var days: Set<Weekday> = []
        for word in Self.joinedRanges(plain(diagnostics)) {
            let ends = word.split(separator: "-", omittingEmptySubsequences: false).map(DayWords.weekday)
            guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1] else {
                wrongEverywhere(
                    "\(name) \(shown) has '\(Diagnostic.shortened(word))', which is no weekday",
                    expected: "weekdays such as Mon-Fri or Mon,Wed,Sat-Sun", diagnostics)
                return nil
            }
            var day = first
            days.insert(day)
            while day != last {
                day = Weekday(rawValue: (day.rawValue + 1) % 7) ?? .monday
                days.insert(day)
            }
        }
        guard !days.isEmpty else {
            error("\(name) \(shown) names no weekday", expected: "weekdays such as Mon-Fri", diagnostics)
            return nil
        }
        return days
    }

    /// The words of a list of days, the blanks around hyphens and dashes taken out.
    private static func joinedRanges(_ text: String) -> [String] {
        var plain = ""
        for character in text {
            if character == "-" || character == "–" {
                while plain.last == " " { plain.removeLast() }
                plain.append("-")
            } else if character != " " || plain.last != "-" {
                plain.append(character)
            }
        }
        return Field(plain, name: "", place: Place(file: "")).words
    }

    /// The name among some that a word says, which may be in other capitals: then told once a column. Nil where it is none
    /// of them, or could be two.
    public func spelling(of word: String, among names: [String], _ diagnostics: Diagnostics) -> String? {
        guard let name = Self.spelling(of: word, among: names) else { return nil }
        if name != word {
            part(word).tellReading(as: "'\(name)'", form: "capitals", diagnostics)
        }
        return name
    }

    static func spelling(of word: String, among names: [String]) -> String? {
        if names.contains(word) { return word }
        let small = word.lowercased()
        let alike = names.filter { $0.lowercased() == small }
        return alike.count == 1 ? alike[0] : nil
    }
}

extension StringProtocol where SubSequence == Substring {
    /// Without blanks at either end.
    var trimmedBlanks: Substring { drop { $0 == " " }.trimmedEnd }
}

extension Substring {
    /// Without blanks at the end.
    public var trimmedEnd: Substring {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
