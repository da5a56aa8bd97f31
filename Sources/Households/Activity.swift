import Vocabulary

/// What a person does now (tình trạng tham gia hoạt động kinh tế, form 01 of Circular 01/2022/TT-BLĐTBXH).
package enum Activity: Hashable, Sendable {
    /// In work.
    case working(Work)
    /// Without work and available for it.
    case unemployed
    /// Studying (đi học).
    case studying
    /// Keeping house (nội trợ).
    case housekeeping
    /// Ill or disabled and therefore not active (ốm đau, khuyết tật).
    case incapacitated
    /// Not active for another reason.
    case otherInactive
    /// Not recorded.
    case unknown
}

/// The work a person has, as the roll shows it.
package struct Work: Hashable, Sendable {
    /// In what position.
    package var status: Status
    /// Under which contract; nil where the roll does not say, or where the status has none.
    package var contract: ContractBand?
    /// Where the work is; nil where the roll does not say.
    package var place: Place?
    /// Since when; nil where the roll does not say.
    package var since: Day?
    /// The employer or workplace as written; nil where the roll does not say.
    package var workplace: String?

    /// Work in a position under a contract.
    package init(status: Status, contract: ContractBand?, place: Place? = nil, since: Day? = nil) {
        self.status = status
        self.contract = contract
        self.place = place
        self.since = since
    }

    /// Where work is, seen from the household.
    package enum Place: String, Sendable, CaseIterable {
        /// In the own district.
        case ownDistrict = "own_district"
        /// Elsewhere in the province.
        case province
        /// In another province.
        case otherProvince = "other_province"
        /// Abroad.
        case abroad
    }

    /// Position in work (vị thế việc làm).
    package enum Status: String, Sendable, CaseIterable {
        /// Paid work for somebody else (làm công ăn lương).
        case employee
        /// Own farm, shop or trade (tự làm).
        case ownAccount = "own_account"
        /// Unpaid in the family (lao động gia đình).
        case familyWorker = "family_worker"
        /// Employer of others (chủ cơ sở).
        case employer
        /// The roll says that the person works but not in what position.
        case unknown
    }
}

/// The bands of contract length that labour rolls use (loại hợp đồng lao động).
package enum ContractBand: String, Sendable, CaseIterable {
    /// Không xác định thời hạn.
    case indefinite
    /// Đủ 12 đến 36 tháng.
    case from12To36Months = "12_36"
    /// Đủ 3 đến dưới 12 tháng.
    case from3To12Months = "3_12"
    /// Dưới 3 tháng.
    case below3Months = "below_3"
    /// Paid work without a written contract (không có hợp đồng).
    case noContract = "none"

    /// The shortest contract the band stands for, in months; nil for one without end.
    package var minimumMonths: Int? {
        switch self {
        case .indefinite: nil
        case .from12To36Months: 12
        case .from3To12Months: 3
        case .below3Months: 1
        case .noContract: 0
        }
    }
}
