import Referrals
import Testing
import Vocabulary

@testable import Outcomes

/// What the forecast says of the year's end, and whether it may be believed.
@Suite("The forecast")
struct ForecastTests {
    static let prior = ForecastPrior(
        stages: [
            .init(chance: 0.85, weeks: 1), .init(chance: 0.45, weeks: 1), .init(chance: 0.9, weeks: 1),
            .init(chance: 0.65, weeks: 2), .init(chance: 0.6, weeks: 1), .init(chance: 0.85, weeks: 1),
            .init(chance: 0.85, weeks: 2),
        ],
        served: 9057,
        atWork: 1025,
        counting: 0.9,
        lostInYear: 0.3,
        perWeek: 120,
        weight: 8,
        halfLifeWeeks: 16,
        drift: 0.5
    )
    private let start = Day(number: 19_723)

    @Test("The assumed chances bring as many of the served to work as the province published")
    func priorIsThePublishedFigure() {
        let product = Self.prior.chances.prefix(6).reduce(1, *)
        #expect(abs(product - 1025.0 / 9057) < 1e-9)
    }

    @Test("A referral that still waits is evidence too, and one stopped by another job is none against its chance")
    func evidence() {
        let day = start.adding(days: 28)
        let waits = ReferralCourse(stages: [.init(.proposed, start)], standing: .open)
        let stopped = ReferralCourse(stages: [.init(.proposed, start)], standing: .stopped(day))
        let none = ForecastBelief(Self.prior, courses: [], since: start, on: day)
        for course in [waits, stopped] {
            let belief = ForecastBelief(Self.prior, courses: [course], since: start, on: day)
            #expect(belief.stages[0].weeks > none.stages[0].weeks + 3)
            #expect(belief.stages[0].over == none.stages[0].over)
            #expect(belief.stages[0].next == none.stages[0].next)
        }
    }

    @Test("On the year's last day the forecast is what is reached")
    func lastDay() {
        let belief = ForecastBelief(Self.prior, courses: [], since: start, on: start)
        var question = ForecastQuestion(
            .connections,
            day: start,
            end: start,
            target: 500,
            reached: [499],
            candidates: [[.init(stage: 6, vacancy: 0)]],
            openings: [1]
        )
        #expect(Forecast(question, belief).chance == 0)
        #expect(Forecast(question, belief).neededPerWeek == nil)
        question.reached = [500]
        #expect(Forecast(question, belief).chance == 1)
        #expect(Forecast(question, belief).neededPerWeek == 0)
    }

    @Test("The pace that is said to be needed brings nine chances in ten")
    func neededPace() throws {
        let day = start.adding(days: 90)
        let question = ForecastQuestion(
            .connections,
            day: day,
            end: start.adding(days: 365),
            target: 500,
            reached: [60],
            candidates: (0..<200).map { [.init(stage: $0 % 6, vacancy: $0 % 40)] },
            openings: [Int](repeating: 3, count: 40)
        )
        let courses = (0..<1200).map { number -> ReferralCourse in
            let made = start.adding(days: number / 14)
            let end = made.adding(days: 20)
            guard end < day else { return ReferralCourse(stages: [.init(.proposed, made)], standing: .open) }
            return ReferralCourse(
                stages: [.init(.proposed, made), .init(.referred, made.adding(days: 9))],
                standing: number % 9 == 0 ? .confirmed(end, counts: true) : .failed(end)
            )
        }
        let belief = ForecastBelief(Self.prior, courses: courses, since: start, on: day)
        let forecast = Forecast(question, belief)
        let needed = try #require(forecast.neededPerWeek)
        #expect((50...400).contains(needed))
        #expect(forecast.expectedOfUnderWay > 60 && forecast.expectedOfUnderWay < 60 + 40 * 3)
        #expect(abs(belief.madePerWeek - 98) < 8)
    }

    @Test("Households whose only job ends are lost, those with two jobs less often")
    func losses() {
        let day = start
        let belief = ForecastBelief(Self.prior, courses: [], since: start, on: day)
        func expected(_ reached: [Int]) -> Double {
            let question = ForecastQuestion(
                .coverage,
                day: day,
                end: start.adding(days: 364),
                target: 1,
                reached: reached,
                candidates: [],
                openings: [],
                newShare: 0
            )
            return Forecast(question, belief).expectedOfUnderWay
        }
        // Three in ten jobs end within a year, and nobody knows exactly.
        #expect((600...760).contains(Int(expected([1000]))))
        #expect(expected([0, 1000]) > expected([1000]) + 100)
    }

    @Test(
        "Chances come true about as often as they say in years whose rates the forecast is not told",
        arguments: zip(ForecastTrial.Truth.allCases, [0.15, 0.2, 0.25, 0.35])
    )
    func calibration(_ truth: ForecastTrial.Truth, _ most: Double) {
        let sayings = (0..<20).flatMap { ForecastTrial.sayings(truth, prior: Self.prior, seed: 100 + $0) }
        let table = ReliabilityTable(sayings)
        #expect(sayings.count > 500)
        #expect(table.distance < 0.1)
        // Of chances that are no certainties; a drift that turns every year can only be half foreseen.
        #expect(table.unsureDistance < most)
    }
}
