import Operations
import Vacancies

/// What a request says of an employer.
struct EmployerBody: Decodable {
    struct Contact: Decodable {
        let name: String
        let position: String?
        let phone: String?
        let email: String?
    }

    let name: String?
    let taxCode: String?
    let kind: String?
    let sendsAbroad: Bool?
    let licenceNumber: String?
    let contacts: [Contact]?
}

/// What a request says of a check.
struct CheckBody: Decodable {
    let way: String
    let taxCodeChecked: Bool
    let noFee: Bool
    let noDeposit: Bool
    let noPapersKept: Bool
    let licenceNumber: String?
}

extension EmployerDetails {
    /// What a request says.
    init(_ body: EmployerBody) {
        self.init()
        name = body.name
        taxCode = body.taxCode
        kind = body.kind.flatMap { Employer.Kind(rawValue: $0) }
        sendsAbroad = body.sendsAbroad
        licenceNumber = body.licenceNumber
        contacts = body.contacts?.map {
            EmployerContact(name: $0.name, position: $0.position, phone: $0.phone, email: $0.email)
        }
    }
}

extension EmployerCheck {
    /// What a request says.
    init(_ body: CheckBody) {
        self.init(
            way: EmployerConfirmation.Way(rawValue: body.way) ?? .phone,
            isTaxCodeChecked: body.taxCodeChecked,
            takesNoFee: body.noFee,
            takesNoDeposit: body.noDeposit,
            keepsNoPapers: body.noPapersKept,
            licenceNumber: body.licenceNumber
        )
    }
}
