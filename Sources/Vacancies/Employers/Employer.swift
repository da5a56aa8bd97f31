import Vocabulary

/// The id of an employer.
package typealias EmployerID = ID<Employer>

/// Who offers vacancies: one record for each tax code, and for each name of which no tax code is known.
package struct Employer: Hashable, Sendable {
    /// What kind of employer it is, as far as the office cares.
    package enum Kind: String, Sendable, CaseIterable {
        /// A company of any form.
        case enterprise
        /// A co-operative (hợp tác xã).
        case cooperative
        /// A household business (hộ kinh doanh), which may have a person's number for a tax code.
        case householdBusiness = "household_business"
        /// A public body or an organisation.
        case publicBody = "public_body"
        /// A person who employs others.
        case individual

        /// Whether it may be confirmed without a tax code on record.
        package var mayLackTaxCode: Bool { self == .householdBusiness || self == .individual }
    }

    /// Why nobody is referred to it.
    package struct Block: Hashable, Sendable {
        /// Since when, in Unix seconds.
        package let at: Int64
        /// Who blocked it, by the account's name.
        package let by: String
        /// Why, in the officer's words.
        package let reason: String

        /// A block from its parts.
        package init(at: Int64, by: String, reason: String) {
            (self.at, self.by, self.reason) = (at, by, reason)
        }
    }

    /// Its random id.
    package let id: EmployerID
    /// Its tax code; nil while it is wanted.
    package var taxCode: TaxCode?
    /// Its name, as it was first stated or as staff wrote it.
    package var name: String
    /// Of what kind it is; nil where nobody recorded it.
    package var kind: Kind?
    /// Whether it is known to send people to work abroad.
    package var sendsAbroad: Bool
    /// Number of its licence to send workers abroad (giấy phép hoạt động dịch vụ đưa người lao động Việt Nam đi làm việc ở
    /// nước ngoài theo hợp đồng); nil where none is known.
    package var licenceNumber: String?
    /// Why nobody is referred to it; nil where people may be.
    package var block: Block?
    /// Counted up with each change: what If-Match compares.
    package var version: Int

    /// An employer of which only its name is known; set the rest as known.
    package init(id: EmployerID, name: String) {
        self.id = id
        self.name = name
        sendsAbroad = false
        version = 1
    }

    /// Whether its tax code is still to be asked for.
    package var wantsTaxCode: Bool { taxCode == nil && kind?.mayLackTaxCode != true }
}

/// Somebody to talk to at an employer: business facts, so they are kept in plain text.
package struct EmployerContact: Hashable, Sendable {
    /// The name; may be empty where only a number is known.
    package var name: String
    /// What the person does there.
    package var position: String?
    /// Telephone, as written.
    package var phone: String?
    /// E-mail.
    package var email: String?

    /// A contact from its parts.
    package init(name: String, position: String? = nil, phone: String? = nil, email: String? = nil) {
        (self.name, self.position, self.phone, self.email) = (name, position, phone, email)
    }
}
