/// A sentence, line or point of a list, as what its words mean.
struct ConditionSegment {
    /// What its words mean, in order.
    private(set) var items: [Item] = []
    /// Whether it is of the title.
    let isTitle: Bool

    /// A word, number or sign, and what was said of it.
    struct Item {
        /// What it means.
        var word: ConditionWord
        /// Whether it follows the one before it without a space.
        var isJoined: Bool
        /// Which part between commas and brackets it is in.
        var clause = 0
        /// Whether it is a preference only.
        var isPreferred = false
        /// What denies it, if anything does.
        var denial: ConditionWord?
    }

    /// A segment of tokens.
    init(_ tokens: ArraySlice<ConditionToken>, isTitle: Bool, lexicon: ConditionLexicon) {
        self.isTitle = isTitle
        items.reserveCapacity(tokens.count)
        let isPlain = tokens.allSatisfy { $0.marks == 0 }
        var rest = tokens
        while let token = rest.first {
            let found = lexicon.longest(in: rest, isPlain: isPlain)
            items.append(Item(word: found?.word ?? ConditionSegment.word(token), isJoined: token.isJoined))
            rest = rest.dropFirst(found?.length ?? 1)
        }
        resolveAmbiguity()
        markClauses()
        markPreferences()
        markDenials()
    }

    /// What stands at a place; nil beyond both ends.
    func word(_ index: Int) -> ConditionWord? { items.indices.contains(index) ? items[index].word : nil }

    /// The number at a place; nil where none stands.
    func number(_ index: Int) -> Int? {
        if case .number(let number) = word(index), number >= 0 { Int(number) } else { nil }
    }

    /// The items between the same commas and brackets as one of them.
    func clause(of index: Int) -> Range<Int> {
        let clause = items[index].clause
        let start = items[..<index].lastIndex { $0.clause != clause }.map { $0 + 1 } ?? 0
        let end = items[index...].firstIndex { $0.clause != clause } ?? items.count
        return start..<end
    }

    private static func word(_ token: ConditionToken) -> ConditionWord {
        switch token.kind {
        case .word, .end: .unknown
        case .number: .number(token.number)
        case .comma, .plus: .comma
        case .slash: .slash
        case .dash: .dash
        case .colon: .colon
        case .open: .open
        case .close: .close
        }
    }

    private mutating func resolveAmbiguity() {
        let namesWomen = items.contains { $0.word == .sex(.female) }
        for index in items.indices {
            switch items[index].word {
            case .maleOrYears:
                items[index].word = namesWomen ? .sex(.male) : maleOrYears(at: index)
            case .ageLetter:
                let isUnit = items[index].isJoined && number(index - 1) != nil
                items[index].word = isUnit ? .age : .unknown
            default: break
            }
        }
    }

    /// `10 nam` by itself counts men and in a sentence years; `quy, nam` may be either.
    private func maleOrYears(at index: Int) -> ConditionWord {
        switch word(index - 1) {
        case .number: items.count > 2 ? .years : .sex(.male)
        case .comma, .slash, .dash, .and, .or: .unknown
        default: .sex(.male)
        }
    }

    private mutating func markClauses() {
        var clause = 0
        for index in items.indices {
            switch items[index].word {
            case .comma, .open, .close: clause += 1
            default: break
            }
            items[index].clause = clause
        }
    }

    /// A preference holds until the end of its segment or bracket, and an afterthought from the start of its segment.
    private mutating func markPreferences() {
        var isPreferring = false
        var isBracketed = false
        for index in items.indices {
            switch items[index].word {
            case .preferred:
                isPreferring = true
            case .open: isBracketed = true
            case .close:
                if isBracketed { isPreferring = false }
                isBracketed = false
            default: break
            }
            if isPreferring { items[index].isPreferred = true }
        }
        let last = items.lastIndex { $0.word == .bonus } ?? -1
        let isOptional = items.contains { $0.word == .optional }
        for index in items.indices where isOptional || index < last { items[index].isPreferred = true }
    }

    /// What denies holds for a few words in the same clause, and goes on along a list of what is alike.
    private mutating func markDenials() {
        var denial: ConditionWord?
        var reach = 0
        for index in items.indices {
            let word = items[index].word
            switch word {
            case .no, .notYet: (denial, reach) = (word, 4)
            case .unasked: (denial, reach) = (word, 8)
            case .comma, .slash, .and, .or:
                guard index > 0, items[index - 1].denial != nil, let next = self.word(index + 1) else { break }
                if next.isAlike(items[index - 1].word) { continue }
                if word != .and && word != .or { reach = 0 }
                continue
            case .colon, .open, .close, .dash: reach = 0
            default: break
            }
            if reach > 0, word != denial {
                items[index].denial = denial
                reach -= 1
            } else if [.comma, .slash].contains(word) {
                reach = 0
            }
        }
    }
}

extension ConditionWord {
    /// Whether two words of a list are of one kind, so that what denies the first denies the second.
    fileprivate func isAlike(_ other: ConditionWord) -> Bool {
        switch (self, other) {
        case (.language, .language), (.skill, .skill), (.education, .education): true
        case (.qualification, .qualification), (.experience, .credentials), (.credentials, .experience): true
        default: self == other
        }
    }
}
