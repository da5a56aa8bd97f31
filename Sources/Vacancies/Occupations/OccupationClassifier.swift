import Vocabulary

/// Tells the occupation (Decision 34/2020/QĐ-TTg) from the words of a title, or of a person about their work.
///
/// The words are looked up in a list of aliases and among the official names. Longer aliases win over the shorter within
/// them; of those apart, the first has the advantage, since a Vietnamese title says the job first and its object,
/// place and benefits after it. What stands in brackets counts only where nothing outside them names a job. What no
/// alias says stays unknown.
///
/// Invariants: the same words give the same guess; a text without diacritics is read as any text that folds to it.
package struct OccupationClassifier: Sendable {
    /// An occupation told from words.
    package struct Guess: Hashable, Sendable {
        /// The occupation, with 1 to 4 digits: as many as the words say.
        package var code: OccupationCode
        /// How sure its first two digits are, or the one it has, 0...100: of 100 titles with evidence of the same kind, so
        /// many were read right.
        package var confidence: Int

        /// A guess.
        package init(code: OccupationCode, confidence: Int) {
            self.code = code
            self.confidence = confidence
        }
    }

    private let lexicon: OccupationLexicon

    /// A classifier.
    ///
    /// - Parameters:
    ///   - names: the official names by code.
    ///   - aliases: other words for the occupations.
    package init(names: [(code: OccupationCode, name: String)], aliases: [OccupationAlias]) {
        lexicon = OccupationLexicon(aliases: aliases, names: names)
    }

    /// The occupation that a title means.
    ///
    /// - Parameters:
    ///   - title: the title, or a person's words about their work.
    ///   - text: a description, whose beginning decides only between occupations that the title names alike.
    /// - Returns: the occupation and how sure it is; nil where the title says none.
    package func classify(title: String, text: String = "") -> Guess? {
        let words = OccupationWord.words(of: title, atMost: OccupationClassifier.mostWords)
        let asides = words.filter(\.isAside)
        let main = guess(words.filter { !$0.isAside }, text)
        if let main, main.isNamed || asides.isEmpty { return main.guess }
        let aside = guess(asides, text)
        return aside?.isNamed == true ? aside?.guess : (main ?? aside)?.guess
    }

    private static let mostWords = 64

    /// What words say, and whether they name it or only hint at it.
    private func guess(_ words: [OccupationWord], _ text: String) -> (guess: Guess, isNamed: Bool)? {
        let isBare = !words.contains(where: \.hasMarks)
        var isLenient = false
        var readings = readings(of: words, isLenient: false)
        if readings.isEmpty, !isBare {
            isLenient = true
            readings = self.readings(of: words, isLenient: true)
        }
        guard var best = readings.first else { return nil }
        let rivals = readings.filter { $0.isRival(of: best) }
        if !rivals.isEmpty, !text.isEmpty { best = choice(of: [best] + rivals, by: text) }
        let evidence: OccupationEvidence =
            if best.kind == .hint {
                best.code.group == nil ? .general : .hint
            } else if !rivals.isEmpty || OccupationClassifier.isAbove(words, best.code) {
                .contested
            } else {
                isLenient ? .misspelt : .alias
            }
        return (Guess(code: best.code, confidence: evidence.confidence), best.kind == .job)
    }

    /// The one that a description also names, where it names no other; else the first.
    private func choice(of rivals: [OccupationReading], by text: String) -> OccupationReading {
        let words = OccupationWord.words(of: text, atMost: OccupationClassifier.mostWords)
        let named = Set(readings(of: words, isLenient: false).filter { $0.kind == .job }.map(\.code.group))
        let supported = rivals.filter { named.contains($0.code.group) }
        return supported.count == 1 ? supported[0] : rivals[0]
    }

    /// What the words may mean, likeliest first.
    private func readings(of words: [OccupationWord], isLenient: Bool) -> [OccupationReading] {
        let skipped = OccupationClassifier.wordsOfEmployer(words)
        var occurrences = lexicon.occurrences(in: words, isLenient: isLenient).filter { $0.words.lowerBound >= skipped }
        let noise = occurrences.filter { occurrence in
            lexicon.entriesByPhrase[occurrence.phrase].contains { lexicon.entries[$0].kind == .noise }
        }
        occurrences.removeAll { occurrence in
            noise.contains { $0.words.overlaps(occurrence.words) && $0.words.count >= occurrence.words.count }
        }
        var readings: [OccupationReading] = []
        for occurrence in occurrences {
            for index in lexicon.entriesByPhrase[occurrence.phrase] {
                let entry = lexicon.entries[index]
                guard let code = entry.code, let spans = spans(of: entry, from: occurrence, in: occurrences)
                else { continue }
                readings.append(OccupationReading(code: code, entry: entry, spans: spans))
            }
        }
        return OccupationReading.ranked(readings)
    }

    /// Where the phrases of an entry stand one after the other, beginning with this one.
    private func spans(
        of entry: OccupationLexicon.Entry,
        from first: OccupationLexicon.Occurrence,
        in occurrences: [OccupationLexicon.Occurrence]
    ) -> [Range<Int>]? {
        var spans = [first.words]
        for phrase in entry.phrases.dropFirst() {
            let end = spans[spans.count - 1].upperBound
            guard let next = occurrences.first(where: { $0.phrase == phrase && $0.words.lowerBound >= end })
            else { return nil }
            spans.append(next.words)
        }
        return spans
    }

    /// Whether words of higher work stand beside a code of manual work: `chuyên gia dịch vụ chuyển phát`.
    private static func isAbove(_ words: [OccupationWord], _ code: OccupationCode) -> Bool {
        guard let major = code.digits.first, "789".contains(major) else { return false }
        return zip(words, words.dropFirst()).contains { professions.contains($0.plain + " " + $1.plain) }
    }

    /// How many words at the beginning name who hires: `Công ty Sơn Việt Úc tuyển nhân viên kho`.
    private static func wordsOfEmployer(_ words: [OccupationWord]) -> Int {
        guard let first = words.first, let hires = words.firstIndex(where: { $0.plain == "tuyen" }),
            hires + 1 < words.count, words[hires + 1].plain != "sinh"
        else { return 0 }
        let pair = words.prefix(2).map(\.plain).joined(separator: " ")
        return employers.contains(first.plain) || employers.contains(pair) ? hires + 1 : 0
    }
}

/// Words for work of the major groups 1 to 3.
private let professions: Set<String> = [
    "ki su", "chuyen gia", "chuyen vien", "truong phong", "giam doc", "truong bo", "pho phong",
]

/// Words that a title begins with where it names who hires before what for.
private let employers: Set<String> = [
    "cong ti", "cti", "nha may", "cua hang", "nha hang", "khach san", "sieu thi", "hop tac", "htx", "co so", "xuong",
    "doanh nghiep", "tap doan", "truong hoc", "benh vien", "phong kham", "shop", "trang trai", "xi nghiep",
]
