/// Reads the offers out of the terms of a text, from left to right, once.
struct WageReader {
    /// All terms of the text.
    let terms: [WageTerm]
    /// Whether no word of the text is unknown, as in a field that holds a wage and nothing else.
    let isPlain: Bool
    /// The next term to read.
    var position = 0
    /// What was said before the next term.
    var context = Context()
    /// The offers read so far.
    private(set) var offers: [WageOffer] = []
    /// Whether the text says that the wage is to be agreed.
    private(set) var isNegotiable = false

    /// What was said that holds for the next amount.
    struct Context {
        /// What the amount is called.
        var label: WageOffer.Label?
        /// Whether it comes on top of the wage, or is none.
        var isExtra = false
        /// The time it holds for.
        var phase = WageOffer.Phase.unstated
        /// The period named before it: `lương giờ`.
        var period: WagePeriod?
        /// Whether an unknown word, or a number that is no amount, stands between its name and it.
        var hasStrangers = false
        /// `from` or `upTo`, where that stands right before it.
        var bound: WageWord?
        /// Whether a minus stands right before it.
        var isNegative = false
    }

    /// A reader of a text, which has read it.
    init(text: String) {
        terms = WageTerm.terms(of: text)
        isPlain = !terms.contains { $0.word == .unknown }
        while position < terms.count {
            let before = peek(-1)
            if let range = takeRange() {
                note(range, after: before)
            } else {
                note(terms[position])
                position += 1
            }
        }
    }

    /// The term that many places after the next one.
    func peek(_ offset: Int = 0) -> WageTerm? {
        let index = position + offset
        return terms.indices.contains(index) ? terms[index] : nil
    }

    /// Whether the term that many places after the next one is this sign.
    func isSign(_ sign: Unicode.Scalar, at offset: Int = 0) -> Bool {
        peek(offset)?.kind == .sign(sign)
    }

    private mutating func note(_ range: WageRange, after before: WageTerm?) {
        if let offer = offer(of: range) {
            offers.append(offer)
            context = Context()
            return
        }
        // `Lương tháng 13: 8 triệu` is a bonus.
        let isThirteenth = range.first.isBare && (13...14).contains(range.first.number.whole)
        if isThirteenth, before?.word == .ordinal || before?.word == .period(.month) { context.isExtra = true }
        context.hasStrangers = true
        context.bound = nil
        context.isNegative = false
    }

    private mutating func note(_ term: WageTerm) {
        switch term.kind {
        case .number: context.hasStrangers = true
        case .sign(let sign): note(sign: sign)
        case .word(let word): note(word: word)
        }
    }

    private mutating func note(sign: Unicode.Scalar) {
        if sign == ":" { return }
        context.bound = nil
        switch sign {
        case ";":
            context = Context()
        case "-" where peek(1)?.isJoined == true && (peek(1)?.number != nil || peek(2)?.number != nil):
            context.isNegative = true
        case ".", "-":
            context = Context(isExtra: context.isExtra)
        case "+" where context.label != nil || !offers.isEmpty:
            context = Context(isExtra: true)
        default:
            break
        }
    }

    private mutating func note(word: WageWord) {
        switch word {
        case .label(let label):
            context = Context(label: label, phase: context.phase, period: context.period)
            if case .period(let period) = peek(1)?.word { context.period = period }
            if isSumLabel {
                if label == .base { context.label = .wage }
                position += 2
            }
        case .extra:
            context = Context(isExtra: true)
        case .phase(let phase):
            context.phase = phase
        case .by(let period):
            context.period = period
        case .negotiable:
            isNegotiable = true
        case .competitive:
            if context.label != nil || position == 0 || isLabel(peek(1)) { isNegotiable = true }
        case .from, .upTo:
            context.bound = word
            return
        case .unknown, .piece, .tooLarge, .ordinal:
            context.hasStrangers = true
        case .filler, .currency:
            return
        default:
            break
        }
        context.bound = nil
    }

    /// Whether the next term is a name for the wage that goes on: `Lương & phụ cấp:`, `[Lương cơ bản + phụ cấp]`.
    private var isSumLabel: Bool {
        let hasAnd = isSign("&", at: 1) || isSign("+", at: 1) || peek(1)?.word == .and
        let ends = isSign(":", at: 3) || isSign("]", at: 3) || isSign(")", at: 3)
        return hasAnd && peek(2)?.word == .extra && ends
    }

    private func isLabel(_ term: WageTerm?) -> Bool {
        if case .label = term?.word { true } else { false }
    }
}
