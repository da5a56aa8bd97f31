import Vocabulary

/// Words that people use for a job, with the occupation they mean.
package struct OccupationAlias: Hashable, Sendable {
    /// How much the words say.
    package enum Kind: String, Sendable, CaseIterable {
        /// They name a job.
        case job
        /// They only hint at one, and count where nothing names any.
        case hint
        /// They look like a job and say nothing of any: `Hàn Quốc` is no welding (`hàn`).
        case noise
    }

    /// The occupation, with as many digits as the words say; nil for noise.
    package var code: OccupationCode?
    /// The words, with diacritics; ` + ` stands for any words between.
    package var words: String
    /// How much they say.
    package var kind: Kind

    /// An alias, with a code unless it is noise.
    package init(code: OccupationCode?, words: String, kind: Kind) {
        self.code = code
        self.words = words
        self.kind = kind
    }

    /// An alias as its table has it; nil where a code is missing, or noise has one.
    package init?(code: String, words: String, kind: String) {
        guard let kind = Kind(rawValue: kind), !words.isEmpty else { return nil }
        guard kind != .noise else {
            guard code.isEmpty else { return nil }
            self.init(code: nil, words: words, kind: kind)
            return
        }
        guard let code = OccupationCode(code), code.digits.utf8.count <= 4 else { return nil }
        self.init(code: code, words: words, kind: kind)
    }
}
