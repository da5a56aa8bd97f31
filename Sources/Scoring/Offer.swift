import Vacancies
import Vocabulary

/// A vacancy with all that gates and reasons need, worked out once.
package struct Offer: Sendable {
    /// The vacancy.
    package let vacancy: Vacancy
    /// Whether a job there counts as sustainable from the start: planned in tier 1.
    package let isSustainable: Bool
    /// The first two digits of the occupation; nil where that is unknown.
    package let group: Int?
    /// The code of the workplace's district; nil where the place is unknown or outside the territory.
    package let district: String?
    let facts: OfferFacts

    init(vacancy: Vacancy, on day: Day, territory: Territory, policy: ScoringPolicy) {
        self.vacancy = vacancy
        isSustainable =
            policy.sustainableMonths.value(on: day).flatMap { vacancy.contract?.isSustainable(minimumMonths: $0) }
            == true
        group = vacancy.occupation?.group
        facts = OfferFacts(vacancy, on: day, territory: territory, policy: policy)
        district = facts.site.district.map { territory.districts[$0].code }
    }
}

/// What gates and reasons ask of a vacancy, without references, since it is looked at for every pair.
struct OfferFacts: Sendable {
    let site: Site
    /// The two-digit group that the occupation gate holds the person's against; nil where it is not sure enough.
    let group: Int?
    let occupation: PackedOccupation?
    /// Elementary work, work the employer trains for, or work whose occupation its source does not state.
    let isOpenToAll: Bool
    /// Whether the occupation was told from the title: where it does not fit a person it is asked, and shuts nobody out.
    let isOccupationTold: Bool
    let isClosedToMinors: Bool
    /// Whether nothing says that the work is free of what nobody under 18 may do.
    let isMinorSafetyUnknown: Bool
    /// Whether its employer has to be asked whether it still stands.
    let needsConfirmation: Bool
    /// Whether its employer is to be checked before anybody is referred to it.
    let isEmployerUnconfirmed: Bool
    let isHazardous: Bool?
    let offersHousing: Bool?
    let offersTransport: Bool?
    let hasNightShifts: Bool?
    let trainsNewcomers: Bool?
    let minimumEducation: Int?
    let minimumQualification: Int?
    let minimumExperience: Int?
    let licences: BitSet
    let skills: BitSet
    let languages: BitSet
    let wage: Int64?
    // The reasons that no person changes.
    let pay: Reason
    let contract: Reason
    let insurance: Reason
    let conditions: Reason

    init(_ vacancy: Vacancy, on day: Day, territory: Territory, policy: ScoringPolicy) {
        site =
            switch vacancy.place {
            case .commune(let code): Site(commune: code, territory)
            case .district(let code): territory.position(ofDistrict: code).map { .district(Int16($0)) } ?? .unknown
            case .elsewhere: .elsewhere
            case .unknown: .unknown
            }
        let isSure = vacancy.occupationConfidence.map { $0 >= policy.occupationConfidence } ?? true
        let sure = isSure ? vacancy.occupation : nil
        group = sure?.group
        occupation = sure.map { PackedOccupation($0, of: .vacancy) }
        isOccupationTold = vacancy.occupationConfidence != nil
        isOpenToAll =
            sure?.group == nil || sure?.isElementary == true || vacancy.trainsNewcomers == true || isOccupationTold
        // A guess is enough to keep a minor from work that may be closed to them.
        isClosedToMinors =
            vacancy.occupation.map { policy.isClosedToMinors($0, on: day) } == true || vacancy.isHazardous == true
            || vacancy.hasNightShifts == true || vacancy.isPlaceClosedToMinors == true
        isMinorSafetyUnknown =
            vacancy.isHazardous == nil || vacancy.hasNightShifts == nil || vacancy.isPlaceClosedToMinors == nil
        needsConfirmation = vacancy.needsConfirmation(on: day, after: policy.confirmDays)
        isEmployerUnconfirmed = vacancy.employerStanding(on: day) != .confirmed
        isHazardous = vacancy.isHazardous
        offersHousing = vacancy.offersHousing
        offersTransport = vacancy.offersTransport
        hasNightShifts = vacancy.hasNightShifts
        trainsNewcomers = vacancy.trainsNewcomers
        minimumEducation = vacancy.minimumEducation
        minimumQualification = vacancy.minimumQualification
        minimumExperience = vacancy.minimumExperience
        licences = BitSet(vacancy.skills.filter(\.isLicence))
        skills = BitSet(vacancy.skills.filter { !$0.isLicence })
        languages = BitSet(vacancy.languages)
        wage = vacancy.wage?.minimum.amount
        let minimum = policy.minimumWage.value(on: day) ?? [:]
        let bases: [Dong] =
            switch site {
            case .elsewhere: [minimum[policy.wageRegionElsewhere]].compactMap(\.self)
            case .unknown: minimum.values.sorted()
            case .commune, .district:
                vacancy.wageRegion(in: territory, on: day).flatMap { minimum[$0] }.map { [$0] } ?? []
            }
        pay = Reason.pay(wage: wage, minimums: bases)
        contract = Reason.contract(vacancy.contract)
        insurance =
            vacancy.offersInsurance.map { Reason(.insurance, $0 ? 1000 : 0, value: $0 ? 1 : 0) }
            ?? Reason(unknown: .insurance)
        conditions =
            vacancy.isHazardous.map { Reason(.conditions, $0 ? 200 : 1000, value: $0 ? 1 : 0) }
            ?? Reason(unknown: .conditions)
    }
}

extension Vacancy {
    /// The wage region of its workplace on a day: of its unit where that is known, else of its district.
    package func wageRegion(in territory: Territory, on day: Day) -> WageRegion? {
        switch place {
        case .commune(let code):
            territory.wageRegion(of: unit ?? PlacedUnit(code: code, vintage: .before2025), on: day)
        case .district(let code): territory.wageRegion(ofDistrict: code, on: day)
        case .elsewhere, .unknown: nil
        }
    }
}

extension Site {
    fileprivate init(commune code: UnitCode, _ territory: Territory) {
        if let commune = territory.position(of: code),
            let district = territory.position(ofDistrict: territory.communes[commune].district)
        {
            self = .commune(Int32(commune), district: Int16(district))
        } else {
            self = .unknown
        }
    }
}

extension Reason {
    /// Below the minimum nothing, at the minimum 300, at twice the minimum and above 1000; the minimum lies within some.
    fileprivate static func pay(wage: Int64?, minimums: [Dong]) -> Reason {
        guard let wage, let least = minimums.min()?.amount, let most = minimums.max()?.amount, least > 0 else {
            return Reason(unknown: .pay)
        }
        func points(_ percent: Int64) -> Int { percent < 100 ? 0 : Int(min(1000, 300 + (percent - 100) * 7)) }
        let (worst, best) = (wage * 100 / most, wage * 100 / least)
        return Reason(.pay, points(worst)...points(best), value: Int(clamping: worst))
    }

    fileprivate static func contract(_ term: ContractTerm?) -> Reason {
        switch term {
        case nil: Reason(unknown: .contract)
        case .indefinite: Reason(.contract, 1000, value: 0)
        case .seasonal: Reason(.contract, 100, value: -1)
        case .fixed(let months):
            Reason(.contract, months >= 12 ? min(950, 600 + (months - 12) * 15) : months * 50, value: months)
        }
    }
}
