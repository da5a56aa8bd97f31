import Scoring

/// Everything behind one pair's score in words and figures, for the officer: as JSON, or as lines of text.
package struct ScoreSheet: Encodable, Sendable {
    /// What one gate says.
    package struct Gate: Encodable, Sendable {
        /// Its code.
        package let code: String
        /// `passes`, `asks` or `refuses`.
        package let answer: String
        /// Its name, the questions or the reason in words.
        package let text: Wording
    }

    /// One reason.
    package struct Reason: Encodable, Sendable {
        /// Its code.
        package let code: String
        /// Its points at worst, 0...1000.
        package let low: Int
        /// Its points at best.
        package let high: Int
        /// Its weight.
        package let weight: Int
        /// Weight times the middle of its points, doubled so that it is whole.
        package let doubled: Int
        /// In words.
        package let text: Wording
    }

    /// Whether no gate refuses the pair.
    package let eligible: Bool
    /// Why it may not be planned; nil where it may.
    package let because: Wording?
    /// Every gate, in the order in which they are asked.
    package let gates: [Gate]
    /// The score; nil where a gate refuses.
    package let score: Int?
    /// The least that it can turn out.
    package let low: Int?
    /// The most that it can turn out.
    package let high: Int?
    /// What is to be asked before a referral.
    package let questions: [Wording]
    /// Every reason.
    package let reasons: [Reason]
    /// The sum of their weights.
    package let weights: Int
    /// The sum of the reasons' doubled products: score = sum * 5 / weights, rounded down.
    package let sum: Int
    /// The points that need adds in planning, apart from the score.
    package let need: [Wording]
    /// The employer's wishes, which exclude nobody.
    package let wishes: [Wording]
    /// What the job could change in the household's poverty review.
    package let outlook: [Wording]

    /// The sheet of a judged pair.
    package init(_ pair: JudgedPair) {
        var explanation: Explanation?
        switch pair.result {
        case .eligible(let found): (explanation, because) = (found, nil)
        case .excluded(let gate): because = gate.wording
        case .notSeeking(let reason): because = reason.wording
        case .notServed:
            because = Wording("hộ không thuộc diện của chương trình", "the programme does not serve this class")
        case .closed: because = Wording("chỗ làm đã hết hạn hoặc đã đóng", "the vacancy is closed")
        }
        eligible = explanation != nil
        gates = pair.gates.map { gate, answer in
            switch answer {
            case .passes: Gate(code: gate.name, answer: "passes", text: gate.title)
            case .refuses: Gate(code: gate.name, answer: "refuses", text: gate.wording)
            case .asks(let questions):
                Gate(code: gate.name, answer: "asks", text: ScoreSheet.joined(questions.wordings))
            }
        }
        score = explanation.map { Int($0.score.point) }
        low = explanation.map { Int($0.score.low) }
        high = explanation.map { Int($0.score.high) }
        questions = explanation?.questions.wordings ?? []
        let weights = pair.weights
        reasons = (explanation?.reasons ?? []).map { reason in
            Reason(
                code: reason.code.name,
                low: Int(reason.low),
                high: Int(reason.high),
                weight: weights[reason.code],
                doubled: weights[reason.code] * (Int(reason.low) + Int(reason.high)),
                text: reason.wording
            )
        }
        self.weights = reasons.reduce(0) { $0 + $1.weight }
        sum = reasons.reduce(0) { $0 + $1.doubled }
        need = explanation?.need.wordings ?? []
        wishes = Wishes(sex: pair.vacancy.wishedSex, ages: pair.vacancy.wishedAges).wordings
        outlook = pair.outlook.wordings
    }

    private static func joined(_ wordings: [Wording]) -> Wording {
        Wording(wordings.map(\.vi).joined(separator: " "), wordings.map(\.en).joined(separator: " "))
    }
}

extension ScoreSheet {
    /// The sheet as lines of text, each in Vietnamese and English.
    package var lines: [String] {
        var lines: [String] = []
        if let because { lines.append("Không đủ điều kiện / not eligible: \(because.vi) / \(because.en)") }
        if let score, let low, let high { lines.append("Điểm / score: \(score) [\(low), \(high)]") }
        lines.append("Điều kiện / gates:")
        let marks = ["passes": "+", "asks": "?", "refuses": "-"]
        lines += gates.map { "  \(marks[$0.answer] ?? " ") \($0.text.vi) / \($0.text.en)" }
        lines.append("Lý do / reasons (điểm / points × trọng số / weight):")
        lines += reasons.map { reason in
            let points = reason.low == reason.high ? "\(reason.low)" : "\(reason.low)–\(reason.high)"
            let half = reason.doubled.isMultiple(of: 2) ? "" : ".5"
            let product = "\(points) × \(reason.weight) = \(reason.doubled / 2)\(half)"
            return "  \(product)  \(reason.text.vi) / \(reason.text.en)"
        }
        if weights > 0 {
            lines.append("  Tổng / sum: \(sum) / 2 × 10 / \(weights) = \(sum * 5 / weights)")
        }
        func section(_ title: String, _ wordings: [Wording]) {
            if wordings.isEmpty { return }
            lines.append(title)
            lines += wordings.map { "  \($0.vi) / \($0.en)" }
        }
        section("Cần hỏi / to ask:", questions)
        section("Điểm ưu tiên (tính riêng) / need points, apart:", need)
        section("Mong muốn của doanh nghiệp / the employer's wishes:", wishes)
        section("Cho cán bộ / for the officer:", outlook)
        return lines
    }
}
