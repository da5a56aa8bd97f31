import Fixtures
import Households
import Testing
import Vacancies
import Vocabulary

@testable import Scoring

@Suite("Reasons and scores")
struct ScoreTests {
    @Test("Of an empty profile and an empty vacancy nothing is known: 5,000 within 0 and 10,000, and nothing to praise")
    func emptyPair() throws {
        var seeker = Member(id: .example(1), household: .example(1), line: 1, name: "X")
        seeker.birth = .year(1990)
        let empty = Vacancy(id: .example(1), source: "s", reference: "1", title: "t")
        let judged = try shipped(seeker, empty)
        #expect(judged.score == Score(point: 5000, low: 0, high: 10_000))
        #expect(judged.explanation.reasons.allSatisfy { $0.isUnknown })
    }

    @Test("An empty profile is praised for nothing of its own, whatever the vacancy says")
    func emptyProfile() throws {
        var random = Seeded(3)
        var seeker = Member(id: .example(1), household: .example(1), line: 1, name: "X")
        seeker.birth = .year(1990)
        for _ in 0..<300 {
            var vacancy = random.vacancy()
            (vacancy.trainsNewcomers, vacancy.minimumExperience) = (false, 2)
            let judged = try shipped(seeker, vacancy)
            for code in [.occupation, .wish, .floor, .training, .experience] as [ReasonCode] {
                #expect(judged.reason(code)?.isUnknown == true)
            }
        }
    }

    @Test("Recording any one unknown narrows the interval within the old one and moves no other reason")
    func widensAndMovesNothingElse() throws {
        var random = Seeded(7)
        var filled: [String: Int] = [:]
        for _ in 0..<400 {
            let (member, vacancy) = (random.member(), random.vacancy())
            let before = try shipped(member, vacancy)
            func check(_ name: String, _ touches: Set<ReasonCode>, _ after: Judged) {
                filled[name, default: 0] += 1
                #expect(before.score.low <= after.score.low && after.score.high <= before.score.high, "\(name)")
                #expect(after.score.low <= after.score.point && after.score.point <= after.score.high)
                #expect(before.explanation.reasons.map(\.code) == after.explanation.reasons.map(\.code))
                for (old, new) in zip(before.explanation.reasons, after.explanation.reasons) {
                    #expect(old.low <= new.low && new.high <= old.high, "\(name) \(old) \(new)")
                    if !touches.contains(old.code) { #expect(old == new, "\(name)") }
                }
            }
            for fact in memberFacts {
                var changed = member
                if fact.fill(&changed, &random) { check(fact.name, fact.touches, try shipped(changed, vacancy)) }
            }
            for fact in vacancyFacts {
                var changed = vacancy
                if fact.fill(&changed, &random) { check(fact.name, fact.touches, try shipped(member, changed)) }
            }
        }
        #expect(filled.count == Set((memberFacts.map(\.name) + vacancyFacts.map(\.name))).count)
    }

    @Test("The reasons give the score: the middle of all at their worst and all at their best")
    func recomputes() throws {
        var random = Seeded(11)
        for _ in 0..<500 {
            let judged = try shipped(random.member(), random.vacancy())
            let weights = judge.scorer.weights
            var (low, high, total) = (0, 0, 0)
            for reason in judged.explanation.reasons {
                low += weights[reason.code] * Int(reason.low)
                high += weights[reason.code] * Int(reason.high)
                total += weights[reason.code]
            }
            #expect(Int(judged.score.low) == low * 10 / total && Int(judged.score.high) == high * 10 / total)
            #expect(Int(judged.score.point) == (low + high) * 5 / total)
            #expect(judged.explanation.score == judged.score)
            #expect(judged.explanation.recomputed(weights) == judged.score)
        }
    }

    @Test("The index skips nothing that the gates let in, and counts what it skips as the gates would")
    func indexAgainstEveryPair() throws {
        var random = Seeded(13)
        let vacancies = (1...150).map { random.vacancy(Int64($0)) }
        let market = judge.market(vacancies)
        for number in 1...100 {
            let seeker = try judge.seeker(random.member(Int64(number)))
            var counts = PairCounts()
            var found: [Int: Score] = [:]
            judge.scorer.forEachPair(of: seeker, in: market, counts: &counts) { position, score, _ in
                found[position] = score
            }
            var expected: [Int: Score] = [:]
            var refused: [Exclusion: Int] = [:]
            var provisional = 0
            for (position, offer) in market.offers.enumerated() {
                switch judge.scorer.verdict(seeker, offer) {
                case .excluded(let gate): refused[gate, default: 0] += 1
                case .eligible(let questions):
                    expected[position] = judge.scorer.score(seeker, offer)
                    provisional += questions.isEmpty ? 0 : 1
                }
                // The verdict is the first gate in order that refuses.
                let gates = judge.scorer.gates(seeker, offer)
                #expect(gates.map(\.gate) == Exclusion.order)
                let first = gates.first { $0.answer == .refuses }?.gate
                if case .excluded(let gate) = judge.scorer.verdict(seeker, offer) {
                    #expect(gate == first)
                } else {
                    #expect(first == nil)
                }
            }
            #expect(found == expected)
            #expect(counts.considered == vacancies.count && counts.kept == expected.count)
            #expect(counts.provisional == provisional)
            for gate in Exclusion.allCases { #expect(counts.gated(by: gate) == refused[gate] ?? 0) }
        }
    }

    @Test("Pay below the regional minimum, or below what the person accepts, earns nothing there")
    func payBelowTheFloor() throws {
        func pay(_ amount: Int64) throws -> ClosedRange<Int>? {
            var vacancy = Vacancy.example()
            vacancy.wage = MonthlyWage(minimum: Dong(amount), maximum: nil)
            return try shipped(.example(), vacancy).points(.pay)
        }
        // Region IV, 3,250,000 đ a month in January 2024.
        #expect(try pay(3_249_999) == 0...0)
        #expect(try pay(3_250_000) == 300...300)
        var proud = Member.example()
        proud.wageFloor = Dong(7_000_000)
        #expect(try shipped(proud, .example()).points(.floor) == 0...0)
        #expect(try shipped(.example(), .example()).reason(.floor)?.isUnknown == true)
    }

    @Test("Nearer is better, the road is longer than the line, and who accepts a far place does not lose by it")
    func distance() throws {
        let places = Places(judge.programme.territory, roadPercent: 160)
        let straight = Places(judge.programme.territory, roadPercent: 100)
        let communes = judge.programme.territory.communes.indices
        for (one, other) in [(0, 50), (3, 90), (107, 8)] where communes.contains(one) && communes.contains(other) {
            let (road, line) = (places.distance(one, other), straight.distance(one, other))
            #expect(abs(road * 10 - line * 16) <= 16)
            #expect(places.distance(other, one) == road)
        }
        func place(_ code: String, _ reach: Reach) throws -> ClosedRange<Int>? {
            var member = Member.example()
            member.reach = reach
            var vacancy = Vacancy.example()
            vacancy.place = .commune(.example(code))
            return try shipped(member, vacancy).points(.place)
        }
        #expect(try place("01864", .notAsked) == 1000...1000)
        let far = try #require(try place("02086", .notAsked))
        #expect(far.lowerBound < 600 && far.upperBound == 600)
        #expect(try place("02086", .province) == 600...600)
        #expect(try place("02086", .ownDistrict) == far.lowerBound...far.lowerBound)
    }

    private let judge: Judge

    init() async throws {
        judge = try await Judge.shipped()
    }

    private func shipped(_ member: Member, _ vacancy: Vacancy) throws -> Judged { try judge(member, vacancy) }
}
