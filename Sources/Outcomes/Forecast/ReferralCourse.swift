import Referrals
import Vocabulary

/// How one referral has gone so far, as far as others can be judged by it.
package struct ReferralCourse: Hashable, Sendable {
    /// How it stands.
    package enum Standing: Hashable, Sendable {
        /// It goes on.
        case open
        /// Its start was confirmed on a day; whether it counts for promise A.
        case confirmed(Day, counts: Bool)
        /// It came to nothing on a day.
        case failed(Day)
        /// It was stopped on a day by something that says nothing of its chance, such as another job of the same person.
        case stopped(Day)
    }

    /// The stages that it came to, each with its day, oldest first.
    package var stages: [Visit]
    /// How it stands.
    package var standing: Standing
    /// The last day on which it counts as under way, where an answer is waited for.
    package var due: Day?

    /// A stage with the day on which it was reached.
    package struct Visit: Hashable, Sendable {
        /// The stage, before the confirmed start.
        package let stage: ReferralStage
        /// The day.
        package let day: Day

        /// A stage on a day.
        package init(_ stage: ReferralStage, _ day: Day) {
            self.stage = stage
            self.day = day
        }
    }

    /// A course from its parts.
    package init(stages: [Visit], standing: Standing, due: Day? = nil) {
        self.stages = stages
        self.standing = standing
        self.due = due
    }

    /// The stages in which a referral waits for the next: those before a hire, and the hire whose start is not confirmed.
    package static let waiting: [ReferralStage] = ReferralStage.underWay + [.hired]

    /// The stage that a referral is in on a day, by its place among the waiting ones; nil where nothing more is to come of it.
    package func waiting(on day: Day) -> Int? {
        guard standing == .open, let last = stages.last, due.map({ day <= $0 }) != false else { return nil }
        return ReferralCourse.waiting.firstIndex(of: last.stage)
    }
}
