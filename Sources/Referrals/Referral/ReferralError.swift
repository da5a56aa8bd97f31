import Vocabulary

/// Why a step cannot be taken by a referral; never says anything of the person.
package enum ReferralError: Error, Hashable, Sendable {
    /// A day that a step names.
    package enum Field: Sendable {
        /// The first day of work.
        case start
        /// The day of the interview.
        case interview
        /// The last day of the letter.
        case letterExpiry
        /// The day on which the work is confirmed.
        case confirmation
        /// The day of a retention check.
        case check
        /// The day on which the job ended.
        case end
    }

    /// A check says of a day what another check says otherwise.
    case checksContradict(months: Int)
    /// The step does not follow the stage.
    case cannotFollow(step: String, stage: ReferralStage)
    /// A day lies before the first that is possible.
    case tooEarly(Field, earliest: Day)
    /// A day lies after the last that is possible.
    case tooLate(Field, latest: Day)
    /// There is no fixed contract of so many months.
    case noSuchContract
    /// No check is due after so many months.
    case noSuchCheck(months: Int)
    /// Nobody earns that by the month.
    case noSuchWage
    /// The check of so many months has been made.
    case repeatedCheck(months: Int)
}
