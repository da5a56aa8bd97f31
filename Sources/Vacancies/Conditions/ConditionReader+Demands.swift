import Vocabulary

extension ConditionReader {
    /// Reads the languages that are asked for; of alternatives none is.
    mutating func readLanguages(_ segment: ConditionSegment) {
        var accepted: Int?
        for (index, item) in segment.items.enumerated() {
            switch item.word {
            case .literate:
                if item.denial == nil, !item.isPreferred { languages.insert(.vietnamese) }
            case .language(let language):
                guard item.denial == nil, !item.isPreferred, segment.number(index - 1) == nil else { continue }
                guard !isAlternative(segment, at: index), !isLesson(segment, at: index) else { continue }
                let clause = segment.items[segment.clause(of: index)]
                let continuesList = accepted != nil && accepted == index - 2
                guard continuesList || clause.contains(where: { $0.word.asksForLanguage }) else { continue }
                languages.insert(language)
                accepted = index
            default: break
            }
        }
    }

    /// Reads the skills and licences that are asked for; of alternatives none is, but of classes of licences the lowest.
    mutating func readSkills(_ segment: ConditionSegment) {
        for (index, item) in segment.items.enumerated() where item.denial == nil && !item.isPreferred {
            let asked: Skill? =
                switch item.word {
                case .skill(let skill): isAlternative(segment, at: index) ? nil : skill
                case .licence(let known): licence(segment, at: index, known)
                default: nil
                }
            if let asked, !isLesson(segment, at: index) { skills.insert(asked) }
        }
    }

    private func isLesson(_ segment: ConditionSegment, at index: Int) -> Bool {
        segment.items[segment.clause(of: index)].contains { $0.word == .lesson }
    }

    private func isAlternative(_ segment: ConditionSegment, at index: Int) -> Bool {
        if segment.items[segment.clause(of: index)].contains(where: { $0.word == .or }) { return true }
        return segment.word(index + 1) == .slash || segment.word(index - 1) == .slash
    }

    /// The licence that a word for one and the classes after it ask for; the bare `bằng` needs one right behind it.
    private func licence(_ segment: ConditionSegment, at index: Int, _ known: Skill?) -> Skill? {
        let clause = segment.clause(of: index)
        guard !segment.items[clause].contains(where: { $0.word.isLanguage }) else { return nil }
        var lowest: Skill?
        var gap = 0
        var end = index + 1
        while let word = segment.word(end), gap < 4 {
            switch word {
            case .licenceClass(let skill):
                lowest = lowest.map { rank(skill) < rank($0) ? skill : $0 } ?? skill
                gap = 2
            case .comma, .slash, .dash, .or, .and, .colon: gap = lowest == nil ? gap : max(gap, 3)
            default: gap += lowest == nil ? 1 : 4
            }
            end += 1
        }
        if lowest == nil, segment.items[clause].contains(where: { $0.word == .or }) { return nil }
        return lowest ?? known
    }

    private func rank(_ skill: Skill) -> Int {
        switch skill {
        case .drivingMotorcycle: 0
        case .drivingCar: 1
        default: 2
        }
    }
}

extension ConditionWord {
    fileprivate var isLanguage: Bool {
        if case .language = self { true } else { false }
    }

    /// Whether a language in the same clause is asked for.
    fileprivate var asksForLanguage: Bool {
        switch self {
        case .speaking, .trait, .credentials, .from, .orMore: true
        case .wanted: true
        default: false
        }
    }
}
