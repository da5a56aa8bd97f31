import Outcomes
import Referrals
import Store
import Vacancies
import Vocabulary

extension ReferralCourse {
    /// The course of a stored referral; nil for one that was entered by mistake.
    ///
    /// - Parameters:
    ///   - history: how it has gone.
    ///   - counts: whether a hire under its contract counts for promise A.
    init?(_ history: ReferralHistory, counts: (ContractTerm?) -> Bool) {
        if history.exit == .mistake { return nil }
        var stages: [Visit] = []
        var confirmed: Day?
        var last: Day?
        for (name, day) in history.steps {
            last = day
            switch name {
            case "made": stages.append(Visit(.proposed, day))
            case "confirmed": confirmed = day
            case "put_behind", "brought_forward": break
            default:
                guard let stage = ReferralStage(rawValue: name), ReferralCourse.waiting.contains(stage),
                    stage.progress > (stages.last?.stage.progress ?? -1)
                else { continue }
                stages.append(Visit(stage, day))
            }
        }
        guard !stages.isEmpty, let last else { return nil }
        let standing: Standing
        if let confirmed {
            standing = .confirmed(confirmed, counts: counts(history.contract))
        } else {
            switch history.stage {
            case .ended: standing = .failed(last)
            case .closed:
                // What stopped it for reasons of its own says nothing of what would have come.
                switch history.exit {
                case .hiredElsewhere, .otherMember, .left: standing = .stopped(last)
                default: standing = .failed(last)
                }
            default: standing = history.isBehind ? .stopped(last) : .open
            }
        }
        self.init(stages: stages, standing: standing, due: history.stage == .hired ? nil : history.due)
    }
}
