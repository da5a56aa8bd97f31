extension ConditionReader {
    /// Reads whether and how long one must have done such work before.
    mutating func readExperience(_ segment: ConditionSegment) {
        for (index, item) in segment.items.enumerated() where item.word == .experience {
            let isAnswered = segment.word(index + 1) == .colon && segment.word(index + 2) == .unasked
            if item.denial == .unasked || isAnswered {
                isExperienceUnasked = true
                offers[ConditionWord.Offer.training.rawValue].isOffered = true
            }
        }
        guard !segment.items.contains(where: { $0.word == .company }) else { return }
        var index = 0
        while index < segment.items.count {
            let start = index
            guard let months = period(segment, at: &index) else { continue }
            guard isOfExperience(segment, from: start, to: index), !segment.items[start].isPreferred else { continue }
            guard segment.items[start].denial == nil, segment.word(start - 1) != .upTo else { continue }
            experience = min(experience ?? months, months)
        }
    }

    /// The lower end of a period of months or years from a number on; nil where none is, and then one item further.
    private func period(_ segment: ConditionSegment, at index: inout Int) -> Int? {
        guard let first = segment.number(index) else {
            index += 1
            return nil
        }
        index += 1
        let unit = unit(segment.word(index))
        if unit != nil { index += 1 }
        var lastUnit = unit
        if segment.word(index) == .dash || segment.word(index) == .to, segment.number(index + 1) != nil {
            lastUnit = self.unit(segment.word(index + 2))
            if lastUnit != nil { index += 3 }
        }
        guard let months = unit ?? lastUnit, first <= 30 else { return nil }
        return first * months
    }

    private func unit(_ word: ConditionWord?) -> Int? {
        switch word {
        case .years: 12
        case .months: 1
        default: nil
        }
    }

    /// Whether a period is one of experience: `2 năm kinh nghiệm`, `kinh nghiệm từ 2 năm`, `ít nhất 2 năm làm việc`.
    private func isOfExperience(_ segment: ConditionSegment, from start: Int, to end: Int) -> Bool {
        let clause = segment.clause(of: start)
        let near = max(clause.lowerBound, start - 7)..<min(clause.upperBound, end + 4)
        if segment.items[near].contains(where: { $0.word == .experience }) { return true }
        let next = segment.word(end)
        return segment.word(start - 1) == .from && (next == .working || next == .workAt)
            || next == .orMore && segment.word(end + 1) == .about
    }

    /// Reads the lowest schooling asked for: of levels in one list any is enough, and so is the lowest of several lists,
    /// which may be of several posts.
    mutating func readSchooling(_ segment: ConditionSegment) {
        for (index, item) in segment.items.enumerated() {
            switch item.word {
            case .credentials:
                let isAnswered = segment.word(index + 1) == .colon && segment.word(index + 2) == .unasked
                if item.denial == .unasked || isAnswered { ask(schooling: 1) }
            case .education(let level):
                if isAsked(segment, level: index) { ask(schooling: level) }
            case .qualification(let level):
                if isAsked(segment, level: index) { ask(schooling: 10 + level) }
            default: break
            }
        }
    }

    private mutating func ask(schooling rank: Int) {
        schooling = min(schooling ?? rank, rank)
    }

    private func isAsked(_ segment: ConditionSegment, level index: Int) -> Bool {
        let item = segment.items[index]
        guard item.denial == nil, !item.isPreferred else { return false }
        let before = segment.items[..<index]
        guard !before.contains(where: { $0.word == .others || $0.word == .lesson }) else { return false }
        if before.contains(where: { [.graduated, .credentials, .licence(nil)].contains($0.word) }) { return true }
        let after = segment.items[(index + 1)...].prefix(6).prefix { $0.word != .age }
        if after.contains(where: { $0.word == .graduated || $0.word == .orMore }) { return true }
        return !segment.isTitle && segment.items.allSatisfy { $0.word.isSchoolingOrJoin }
    }
}

extension ConditionWord {
    /// Whether a segment of such words only is a bare answer: `Cao đẳng hoặc đại học`.
    fileprivate var isSchoolingOrJoin: Bool {
        switch self {
        case .education, .qualification, .comma, .slash, .dash, .or, .and, .from: true
        default: false
        }
    }
}
