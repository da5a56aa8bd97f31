extension WageReader {
    /// Takes one amount or a range of two with the period after it; nil, and nothing taken, where none is next.
    mutating func takeRange() -> WageRange? {
        let before = peek(-1)
        guard let first = takeAmount() else { return nil }
        var range = WageRange(first: first)
        range.isChain = first.isBare && before?.number != nil
        takeTail(of: &range)
        let start = position
        if takeConnector(), let second = takeAmount() {
            if joins(&range, second) {
                range.mayBeMillions = isEndOfBareRange && !isOrdinal(before?.word)
                takeTail(of: &range)
            } else {
                position = start
            }
        } else {
            position = start
        }
        while isSign("-"), range.second?.isBare == true, peek(1)?.number != nil {
            position += 2
            range.isChain = true
        }
        return range
    }

    /// Makes a second amount the other end of a range, if it can be.
    private func joins(_ range: inout WageRange, _ second: WageAmount) -> Bool {
        var (first, second) = (range.first, second)
        if second.isBare, first.scale != nil, second.number.whole < 1000 {
            // `8 triệu - 12 ngày phép` goes on to something else.
            guard isEndOfBareRange, second.number.whole > first.number.whole else { return false }
        }
        if range.period != nil, second.isBare { return false }
        WageAmount.share(&first, &second)
        if range.period != nil, let low = first.value, let high = second.value, low > high { return false }
        range.first = first
        range.second = second
        return true
    }

    private mutating func takeConnector() -> Bool {
        let start = position
        while isSign("+") { position += 1 }
        if isSign("-") || peek()?.word == .to { position += 1 }
        // `từ 5 đến dưới 10 triệu`
        while peek()?.word == .upTo { position += 1 }
        if position > start, !isSign("+", at: -1) { return true }
        position = start
        return false
    }

    private func isOrdinal(_ word: WageWord?) -> Bool {
        switch word {
        case .ordinal, .period, .piece: true
        default: false
        }
    }

    /// Whether a range without units may end here: at the end, a sign, or a word that cannot be what is counted.
    private var isEndOfBareRange: Bool {
        switch peek()?.kind {
        case nil, .word(.filler), .word(.label), .word(.extra), .word(.by), .word(.negotiable), .word(.currency): true
        case .sign("/"): lengthOfPeriod(from: 0) != nil
        case .sign(let sign): sign != "%"
        default: false
        }
    }

    /// Takes a number with the units around it; nil, and nothing taken, where none is next.
    private mutating func takeAmount() -> WageAmount? {
        let start = position
        var currency: String?
        if case .currency(let code) = peek()?.word {
            currency = code
            position += 1
        }
        guard let number = peek()?.number, currency != nil || !isPartOfCode else {
            position = start
            return nil
        }
        position += 1
        var amount = WageAmount(number: number)
        amount.currency = currency
        takeScale(of: &amount)
        if case .currency(let code) = peek()?.word, currency == nil || currency == code, peek(1)?.number == nil {
            amount.currency = amount.currency ?? code
            position += 1
        }
        if isSign("%") || peek()?.word == .tooLarge { amount.isForeign = true }
        return amount
    }

    /// Whether the number next is glued to a word that is none of a wage text: `D11`, `T2`.
    private var isPartOfCode: Bool {
        guard peek()?.isJoined == true, let word = peek(-1)?.word else { return false }
        switch word {
        case .label, .from, .upTo, .to, .filler, .phase, .currency: return false
        default: return true
        }
    }

    private mutating func takeScale(of amount: inout WageAmount) {
        let start = position
        while isSign("+") { position += 1 }
        let hasPlus = position > start
        switch peek()?.word {
        case .scale(let scale):
            amount.scale = scale
        case .letterScale(let scale) where isLetterUnit(scale):
            amount.scale = scale
            amount.isLetterScale = true
        case .manYen:
            amount.scale = 10_000
            amount.currency = "JPY"
        default:
            position = start
            return
        }
        amount.hasPlus = hasPlus
        position += 1
        takeFraction(of: &amount)
    }

    /// Whether a letter next is a unit of money: `m` is also the metre (`1m60`, `15m2`).
    private func isLetterUnit(_ scale: Int64) -> Bool {
        if peek(1)?.number != nil, peek(1)?.isJoined == true { return false }
        return scale == 1000 || peek()?.isCapital == true || context.label != nil
    }

    /// Takes what is written behind the unit: `6tr5`, `6 triệu rưỡi`, `6 triệu 500 nghìn`.
    private mutating func takeFraction(of amount: inout WageAmount) {
        let fraction: WageNumber? =
            if peek()?.word == .half {
                WageNumber(groups: ["5"], marks: [])
            } else if let number = peek()?.number, peek()?.isJoined == true {
                number
            } else if let number = peek()?.number, number.length == 3, peek(1)?.word == .scale(1000) {
                number
            } else {
                nil
            }
        guard let fraction, let number = amount.number.with(fraction: fraction) else { return }
        amount.number = number
        position += peek(1)?.word == .scale(1000) ? 2 : 1
    }
}
