import Households

extension Scorer {
    func verdict(_ seeker: SeekerFacts, _ offer: OfferFacts) -> Verdict {
        var questions: Questions = []
        // Written out rather than looped over: it runs for every pair. A test holds it against `Exclusion.order`.
        if refusesOccupation(seeker, offer, &questions) { return .excluded(.occupation) }
        if refusesPlace(seeker, offer, &questions) { return .excluded(.place) }
        if refusesMinor(seeker, offer, &questions) { return .excluded(.minorHazard) }
        if refusesAbility(seeker, offer, &questions) { return .excluded(.ability) }
        if refusesEducation(seeker, offer, &questions) { return .excluded(.education) }
        if refusesQualification(seeker, offer, &questions) { return .excluded(.qualification) }
        if refusesLicence(seeker, offer, &questions) { return .excluded(.licence) }
        if refusesExperience(seeker, offer, &questions) { return .excluded(.experience) }
        if refusesLanguage(seeker, offer, &questions) { return .excluded(.language) }
        return .eligible(questions)
    }

    /// Whether one gate refuses a pair.
    func refuses(_ gate: Exclusion, _ seeker: SeekerFacts, _ offer: OfferFacts, _ questions: inout Questions) -> Bool {
        switch gate {
        case .occupation: refusesOccupation(seeker, offer, &questions)
        case .place: refusesPlace(seeker, offer, &questions)
        case .minorHazard: refusesMinor(seeker, offer, &questions)
        case .ability: refusesAbility(seeker, offer, &questions)
        case .education: refusesEducation(seeker, offer, &questions)
        case .qualification: refusesQualification(seeker, offer, &questions)
        case .licence: refusesLicence(seeker, offer, &questions)
        case .experience: refusesExperience(seeker, offer, &questions)
        case .language: refusesLanguage(seeker, offer, &questions)
        }
    }

    private func refusesOccupation(_ seeker: SeekerFacts, _ offer: OfferFacts, _ questions: inout Questions) -> Bool {
        guard let group = offer.group else {
            questions.insert(.occupation)
            return false
        }
        if seeker.groups.contains(group) { return false }
        if seeker.groups.isEmpty, !offer.isOpenToAll {
            questions.insert(.trade)
            return false
        }
        // Work of group 9 and work that is trained for is open to all; a title may be read wrongly.
        if offer.isOccupationTold, group / 10 != 9, offer.trainsNewcomers != true { questions.insert(.occupation) }
        return !offer.isOpenToAll
    }

    private func refusesPlace(_ seeker: SeekerFacts, _ offer: OfferFacts, _ questions: inout Questions) -> Bool {
        if seeker.isAwaySomewhere { questions.insert(.whereabouts) }
        if offer.needsConfirmation { questions.insert(.standing) }
        if offer.isEmployerUnconfirmed { questions.insert(.employer) }
        switch borders.answer(from: seeker.district, reach: seeker.reach, to: offer) {
        case .refused: return true
        case .unknown: questions.insert(.workplace)
        case .ownDistrict: return false
        case .within: break
        case .asksLeaving: questions.insert(.leavingHome)
        }
        if seeker.hasCareDuty, !isDaily(seeker, offer) { questions.insert(.care) }
        return false
    }

    private func refusesMinor(_ seeker: SeekerFacts, _ offer: OfferFacts, _ questions: inout Questions) -> Bool {
        guard seeker.isMinor else { return false }
        if offer.isClosedToMinors { return true }
        if offer.isMinorSafetyUnknown { questions.insert(.hazard) }
        return false
    }

    private func refusesAbility(_ seeker: SeekerFacts, _ offer: OfferFacts, _ questions: inout Questions) -> Bool {
        switch seeker.ability {
        case .able: return false
        case .unable: return true
        case .limited:
            if offer.isHazardous == true { return true }
            questions.insert(.ability)
        case .unknown: questions.insert(.ability)
        }
        return false
    }

    private func refusesEducation(_ seeker: SeekerFacts, _ offer: OfferFacts, _ questions: inout Questions) -> Bool {
        refuses(wanted: offer.minimumEducation, above: 1, has: seeker.education, .education, &questions)
    }

    private func refusesQualification(
        _ seeker: SeekerFacts,
        _ offer: OfferFacts,
        _ questions: inout Questions
    ) -> Bool {
        refuses(wanted: offer.minimumQualification, above: 1, has: seeker.qualification, .qualification, &questions)
    }

    private func refusesExperience(_ seeker: SeekerFacts, _ offer: OfferFacts, _ questions: inout Questions) -> Bool {
        refuses(wanted: offer.minimumExperience, above: 0, has: seeker.experience, .experience, &questions)
    }

    private func refusesLicence(_ seeker: SeekerFacts, _ offer: OfferFacts, _ questions: inout Questions) -> Bool {
        refuses(wanted: offer.licences, has: seeker.skills, .licence, &questions)
    }

    private func refusesLanguage(_ seeker: SeekerFacts, _ offer: OfferFacts, _ questions: inout Questions) -> Bool {
        refuses(wanted: offer.languages, has: seeker.languages, .language, &questions)
    }

    /// A level that a job asks for, against the one that a person has: the lowest level of all asks for nothing.
    private func refuses(
        wanted: Int?,
        above lowest: Int,
        has: Int?,
        _ question: Questions,
        _ questions: inout Questions
    ) -> Bool {
        guard let wanted, wanted > lowest else { return false }
        guard let has else {
            questions.insert(question)
            return false
        }
        return has < wanted
    }

    private func refuses(
        wanted: BitSet,
        has: BitSet?,
        _ question: Questions,
        _ questions: inout Questions
    ) -> Bool {
        if wanted.isEmpty { return false }
        guard let has else {
            questions.insert(question)
            return false
        }
        return !wanted.isSubset(of: has)
    }

    /// Whether the work is known to lie within daily travel from where the person lives now.
    private func isDaily(_ seeker: SeekerFacts, _ offer: OfferFacts) -> Bool {
        switch offer.site {
        case .commune(let commune, _):
            seeker.commune.map { places.distance($0, Int(commune)) <= dailyKilometres } ?? false
        case .district(let district):
            seeker.commune.map {
                places.distances($0, toDistrict: Int(district)).upperBound <= dailyKilometres
            } ?? false
        case .elsewhere, .unknown: false
        }
    }
}

/// What the place of an offer means for a person, before distances.
enum PlaceAnswer {
    /// Farther than the person accepts, or far without housing.
    case refused
    /// In the person's own district.
    case ownDistrict
    /// Beyond it, where the person accepts it or, unasked, next door.
    case within
    /// Beyond what may be taken for granted, with housing: the person is to be asked.
    case asksLeaving
    /// The employer does not say where it is.
    case unknown
}

extension Borders {
    /// What the place of an offer means for a person of a district who accepts to work so far from home.
    func answer(from district: Int?, reach: Reach, to offer: OfferFacts) -> PlaceAnswer {
        if case .unknown = offer.site { return .unknown }
        let site = offer.site.district
        if let site, site == district { return .ownDistrict }
        switch reach {
        case .ownDistrict: return .refused
        case .province: return site == nil ? .refused : .within
        case .anywhere: return .within
        case .notAsked:
            if let site, let district, areShared(by: district, site) { return .within }
            return offer.offersHousing == true ? .asksLeaving : .refused
        }
    }
}
