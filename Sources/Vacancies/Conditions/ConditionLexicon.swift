/// Finds the longest known run of words from a place in a segment, along a tree of words.
///
/// In a segment with marks, words are told apart by them, so that `máy` is not taken for `may`. A segment without any
/// was typed without, or lost them, and is matched by its letters only, except for runs that mean something else then.
struct ConditionLexicon: Sendable {
    private var marked = Tree()
    private var plain = Tree()

    /// The lexicon of the tables of phrases.
    static let shared = ConditionLexicon(conditionPhrases)

    /// A lexicon of phrases.
    init(_ tables: [[ConditionPhrases]]) {
        for phrases in tables.joined() {
            for run in ConditionToken.tokens(of: phrases.runs).split(whereSeparator: { $0.kind == .end }) {
                if phrases.spelling != .plain { marked.add(run.map(\.markedKey), meaning: phrases.word) }
                if phrases.spelling != .marked { plain.add(run.map(\.key), meaning: phrases.word) }
            }
        }
    }

    /// The meaning of the longest run at the start of some tokens, and its length; nil where none is known.
    func longest(in tokens: ArraySlice<ConditionToken>, isPlain: Bool) -> (word: ConditionWord, length: Int)? {
        isPlain
            ? plain.longest(in: tokens, by: { $0.key })
            : marked.longest(in: tokens, by: { $0.markedKey })
    }

    /// A tree of runs of keys, as one table of its edges.
    private struct Tree {
        private var edges: [UInt64: Int32] = [:]
        private var meanings: [ConditionWord?] = [nil]

        mutating func add(_ run: [UInt64], meaning: ConditionWord) {
            var node: Int32 = 0
            for key in run {
                let edge = Tree.edge(from: node, key)
                if let next = edges[edge] {
                    node = next
                } else {
                    node = Int32(meanings.count)
                    edges[edge] = node
                    meanings.append(nil)
                }
            }
            precondition(meanings[Int(node)].map { $0 == meaning } ?? true, "two meanings of one run: \(meaning)")
            meanings[Int(node)] = meaning
        }

        func longest(
            in tokens: ArraySlice<ConditionToken>,
            by key: (ConditionToken) -> UInt64
        ) -> (word: ConditionWord, length: Int)? {
            var node: Int32 = 0
            var found: (ConditionWord, Int)?
            for index in tokens.indices {
                guard let next = edges[Tree.edge(from: node, key(tokens[index]))] else { break }
                node = next
                if let meaning = meanings[Int(node)] { found = (meaning, index - tokens.startIndex + 1) }
            }
            return found
        }

        private static func edge(from node: Int32, _ key: UInt64) -> UInt64 {
            key ^ UInt64(node) &* 0xD6E8_FEB8_6659_FD93
        }
    }
}

/// Runs of words with one meaning, written with their marks and separated by semicolons.
struct ConditionPhrases {
    /// What they mean.
    var word: ConditionWord
    /// The runs.
    var runs: String
    /// How they have to be spelt to mean it.
    var spelling = Spelling.any

    /// How words are spelt.
    enum Spelling {
        /// With their marks, or all of the segment without.
        case any
        /// With their marks: without, they may be something else.
        case marked
        /// In a segment without marks only.
        case plain
    }
}

/// All tables.
private let conditionPhrases = [
    scopePhrases, offerPhrases, nightPhrases, placePhrases, peoplePhrases, amountPhrases, schoolPhrases,
    languagePhrases, skillPhrases,
]
