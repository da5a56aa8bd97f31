import Operations
import Vacancies
import Vocabulary

/// What a request says of a vacancy that the office keeps itself; the API and the pages' forms read the same.
struct VacancyBody: Decodable, Sendable {
    private let title: String?
    private let text: String?
    private let employer: String?
    private let taxCode: String?
    private let place: String?
    private let communeCode: String?
    private let wageMinimum: Int64?
    private let wageMaximum: Int64?
    private let wagePeriod: String?
    private let contract: String?
    private let contractMonths: Int?
    private let openings: Int?
    private let occupation: String?
    private let education: Int?
    private let qualification: Int?
    private let experience: Int?
    private let training: Bool?
    private let hazardous: Bool?
    private let housing: Bool?
    private let expiresOn: String?
    /// Which members were sent, null or not.
    private let named: Set<String>

    private enum CodingKeys: String, CodingKey, CaseIterable {
        case title, text, employer, taxCode, place, communeCode, wageMinimum, wageMaximum, wagePeriod, contract,
            contractMonths, openings, occupation, education, qualification, experience, training, hazardous, housing,
            expiresOn
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        title = try values.decodeIfPresent(String.self, forKey: .title)
        text = try values.decodeIfPresent(String.self, forKey: .text)
        employer = try values.decodeIfPresent(String.self, forKey: .employer)
        taxCode = try values.decodeIfPresent(String.self, forKey: .taxCode)
        place = try values.decodeIfPresent(String.self, forKey: .place)
        communeCode = try values.decodeIfPresent(String.self, forKey: .communeCode)
        wageMinimum = try values.decodeIfPresent(Int64.self, forKey: .wageMinimum)
        wageMaximum = try values.decodeIfPresent(Int64.self, forKey: .wageMaximum)
        wagePeriod = try values.decodeIfPresent(String.self, forKey: .wagePeriod)
        contract = try values.decodeIfPresent(String.self, forKey: .contract)
        contractMonths = try values.decodeIfPresent(Int.self, forKey: .contractMonths)
        openings = try values.decodeIfPresent(Int.self, forKey: .openings)
        occupation = try values.decodeIfPresent(String.self, forKey: .occupation)
        education = try values.decodeIfPresent(Int.self, forKey: .education)
        qualification = try values.decodeIfPresent(Int.self, forKey: .qualification)
        experience = try values.decodeIfPresent(Int.self, forKey: .experience)
        training = try values.decodeIfPresent(Bool.self, forKey: .training)
        hazardous = try values.decodeIfPresent(Bool.self, forKey: .hazardous)
        housing = try values.decodeIfPresent(Bool.self, forKey: .housing)
        expiresOn = try values.decodeIfPresent(String.self, forKey: .expiresOn)
        named = Set(values.allKeys.map(\.stringValue))
    }

    /// A new vacancy from what was sent.
    func details() -> VacancyDetails {
        var details = VacancyDetails(title: "", employer: "")
        apply(&details)
        return details
    }

    /// Changes what was sent, and leaves the rest as it is.
    @Sendable
    func apply(_ details: inout VacancyDetails) {
        func set<Value>(_ key: CodingKeys, _ path: WritableKeyPath<VacancyDetails, Value>, _ value: Value) {
            if named.contains(key.stringValue) { details[keyPath: path] = value }
        }
        set(.title, \.title, title ?? "")
        set(.text, \.text, text ?? "")
        set(.employer, \.employer, employer ?? "")
        set(.taxCode, \.taxCode, taxCode)
        set(.place, \.place, place ?? "")
        set(.communeCode, \.commune, communeCode.flatMap { UnitCode($0) })
        set(.wageMinimum, \.wageMinimum, wageMinimum)
        set(.wageMaximum, \.wageMaximum, wageMaximum)
        set(.wagePeriod, \.wagePeriod, wagePeriod.flatMap { WagePeriod(rawValue: $0) })
        set(.contract, \.contract, contract.flatMap { VacancyDetails.ContractKind(rawValue: $0) })
        set(.contractMonths, \.contractMonths, contractMonths)
        set(.openings, \.openings, openings)
        set(.occupation, \.occupation, occupation.flatMap { OccupationCode($0) })
        set(.education, \.education, education)
        set(.qualification, \.qualification, qualification)
        set(.experience, \.experience, experience)
        set(.training, \.trainsNewcomers, training)
        set(.hazardous, \.isHazardous, hazardous)
        set(.housing, \.offersHousing, housing)
        set(.expiresOn, \.expiresOn, expiresOn.flatMap { Day(iso: $0) })
    }

    /// What a caller says of a vacancy; a new one needs a title and an employer.
    static func schema(isNew: Bool) -> Schema {
        func may(_ name: String, _ schema: Schema) -> Schema.Property {
            .optional(name, isNew ? schema : .nullable(schema))
        }
        let title = Schema.text(1...500)
        let employer = Schema.text(1...300)
        return .object([
            isNew ? .required("title", title) : .optional("title", title),
            isNew ? .required("employer", employer) : .optional("employer", employer),
            may("text", .text(1...10_000)), may("taxCode", .text(10...30)), may("place", .text(1...500)),
            may("communeCode", .commune), may("wageMinimum", wage), may("wageMaximum", wage),
            may("wagePeriod", .codes(of: WagePeriod.self)),
            may("contract", .codes(of: VacancyDetails.ContractKind.self)),
            may("contractMonths", .integer(1...36)), may("openings", .integer(1...100_000)),
            may("occupation", .digits(1...5)), may("education", .integer(1...4)),
            may("qualification", .integer(1...8)), may("experience", .integer(0...50)), may("training", .boolean),
            may("hazardous", .boolean), may("housing", .boolean), may("expiresOn", .day),
        ])
    }

    private static let wage = Schema.integer(1...1_000_000_000_000)

    /// What may be wrong with it.
    static let refusals: [Refusal] = [
        .vacancyCommune, .vacancyWage, .vacancyContract, .vacancyPast, .taxCodeInvalid, .employerField("title"),
    ]
}
