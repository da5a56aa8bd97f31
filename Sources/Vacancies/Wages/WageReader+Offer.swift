extension WageReader {
    /// The offer that amounts are, where they stand; nil where they are no wage.
    func offer(of range: WageRange) -> WageOffer? {
        let amounts = [range.first, range.second].compactMap { $0 }
        let isMoney = !range.isChain && !context.isNegative && !amounts.contains(where: \.isForeign)
        guard isMoney, !context.isExtra else { return nil }
        var offer = WageOffer(
            minimum: range.first.value,
            maximum: range.second?.value,
            isFrom: range.isFrom || context.bound == .from || amounts.contains(where: \.hasPlus),
            currency: range.first.currency,
            period: range.period,
            label: context.label,
            phase: context.phase,
            confidence: .high
        )
        if context.label == nil, context.hasStrangers { offer.limit(to: .low) }
        if context.phase == .trial { offer.limit(to: .medium) }
        if range.second != nil, offer.maximum == nil { offer.isFrom = true }
        bound(&offer, isUpTo: range.isUpTo || context.bound == .upTo)
        guard let written = offer.minimum ?? offer.maximum else { return nil }
        if range.period == nil, !range.isByPiece, let period = context.period, fits(period, written) {
            offer.period = period
        }
        if amounts.allSatisfy(\.isBare) {
            guard infer(&offer, from: range) else { return nil }
        } else if offer.currency == nil {
            inferCurrency(&offer, isLetter: amounts.allSatisfy { $0.scale == nil || $0.isLetterScale })
        }
        guard let amount = offer.minimum ?? offer.maximum else { return nil }
        if offer.currency == "VND" {
            if amount < 1000 { return nil }
            if offer.period == nil, !range.isByPiece, amount >= 1_000_000 { offer.period = .month }
        }
        return offer
    }

    /// Sorts out which of the amounts is the lowest and which the highest.
    private func bound(_ offer: inout WageOffer, isUpTo: Bool) {
        if let low = offer.minimum, let high = offer.maximum, low >= high {
            // Of a range written the wrong way round, only that the pay is at least the smaller is sure.
            offer.minimum = high
            offer.maximum = nil
            offer.isFrom = low > high
            if low > high { offer.limit(to: .low) }
        }
        if isUpTo, offer.minimum != nil {
            if offer.maximum != nil { offer.limit(to: .low) }
            offer.maximum = offer.maximum ?? offer.minimum
            offer.minimum = nil
        }
    }

    /// Finds out what numbers without any unit are; false where they are no wage.
    private func infer(_ offer: inout WageOffer, from range: WageRange) -> Bool {
        guard let amount = offer.minimum ?? offer.maximum else { return false }
        let isNumberAlone = !range.first.number.isGrouped && context.label == nil && !isPlain
        if range.first.number.isPadded || isNumberAlone || amount > MonthlyWage.plausible.upperBound { return false }
        if amount >= 10_000, MonthlyWage.plausible.contains((offer.period ?? .month).monthly(amount)) {
            offer.currency = "VND"
            offer.limit(to: .medium)
            return true
        }
        offer.limit(to: .low)
        if amount >= 100 { return isPlain && !isYear(amount) }
        return inferMillions(&offer, from: range)
    }

    /// Reads `lương 8-12` as millions of đồng; false where the numbers may be anything else.
    private func inferMillions(_ offer: inout WageOffer, from range: WageRange) -> Bool {
        guard range.mayBeMillions, context.label != nil, !context.hasStrangers else { return false }
        guard let low = offer.minimum, let high = offer.maximum, low >= 2, high < 100 else { return false }
        offer.minimum = range.first.number.times(1_000_000)
        offer.maximum = range.second?.number.times(1_000_000)
        offer.currency = "VND"
        return true
    }

    /// Takes a Vietnamese unit for đồng, but `k` and `M` only where that makes a wage.
    private func inferCurrency(_ offer: inout WageOffer, isLetter: Bool) {
        guard let amount = offer.minimum ?? offer.maximum else { return }
        if isLetter, let period = offer.period, !MonthlyWage.plausible.contains(period.monthly(amount)) {
            offer.limit(to: .low)
            return
        }
        offer.currency = "VND"
        if isLetter, offer.period == nil, amount < 1_000_000 { offer.limit(to: .medium) }
    }

    /// Whether a period named before an amount can be that of the amount: `lương ngày` may also be when it is paid.
    private func fits(_ period: WagePeriod, _ amount: Int64) -> Bool {
        switch period {
        case .hour, .day: amount < 1_000_000
        case .week, .month: true
        case .year: amount < 1_000_000 || amount >= 100_000_000
        }
    }

    /// Whether a number without units is a year of the time this service runs in.
    private func isYear(_ amount: Int64) -> Bool { (2015...2040).contains(amount) }
}
