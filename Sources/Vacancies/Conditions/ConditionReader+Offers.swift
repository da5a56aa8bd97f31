extension ConditionReader {
    /// Reads what is offered and what the work brings.
    mutating func readOffers(_ segment: ConditionSegment) {
        let isOptional = segment.items.contains { $0.word == .optional }
        for item in segment.items {
            switch item.word {
            case .offer(let offer) where !isOptional: read(offer, item)
            case .declined(let offer): offers[offer.rawValue].isDeclined = true
            case .dayWork where item.denial == nil: isDayWork = true
            case .shifts: hasShifts = true
            default: break
            }
        }
    }

    private mutating func read(_ offer: ConditionWord.Offer, _ item: ConditionSegment.Item) {
        switch (offer, item.denial) {
        case (.training, nil) where item.isPreferred: break
        case (_, nil): offers[offer.rawValue].isOffered = true
        case (_, .no), (.nightShifts, .unasked): offers[offer.rawValue].isDeclined = true
        default: break
        }
    }

    /// Reads whether the place of work is closed to minors: the title names it, or the text says that the work is there.
    mutating func readPlace(_ segment: ConditionSegment) {
        guard let place = segment.items.firstIndex(where: { $0.word == .closedPlace }) else { return }
        let item = segment.items[place]
        guard item.denial == nil, !item.isPreferred else { return }
        guard !segment.items.contains(where: { $0.word == .notWorkplace || $0.word == .experience }) else { return }
        let isNamedAsWorkplace = segment.items[max(0, place - 3)..<place].contains { $0.word == .workAt }
        if segment.isTitle || isNamedAsWorkplace { isPlaceClosedToMinors = true }
    }
}
