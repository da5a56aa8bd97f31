import Vocabulary

/// Reads the segments of an advertisement one by one, and says what they amount to.
struct ConditionReader {
    private static let longestSegment = 120

    /// The year of the advertisement, from which years of birth are counted back.
    let postedYear: Int?
    /// What is said of each offer.
    var offers = InlineArray<6, Said>(repeating: Said())
    /// What is said of work by day.
    var isDayWork = false
    /// Whether shifts of any kind are named.
    var hasShifts = false
    /// Whether the work is at a place closed to minors.
    var isPlaceClosedToMinors = false
    /// Languages asked for.
    var languages: Set<Language> = []
    /// Skills and licences asked for.
    var skills: Set<Skill> = []
    /// Who is wanted, and who is preferred.
    var sexes = Wish<Set<Sex>>()
    /// The ages that are wanted, and those that are preferred.
    var ages = Wish<ClosedRange<Int>>()
    /// The fewest months of experience that are asked for.
    var experience: Int?
    /// Whether experience is expressly not asked for.
    var isExperienceUnasked = false
    /// The lowest schooling asked for: general education below 10, technical qualification from 10 on.
    var schooling: Int?

    /// What is said of an offer.
    struct Said {
        /// Whether some words offer it.
        var isOffered = false
        /// Whether some words deny it.
        var isDeclined = false

        /// Whether it is offered; nil where nothing is said, or both.
        var answer: Bool? { isOffered == isDeclined ? nil : isOffered }
    }

    /// A wish, firm or not.
    struct Wish<Value> {
        /// What is wanted.
        var firm: Value?
        /// What is preferred, which counts where nothing is wanted.
        var preferred: Value?
    }

    /// Reads a text, which is the title or the rest.
    mutating func read(_ text: String, isTitle: Bool) {
        let lexicon = ConditionLexicon.shared
        let tokens = ConditionToken.tokens(of: text)
        var start = tokens.startIndex
        for (index, token) in tokens.enumerated() {
            // A sentence without an end is read in parts, so that time stays linear whatever is done with a segment.
            let isFull = index - start >= ConditionReader.longestSegment
            guard token.kind == .end || isFull else { continue }
            if index > start { read(ConditionSegment(tokens[start..<index], isTitle: isTitle, lexicon: lexicon)) }
            start = token.kind == .end ? index + 1 : index
        }
    }

    private mutating func read(_ segment: ConditionSegment) {
        readOffers(segment)
        readHours(segment)
        readPlace(segment)
        readSexes(segment)
        readAges(segment)
        readExperience(segment)
        readSchooling(segment)
        readLanguages(segment)
        readSkills(segment)
    }
}
