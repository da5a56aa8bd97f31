import Vacancies
import Vocabulary

/// The openings of a vacancy on a day.
package struct OpeningFact: Sendable {
    /// What openings of a wage are counted together, in million đồng by the month.
    package enum WageBand: String, Sendable, CaseIterable {
        /// Under five million.
        case below5 = "below_5"
        /// From five to under seven.
        case from5To7 = "5_7"
        /// From seven to under ten.
        case from7To10 = "7_10"
        /// Ten and more.
        case from10 = "from_10"
        /// Negotiable, or not stated.
        case unstated

        /// The band of a wage by the month.
        package init(_ wage: Dong?) {
            guard let amount = wage?.amount else {
                self = .unstated
                return
            }
            self =
                switch amount {
                case ..<5_000_000: .below5
                case ..<7_000_000: .from5To7
                case ..<10_000_000: .from7To10
                default: .from10
                }
        }
    }

    /// The vacancy.
    package let vacancy: VacancyID
    /// The openings that it states.
    package let openings: Int
    /// Of these, those that hires of the programme took.
    package let taken: Int
    /// The lowest wage that it states.
    package let wage: WageBand
    /// The code of the workplace's old district; nil outside the province, and where nobody knows.
    package let district: String?
    /// Where it is.
    package let destination: JobTraits.Destination
    /// The first two digits of its occupation.
    package let occupation: Int?
    /// Its source.
    package let source: String

    /// The openings of a vacancy.
    package init(
        vacancy: VacancyID,
        openings: Int,
        taken: Int,
        wage: WageBand,
        district: String?,
        destination: JobTraits.Destination,
        occupation: Int?,
        source: String
    ) {
        self.vacancy = vacancy
        self.openings = openings
        self.taken = min(taken, openings)
        self.wage = wage
        self.district = district
        self.destination = destination
        self.occupation = occupation
        self.source = source
    }
}
