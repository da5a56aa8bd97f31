import Households
import Vacancies
import Vocabulary

/// What binds the plan of a day beside people and vacancies: referrals under way, jobs taken, and what people do not want.
package struct Commitments: Hashable, Sendable {
    /// A referral that holds an opening, if there is one for it.
    package struct UnderWay: Hashable, Sendable {
        /// The referral.
        package let referral: ReferralID
        /// Who goes.
        package let member: MemberID
        /// Where to.
        package let vacancy: VacancyID

        /// A referral under way.
        package init(referral: ReferralID, member: MemberID, vacancy: VacancyID) {
            self.referral = referral
            self.member = member
            self.vacancy = vacancy
        }
    }

    /// Referrals under way on the day, those furthest on first and of equal ones the oldest: in this order they pin.
    package var underWay: [UnderWay]
    /// Members who have a job of a referral.
    package var inWork: Set<MemberID>
    /// When people were hired for a vacancy, in Unix seconds.
    package var hires: [VacancyID: [Int64]]
    /// What members do not want, or what did not want them.
    package var unwanted: [MemberID: Set<Unwanted>]

    /// Nothing binds.
    package static let none = Commitments(underWay: [], inWork: [], hires: [:], unwanted: [:])

    /// Commitments from their parts.
    package init(
        underWay: [UnderWay],
        inWork: Set<MemberID>,
        hires: [VacancyID: [Int64]],
        unwanted: [MemberID: Set<Unwanted>]
    ) {
        self.underWay = underWay
        self.inWork = inWork
        self.hires = hires
        self.unwanted = unwanted
    }
}

/// What is not to be proposed to a member again.
package enum Unwanted: Hashable, Sendable {
    /// This vacancy.
    case vacancy(VacancyID)
    /// This employer, by its id.
    case employer(String)
    /// Occupations of this two-digit group.
    case occupation(Int)
    /// Work in this old district.
    case district(String)
}
