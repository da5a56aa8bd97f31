import Vacancies
import Vocabulary

/// The open vacancies of a day, prepared for scoring and indexed by who could be eligible at all.
package struct Market: Sendable {
    /// The vacancies, in the order given; positions in it name them in `candidates(for:)`.
    package let offers: [Offer]
    private let openToAll: [Int]
    private let byGroup: [[Int]]

    /// A market of the vacancies that are open on a day.
    package init(vacancies: [Vacancy], on day: Day, territory: Territory, policy: ScoringPolicy) {
        let minimumWage = policy.minimumWage.value(on: day) ?? [:]
        offers = vacancies.filter { $0.isOffered(on: day) }.map { vacancy in
            Offer(vacancy: vacancy, on: day, territory: territory, policy: policy, minimumWage: minimumWage)
        }
        var openToAll: [Int] = []
        var byGroup = [[Int]](repeating: [], count: 100)
        for (position, offer) in offers.enumerated() {
            if offer.isOpenToAll {
                openToAll.append(position)
            } else if let group = offer.group {
                byGroup[group].append(position)
            }
        }
        self.openToAll = openToAll
        self.byGroup = byGroup
    }

    /// Positions of the offers whose occupation gate the seeker can pass, in ascending order.
    package func candidates(for seeker: Seeker) -> [Int] {
        var positions = openToAll
        for group in seeker.groups.members { positions += byGroup[group] }
        return positions.sorted()
    }
}

/// A vacancy with all that gates and reasons need, worked out once.
package struct Offer: Sendable {
    /// The vacancy.
    package let vacancy: Vacancy
    /// Whether a job there counts as sustainable from the start: planned in tier 1.
    package let isSustainable: Bool
    /// Elementary work, work the employer trains for, or work of an unknown occupation.
    let isOpenToAll: Bool
    /// The first two digits of the occupation; nil where that is unknown.
    package let group: Int?
    /// The code of the workplace's district; nil where the place is unknown or outside the territory.
    package let district: String?
    let isClosedToMinors: Bool
    /// Whether its employer has to be asked whether it still stands.
    let needsConfirmation: Bool
    /// The regional minimum wage at the workplace, in đồng; nil where the table has none.
    let minimumWage: Int64?

    init(vacancy: Vacancy, on day: Day, territory: Territory, policy: ScoringPolicy, minimumWage: [WageRegion: Dong]) {
        self.vacancy = vacancy
        needsConfirmation = vacancy.needsConfirmation(on: day, after: policy.confirmDays)
        isSustainable = vacancy.contract?.isSustainable(minimumMonths: policy.sustainableMonths) == true
        group = vacancy.occupation?.group
        isOpenToAll =
            vacancy.occupation == nil || vacancy.occupation?.isElementary == true || vacancy.trainsNewcomers == true
            || group == nil
        let place: Territory.District? =
            switch vacancy.place {
            case .commune(let code): territory.district(of: code)
            case .district(let code): territory.district(code)
            case .elsewhere, .unknown: nil
            }
        district = place?.code
        isClosedToMinors =
            vacancy.occupation.map { code in policy.closedToMinors.contains { code.digits.hasPrefix($0) } } ?? false
        let region = place?.wageRegion ?? policy.wageRegionElsewhere
        self.minimumWage = minimumWage[region]?.amount
    }
}
