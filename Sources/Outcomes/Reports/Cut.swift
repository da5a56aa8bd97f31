import Households
import Referrals
import Vocabulary

/// By what figures are cut.
package enum Cut: String, Sendable, CaseIterable {
    /// By old district.
    case district
    /// By commune since July 2025.
    case unit
    /// By commune as it was before July 2025.
    case commune
    /// By village.
    case village
    /// By whether the district is one of the poor districts (huyện nghèo).
    case poorDistrict = "poor_district"
    /// By region I, II, III of communes.
    case region
    /// By class: at the referral, of a household on the day.
    case povertyClass = "class"
    /// By sex; of a household its head's.
    case sex
    /// By whether of a minority; of a household its head.
    case minority
    /// By people (dân tộc); of a household its head's.
    case ethnicity
    /// By age; of a household its head's.
    case age
    /// By disability; of a household its head's.
    case disability
    /// By where the job is.
    case destination
    /// By the two-digit group of the job's occupation.
    case occupation
    /// By the band of the contract.
    case contract
    /// By what the job is known.
    case evidence
    /// By the source of the vacancy.
    case source
    /// By employer.
    case employer

    /// What is counted where the fact says nothing.
    package static let unknown = "unknown"
    /// What is counted where there is no job.
    package static let none = "no_job"

    /// The keys that stand in every table of this cut, also where nothing is counted, in their order; empty where only
    /// what there is stands in it.
    package func fixedKeys(_ ground: CutGround) -> [String] {
        switch self {
        case .district: ground.districts
        case .poorDistrict: ["yes", "no"]
        case .region: ["I", "II", "III"]
        case .povertyClass: ["HN", "HCN", "HMTN"]
        case .sex: ["M", "F"]
        case .minority: ["minority", "kinh"]
        case .age: Cut.ageBands.map(\.key)
        case .disability: ["yes", "no"]
        case .destination: JobTraits.Destination.allCases.filter { $0 != .unknown }.map(\.rawValue)
        case .contract: ContractBand.allCases.map(\.rawValue)
        case .evidence: OutcomeEvidence.allCases.map(\.rawValue)
        case .unit, .commune, .village, .ethnicity, .occupation, .source, .employer: []
        }
    }

    /// Bands of age, by the first age that is above each.
    private static let ageBands: [(key: String, below: Int)] = [
        ("15_17", 18), ("18_24", 25), ("25_34", 35), ("35_44", 45), ("45_54", 55), ("from_55", .max),
    ]

    /// The key of a fact with these traits: every fact has exactly one, so that the parts sum to the whole.
    package func key(of traits: Traits, _ ground: CutGround) -> String {
        switch self {
        case .commune: return traits.commune.description
        case .district: return ground.district[traits.commune] ?? Cut.unknown
        case .unit: return ground.unit[traits.commune] ?? Cut.unknown
        case .village: return "\(traits.commune)/\(traits.village)"
        case .poorDistrict:
            guard let district = ground.district[traits.commune] else { return Cut.unknown }
            return ground.poorDistricts.contains(district) ? "yes" : "no"
        case .region: return ground.region[traits.commune] ?? Cut.unknown
        case .povertyClass: return traits.povertyClass?.rawValue ?? Cut.unknown
        case .sex: return traits.sex?.rawValue ?? Cut.unknown
        case .minority:
            return traits.ethnicity.map { ground.majority.contains($0) ? "kinh" : "minority" } ?? Cut.unknown
        case .ethnicity: return traits.ethnicity ?? Cut.unknown
        case .age: return traits.age.flatMap { age in Cut.ageBands.first { age < $0.below }?.key } ?? Cut.unknown
        case .disability: return traits.isDisabled.map { $0 ? "yes" : "no" } ?? Cut.unknown
        case .destination, .occupation, .contract, .evidence, .source, .employer:
            guard let job = traits.job else { return Cut.none }
            return key(of: job) ?? Cut.unknown
        }
    }

    private func key(of job: JobTraits) -> String? {
        switch self {
        case .destination: job.destination.rawValue
        case .occupation: job.occupation.map(String.init)
        case .contract: job.contract?.rawValue
        case .evidence: job.evidence?.rawValue
        case .source: job.source
        case .employer: job.employer.map { String($0) }
        default: nil
        }
    }
}

/// What cuts need to know of places.
package struct CutGround: Sendable {
    /// The old district of each commune, by code.
    package let district: [UnitCode: String]
    /// The codes of the old districts, in the order in which reports show them.
    package let districts: [String]
    /// The unit since July 2025 of each commune, by code.
    package let unit: [UnitCode: String]
    /// The region of each commune: `I`, `II` or `III`.
    package let region: [UnitCode: String]
    /// The codes of the poor districts.
    package let poorDistricts: Set<String>
    /// The names of the people who are no minority.
    package let majority: Set<String>

    /// A ground from its parts.
    package init(
        district: [UnitCode: String],
        districts: [String],
        unit: [UnitCode: String],
        region: [UnitCode: String],
        poorDistricts: Set<String>,
        majority: Set<String>
    ) {
        self.district = district
        self.districts = districts
        self.unit = unit
        self.region = region
        self.poorDistricts = poorDistricts
        self.majority = majority
    }
}
