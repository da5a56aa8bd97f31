import Vocabulary

/// One event of a referral, as it is stored: who did what, when, and what had it done.
package struct ReferralEvent: Hashable, Sendable {
    /// What happened.
    package enum What: Hashable, Sendable {
        /// The referral was made.
        case made
        /// It took a step.
        case step(ReferralStep)

        /// The name that it is stored under.
        package var name: String {
            switch self {
            case .made: "made"
            case .step(let step): step.name
            }
        }
    }

    /// Its number.
    package let number: Int64
    /// The referral.
    package let referral: ReferralID
    /// What happened.
    package let what: What
    /// For how many days an answer was waited for then.
    package let dueDays: Int
    /// Who did it, by the account's name.
    package let actor: String
    /// When, in Unix seconds.
    package let at: Int64
    /// On which day.
    package let day: Day
    /// Why, in the officer's words.
    package let reason: String?
    /// What shows it, in the officer's words.
    package let evidence: String?
    /// The event that had it done; nil where a person did.
    package let cause: Int64?
    /// Whether it was taken back.
    package let isUndone: Bool

    /// An event from its parts.
    package init(
        number: Int64,
        referral: ReferralID,
        what: What,
        dueDays: Int,
        actor: String,
        at: Int64,
        day: Day,
        reason: String?,
        evidence: String?,
        cause: Int64?,
        isUndone: Bool
    ) {
        self.number = number
        self.referral = referral
        self.what = what
        self.dueDays = dueDays
        self.actor = actor
        self.at = at
        self.day = day
        self.reason = reason
        self.evidence = evidence
        self.cause = cause
        self.isUndone = isUndone
    }
}

extension Referral {
    /// The referral as the events that were not taken back leave it; one whose making was taken back was a mistake.
    ///
    /// What no event changes is this referral's: who goes where, the day, the class, the officer, and the reason of an
    /// override. The version is how many events there were, and one more for each that was taken back.
    ///
    /// - Parameter events: all its events, oldest first.
    /// - Returns: the referral as they leave it.
    package func folding(_ events: [ReferralEvent]) -> Referral {
        var folded = Referral(
            id: id,
            member: member,
            household: household,
            vacancy: vacancy,
            madeOn: madeOn,
            povertyClass: povertyClass,
            officer: officer,
            due: nil,
            overrideReason: overrideReason
        )
        var isMade = false
        for event in events where !event.isUndone {
            switch event.what {
            case .made:
                isMade = true
                folded.due = event.day.adding(days: event.dueDays)
            case .step(let step): folded = folded.applying(step, on: event.day, dueDays: event.dueDays)
            }
        }
        if !isMade { folded = folded.applying(.closed(.mistake), on: madeOn, dueDays: 0) }
        folded.version = events.count + events.count { $0.isUndone }
        return folded
    }
}
