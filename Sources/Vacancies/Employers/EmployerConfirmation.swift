import Vocabulary

/// That an officer checked an employer: it may be referred to until a day.
///
/// It speaks of the tax code and the licence that were checked: an employer that gets others is to be checked again.
package struct EmployerConfirmation: Hashable, Sendable {
    /// How the officer checked.
    package enum Way: String, Sendable, CaseIterable {
        /// The employer's telephone was answered.
        case phone
        /// The officer went there.
        case visit
        /// Papers were shown.
        case document
        /// Nobody did: the synthetic province's employers, in a demo database only.
        case demo
    }

    /// Its number.
    package let number: Int64
    /// Who confirmed, by the account's name.
    package let by: String
    /// When it was recorded, in Unix seconds.
    package let at: Int64
    /// The day of it.
    package let day: Day
    /// How.
    package let way: Way
    /// The tax code that was checked; nil where the employer has a person's number for one.
    package let taxCode: TaxCode?
    /// The licence to send workers abroad that was checked; nil where none was asked for.
    package let licenceNumber: String?
    /// The last day on which it holds.
    package let validUntil: Day
    /// When it was withdrawn, in Unix seconds; nil where it was not.
    package let withdrawnAt: Int64?
    /// Who withdrew it.
    package let withdrawnBy: String?

    /// A confirmation from its parts.
    package init(
        number: Int64,
        by: String,
        at: Int64,
        day: Day,
        way: Way,
        taxCode: TaxCode?,
        licenceNumber: String?,
        validUntil: Day,
        withdrawnAt: Int64? = nil,
        withdrawnBy: String? = nil
    ) {
        (self.number, self.by, self.at, self.day, self.way) = (number, by, at, day, way)
        (self.taxCode, self.licenceNumber, self.validUntil) = (taxCode, licenceNumber, validUntil)
        (self.withdrawnAt, self.withdrawnBy) = (withdrawnAt, withdrawnBy)
    }

    /// Whether it lets people be referred to an employer on a day.
    ///
    /// - Parameters:
    ///   - employer: the employer, as it is now.
    ///   - abroad: whether the work is abroad.
    ///   - day: the day.
    /// - Returns: whether it does.
    package func holds(for employer: Employer, abroad: Bool, on day: Day) -> Bool {
        let hasLicence = licenceNumber != nil && licenceNumber == employer.licenceNumber
        return withdrawnAt == nil && day <= validUntil && taxCode == employer.taxCode
            && (hasLicence || !abroad && !employer.sendsAbroad)
    }
}

/// What the office knows of a vacancy's employer on a day.
package enum EmployerStanding: String, Sendable, CaseIterable {
    /// An officer has checked it, and the check still holds.
    case confirmed
    /// Nobody has, or it no longer holds: planned, and not to be referred to.
    case unconfirmed
    /// Its vacancies are not offered.
    case blocked
}
