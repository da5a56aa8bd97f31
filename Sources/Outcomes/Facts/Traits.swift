import Households
import Referrals
import Vocabulary

/// What figures can be cut by: of a person or a household, and of the job that the fact is about.
package struct Traits: Hashable, Sendable {
    /// The commune where the household is registered.
    package var commune: UnitCode
    /// Its village.
    package var village: String
    /// The class: at the referral, or on the day of the report.
    package var povertyClass: PovertyClass?
    /// The person's sex; of a household its head's.
    package var sex: Sex?
    /// The name of the person's people; of a household its head's.
    package var ethnicity: String?
    /// The person's age in years; of a household its head's.
    package var age: Int?
    /// Whether the person is disabled; of a household its head.
    package var isDisabled: Bool?
    /// The job; nil where there is none.
    package var job: JobTraits?

    /// Traits of which only the place is known; set the rest as known.
    package init(commune: UnitCode, village: String) {
        self.commune = commune
        self.village = village
    }
}

/// What figures can be cut by, of a job.
package struct JobTraits: Hashable, Sendable {
    /// Where a job is, from the person's home (nơi đến làm việc).
    package enum Destination: String, Sendable, CaseIterable {
        /// In the household's own commune.
        case commune
        /// In the province.
        case province
        /// In another province.
        case otherProvince = "other_province"
        /// Abroad.
        case abroad
        /// Nobody knows.
        case unknown
    }

    /// Where it is.
    package var destination: Destination
    /// The first two digits of its occupation; nil where that is not known.
    package var occupation: Int?
    /// The band of its contract; nil where that is not known.
    package var contract: ContractBand?
    /// By what it is known; nil where only a roll shows it.
    package var evidence: OutcomeEvidence?
    /// The source of its vacancy; nil where there was none.
    package var source: String?
    /// The employer's number; nil where nobody knows.
    package var employer: Int64?

    /// A job from its parts.
    package init(
        destination: Destination = .unknown,
        occupation: Int? = nil,
        contract: ContractBand? = nil,
        evidence: OutcomeEvidence? = nil,
        source: String? = nil,
        employer: Int64? = nil
    ) {
        self.destination = destination
        self.occupation = occupation
        self.contract = contract
        self.evidence = evidence
        self.source = source
        self.employer = employer
    }
}
