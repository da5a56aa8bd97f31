import Vocabulary

extension ConditionReader {
    /// Reads the sex that is wanted: only where a word for it stands as those words do in a wish, since `nam` is in
    /// names of places and `nữ` in names of goods.
    mutating func readSexes(_ segment: ConditionSegment) {
        var accepted: Set<Int> = []
        for (index, item) in segment.items.enumerated() {
            guard case .sex(let sex) = item.word, item.denial == nil else { continue }
            guard let before = accepts(segment, before: index, accepted) else { continue }
            guard before == .other || opensWish(segment, before: index) else { continue }
            accepted.insert(index)
            if item.isPreferred {
                sexes.preferred = (sexes.preferred ?? []).union([sex])
            } else {
                sexes.firm = (sexes.firm ?? []).union([sex])
            }
        }
    }

    /// What may stand before a wish.
    private enum Before {
        /// The other sex, itself a wish, so that nothing more is needed.
        case other
        case anything
    }

    private func accepts(_ segment: ConditionSegment, before index: Int, _ accepted: Set<Int>) -> Before? {
        guard let before = segment.word(index - 1) else { return .anything }
        switch before {
        case .sex: return accepted.contains(index - 1) ? .other : nil
        case .comma, .slash, .dash, .and, .or:
            if case .sex = segment.word(index - 2) { return accepted.contains(index - 2) ? .other : nil }
            // `quần áo nam, nữ`: the list is of goods.
            return segment.word(index - 2) == .nothing ? nil : .anything
        case .number:
            // `8/3 nữ` is a day.
            return [.slash, .dash, .colon].contains(segment.word(index - 2)) ? nil : .anything
        case .person:
            let isAsked = segment.items[..<index].contains { $0.word == .wanted || $0.word == .preferred }
            return isAsked || index == 1 && segment.word(index + 1) != .colon ? .anything : nil
        case .open, .colon, .wanted, .preferred, .bonus: return .anything
        default: return nil
        }
    }

    private func opensWish(_ segment: ConditionSegment, before index: Int) -> Bool {
        switch segment.word(index + 1) {
        case nil, .sex, .age, .ageLabel, .from, .upTo, .trait, .graduated, .bornIn, .no, .notYet, .speaking: true
        case .comma, .slash, .dash, .close, .colon, .and, .or, .preferred, .bonus, .experience: true
        case .number(let number): number >= 14
        case .person: [.wanted].contains(segment.word(index - 1)) || segment.number(index - 1) != nil
        default: false
        }
    }

    /// Reads the ages that are wanted, in years; open ends are the ages of 15 and 80.
    mutating func readAges(_ segment: ConditionSegment) {
        guard !segment.items.contains(where: { $0.word == .others }) else { return }
        var index = 0
        while index < segment.items.count {
            guard segment.number(index) != nil else {
                index += 1
                continue
            }
            let (found, end) = age(segment, at: index)
            if let found, segment.items[index].denial == nil {
                wish(found, isPreferred: segment.items[index].isPreferred)
            }
            index = end
        }
    }

    private mutating func wish(_ range: ClosedRange<Int>, isPreferred: Bool) {
        let known = isPreferred ? ages.preferred : ages.firm
        let joined = known.map { min($0.lowerBound, range.lowerBound)...max($0.upperBound, range.upperBound) } ?? range
        if isPreferred { ages.preferred = joined } else { ages.firm = joined }
    }

    /// The ages that start at a number, and where the text goes on.
    private func age(_ segment: ConditionSegment, at index: Int) -> (ClosedRange<Int>?, end: Int) {
        guard let first = segment.number(index) else { return (nil, index + 1) }
        var end = index + 1
        var hasUnit = segment.word(end) == .age
        if hasUnit { end += 1 }
        if segment.word(end) == .dash || segment.word(end) == .to {
            let isBelow = segment.word(end + 1) == .upTo || segment.word(end + 1) == .from
            if let last = segment.number(end + (isBelow ? 2 : 1)) {
                end += isBelow ? 3 : 2
                if segment.word(end) == .age {
                    hasUnit = true
                    end += 1
                }
                if let years = birthYears(first, last, segment, at: index) { return (years, end) }
                let isOfAges = hasUnit || isLabelled(segment, at: index) && !isOtherAmount(segment.word(end))
                return (isOfAges ? ages(first, last) : nil, end)
            }
        }
        guard hasUnit || isLabelled(segment, at: index), !isOtherAmount(segment.word(end)) else { return (nil, end) }
        let before = segment.word(index - 1)
        let isFloor = before == .from || segment.word(end) == .orMore || isFrom(segment, before: index)
        if before == .upTo || before == .to || segment.word(end) == .orLess { return (ages(15, first), end) }
        return (isFloor ? ages(first, 80) : nil, end)
    }

    /// Whether `tuổi từ` stands before a number.
    private func isFrom(_ segment: ConditionSegment, before index: Int) -> Bool {
        segment.word(index - 1) == .ageLabel && segment.word(index - 2) != .ageLabel
            && segment.word(index + 1) == .orMore
    }

    private func ages(_ first: Int, _ last: Int) -> ClosedRange<Int>? {
        let (low, high) = (max(first, 15), min(last, 80))
        return first >= 10 && last <= 99 && first <= last && low <= high ? low...high : nil
    }

    /// Whether a number is an age by what stands before it: `độ tuổi:`, `tuổi từ`, `nữ`.
    private func isLabelled(_ segment: ConditionSegment, at index: Int) -> Bool {
        var place = index - 1
        while let word = segment.word(place), [.from, .upTo, .colon, .to].contains(word) { place -= 1 }
        switch segment.word(place) {
        case .age, .ageLabel: return true
        case .sex: return segment.number(index).map { (14...60).contains($0) } ?? false
        default: return false
        }
    }

    private func isOtherAmount(_ word: ConditionWord?) -> Bool {
        switch word {
        case .years, .months, .hour, .week, .experience, .sex, .person, .unknown: true
        default: false
        }
    }

    /// The ages of people born between two years, which a label has to name as such.
    private func birthYears(
        _ first: Int,
        _ last: Int,
        _ segment: ConditionSegment,
        at index: Int
    ) -> ClosedRange<Int>? {
        let years = 1930...2100
        guard let postedYear, years.contains(first), years.contains(last) else { return nil }
        let isOfBirth = segment.items[..<index].contains { [.bornIn, .age, .ageLabel].contains($0.word) }
        return isOfBirth ? ages(postedYear - max(first, last), postedYear - min(first, last)) : nil
    }
}
