import Households
import Operations
import Outcomes
import Scoring
import Store
import Vacancies
import Vocabulary

/// One proposed pair.
struct MatchPayload: Encodable {
    let worker: Int64
    let workerName: String
    let birthYear: Int?
    let household: Int64
    let householdCode: String
    let commune: String
    let vacancy: Int64
    let title: String
    let employer: String
    let tier: Int
    let newlyCovers: Bool
    let explanation: ExplanationPayload

    init(_ row: ProposalRow) {
        worker = row.member.rawValue
        workerName = row.memberName
        birthYear = row.birth?.reckoned?.year
        household = row.household.rawValue
        householdCode = row.householdCode
        commune = row.commune.description
        vacancy = row.vacancy.id.rawValue
        title = row.vacancy.title
        employer = row.vacancy.employer
        tier = row.tier
        newlyCovers = row.isFirst
        explanation = ExplanationPayload(row.explanation)
    }
}

/// Why a pair fits, and what is to be asked; for the office, since the wishes in it are not for employers.
struct ExplanationPayload: Encodable {
    let score: Int32
    let low: Int32
    let high: Int32
    let provisional: Bool
    let questions: [String]
    let reasons: [ReasonPayload]
    let need: NeedPayload
    let wishedSex: String?
    let wishedAges: [Int]?

    /// One reason, with the interval of its points; without a value where nothing is recorded.
    struct ReasonPayload: Encodable {
        let code: String
        let low: Int16
        let high: Int16
        let value: Int16?
        let vi: String
        let en: String
    }

    /// The points that need adds in planning, apart from the score.
    struct NeedPayload: Encodable {
        let poverty: Int16
        let commune: Int16
        let waiting: Int16
    }

    init(_ explanation: Explanation) {
        score = explanation.score.point
        low = explanation.score.low
        high = explanation.score.high
        provisional = !explanation.questions.isEmpty
        questions = explanation.questions.names
        reasons = explanation.reasons.map { reason in
            let wording = reason.wording
            return ReasonPayload(
                code: reason.code.name,
                low: reason.low,
                high: reason.high,
                value: reason.isUnknown ? nil : reason.value,
                vi: wording.vi,
                en: wording.en
            )
        }
        let need = explanation.need
        self.need = NeedPayload(poverty: need.poverty, commune: need.commune, waiting: need.waiting)
        wishedSex = explanation.wishes.sex?.rawValue
        wishedAges = explanation.wishes.ages.map { [$0.lowerBound, $0.upperBound] }
    }
}

/// A page of a list.
struct ListPayload<Item: Encodable>: Encodable {
    let run: Int64?
    let total: Int
    let limit: Int
    let offset: Int
    let items: [Item]
}

/// A vacancy.
struct VacancyPayload: Encodable {
    let id: Int64
    let source: String
    let reference: String
    let title: String
    let employer: String
    let taxCode: String?
    let place: String
    let placeCode: String?
    let wageMinimum: Int64?
    let wageMaximum: Int64?
    let contract: String?
    let contractMonths: Int?
    let openings: Int
    let occupation: String?
    let housing: Bool?
    let hazardous: Bool?
    let postedOn: String?
    let expiresOn: String?
    let url: String?

    init(_ vacancy: Vacancy) {
        id = vacancy.id.rawValue
        source = vacancy.source
        reference = vacancy.reference
        title = vacancy.title
        employer = vacancy.employer
        taxCode = vacancy.taxCode
        place = vacancy.placeText
        switch vacancy.place {
        case .commune(let code): placeCode = code.description
        case .district(let code): placeCode = code
        case .elsewhere, .unknown: placeCode = nil
        }
        wageMinimum = vacancy.wage?.minimum.amount
        wageMaximum = vacancy.wage?.maximum?.amount
        switch vacancy.contract {
        case .indefinite: (contract, contractMonths) = ("indefinite", nil)
        case .fixed(let months): (contract, contractMonths) = ("fixed", months)
        case .seasonal: (contract, contractMonths) = ("seasonal", nil)
        case nil: (contract, contractMonths) = (nil, nil)
        }
        openings = vacancy.openings
        occupation = vacancy.occupation?.digits
        housing = vacancy.offersHousing
        hazardous = vacancy.isHazardous
        postedOn = vacancy.postedOn?.description
        expiresOn = vacancy.expiresOn?.description
        url = vacancy.url
    }
}
