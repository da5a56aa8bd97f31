import Households
import Vacancies
import Vocabulary

/// By what a hire or its going on is known, from the weakest to the strongest.
package enum OutcomeEvidence: String, Sendable, CaseIterable, Comparable {
    /// Nothing but that somebody entered it.
    case none
    /// The worker says so.
    case worker
    /// The employer says so.
    case employer
    /// A contract or a pay slip was seen.
    case document
    /// The social insurance record shows it (BHXH).
    case insurance

    /// Weaker comes first.
    package static func < (left: OutcomeEvidence, right: OutcomeEvidence) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}

/// What is recorded when a person has a job.
package struct Hire: Hashable, Sendable {
    /// The first day of work.
    package var start: Day
    /// The contract; nil where there is none in writing.
    package var contract: ContractTerm?
    /// The wage by the month, where known.
    package var wage: Dong?
    /// Whether social insurance is paid; nil where nobody knows.
    package var isInsured: Bool?
    /// By what it is known.
    package var evidence: OutcomeEvidence

    /// A hire on a day under a contract.
    package init(start: Day, contract: ContractTerm?, wage: Dong?, isInsured: Bool?, evidence: OutcomeEvidence) {
        self.start = start
        self.contract = contract
        self.wage = wage
        self.isInsured = isInsured
        self.evidence = evidence
    }

    /// The band of its contract (loại hợp đồng lao động).
    package var band: ContractBand {
        switch contract {
        case .indefinite: .indefinite
        case .fixed(let months) where months >= 12: .from12To36Months
        case .fixed(let months) where months >= 3: .from3To12Months
        case .fixed, .seasonal: .below3Months
        case nil: .noContract
        }
    }
}

/// That a person agreed to be referred and to what the employer is told (Decree 13/2023/NĐ-CP, article 11; since 2026 Law
/// 91/2025/QH15).
package struct Consent: Hashable, Sendable {
    /// The version of the text that was read out or shown.
    package var textVersion: String
    /// The language it was given in, as ISO 639-3.
    package var language: String
    /// Whether an interpreter helped.
    package var withInterpreter: Bool
    /// Whether it was signed; else it was oral.
    package var isSigned: Bool

    /// Consent to a text.
    package init(textVersion: String, language: String, withInterpreter: Bool, isSigned: Bool) {
        self.textVersion = textVersion
        self.language = language
        self.withInterpreter = withInterpreter
        self.isSigned = isSigned
    }
}

/// A letter of introduction (giấy giới thiệu) with its reply slip.
package struct Letter: Hashable, Sendable {
    /// Its number in the register (số văn bản), for example `12/2024/GT`.
    package var number: String
    /// Who signs it.
    package var signer: String
    /// The last day on which it is good.
    package var expires: Day

    /// A letter of a number.
    package init(number: String, signer: String, expires: Day) {
        self.number = number
        self.signer = signer
        self.expires = expires
    }
}

/// A look at whether a person is still in the job, some months after its start.
package struct RetentionCheck: Hashable, Sendable {
    /// After how many months: 1, 3, 6 or 12.
    package var months: Int
    /// Whether the person is still in the job.
    package var isInWork: Bool
    /// The wage by the month, where known.
    package var wage: Dong?
    /// Whether social insurance is paid; nil where nobody knows.
    package var isInsured: Bool?
    /// By what it is known.
    package var evidence: OutcomeEvidence

    /// When checks are due after the start, in months.
    package static let schedule = [1, 3, 6, 12]

    /// A check of so many months.
    package init(months: Int, isInWork: Bool, wage: Dong?, isInsured: Bool?, evidence: OutcomeEvidence) {
        self.months = months
        self.isInWork = isInWork
        self.wage = wage
        self.isInsured = isInsured
        self.evidence = evidence
    }
}
