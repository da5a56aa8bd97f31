import Households
import Matching
import Referrals
import Scoring
import Store
import Vacancies
import Vocabulary

/// The planner's problem of a ground with what binds it.
struct BoundProblem: Sendable {
    /// The problem.
    let problem: PlanningProblem
    /// For each of its pairs, the open questions.
    let questions: [Questions]
    /// The referral that each pin stands for.
    let referralOf: [Instance.Pin: ReferralID]
    /// Referrals under way whose member does not look for work any more, or whose vacancy is not offered.
    let strays: [ReferralID]

    /// Pairs that somebody refused and pairs of those who have a job are left out, openings taken by hires are gone, and the
    /// furthest referral of each member pins.
    init(_ ground: PlanGround, _ binding: PlanBinding, programme: Programme) {
        let (pairs, market) = (ground.pairs, ground.pairs.market)
        let commitments = binding.commitments
        var pins: [Instance.Pin] = []
        var referralOf: [Instance.Pin: ReferralID] = [:]
        var strays: [ReferralID] = []
        var pinnedAt = [Int32](repeating: -1, count: pairs.seekers.count)
        for one in commitments.underWay {
            guard let seeker = ground.seekerAt[one.member], let offer = ground.offerAt[one.vacancy] else {
                strays.append(one.referral)
                continue
            }
            // Of a member's referrals the first is the furthest; the others wait beside it.
            if pinnedAt[Int(seeker)] >= 0 { continue }
            pinnedAt[Int(seeker)] = offer
            let pin = Instance.Pin(member: seeker, vacancy: offer)
            pins.append(pin)
            referralOf[pin] = one.referral
        }
        var offsets = [0]
        offsets.reserveCapacity(pairs.offsets.count)
        var vacancyOf: [Int32] = []
        var score: [Int32] = []
        var questions: [Questions] = []
        vacancyOf.reserveCapacity(pairs.offerOf.count)
        score.reserveCapacity(pairs.offerOf.count)
        questions.reserveCapacity(pairs.offerOf.count)
        for (position, seeker) in pairs.seekers.enumerated() {
            let range = pairs.offsets[position]..<pairs.offsets[position + 1]
            if !commitments.inWork.contains(seeker.member.id) {
                let unwanted = commitments.unwanted[seeker.member.id] ?? []
                let kept = binding.planBefore[seeker.member.id].flatMap { ground.offerAt[$0] }
                let need = pairs.pool.needOf[position].total
                for pair in range {
                    let offer = pairs.offerOf[pair]
                    if !unwanted.isEmpty, offer != pinnedAt[position],
                        market.offers[Int(offer)].isUnwanted(unwanted)
                    {
                        continue
                    }
                    vacancyOf.append(offer)
                    score.append(pairs.score[pair] + need + (offer == kept ? Int32(programme.keepBonus) : 0))
                    questions.append(pairs.questions[pair])
                }
            }
            offsets.append(vacancyOf.count)
        }
        self.questions = questions
        self.referralOf = referralOf
        self.strays = strays
        problem = PlanningProblem(
            isLacking: ground.isLacking(binding),
            householdOf: pairs.householdOf,
            offsets: offsets,
            vacancyOf: vacancyOf,
            score: score,
            openings: market.offers.map { offer in
                let left = offer.vacancy.openingsLeft(after: commitments.hires[offer.vacancy.id] ?? [])
                return Int32(min(left, Int(Instance.mostOpenings)))
            },
            isSustainable: market.offers.map(\.isSustainable),
            pins: pins
        )
    }

    /// The referrals that a plan cannot hold an opening for, each with the reason.
    func reviews(of plan: TwoTierPlan) -> [PinReview] {
        strays.map { PinReview(referral: $0, reason: .notEligible) }
            + plan.pinsToReview.compactMap { review in
                referralOf[review.pin].map { PinReview(referral: $0, reason: PinReview.Reason(review.reason)) }
            }
    }
}

extension PlanGround {
    /// For each household, whether promise B still waits for it: the planner's bonus.
    func isLacking(_ binding: PlanBinding) -> [Bool] {
        households.indices.map { position in
            countsForCoverage[position] && coverability[position] == .coverable
                && binding.coverage[households[position].id]?.contains(.roll) != true
        }
    }
}

extension Offer {
    /// Whether it is among what a member does not want.
    fileprivate func isUnwanted(_ unwanted: Set<Unwanted>) -> Bool {
        unwanted.contains(.vacancy(vacancy.id))
            || vacancy.employerID.map { unwanted.contains(.employer($0.description)) } == true
            || group.map { unwanted.contains(.occupation($0)) } == true
            || district.map { unwanted.contains(.district($0)) } == true
    }
}

extension PinReview.Reason {
    fileprivate init(_ reason: Instance.PinToReview.Reason) {
        self =
            switch reason {
            case .notEligible: .notEligible
            case .noOpening: .noOpening
            case .secondPin: .secondPin
            }
    }
}
