import Vocabulary

/// The aliases as a tree of words without diacritics; where words match, diacritics are compared.
///
/// Phrases are found at every position in one walk each, so the time is the title's length times its longest phrase,
/// whatever the number of aliases.
struct OccupationLexicon: Sendable {
    /// An alias, ready to be found.
    struct Entry: Sendable {
        var code: OccupationCode?
        var kind: OccupationAlias.Kind
        var phrases: [Int]
        var points: Int
    }

    /// A phrase where a text has it.
    struct Occurrence {
        var phrase: Int
        var words: Range<Int>
    }

    private(set) var entries: [Entry] = []
    /// The entries whose first phrase is this.
    private(set) var entriesByPhrase: [[Int]] = []
    private var accented: [[String]] = []
    private var phraseOf: [[String]: Int] = [:]
    private var wordIDs: [String: Int] = [:]
    private var branches: [Branch: Int] = [:]
    private var phrasesAtNode: [[Int]] = [[]]

    private struct Branch: Hashable {
        var node: Int
        var word: Int
    }

    /// A lexicon of aliases, and of official names where no alias is spelt so.
    init(aliases: [OccupationAlias], names: [(code: OccupationCode, name: String)]) {
        for alias in aliases { insert(alias) }
        let known = Set(phraseOf.keys)
        for (code, name) in names where code.digits.utf8.count == 4 && "23456789".contains(code.digits.prefix(1)) {
            guard let words = OccupationLexicon.words(ofName: name), !known.contains(words.map(\.accented)) else {
                continue
            }
            insert([words], code, .job)
        }
    }

    /// The words of a name before any bracket, where they name who does the work and nothing beside it.
    ///
    /// The parts of an enumeration say little alone: its object comes with the last.
    private static func words(ofName name: String) -> [OccupationWord]? {
        let words = OccupationWord.words(of: name, atMost: 16).filter { !$0.isAside }
        let plain = words.map(\.plain).joined(separator: " ")
        let isOpen = [" va ", " khac", "lien quan", "phan vao dau", "tuong duong"].contains { plain.contains($0) }
        guard !isOpen, !name.contains(","), !name.contains("/"), words.count >= 2 else { return nil }
        return agents.contains { plain.hasPrefix($0 + " ") } ? words : nil
    }

    private mutating func insert(_ alias: OccupationAlias) {
        let parts = alias.words.split(separator: " + ").map { OccupationWord.words(of: String($0), atMost: 16) }
        insert(parts, alias.code, alias.kind)
    }

    private mutating func insert(
        _ parts: [[OccupationWord]],
        _ code: OccupationCode?,
        _ kind: OccupationAlias.Kind
    ) {
        let phrases = parts.filter { !$0.isEmpty }.map { phrase($0) }
        guard let first = phrases.first else { return }
        let points = parts.map(OccupationLexicon.points).reduce(0, +)
        entriesByPhrase[first].append(entries.count)
        entries.append(Entry(code: code, kind: kind, phrases: phrases, points: points))
    }

    /// 3 for each word, but 1 for one that only says that somebody works.
    private static func points(_ words: [OccupationWord]) -> Int {
        var points = 0
        var index = words.startIndex
        while index < words.endIndex {
            let pair = words[index...].prefix(2).map(\.plain).joined(separator: " ")
            let length = workers.contains(pair) ? 2 : 1
            points += length == 2 || workers.contains(words[index].plain) ? 1 : 3
            index += length
        }
        return points
    }

    private mutating func phrase(_ words: [OccupationWord]) -> Int {
        let key = words.map(\.accented)
        if let known = phraseOf[key] { return known }
        var node = 0
        for word in words {
            let branch = Branch(node: node, word: id(word.plain))
            if let next = branches[branch] {
                node = next
            } else {
                node = phrasesAtNode.count
                phrasesAtNode.append([])
                branches[branch] = node
            }
        }
        let phrase = accented.count
        accented.append(key)
        entriesByPhrase.append([])
        phraseOf[key] = phrase
        phrasesAtNode[node].append(phrase)
        return phrase
    }

    private mutating func id(_ word: String) -> Int {
        if let known = wordIDs[word] { return known }
        wordIDs[word] = wordIDs.count
        return wordIDs.count - 1
    }

    /// Where a text has phrases of the lexicon, in the order of the text.
    ///
    /// Words with diacritics match only the same words. Words without match any that fold to them where the whole text
    /// has none, or, if told to be lenient, where the phrase has at least two words. One word with diacritics is no
    /// match for one without in a longer text: `lop` is more often `lớp`, a class, than `lốp`, a tyre.
    func occurrences(in words: [OccupationWord], isLenient: Bool) -> [Occurrence] {
        let ids = words.map { wordIDs[$0.plain] }
        let isBare = !words.contains(where: \.hasMarks)
        var found: [Occurrence] = []
        for start in words.indices {
            var node = 0
            var end = start
            while end < words.endIndex, let id = ids[end], let next = branches[Branch(node: node, word: id)] {
                node = next
                end += 1
                for phrase in phrasesAtNode[node]
                where isBare && words.count <= 2 || (isBare || isLenient) && end - start > 1
                    || zip(accented[phrase], words[start..<end]).allSatisfy({ $0 == $1.accented })
                {
                    found.append(Occurrence(phrase: phrase, words: start..<end))
                }
            }
        }
        return found
    }
}

/// Words that an official name begins with where it names who does the work.
private let agents = [
    "nhan vien", "tho", "ki su", "lao dong", "nguoi", "nha", "giao vien", "bac si", "lai", "ki thuat vien", "giam sat",
    "ke toan", "kien truc su", "dau bep", "le tan", "thu ki", "giang vien", "quan tri", "huong dan vien",
    "kiem soat vien",
]

/// Words that say only that somebody works, and not as what.
private let workers: Set<String> = [
    "nhan vien", "cong nhan", "chuyen vien", "lao dong", "can bo", "van hanh", "tho", "nguoi", "lam", "di",
]
