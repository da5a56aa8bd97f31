import Households

extension Scorer {
    /// Hands over every reason of a pair; those of which the job asks nothing are left out.
    @inline(__always)
    func forEachReason(_ seeker: SeekerFacts, _ offer: OfferFacts, _ body: (Reason) -> Void) {
        body(occupation(seeker, offer))
        body(wish(seeker, offer))
        let distance = distance(seeker, offer)
        body(place(seeker, offer, distance))
        body(lodging(offer, distance))
        body(offer.pay)
        body(floor(seeker, offer))
        body(offer.contract)
        body(offer.insurance)
        body(training(seeker, offer))
        body(experience(seeker, offer))
        body(offer.conditions)
        body(shifts(seeker, offer))
        if !offer.skills.isEmpty { body(share(.skills, of: offer.skills, had: seeker.skills)) }
        if !offer.languages.isEmpty { body(share(.language, of: offer.languages, had: seeker.languages)) }
    }

    /// What was done and what was learnt count alike, by the better of the two; one that is not recorded could be it.
    private func occupation(_ seeker: SeekerFacts, _ offer: OfferFacts) -> Reason {
        guard let wanted = offer.occupation, seeker.past != nil || seeker.trained != nil else {
            return Reason(unknown: .occupation)
        }
        let digits = max(seeker.past?.sharedDigits(wanted) ?? 0, seeker.trained?.sharedDigits(wanted) ?? 0)
        let points =
            switch digits {
            case 4...: 1000
            case 3: 850
            case 2: 650
            case 1: 400
            default: 300
            }
        let isWhole = seeker.past != nil && seeker.isTrainingKnown
        return Reason(.occupation, points...(isWhole ? points : 1000), value: digits)
    }

    private func wish(_ seeker: SeekerFacts, _ offer: OfferFacts) -> Reason {
        guard let wanted = offer.occupation, let wish = seeker.wanted else { return Reason(unknown: .wish) }
        let digits = wish.sharedDigits(wanted)
        let points =
            switch digits {
            case 4...: 1000
            case 3: 850
            case 2: 700
            case 1: 300
            default: 100
            }
        return Reason(.wish, points, value: digits)
    }

    /// The kilometres by road; nil where one side is not known.
    private func distance(_ seeker: SeekerFacts, _ offer: OfferFacts) -> ClosedRange<Int>? {
        guard let home = seeker.commune else { return nil }
        switch offer.site {
        case .commune(let commune, _):
            let kilometres = places.distance(home, Int(commune))
            return kilometres...kilometres
        case .district(let district): return places.distances(home, toDistrict: Int(district))
        case .elsewhere, .unknown: return nil
        }
    }

    /// 1000 at home, 600 at the end of daily travel, 100 from four times as far on; a place beyond daily travel that the
    /// person accepts counts as its end, and while nobody has asked it could.
    private func place(_ seeker: SeekerFacts, _ offer: OfferFacts, _ distance: ClosedRange<Int>?) -> Reason {
        var points: ClosedRange<Int>
        var value = -2
        if let distance {
            points = nearPoints(at: distance.upperBound)...nearPoints(at: distance.lowerBound)
            if distance.count == 1 { value = distance.lowerBound }
        } else if case .elsewhere = offer.site, !seeker.isAwaySomewhere {
            points = 100...100
            value = -1
        } else {
            return Reason(unknown: .place)
        }
        let nearness = nearness(seeker, offer)
        let end = 600
        let isAccepted =
            switch seeker.reach {
            case .ownDistrict: nearness == .commune || nearness == .district
            case .province: nearness != .elsewhere
            case .anywhere: true
            case .notAsked: false
            }
        if isAccepted { points = max(points.lowerBound, end)...max(points.upperBound, end) }
        if seeker.reach == .notAsked { points = points.lowerBound...max(points.upperBound, end) }
        return Reason(.place, points, value: value, detail: nearness.rawValue)
    }

    private func nearPoints(at kilometres: Int) -> Int {
        if kilometres <= dailyKilometres { return 1000 - 400 * kilometres / dailyKilometres }
        return max(100, 600 - 500 * (kilometres - dailyKilometres) / (3 * dailyKilometres))
    }

    private func nearness(_ seeker: SeekerFacts, _ offer: OfferFacts) -> Nearness {
        switch offer.site {
        case .commune(let commune, _) where seeker.commune == Int(commune): .commune
        case .commune(_, let district), .district(let district):
            seeker.district == Int(district) ? .district : .province
        case .elsewhere: .elsewhere
        case .unknown: .unknown
        }
    }

    /// Within daily travel neither is needed; beyond it housing is worth all, transport 600.
    private func lodging(_ offer: OfferFacts, _ distance: ClosedRange<Int>?) -> Reason {
        let value = (offer.offersHousing == true ? 1 : 0) + (offer.offersTransport == true ? 2 : 0)
        if let distance, distance.upperBound <= dailyKilometres {
            return Reason(.lodging, 1000, value: value, detail: 1)
        }
        if offer.offersHousing == true { return Reason(.lodging, 1000, value: value) }
        let isSurelyFar: Bool =
            if let distance { distance.lowerBound > dailyKilometres } else if case .elsewhere = offer.site {
                true
            } else {
                false
            }
        let most = offer.offersHousing == nil || !isSurelyFar ? 1000 : offer.offersTransport == false ? 0 : 600
        return Reason(.lodging, (offer.offersTransport == true ? 600 : 0)...most, value: value)
    }

    /// Below the floor nothing, at the floor 600, from half as much again on 1000.
    private func floor(_ seeker: SeekerFacts, _ offer: OfferFacts) -> Reason {
        guard let wage = offer.wage, let floor = seeker.wageFloor else { return Reason(unknown: .floor) }
        let percent = Int(clamping: min(wage * 100 / floor, 1000))
        return Reason(.floor, percent < 100 ? 0 : min(1000, 600 + (percent - 100) * 8), value: percent)
    }

    /// 900 where the employer trains, who takes people as they are, else 1000 for the level wanted and less above it.
    private func training(_ seeker: SeekerFacts, _ offer: OfferFacts) -> Reason {
        if offer.trainsNewcomers == true { return Reason(.training, 900, detail: 1) }
        if seeker.education == nil && seeker.qualification == nil { return Reason(unknown: .training) }
        let school = levelsAbove(offer.minimumEducation, has: seeker.education, highest: Education.allCases.count)
        let trade = levelsAbove(
            offer.minimumQualification,
            has: seeker.qualification,
            highest: Qualification.allCases.count
        )
        let above = school.lowerBound + trade.lowerBound...school.upperBound + trade.upperBound
        func points(_ above: Int) -> Int { max(300, 1000 - above * 100) }
        var range = points(above.upperBound)...points(above.lowerBound)
        if offer.trainsNewcomers == nil { range = min(range.lowerBound, 900)...max(range.upperBound, 900) }
        return Reason(.training, range, value: above.count == 1 ? above.lowerBound : -1)
    }

    /// How many levels a person can be above what is wanted, where one or both are not known.
    private func levelsAbove(_ wanted: Int?, has: Int?, highest: Int) -> ClosedRange<Int> {
        switch (wanted, has) {
        case (let wanted?, let has?): max(0, has - wanted)...max(0, has - wanted)
        case (nil, let has?): 0...max(0, has - 1)
        case (let wanted?, nil): 0...max(0, highest - wanted)
        case (nil, nil): 0...(highest - 1)
        }
    }

    /// 700 for the years wanted and more for each beyond them; work that wants none suits everybody.
    private func experience(_ seeker: SeekerFacts, _ offer: OfferFacts) -> Reason {
        guard let wanted = offer.minimumExperience else { return Reason(unknown: .experience) }
        if wanted == 0 { return Reason(.experience, 800) }
        guard let has = seeker.experience else { return Reason(unknown: .experience) }
        let detail = UInt8(clamping: wanted)
        return Reason(.experience, min(1000, max(0, 700 + (has - wanted) * 60)), value: has, detail: detail)
    }

    private func shifts(_ seeker: SeekerFacts, _ offer: OfferFacts) -> Reason {
        switch (offer.hasNightShifts, seeker.acceptsNights) {
        case (nil, _): Reason(unknown: .shifts)
        case (false?, _): Reason(.shifts, 1000)
        case (true?, true?): Reason(.shifts, 800, value: 1, detail: 1)
        case (true?, false?): Reason(.shifts, 0, value: 1)
        case (true?, nil): Reason(.shifts, 0...800, value: 1)
        }
    }

    private func share(_ code: ReasonCode, of wanted: BitSet, had: BitSet?) -> Reason {
        guard let had else { return Reason(unknown: code) }
        let count = wanted.intersection(had).count
        return Reason(code, count * 1000 / wanted.count, value: count, detail: UInt8(clamping: wanted.count))
    }
}
