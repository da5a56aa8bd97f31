import Foundation
import Store
import Vacancies

/// What staff say of an employer; nil leaves a fact as it is.
package struct EmployerDetails: Sendable {
    /// Its name.
    package var name: String?
    /// Its tax code as written.
    package var taxCode: String?
    /// Of what kind it is.
    package var kind: Employer.Kind?
    /// Whether it sends people abroad.
    package var sendsAbroad: Bool?
    /// Number of its licence to do so; empty to take it off the record.
    package var licenceNumber: String?
    /// Whom to talk to there; all that were written down before are replaced.
    package var contacts: [EmployerContact]?

    /// Details that say nothing yet.
    package init() {}

    /// The details with white space cut off.
    ///
    /// - Throws: `OperationError.refused` where one cannot be used.
    func checked() throws(OperationError) -> EmployerDetails {
        var details = self
        if let name { details.name = try checkedText(name, "name", 1...300) }
        if let licenceNumber { details.licenceNumber = try checkedText(licenceNumber, "licenceNumber", 0...100) }
        if let taxCode, TaxCode(taxCode) == nil { throw .refused(.taxCodeInvalid) }
        guard let contacts else { return details }
        guard contacts.count <= 20 else { throw .refused(.employerField("contacts")) }
        var checked: [EmployerContact] = []
        for contact in contacts {
            var one = EmployerContact(name: try checkedText(contact.name, "contacts.name", 0...200))
            one.position = try optional(contact.position, "contacts.position", 200)
            one.phone = try optional(contact.phone, "contacts.phone", 50)
            one.email = try optional(contact.email, "contacts.email", 254)
            if let email = one.email, !email.contains("@") { throw .refused(.employerField("contacts.email")) }
            if one.name.isEmpty, one.phone == nil, one.email == nil { throw .refused(.employerField("contacts")) }
            checked.append(one)
        }
        details.contacts = checked
        return details
    }

    private func optional(_ value: String?, _ field: String, _ most: Int) throws(OperationError) -> String? {
        guard let value else { return nil }
        let text = try checkedText(value, field, 0...most)
        return text.isEmpty ? nil : text
    }
}

/// A text of a field that somebody filled in, with white space cut off its ends.
///
/// - Throws: `OperationError.refused` where it is too short or too long, or holds control characters.
func checkedText(_ value: String, _ field: String, _ length: ClosedRange<Int>) throws(OperationError) -> String {
    let text = value.precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespacesAndNewlines)
    let isClean = text.unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
    guard isClean, length.contains(text.unicodeScalars.count) else { throw .refused(.employerField(field)) }
    return text
}
