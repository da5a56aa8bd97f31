import Households
import Vacancies
import Vocabulary

/// Judges pairs of a seeker and an offer.
package struct Scorer: Sendable {
    private let territory: Territory
    private let weights: InlineArray<7, Int>
    private let totalWeight: Int

    /// A scorer with a policy's weights.
    package init(policy: ScoringPolicy, territory: Territory) {
        self.territory = territory
        weights = InlineArray { index in ReasonCode(rawValue: index).flatMap { policy.weights[$0] } ?? 0 }
        totalWeight = policy.weights.values.reduce(0, +)
    }

    /// What the gates say, in a fixed order: the first that fails is the reason given.
    package func verdict(_ seeker: Seeker, _ offer: Offer) -> Verdict {
        var questions: Questions = []
        let exclusion =
            occupationGate(seeker, offer, &questions) ?? placeGate(seeker, offer, &questions)
            ?? minorGate(seeker, offer, &questions) ?? abilityGate(seeker, offer, &questions)
            ?? educationGate(seeker, offer, &questions) ?? experienceGate(seeker, offer, &questions)
        return exclusion.map(Verdict.excluded) ?? .eligible(questions)
    }

    /// The score of a pair, without its explanation; the caller has asked the gates.
    package func score(_ seeker: Seeker, _ offer: Offer) -> Score {
        let reasons = reasons(seeker, offer)
        var low = 0
        var high = 0
        var point = 0
        for index in reasons.indices {
            let weight = weights[index]
            if let points = reasons[index].points {
                low += weight * Int(points)
                high += weight * Int(points)
                point += weight * Int(points)
            } else {
                high += weight * 1000
                point += weight * 500
            }
        }
        return Score(
            point: Int32(point * 10 / totalWeight),
            low: Int32(low * 10 / totalWeight),
            high: Int32(high * 10 / totalWeight)
        )
    }

    /// The full explanation of an eligible pair.
    package func explanation(_ seeker: Seeker, _ offer: Offer, questions: Questions) -> Explanation {
        let reasons = reasons(seeker, offer)
        return Explanation(
            score: score(seeker, offer),
            questions: questions,
            reasons: reasons.indices.map { reasons[$0] }
        )
    }

    /// The weight of a reason.
    package func weight(of code: ReasonCode) -> Int { weights[code.rawValue] }

    // MARK: Gates

    private func occupationGate(_ seeker: Seeker, _ offer: Offer, _ questions: inout Questions) -> Exclusion? {
        guard let group = offer.group else {
            questions.insert(.occupation)
            return nil
        }
        return offer.isOpenToAll || seeker.groups.contains(group) ? nil : .occupation
    }

    private func placeGate(_ seeker: Seeker, _ offer: Offer, _ questions: inout Questions) -> Exclusion? {
        if seeker.member.away != nil { questions.insert(.whereabouts) }
        if offer.needsConfirmation { questions.insert(.standing) }
        if offer.vacancy.place == .unknown {
            questions.insert(.workplace)
            return nil
        }
        let isOwnDistrict = offer.district != nil && offer.district == seeker.district
        if isOwnDistrict { return nil }
        switch seeker.member.reach {
        case .ownDistrict: return .place
        case .province: if offer.district == nil { return .place }
        case .anywhere: break
        case .notAsked:
            let isNear = offer.district.map(seeker.neighbours.contains) ?? false
            if !isNear {
                guard offer.vacancy.offersHousing == true else { return .place }
                questions.insert(.leavingHome)
            }
        }
        if seeker.hasCareDuty { questions.insert(.care) }
        return nil
    }

    private func minorGate(_ seeker: Seeker, _ offer: Offer, _ questions: inout Questions) -> Exclusion? {
        guard seeker.isMinor else { return nil }
        if offer.isClosedToMinors || offer.vacancy.isHazardous == true { return .minorHazard }
        if offer.vacancy.isHazardous == nil { questions.insert(.hazard) }
        return nil
    }

    private func abilityGate(_ seeker: Seeker, _ offer: Offer, _ questions: inout Questions) -> Exclusion? {
        switch seeker.member.ability {
        case .able: return nil
        case .unable: return .ability
        case .limited:
            if offer.vacancy.isHazardous == true { return .ability }
            questions.insert(.ability)
        case .unknown: questions.insert(.ability)
        }
        return nil
    }

    private func educationGate(_ seeker: Seeker, _ offer: Offer, _ questions: inout Questions) -> Exclusion? {
        if let wanted = offer.vacancy.minimumEducation, wanted > 1 {
            guard let has = seeker.member.education else {
                questions.insert(.education)
                return qualificationGate(seeker, offer, &questions)
            }
            if has.rawValue < wanted { return .education }
        }
        return qualificationGate(seeker, offer, &questions)
    }

    private func qualificationGate(_ seeker: Seeker, _ offer: Offer, _ questions: inout Questions) -> Exclusion? {
        guard let wanted = offer.vacancy.minimumQualification, wanted > 1 else { return nil }
        guard let has = seeker.member.qualification else {
            questions.insert(.qualification)
            return nil
        }
        return has.rawValue < wanted ? .qualification : nil
    }

    private func experienceGate(_ seeker: Seeker, _ offer: Offer, _ questions: inout Questions) -> Exclusion? {
        guard let wanted = offer.vacancy.minimumExperience, wanted > 0 else { return nil }
        guard let has = seeker.member.experienceYears else {
            questions.insert(.experience)
            return nil
        }
        return has < wanted ? .experience : nil
    }
}

extension Scorer {
    /// The reasons of a pair, indexed by `ReasonCode.rawValue`.
    private func reasons(_ seeker: Seeker, _ offer: Offer) -> InlineArray<7, Reason> {
        [
            occupation(seeker, offer), distance(seeker, offer), pay(seeker, offer), contract(offer),
            training(seeker, offer), experience(seeker, offer), conditions(offer),
        ]
    }

    private func occupation(_ seeker: Seeker, _ offer: Offer) -> Reason {
        guard let code = offer.vacancy.occupation else { return Reason(.occupation, nil, value: 0) }
        let digits = seeker.occupations.lazy.map { $0.commonDigits(with: code) }.max() ?? 0
        let points: Int16 =
            switch digits {
            case 4...: 1000
            case 3: 850
            case 2: 650
            case 1: 400
            default: 300
            }
        return Reason(.occupation, points, value: Int32(digits))
    }

    private func distance(_ seeker: Seeker, _ offer: Offer) -> Reason {
        switch offer.vacancy.place {
        case .commune(let code):
            guard let kilometres = territory.distance(from: seeker.home, to: code) else {
                return Reason(.distance, nil, value: 0)
            }
            return Reason(.distance, Int16(max(100, 1000 - kilometres * 12)), value: Int32(kilometres.rounded()))
        case .district(let code):
            return Reason(.distance, code == seeker.district ? 750 : 450, value: 0)
        case .elsewhere:
            return Reason(.distance, offer.vacancy.offersHousing == true ? 250 : 100, value: -1)
        case .unknown:
            return Reason(.distance, nil, value: 0)
        }
    }

    private func pay(_ seeker: Seeker, _ offer: Offer) -> Reason {
        guard let wage = offer.vacancy.wage else { return Reason(.pay, nil, value: 0) }
        let base = max(seeker.member.wageFloor?.amount ?? 0, offer.minimumWage ?? 0)
        guard base > 0 else { return Reason(.pay, nil, value: 0) }
        let percent = min(wage.minimum.amount * 100 / base, 1000)
        // Below the base nothing, at the base 300, at twice the base and above 1000.
        let points = percent < 100 ? 0 : min(1000, 300 + (percent - 100) * 7)
        return Reason(.pay, Int16(points), value: Int32(percent))
    }

    private func contract(_ offer: Offer) -> Reason {
        switch offer.vacancy.contract {
        case nil: Reason(.contract, nil, value: 0)
        case .indefinite: Reason(.contract, 1000, value: 0)
        case .seasonal: Reason(.contract, 100, value: -1)
        case .fixed(let months):
            Reason(
                .contract,
                Int16(months >= 12 ? min(950, 600 + (months - 12) * 15) : months * 50),
                value: Int32(months)
            )
        }
    }

    private func training(_ seeker: Seeker, _ offer: Offer) -> Reason {
        if offer.vacancy.trainsNewcomers == true { return Reason(.training, 900, value: 0) }
        guard let has = seeker.member.education else { return Reason(.training, nil, value: 0) }
        let over = has.rawValue - (offer.vacancy.minimumEducation ?? 1)
        let overQualified = (seeker.member.qualification?.rawValue ?? 1) - (offer.vacancy.minimumQualification ?? 1)
        let above = max(0, over) + max(0, overQualified)
        return Reason(.training, Int16(max(300, 1000 - above * 100)), value: Int32(above))
    }

    private func experience(_ seeker: Seeker, _ offer: Offer) -> Reason {
        guard let wanted = offer.vacancy.minimumExperience, wanted > 0 else {
            return Reason(.experience, 700, value: 0)
        }
        guard let has = seeker.member.experienceYears else { return Reason(.experience, nil, value: Int32(wanted)) }
        return Reason(.experience, Int16(max(0, min(1000, 700 + (has - wanted) * 60))), value: Int32(has))
    }

    private func conditions(_ offer: Offer) -> Reason {
        let hasHousing = offer.vacancy.offersHousing == true
        guard let isHazardous = offer.vacancy.isHazardous else {
            return Reason(.conditions, nil, value: hasHousing ? 2 : 0)
        }
        let points: Int16 = (isHazardous ? 200 : 800) + (hasHousing ? 200 : 0)
        return Reason(.conditions, points, value: (isHazardous ? 1 : 0) + (hasHousing ? 2 : 0))
    }
}
