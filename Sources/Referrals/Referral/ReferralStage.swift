/// How far a referral (giới thiệu việc làm) has come.
///
/// From `proposed` to `offered` it is under way; then the person has the job, until it ends. A referral that came to
/// nothing is closed, with the reason.
package enum ReferralStage: String, Sendable, CaseIterable {
    /// An officer has taken up the pair (đề xuất).
    case proposed
    /// The person has been told of the job (đã liên hệ).
    case contacted
    /// The person wants it, and agreed to what the employer is told (đã đồng ý).
    case agreed
    /// The letter of introduction is out (đã giới thiệu).
    case referred
    /// An interview is arranged or held (phỏng vấn).
    case interview
    /// The employer offers the job (được nhận).
    case offered
    /// The person has the job (nhận việc).
    case hired
    /// That the work has begun is confirmed.
    case confirmed
    /// Still in the job at the last retention check of the year (bền vững).
    case sustained
    /// The job has ended (thôi việc).
    case ended
    /// It came to nothing.
    case closed

    /// The stages before a hire, in order.
    package static let underWay: [ReferralStage] = [.proposed, .contacted, .agreed, .referred, .interview, .offered]
    /// The stages in which the person has the job.
    package static let inWork: [ReferralStage] = [.hired, .confirmed, .sustained]

    /// Whether it is before a hire and not closed.
    package var isUnderWay: Bool { ReferralStage.underWay.contains(self) }
    /// Whether the person has the job.
    package var isInWork: Bool { ReferralStage.inWork.contains(self) }
    /// How far it has come; a referral further on pins its opening before others.
    package var progress: Int { ReferralStage.allCases.firstIndex(of: self) ?? 0 }
}

/// Why a referral came to nothing.
package enum ExitReason: String, Sendable, CaseIterable {
    /// The person does not want this job; needs no other reason, and lowers nothing (lao động từ chối).
    case declined
    /// Nobody could reach the person (không liên hệ được).
    case unreachable
    /// The employer does not take the person (không được nhận).
    case rejected
    /// The person did not come (không đến).
    case noShow = "no_show"
    /// The person withdrew consent, or does not want to be contacted.
    case withdrawn
    /// The vacancy is closed, or its employer blocked.
    case vacancyClosed = "vacancy_closed"
    /// The person has another job of a referral.
    case hiredElsewhere = "hired_elsewhere"
    /// Another member of the household went instead.
    case otherMember = "other_member"
    /// No answer by its due date, and an officer gave it up.
    case expired
    /// The person is no longer on the roll, or was erased.
    case left
    /// Entered by mistake.
    case mistake

    /// Whether the pair is not to be planned again.
    package var endsPair: Bool {
        switch self {
        case .declined, .rejected, .noShow: true
        case .unreachable, .withdrawn, .vacancyClosed, .hiredElsewhere, .otherMember, .expired, .left, .mistake: false
        }
    }
}

/// Why a job ended.
package enum EndReason: String, Sendable, CaseIterable {
    /// The contract was over (hết hạn hợp đồng).
    case contractOver = "contract_over"
    /// The person left by own wish (tự thôi việc).
    case resigned
    /// The employer ended it (bị cho thôi việc).
    case dismissed
    /// The employer closed or moved (doanh nghiệp giải thể, chuyển đi).
    case employerClosed = "employer_closed"
    /// Health or care at home.
    case health
    /// Left for another job.
    case otherJob = "other_job"
    /// The work never began (không đến nhận việc).
    case neverStarted = "never_started"
    /// Died or left the household.
    case left
    /// Nobody knows.
    case unknown
}
