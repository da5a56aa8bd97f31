import Households
import Vocabulary

/// A member's work as far as coverage asks: in what way, and under which contract.
package struct Employment: Hashable, Sendable {
    /// The ways of working that a policy tells apart.
    package enum Kind: String, Sendable, CaseIterable {
        /// Paid work under a written contract, whose length is beside it.
        case employee
        /// Paid work of which nobody has said under what contract.
        case employeeUnknown = "employee_unknown"
        /// Paid work without a written contract (không có hợp đồng lao động).
        case noContract = "no_contract"
        /// The own farm or forest (nông, lâm nghiệp của hộ).
        case ownFarming = "own_farming"
        /// An own trade or business without employees (tự làm).
        case selfEmployed = "self_employed"
        /// On one's own account, farm or trade not being recorded.
        case ownAccount = "own_account"
        /// Unpaid in the family (lao động gia đình).
        case familyWork = "family_work"
        /// Employer of others (chủ cơ sở).
        case employer
        /// Abroad, under whatever contract (đi làm việc ở nước ngoài).
        case abroad
        /// In work, nothing else being recorded.
        case unknown
    }

    /// In what way.
    package let kind: Kind
    /// The contract's length, of paid work; nil where there is none or nobody has said.
    package let contract: ContractBand?
    /// Since when, where recorded.
    package let since: Day?
    /// The employer or workplace as written, where recorded.
    package let workplace: String?

    /// Work in one of the ways.
    package init(kind: Kind, contract: ContractBand?, since: Day?, workplace: String?) {
        self.kind = kind
        self.contract = contract
        self.since = since
        self.workplace = workplace
    }

    /// What a member's row of the roll says; nil for a member without work.
    package init?(of member: Member) {
        guard case .working(let work) = member.activity else { return nil }
        contract = work.contract
        since = work.since
        workplace = work.workplace
        if work.place == .abroad || member.away == .abroad {
            kind = .abroad
            return
        }
        switch work.status {
        case .employee:
            switch work.contract {
            case nil: kind = .employeeUnknown
            case .noContract: kind = .noContract
            case .indefinite, .from12To36Months, .from3To12Months, .below3Months: kind = .employee
            }
        case .ownAccount:
            switch member.pastOccupation.map({ $0.digits.hasPrefix("6") || $0.digits.hasPrefix("92") }) {
            case true: kind = .ownFarming
            case false: kind = .selfEmployed
            case nil: kind = .ownAccount
            }
        case .familyWorker: kind = .familyWork
        case .employer: kind = .employer
        case .unknown: kind = .unknown
        }
    }
}
