import Foundation
import Households
import Referrals
import Vacancies
import Vocabulary

/// What somebody outside the office tells of a person's work.
package struct Outcome: Hashable, Sendable {
    /// What is told.
    package enum Kind: String, Sendable, CaseIterable {
        /// The person has a job, from the day on.
        case hired
        /// The person was still in the job on the day.
        case working
        /// The day is the first without the job.
        case ended
    }

    /// What is told.
    package var kind: Kind
    /// The referral; nil where the source does not know it.
    package var referral: ReferralID?
    /// The member; nil where the referral says who it is.
    package var member: MemberID?
    /// The vacancy, where the source names it; it has to be the referral's.
    package var vacancy: VacancyID?
    /// The day.
    package var day: Day
    /// Of what kind the contract is.
    package var contract: EmployerAnswer.Contract?
    /// For how many months it is.
    package var contractMonths: Int?
    /// The wage by the month.
    package var wage: Dong?
    /// Whether social insurance is paid.
    package var isInsured: Bool?
    /// By what it is known.
    package var evidence: OutcomeEvidence
    /// In what way a person works who found the work alone; nil for a job.
    package var work: Employment.Kind?
    /// The employer or workplace, of work found alone.
    package var workplace: String?
    /// Why the job ended.
    package var endReason: EndReason?
    /// After how many months the person was seen working: 1, 3, 6 or 12; nil for what the day makes due.
    package var months: Int?

    /// Something told of a day.
    package init(_ kind: Kind, day: Day, evidence: OutcomeEvidence) {
        self.kind = kind
        self.day = day
        self.evidence = evidence
    }

    /// The contract; nil where there is none in writing.
    ///
    /// - Throws: `OperationError.refused` where it was not told, or without its months.
    var term: ContractTerm? {
        get throws {
            switch contract {
            case .indefinite: return .indefinite
            case .seasonal: return .seasonal
            case .fixed:
                guard let contractMonths else { throw OperationError.refused(.contractMonths) }
                return .fixed(months: contractMonths)
            case EmployerAnswer.Contract.none?: return nil
            case nil: throw OperationError.refused(.answerLacks("contract"))
            }
        }
    }

    /// A text that only the same outcome has.
    var fingerprint: String {
        let parts: [String?] = [
            kind.rawValue, referral?.description, member?.description, vacancy?.description, day.description,
            contract?.rawValue, contractMonths.map { String($0) }, wage.map { String($0.amount) },
            isInsured.map { String($0) }, evidence.rawValue, work?.rawValue, workplace, endReason?.rawValue,
            months.map { String($0) },
        ]
        return parts.map { $0.map { "\($0.utf8.count):\($0)" } ?? "-" }.joined(separator: " ")
    }
}

/// What an outcome that was told did.
package enum OutcomeAnswer: Sendable {
    /// It is recorded.
    case taken
    /// It was known already: it counts once.
    case known
    /// It disagrees, in these fields, with what is known; both are kept, and a person is to decide.
    case disagrees([String])
    /// It cannot be taken.
    case refused(Refusal)

    /// Its name in JSON.
    package var name: String {
        switch self {
        case .taken: "taken"
        case .known: "known"
        case .disagrees: "disagrees"
        case .refused: "refused"
        }
    }
}

extension Refusal {
    /// What is told has not happened yet.
    package static let outcomeInFuture = Refusal(
        .invalid,
        "outcome_in_future",
        field: "day",
        "The day lies in the future; tell it once it has come.",
        "Ngày này ở tương lai; hãy báo khi việc đã xảy ra."
    )
    /// What is told is of another year than the programme's.
    package static let outcomeOfOtherYear = Refusal(
        .invalid,
        "outcome_of_other_year",
        field: "day",
        "The day is not of the programme year; look whether this is another year's list.",
        "Ngày này không thuộc năm kế hoạch; hãy kiểm tra có đúng danh sách của năm này không."
    )
    /// The vacancy that is named is not the referral's.
    package static let outcomeOfOtherVacancy = Refusal(
        .invalid,
        "outcome_of_other_vacancy",
        field: "vacancy",
        "The referral is to another vacancy.",
        "Phiếu giới thiệu này thuộc chỗ việc khác."
    )
    /// The member who is named is not the referral's.
    package static let outcomeOfOtherMember = Refusal(
        .invalid,
        "outcome_of_other_member",
        field: "member",
        "The referral is another person's.",
        "Phiếu giới thiệu này là của người khác."
    )
    /// Nobody knows of a job that could go on or end.
    package static let outcomeWithoutJob = Refusal(
        .conflict,
        "outcome_without_job",
        "No job of this person is on record that this could be told of; tell the hire first.",
        "Chưa ghi nhận việc làm nào của người này; hãy báo việc nhận làm trước."
    )
    /// A code that is none.
    package static func unknownOutcomeCode(_ field: String) -> Refusal {
        Refusal(
            .invalid,
            "unknown_code",
            field: field,
            "“\(field)” is missing, or not one of the codes or days that are known.",
            "“\(field)” còn thiếu, hoặc không phải mã hay ngày hợp lệ."
        )
    }
    /// Too many outcomes at once.
    package static let tooManyOutcomes = Refusal(
        .invalid,
        "too_many_outcomes",
        "A list has at most 20,000 rows; send it in parts.",
        "Danh sách có tối đa 20.000 dòng; hãy gửi thành nhiều phần."
    )
}
