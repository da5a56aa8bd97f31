import Households
import Vacancies
import Vocabulary

/// The id of a referral.
package typealias ReferralID = ID<Referral>

/// One person's way to one vacancy, as its events have left it.
///
/// A value: what an event makes of it is `taking(_:on:)`, and what is stored is only what that gave.
package struct Referral: Hashable, Sendable {
    /// Its id.
    package let id: ReferralID
    /// The member who goes.
    package let member: MemberID
    /// The member's household on the day of the referral.
    package let household: HouseholdID
    /// The vacancy.
    package let vacancy: VacancyID
    /// The day on which it was made: class and age count as of it.
    package let madeOn: Day
    /// The household's class on that day.
    package let povertyClass: PovertyClass
    /// The officer who follows it, by the account's name.
    package var officer: String
    /// How far it has come.
    package var stage: ReferralStage
    /// Until when an answer is due; nil where none is waited for.
    ///
    /// Past it the referral no longer counts as under way.
    package var due: Day?
    /// Whether others go before it, so that it holds no opening.
    package var isBehind: Bool
    /// Why a supervisor let it pass the household-first rule; nil where nobody had to.
    package var overrideReason: String?
    /// What the person agreed to; nil before.
    package var consent: Consent?
    /// The letter; nil before.
    package var letter: Letter?
    /// The job; nil before.
    package var hire: Hire?
    /// The retention checks so far, by their months.
    package var checks: [RetentionCheck]
    /// When the job ended and why; nil while it has not.
    package var end: JobEnd?
    /// Why it came to nothing; nil where it did not.
    package var exit: ExitReason?
    /// Counted up with each event: what If-Match compares.
    package var version: Int

    /// When a job ended and why.
    package struct JobEnd: Hashable, Sendable {
        /// The first day without it.
        package let on: Day
        /// Why.
        package let reason: EndReason

        /// An end on a day.
        package init(on: Day, reason: EndReason) {
            self.on = on
            self.reason = reason
        }
    }

    /// A referral that has just been made.
    package init(
        id: ReferralID,
        member: MemberID,
        household: HouseholdID,
        vacancy: VacancyID,
        madeOn: Day,
        povertyClass: PovertyClass,
        officer: String,
        due: Day?,
        overrideReason: String? = nil
    ) {
        self.id = id
        self.member = member
        self.household = household
        self.vacancy = vacancy
        self.madeOn = madeOn
        self.povertyClass = povertyClass
        self.officer = officer
        self.due = due
        self.overrideReason = overrideReason
        stage = .proposed
        isBehind = false
        checks = []
        version = 1
    }

    /// Whether it holds an opening in the plan on a day: under way, not behind, and not past its due date.
    package func holdsOpening(on day: Day) -> Bool {
        stage.isUnderWay && !isBehind && due.map { day <= $0 } != false
    }
}
