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
    package var kind: Kind
    /// The contract's length, of paid work; nil where there is none or nobody has said.
    package var contract: ContractBand?
    /// Since when, where recorded.
    package var since: Day?
    /// The employer or workplace as written, where recorded.
    package var workplace: String?

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

extension Employment.Kind {
    /// Whether it is work for somebody else's pay.
    package var isPaidWork: Bool {
        switch self {
        case .employee, .employeeUnknown, .noContract, .abroad: true
        case .ownFarming, .selfEmployed, .ownAccount, .familyWork, .employer, .unknown: false
        }
    }

    /// Whether two ways of working may be two words for the same work.
    fileprivate func mayBe(_ other: Employment.Kind) -> Bool {
        if self == other || self == .unknown || other == .unknown { return true }
        // A roll may call a job abroad just a job, and leaves out what contract there is.
        if isPaidWork || other.isPaidWork { return isPaidWork && other.isPaidWork }
        return true
    }
}

extension Employment {
    /// Whether two sources may speak of the same work: their ways of working do not contradict, and where both name a
    /// workplace, the names have a word in common beside those that say what kind of enterprise it is.
    package func isSameWork(as other: Employment) -> Bool {
        guard kind.mayBe(other.kind) else { return false }
        guard let workplace, let there = other.workplace else { return true }
        let (here, named) = (Employment.nameWords(workplace), Employment.nameWords(there))
        if here.isEmpty || named.isEmpty { return true }
        return !here.isDisjoint(with: named)
    }

    private static func nameWords(_ workplace: String) -> Set<String> {
        var key = " " + folded(workplace) + " "
        for words in Employment.enterpriseWords {
            while let found = key.firstRange(of: " \(words) ") { key.replaceSubrange(found, with: " ") }
        }
        return Set(key.split(separator: " ").map(String.init).filter { $0.count > 1 })
    }

    /// What kind of enterprise a workplace is, by the words that name it: longer ones first.
    private static let enterpriseWords = [
        "cong ty trach nhiem huu han", "trach nhiem huu han", "cong ty co phan", "cong ty tnhh", "cong ty cp",
        "mot thanh vien", "doanh nghiep tu nhan", "hop tac xa", "ho kinh doanh", "san xuat", "thuong mai", "dich vu",
        "xuat nhap khau", "dau tu", "viet nam", "cong ty", "co phan", "tap doan", "doanh nghiep", "chi nhanh",
        "nha may", "xi nghiep", "co so", "xuong", "tnhh", "mtv", "htx", "dntn", "cp", "cty", "tm", "dv", "sx", "va",
    ]
}
