import Store
import Vacancies
import Vocabulary

/// An employer as a list shows one; without contacts.
package struct EmployerLine: Encodable, Sendable {
    /// Its id.
    package let id: Int64
    /// Its name.
    package let name: String
    /// Its tax code; nil where it is not known.
    package let taxCode: String?
    /// The tax code of the whole, where this is a branch.
    package let parentTaxCode: String?
    /// Whether its tax code is to be asked for.
    package let wantsTaxCode: Bool
    /// Of what kind it is.
    package let kind: String?
    /// `confirmed`, `unconfirmed` or `blocked`.
    package let standing: String
    /// The last day on which its confirmation holds.
    package let confirmedUntil: String?
    /// Whether it sends people abroad, or has open work there.
    package let isAbroad: Bool
    /// Whether the number of its licence to do so is on record.
    package let hasLicence: Bool
    /// How many of its vacancies are open.
    package let openVacancies: Int
    /// How many openings these have.
    package let openings: Int
    /// Households whose planned first job is there; nil in lists that do not ask for it.
    package let plannedHouseholds: Int?
    /// Workers planned there; nil in lists that do not ask for it.
    package let plannedWorkers: Int?
    /// What If-Match compares.
    package let version: Int

    init(_ row: EmployerRow, households: Int? = nil, workers: Int? = nil) {
        let employer = row.employer
        let standing: EmployerStanding =
            employer.block != nil ? .blocked : row.confirmedUntil == nil ? .unconfirmed : .confirmed
        id = employer.id.rawValue
        name = employer.name
        taxCode = employer.taxCode?.description
        parentTaxCode = employer.taxCode?.parent?.description
        wantsTaxCode = employer.wantsTaxCode
        kind = employer.kind?.rawValue
        self.standing = standing.rawValue
        confirmedUntil = standing == .confirmed ? row.confirmedUntil?.description : nil
        isAbroad = employer.sendsAbroad || row.hasWorkAbroad
        hasLicence = employer.licenceNumber != nil
        openVacancies = row.openVacancies
        openings = row.openings
        plannedHouseholds = households
        plannedWorkers = workers
        version = employer.version
    }

    /// The employer as one line of text.
    package var line: String {
        var facts = [standing + (confirmedUntil.map { " until \($0)" } ?? "")]
        if wantsTaxCode { facts.append("tax code wanted") }
        if isAbroad { facts.append(hasLicence ? "abroad" : "abroad, licence wanted") }
        facts.append("\(openVacancies) vacancies, \(openings) openings")
        if let plannedHouseholds, let plannedWorkers {
            facts.append("\(plannedHouseholds) households, \(plannedWorkers) workers planned")
        }
        return "\(id)  \(taxCode ?? "-")  \(name): " + facts.joined(separator: "; ")
    }
}
