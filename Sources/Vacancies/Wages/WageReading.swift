import Vocabulary

/// What a text written by a person says of a wage: `7 - 9 triệu/tháng`, `từ 6,5 triệu`, `$50K per year`, `Thỏa thuận`.
///
/// Of several amounts it is the regular pay, not that of the trial; the whole income rather than the base wage; and never
/// a bonus or an allowance. It never invents an amount: what is not a wage for sure is unstated, and the caller keeps the
/// text. Only the first 2,000 code points are looked at.
package struct WageReading: Hashable, Sendable {
    /// How a wage is stated.
    package enum Kind: String, Sendable, CaseIterable {
        /// Two amounts, the lowest and the highest.
        case range
        /// The lowest amount (từ, trên, trở lên).
        case from
        /// The highest amount (đến, dưới, lên đến).
        case upTo = "up_to"
        /// One amount.
        case exact
        /// To be agreed (thỏa thuận, thương lượng, cạnh tranh).
        case negotiable
        /// Not at all, or in no way that can be read.
        case unstated
    }

    /// How sure it is that the text means what was read.
    package enum Confidence: String, Sendable, CaseIterable {
        /// Amounts, units and currency are written, and there is one reading.
        case high
        /// Something follows from the size of the amounts, or from which of several named amounts is the regular pay.
        case medium
        /// Several readings compete, or the currency is unknown.
        case low
    }

    /// How the wage is stated.
    package var kind: Kind
    /// Lowest amount in whole units of the currency, for the period as written; nil for `upTo` and where there is none.
    package var minimum: Int64?
    /// Highest amount, for `range` and `upTo` only.
    package var maximum: Int64?
    /// ISO 4217 code of the currency; `VND` also where a Vietnamese unit or the size says so, nil where unknown.
    package var currency: String?
    /// The period; a month also where a wage of a million đồng or more names none, nil where unknown.
    package var period: WagePeriod?
    /// Whether the text says base wage (lương cứng, lương cơ bản), which is not all that is earned.
    package var isBase: Bool
    /// How sure it is that the text means this.
    package var confidence: Confidence

    /// Reads a wage; a text without one is `unstated`.
    package init(text: String) {
        let reader = WageReader(text: text)
        guard let offer = WageOffer.best(of: reader.offers) else {
            kind = reader.isNegotiable ? .negotiable : .unstated
            isBase = false
            confidence = reader.terms.contains { $0.number != nil } ? .medium : .high
            return
        }
        kind = offer.kind
        minimum = offer.minimum
        maximum = offer.maximum
        currency = offer.currency
        period = offer.period
        isBase = offer.label == .base
        confidence = offer.confidence
    }

    /// The wage by the month in đồng.
    ///
    /// Nil where it is not in đồng, has no lower amount or no known period, or is none that a wage could be (0.5 to
    /// 500 million đồng a month).
    package var monthly: MonthlyWage? {
        guard currency == "VND", let period, let minimum else { return nil }
        let amounts = [minimum, maximum].map { amount -> Dong? in
            guard let amount, WageReading.amounts.contains(amount) else { return nil }
            let monthly = period.monthly(amount)
            return MonthlyWage.plausible.contains(monthly) ? Dong(monthly) : nil
        }
        return amounts[0].map { MonthlyWage(minimum: $0, maximum: amounts[1]) }
    }

    /// The amounts that a wage for any period in any currency could be; none is too large to reckon with.
    static let amounts: ClosedRange<Int64> = 1...1_000_000_000_000
}

extension MonthlyWage {
    /// The đồng a month that a wage could be.
    static let plausible: ClosedRange<Int64> = 500_000...500_000_000
}
