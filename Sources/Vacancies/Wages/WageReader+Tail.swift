extension WageReader {
    /// Takes what stands after an amount and belongs to it: `trở lên`, `++`, `gross`, `/tháng`, `per week`.
    mutating func takeTail(of range: inout WageRange) {
        while let term = peek() {
            if term.word == .orMore {
                range.isFrom = true
            } else if term.word == .orLess {
                range.isUpTo = true
            } else if isSign("+"), isPlusOfAmount {
                range.isFrom = true
            } else if isSign(")"), lengthOfPeriod(from: 1) != nil {
                // `(10 – 15 triệu)/tháng`
            } else if term.word == .filler, lengthOfPeriod(from: 1) != nil {
                // `330-380M gross/năm`
            } else if let length = lengthOfPeriod(from: 0) {
                takePeriod(at: length - 1, of: &range)
                position += length - 1
            } else {
                return
            }
            position += 1
        }
    }

    /// Whether a plus says "or more", not what comes on top: `10tr+`, `15 triệu ++`, but not `8tr + thưởng`.
    private var isPlusOfAmount: Bool {
        if isSign("+", at: 1) || isSign("+", at: -1) { return true }
        guard peek()?.isJoined == true else { return false }
        switch peek(1)?.kind {
        case nil, .sign: return true
        default: return false
        }
    }

    private mutating func takePeriod(at offset: Int, of range: inout WageRange) {
        switch peek(offset)?.word {
        case .period(let period), .by(let period): range.period = period
        default: range.isByPiece = true
        }
    }

    /// How many terms from there on name what an amount is paid for: `/ 1 giờ` has three; nil where they do not.
    func lengthOfPeriod(from offset: Int) -> Int? {
        if case .by = peek(offset)?.word { return 1 }
        if peek(offset)?.word == .period(.month) { return 1 }
        var end = offset
        let isPer = isSign("/", at: end) || peek(end)?.word == .per || peek(end)?.word == .to
        if isPer { end += 1 }
        let isOne = peek(end)?.number?.digits == 1 && peek(end)?.number?.decimals == 0
        if isOne { end += 1 }
        guard isPer || isOne else { return nil }
        switch peek(end)?.word {
        case .period, .piece: return end - offset + 1
        default: return nil
        }
    }
}
