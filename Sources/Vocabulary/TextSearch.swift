/// A search for words in Vietnamese texts, typed with marks or without; what matches exactly comes first.
///
/// Capitals, the place of a tone (hòa, hoà), i for y (Sĩ, Sỹ) and punctuation make no difference.
package struct TextSearch: Sendable {
    /// How well a text matches, the best first.
    package enum Rank: Int, Comparable, Sendable, CaseIterable {
        /// The same words with the same marks.
        case exact
        /// The same words without marks.
        case unmarked
        /// Begins with the words, with the same marks.
        case start
        /// Begins with the words, without marks.
        case unmarkedStart
        /// Has words that begin so, with the same marks.
        case words
        /// Has words that begin so, without marks.
        case unmarkedWords

        /// Better matches come first.
        package static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
    }

    private let query: [Syllable]
    /// The words of the query, those first that fewer words can begin with.
    private let strictestFirst: [Syllable]

    /// A search for the words of a query.
    package init(_ query: some StringProtocol) {
        self.query = Syllable.all(of: query).map(\.writtenWithI)
        strictestFirst = self.query.sorted {
            ($0.letters.count, $0.tone.rawValue) > ($1.letters.count, $1.tone.rawValue)
        }
    }

    /// How well a text matches; nil where it does not, or where the query has no words.
    package func rank(of text: some StringProtocol) -> Rank? {
        if query.isEmpty { return nil }
        let words = Syllable.all(of: text).map(\.writtenWithI)
        guard let extent = extent(in: words, isMarked: false) else { return nil }
        let isMarked = self.extent(in: words, isMarked: true) == extent
        switch extent {
        case .whole: return isMarked ? .exact : .unmarked
        case .start: return isMarked ? .start : .unmarkedStart
        case .words: return isMarked ? .words : .unmarkedWords
        }
    }

    private enum Extent {
        case whole
        case start
        case words
    }

    private func extent(in words: [Syllable], isMarked: Bool) -> Extent? {
        func begins(_ position: Int) -> Bool {
            let isLast = position == query.count - 1
            return query[position].begins(words[position], isMarked: isMarked)
                && (isLast || query[position].plain.count == words[position].plain.count)
        }
        if words.count >= query.count, query.indices.allSatisfy(begins) {
            let isWhole = words.count == query.count && query.last?.plain.count == words.last?.plain.count
            return isWhole ? .whole : .start
        }
        // Each word of the query needs a word of its own: Hòa also begins Hoàng.
        var free = words
        for part in strictestFirst {
            guard let position = free.firstIndex(where: { part.begins($0, isMarked: isMarked) }) else { return nil }
            free.remove(at: position)
        }
        return .words
    }
}

extension Syllable {
    /// Whether another word begins with this one; with marks, the tone may still be missing from an unfinished word.
    fileprivate func begins(_ word: Syllable, isMarked: Bool) -> Bool {
        guard isMarked else { return word.plain.starts(with: plain) }
        return word.letters.starts(with: letters)
            && (tone == word.tone || tone == .level && letters.count < word.letters.count)
    }
}
