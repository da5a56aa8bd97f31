import Store
import Vacancies
import Vocabulary

/// A vacancy.
struct VacancyPayload: Encodable {
    let id: Int64
    let source: String
    let reference: String
    let title: String
    let text: String?
    let employer: String
    let employerId: Int64?
    let employerStanding: String
    let taxCode: String?
    let place: String
    let placeCode: String?
    let abroad: Bool
    let wageMinimum: Int64?
    let wageMaximum: Int64?
    let contract: String?
    let contractMonths: Int?
    let openings: Int
    let taken: Int
    let occupation: String?
    let housing: Bool?
    let hazardous: Bool?
    let postedOn: String?
    let expiresOn: String?
    let closed: String?
    let repeats: Int64?
    let url: String?
    let version: Int

    init(_ row: VacancyRow, withText: Bool, on day: Day) {
        let vacancy = row.vacancy
        id = vacancy.id.rawValue
        source = vacancy.source
        reference = vacancy.reference
        title = vacancy.title
        text = withText ? vacancy.text : nil
        employer = vacancy.employer
        employerId = vacancy.employerID?.rawValue
        employerStanding = vacancy.employerStanding(on: day).rawValue
        taxCode = vacancy.taxCode
        place = vacancy.placeText
        abroad = vacancy.isAbroad
        placeCode =
            switch vacancy.place {
            case .commune(let code): code.description
            case .district(let code): code
            case .elsewhere, .unknown: nil
            }
        wageMinimum = vacancy.wage?.minimum.amount
        wageMaximum = vacancy.wage?.maximum?.amount
        (contract, contractMonths) =
            switch vacancy.contract {
            case .indefinite: ("indefinite", nil)
            case .fixed(let months): ("fixed", months)
            case .seasonal: ("seasonal", nil)
            case nil: (nil, nil)
            }
        openings = vacancy.openings
        taken = row.taken
        occupation = vacancy.occupation?.digits
        housing = vacancy.offersHousing
        hazardous = vacancy.isHazardous
        postedOn = vacancy.postedOn?.description
        expiresOn = vacancy.expiresOn?.description
        closed = vacancy.closed?.rawValue
        repeats = vacancy.twinOf?.rawValue
        url = vacancy.url
        version = row.version
    }

    static let schema = Schema.named(
        "Vacancy",
        .object([
            .required("id", .id), .required("source", .anyText), .required("reference", .anyText),
            .required("title", .anyText), .optional("text", .anyText), .required("employer", .anyText),
            .optional("employerId", .id), .required("employerStanding", .codes(of: EmployerStanding.self)),
            .optional("taxCode", .anyText), .required("place", .anyText), .optional("placeCode", .digits(3...5)),
            .required("abroad", .boolean),
            .optional("wageMinimum", .dong), .optional("wageMaximum", .dong),
            .optional("contract", .choice(["indefinite", "fixed", "seasonal"])), .optional("contractMonths", .count),
            .required("openings", .count), .required("taken", .count), .optional("occupation", .digits(1...4)),
            .optional("housing", .boolean), .optional("hazardous", .boolean), .optional("postedOn", .day),
            .optional("expiresOn", .day), .optional("closed", .codes(of: ClosingReason.self)),
            .optional("repeats", .described("The vacancy of another source that this one repeats.", .id)),
            .optional("url", .anyText), .required("version", .number),
        ])
    )
}
