import Households
import Referrals
import Store
import Vacancies
import Vocabulary

extension OutcomeTaking {
    /// Takes in what is told of a referral.
    ///
    /// - Throws: `OperationError.refused` where the step does not follow.
    func record(_ outcome: Outcome, _ referral: Referral) throws -> OutcomeAnswer {
        switch outcome.kind {
        case .hired: try recordHire(outcome, referral)
        case .working: try recordWorking(outcome, referral)
        case .ended: try recordEnd(outcome, referral)
        }
    }

    private func take(_ step: ReferralStep, by referral: Referral) throws -> Referral {
        try office.advance(referral, ReferralChange(.step(step)), caller: caller, writing, desk)
    }

    /// A hire whose first day has come, by the employer's word or better, is confirmed with it.
    private func recordHire(_ outcome: Outcome, _ referral: Referral) throws -> OutcomeAnswer {
        let hire = Hire(
            start: outcome.day,
            contract: try outcome.term,
            wage: outcome.wage,
            isInsured: outcome.isInsured,
            evidence: outcome.evidence
        )
        guard let known = referral.hire else {
            let hired = try take(.hired(hire), by: referral)
            if outcome.evidence >= .employer { _ = try take(.confirmed(outcome.evidence), by: hired) }
            return .taken
        }
        var differs: [String] = []
        if known.start != hire.start { differs.append("day") }
        if known.contract != hire.contract { differs.append("contract") }
        if let wage = hire.wage, let knownWage = known.wage, wage != knownWage { differs.append("wage") }
        if let insured = hire.isInsured, let knownInsured = known.isInsured, insured != knownInsured {
            differs.append("insured")
        }
        if !differs.isEmpty { return .disagrees(differs) }
        if referral.stage == .hired, outcome.evidence >= .employer {
            _ = try take(.confirmed(outcome.evidence), by: referral)
            return .taken
        }
        return .known
    }

    private func recordWorking(_ outcome: Outcome, _ referral: Referral) throws -> OutcomeAnswer {
        guard let hire = referral.hire else { throw OperationError.refused(.outcomeWithoutJob) }
        if let end = referral.end { return end.on <= outcome.day ? .disagrees(["end"]) : .known }
        if outcome.day < hire.start { return .disagrees(["day"]) }
        var referral = referral
        let isConfirmed = referral.stage != .hired
        if !isConfirmed { referral = try take(.confirmed(outcome.evidence), by: referral) }
        let due = RetentionCheck.schedule.last { months in
            hire.start.adding(months: months) <= outcome.day
        }
        guard let months = outcome.months ?? due else { return isConfirmed ? .known : .taken }
        if let check = referral.checks.first(where: { $0.months == months }) {
            return check.isInWork ? (isConfirmed ? .known : .taken) : .disagrees(["in_work"])
        }
        guard RetentionCheck.schedule.contains(months), hire.start.adding(months: months) <= outcome.day else {
            throw OperationError.refused(.unknownOutcomeCode("months"))
        }
        let check = RetentionCheck(
            months: months,
            isInWork: true,
            wage: outcome.wage,
            isInsured: outcome.isInsured,
            evidence: outcome.evidence
        )
        _ = try take(.checked(check), by: referral)
        return .taken
    }

    private func recordEnd(_ outcome: Outcome, _ referral: Referral) throws -> OutcomeAnswer {
        guard let hire = referral.hire else { throw OperationError.refused(.outcomeWithoutJob) }
        if let end = referral.end { return end.on == outcome.day ? .known : .disagrees(["day"]) }
        let lasted = referral.checks.last { $0.isInWork }.map { hire.start.adding(months: $0.months) } ?? hire.start
        if outcome.day < lasted { return .disagrees(["in_work"]) }
        _ = try take(.ended(on: outcome.day, outcome.endReason ?? .unknown), by: referral)
        return .taken
    }
}
