import Households
import Referrals
import Vacancies
import Vocabulary

/// What an employer says of one person who was referred.
package struct EmployerAnswer: Hashable, Sendable {
    /// What became of the person.
    package enum Result: String, Sendable, CaseIterable {
        /// Invited to an interview, on the day given.
        case interview
        /// Is to have the job.
        case offered
        /// Has the job, from the day given.
        case hired
        /// Has come to work.
        case working
        /// Is not taken.
        case rejected
        /// Did not come.
        case noShow = "no_show"
        /// Has left, the day given being the first without work.
        case left
        /// Nothing is decided.
        case undecided

        /// As an employer's sheet writes it.
        package var label: String {
            switch self {
            case .interview: "Hẹn phỏng vấn"
            case .offered: "Đồng ý nhận"
            case .hired: "Đã nhận việc"
            case .working: "Đang làm việc"
            case .rejected: "Không nhận"
            case .noShow: "Không đến"
            case .left: "Đã nghỉ việc"
            case .undecided: "Chưa quyết định"
            }
        }
    }

    /// Of what kind the contract is.
    package enum Contract: String, Sendable, CaseIterable {
        /// Without end.
        case indefinite
        /// For a number of months.
        case fixed
        /// By season or task.
        case seasonal
        /// None in writing.
        case none

        /// As an employer's sheet writes it.
        package var label: String {
            switch self {
            case .indefinite: "Không xác định thời hạn"
            case .fixed: "Xác định thời hạn"
            case .seasonal: "Theo mùa vụ"
            case .none: "Không có hợp đồng bằng văn bản"
            }
        }
    }

    /// The referral.
    package var referral: ReferralID
    /// The letter's number, where it is given; it has to be the referral's.
    package var letterNumber: String?
    /// What became of the person.
    package var result: Result
    /// The day of the start, the interview or the end.
    package var day: Day?
    /// Of what kind the contract is.
    package var contract: Contract?
    /// For how many months it is.
    package var months: Int?
    /// The wage by the month.
    package var wage: Dong?
    /// Whatever else the employer writes.
    package var note: String?

    /// An answer about a referral.
    package init(referral: ReferralID, result: Result) {
        self.referral = referral
        self.result = result
    }
}

/// What an employer's answer did.
package enum AnswerOutcome: Hashable, Sendable {
    /// The referral took the step, and has this version now.
    case taken(step: String, version: Int)
    /// It was known already, or there is nothing to record.
    case unchanged
    /// It cannot be recorded.
    case refused(Refusal)
}
