import Vacancies
import Vocabulary

/// A vacancy as an office writes it down: from a sheet of labour needs, or typed in on a page.
///
/// `OwnFeed` turns it into the service's own format; nothing else reads it.
package struct OfficeVacancy: Hashable, Sendable {
    /// The row of the sheet it is from; nil where it was typed in.
    package var row: Int?
    /// The id the employer gives it; nil where there is none and one is derived from what it says.
    package var reference: String?
    /// Title, not empty.
    package var title: String
    /// What the work is.
    package var description = ""
    /// Name of the employer, not empty.
    package var employer: String
    /// Tax code: `0123456789`, `0123456789-001`, or 12 digits.
    package var taxCode: String?
    /// Address of the employer.
    package var address = ""
    /// Telephone of the employer, as written.
    package var phone = ""
    /// Where the work is; empty where it is at the employer's address.
    package var workplace = ""
    /// The commune in which it is.
    package var unitCode: UnitCode?
    /// What is paid.
    package var wage: Wage?
    /// The contract that is offered.
    package var contract: Contract?
    /// How many people are wanted, 1...100,000; nil where nobody says.
    package var quantity: Int?
    /// How many of them are to be women, as the form asks; no gate and no score looks at it.
    package var women: Int?
    /// Occupation.
    package var occupation: OccupationCode?
    /// Lowest general education, 1...4 of form 01.
    package var education: Int?
    /// Lowest technical qualification, 1...8 of form 01.
    package var qualification: Int?
    /// Years of experience wanted, 0...50.
    package var experience: Int?
    /// Whether newcomers are trained.
    package var trainsNewcomers: Bool?
    /// Whether the work is arduous, toxic or dangerous.
    package var isHazardous: Bool?
    /// Whether housing is offered.
    package var offersHousing: Bool?
    /// First day of the offer.
    package var postedOn: Day?
    /// Last day to apply.
    package var expiresOn: Day?
    /// The day on which the employer last said that it stands.
    package var confirmedOn: Day?

    /// What is paid, as far as a sheet says it plainly.
    package enum Wage: Hashable, Sendable {
        /// To be agreed.
        case negotiable
        /// This much đồng, or from this to that, above 0.
        case range(minimum: Int64, maximum: Int64?, period: WagePeriod)
        /// As written; read like any feed's words.
        case words(String)
    }

    /// A contract, as far as a sheet says it plainly.
    package enum Contract: Hashable, Sendable {
        /// For a time; months 1...36, or nil where nobody says how many.
        case fixed(months: Int?)
        /// Without end.
        case indefinite
        /// By season, or too short to be for a time.
        case seasonal
    }

    /// A vacancy of which only title and employer are known; set the rest as known.
    package init(title: String, employer: String) {
        self.title = title
        self.employer = employer
    }
}
