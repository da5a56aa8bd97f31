import Fixtures
import Households
import Referrals
import Testing
import Vacancies
import Vocabulary

@Suite("Any number of random steps")
struct ReferralPathTests {
    /// A generator of which a failure can be repeated.
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private func step(_ numbers: inout Numbers, on day: Day) -> ReferralStep {
        let other = day.adding(days: Int.random(in: -80...80, using: &numbers))
        switch Int.random(in: 0..<12, using: &numbers) {
        case 0: return .contacted(ContactWay.allCases.randomElement(using: &numbers) ?? .phone)
        case 1: return .agreed(ReferralStepTests.consent)
        case 2: return .referred(Letter(number: "1", signer: "", expires: other))
        case 3: return .interview(on: other, place: "")
        case 4: return .offered
        case 5:
            let terms: [ContractTerm?] = [.indefinite, .fixed(months: Int.random(in: -1...40, using: &numbers)), nil]
            return .hired(
                Hire(
                    start: other,
                    contract: terms.randomElement(using: &numbers) ?? nil,
                    wage: Dong(Int64.random(in: -1...3, using: &numbers)),
                    isInsured: nil,
                    evidence: OutcomeEvidence.allCases.randomElement(using: &numbers) ?? .none
                )
            )
        case 6: return .confirmed(OutcomeEvidence.allCases.randomElement(using: &numbers) ?? .none)
        case 7:
            let months = [1, 2, 3, 6, 12].randomElement(using: &numbers) ?? 1
            return ReferralStepTests.check(months, Int.random(in: 0..<5, using: &numbers) > 0)
        case 8: return .ended(on: other, EndReason.allCases.randomElement(using: &numbers) ?? .unknown)
        case 9: return .closed(ExitReason.allCases.randomElement(using: &numbers) ?? .mistake)
        case 10: return .putBehind
        default: return .broughtForward
        }
    }

    /// What holds of a referral whatever led to it.
    private func expectLegal(_ referral: Referral, on day: Day) {
        let hasWork = referral.stage.isInWork || referral.stage == .ended
        #expect((referral.hire != nil) == hasWork)
        #expect((referral.end != nil) == (referral.stage == .ended))
        #expect((referral.exit != nil) == (referral.stage == .closed))
        #expect(!referral.isBehind || referral.stage.isUnderWay)
        if [.referred, .interview, .offered].contains(referral.stage) || hasWork {
            #expect(referral.letter != nil && referral.consent != nil)
        }
        if let hire = referral.hire {
            #expect(hire.start >= referral.madeOn && hire.start <= day.adding(days: ReferralRules.daysAhead))
            #expect(hire.wage.map { $0 > Dong(0) } != false)
            if case .fixed(let months)? = hire.contract { #expect((1...36).contains(months)) }
            if let end = referral.end {
                #expect(end.on >= hire.start)
                #expect(end.on <= day || end.reason == .neverStarted)
                for check in referral.checks where check.isInWork {
                    #expect(end.on >= hire.start.adding(months: check.months))
                }
            }
        }
        #expect(Set(referral.checks.map(\.months)).count == referral.checks.count)
        #expect(referral.checks.isEmpty || hasWork)
        let isSustained = referral.checks.contains { $0.months == 12 && $0.isInWork }
        #expect(referral.stage != .sustained || isSustained)
        #expect(referral.due == nil || referral.stage.isUnderWay || [.hired, .confirmed].contains(referral.stage))
        #expect(referral.due != nil || !referral.stage.isUnderWay)
    }

    @Test("No path leads to a state that cannot be, and the events kept of it lead there again")
    func paths() throws {
        var reached: Set<ReferralStage> = []
        for seed in 0..<4000 as Range<UInt64> {
            var numbers = Numbers(state: seed)
            var day = ReferralStepTests.made
            let begin = ReferralStepTests.example(.proposed)
            var referral = begin
            referral.due = day.adding(days: ReferralStepTests.rules.dueDays)
            var events = [event(.made, 1, day)]
            for _ in 0..<40 {
                if Int.random(in: 0..<4, using: &numbers) == 0 {
                    day = day.adding(days: Int.random(in: 0...120, using: &numbers))
                }
                let step = step(&numbers, on: day)
                do throws(ReferralError) {
                    referral = try referral.taking(step, on: day, rules: ReferralStepTests.rules)
                    events.append(event(.step(step), Int64(events.count + 1), day))
                } catch {
                    continue
                }
                expectLegal(referral, on: day)
                reached.insert(referral.stage)
                #expect(begin.folding(events) == referral)
            }
        }
        // A test that never got anywhere would hold as well.
        #expect(reached.isSuperset(of: Set(ReferralStage.allCases).subtracting([.proposed])))
    }

    @Test("Events taken back count for nothing but the version, and a making taken back leaves a mistake")
    func undone() throws {
        let begin = ReferralStepTests.example(.proposed)
        let day = ReferralStepTests.made
        let events = [
            event(.made, 1, day), event(.step(.contacted(.phone)), 2, day),
            event(.step(.closed(.declined)), 3, day, true),
        ]
        let folded = begin.folding(events)
        #expect(folded.stage == .contacted && folded.exit == nil && folded.version == 4)
        let mistake = begin.folding([event(.made, 1, day, true)])
        #expect(mistake.stage == .closed && mistake.exit == .mistake && mistake.version == 2)
    }

    private func event(
        _ what: ReferralEvent.What,
        _ number: Int64,
        _ day: Day,
        _ isUndone: Bool = false
    ) -> ReferralEvent {
        ReferralEvent(
            number: number,
            referral: .example(1),
            what: what,
            dueDays: ReferralStepTests.rules.dueDays,
            actor: "can-bo",
            at: number,
            day: day,
            reason: nil,
            evidence: nil,
            cause: nil,
            isUndone: isUndone
        )
    }
}
