import Vocabulary

/// What was told of work beside the rolls: by a referral's steps, by a report of a job found alone, or by a correction.
package struct WorkReport: Hashable, Sendable {
    /// The referral that led to the work; nil where none did.
    package var referral: ReferralID?
    /// The event of the referral that told it last; nil where none did.
    package var event: Int64?
    /// By what it is known.
    package var evidence: OutcomeEvidence
    /// Whether the start of the work is confirmed.
    package var isConfirmed: Bool
    /// The day on which it was told last: what rolls of an earlier day show does not contradict it.
    package var toldOn: Day
    /// Why a person corrected the line, and who; nil where nobody did.
    package var correction: Correction?

    /// A correction by a person.
    package struct Correction: Hashable, Sendable {
        /// Why, in the person's words.
        package let reason: String
        /// Who, by the caller's name.
        package let by: String

        /// A correction with its reason.
        package init(reason: String, by: String) {
            self.reason = reason
            self.by = by
        }
    }

    /// A report on a day.
    package init(
        referral: ReferralID? = nil,
        event: Int64? = nil,
        evidence: OutcomeEvidence,
        isConfirmed: Bool,
        toldOn: Day,
        correction: Correction? = nil
    ) {
        self.referral = referral
        self.event = event
        self.evidence = evidence
        self.isConfirmed = isConfirmed
        self.toldOn = toldOn
        self.correction = correction
    }
}

/// How long work is known to have been kept, and at what wage; stored as facts, so that any policy can decide by them.
package struct KeptWork: Hashable, Sendable {
    /// Months since its start at the last check that found the person in it.
    package let months: Int
    /// The wage by the month at that check; nil where nobody knows.
    package let wage: Dong?
    /// The regional minimum wage by the month of the workplace on that day; nil where its region is unknown.
    package let minimum: Dong?

    /// Work that was kept for some months.
    package init(months: Int, wage: Dong?, minimum: Dong?) {
        self.months = months
        self.wage = wage
        self.minimum = minimum
    }

    /// Whether the wage is known to be at or above the minimum.
    package var isPaid: Bool {
        guard let wage, let minimum else { return false }
        return wage >= minimum
    }

    /// Whether this says more for the work than an earlier check did; a later check at a lower wage takes nothing back.
    package func isBetter(than other: KeptWork) -> Bool {
        isPaid == other.isPaid ? months > other.months : isPaid
    }
}
