import Foundation
import Vocabulary

/// By what rates years are played: assumptions, of which every policy of a year gets the same.
package struct SimulationRates: Sendable {
    /// Which part of the vacancies is open when the year begins; the others come week by week.
    package var openAtStart = 0.2
    /// For how many weeks a vacancy stays open.
    package var openWeeks = 8
    /// How many weeks pass at least and at most until a referral is answered.
    package var answerWeeks = 1...4
    /// How likely a referral leads to a hire, of a pair of middling score.
    package var hire: Double
    /// Which part of jobs ends within a year.
    package var lostInYear: Double

    /// Rates with these two chances.
    package init(hire: Double, lostInYear: Double) {
        self.hire = hire
        self.lostInYear = lostInYear
    }
}

/// What is decided before a year begins, the same for everybody who plays it: when vacancies come, and how each pair would
/// answer if it were ever referred.
struct YearLuck: Sendable {
    /// The week in which each vacancy comes.
    let arrival: [Int]
    private let seed: UInt64
    private let rates: SimulationRates
    private let lossInWeek: Double

    init(vacancies: Int, weeks: Int, seed: UInt64, rates: SimulationRates) {
        var random = SeededGenerator(seed: seed)
        arrival = (0..<vacancies).map { _ in
            let (isOpen, when) = (random.unit() < rates.openAtStart, random.unit())
            return isOpen ? 0 : Int(when * Double(weeks))
        }
        self.seed = seed
        self.rates = rates
        // 1 - (1 - x)^52 of a year, x being small.
        lossInWeek = 1 - pow(1 - rates.lostInYear, 1 / 52)
    }

    /// How a pair would answer.
    struct Answer: Sendable {
        /// Whether it would lead to a hire.
        let isHire: Bool
        /// After how many weeks the answer comes.
        let weeks: Int
        /// For how many weeks the job would last.
        let lasts: Int
    }

    /// How a pair with a score answers.
    func answer(member: Int32, vacancy: Int32, score: Int32) -> Answer {
        let pair = UInt64(UInt32(bitPattern: member)) << 32 | UInt64(UInt32(bitPattern: vacancy))
        var random = SeededGenerator(seed: seed &* 0x9E37_79B9_7F4A_7C15 ^ pair &* 0xD6E8_FEB8_6659_FD93)
        // A better match is likelier to be wanted, by both.
        let chance = rates.hire * (0.5 + Double(min(score, 10_000)) / 10_000)
        let isHire = random.unit() < chance
        let weeks = random.number(in: rates.answerWeeks)
        let lasts = log(max(random.unit(), 1e-12)) / log(1 - lossInWeek)
        return Answer(isHire: isHire, weeks: weeks, lasts: 1 + Int(min(lasts, 10_000)))
    }

    /// Whether a vacancy can be referred to in a week.
    func isOpen(_ vacancy: Int, in week: Int) -> Bool {
        arrival[vacancy] <= week && week < arrival[vacancy] + rates.openWeeks
    }

    /// The last week in which a pair of a vacancy can be referred so that its answer has come by a week; nil where there is
    /// none.
    func lastStart(_ vacancy: Int, answerWeeks: Int, by week: Int) -> Int? {
        let last = min(arrival[vacancy] + rates.openWeeks - 1, week - answerWeeks)
        return last >= arrival[vacancy] ? last : nil
    }
}
