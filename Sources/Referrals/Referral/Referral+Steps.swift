import Vacancies
import Vocabulary

extension Referral {
    /// What a step makes of the referral.
    ///
    /// - Parameters:
    ///   - step: the step.
    ///   - day: the day on which it is taken; nothing that it names lies after it but starts, interviews and letters' ends.
    ///   - rules: what the office has settled.
    /// - Returns: the referral after the step.
    /// - Throws: `ReferralError` where the step does not follow, or names what is not possible.
    package func taking(_ step: ReferralStep, on day: Day, rules: ReferralRules) throws(ReferralError) -> Referral {
        guard follows(step.kind, on: day) else { throw .cannotFollow(step: step.name, stage: stage) }
        switch step {
        case .contacted, .agreed, .offered, .closed, .putBehind, .broughtForward: break
        case .referred(let letter):
            if letter.expires < day { throw .tooEarly(.letterExpiry, earliest: day) }
        case .interview(let interview, _):
            try Self.refuse(.interview, interview, unlessIn: madeOn...max(madeOn, Self.ahead(of: day)))
        case .hired(let hire):
            try Self.refuse(.start, hire.start, unlessIn: madeOn...max(madeOn, Self.ahead(of: day)))
            if case .fixed(let months)? = hire.contract, !(1...36).contains(months) { throw .noSuchContract }
            try Self.refuse(hire.wage)
        case .confirmed:
            if let hire, day < hire.start { throw .tooEarly(.confirmation, earliest: hire.start) }
        case .checked(let check): try refuseUnlessPossible(check, on: day)
        case .ended(let end, let reason): try refuseUnlessPossible(end, reason, on: day)
        }
        return applying(step, on: day, dueDays: rules.dueDays)
    }

    private static func ahead(of day: Day) -> Day { day.adding(days: ReferralRules.daysAhead) }

    private static func refuse(
        _ field: ReferralError.Field,
        _ day: Day,
        unlessIn range: ClosedRange<Day>
    ) throws(ReferralError) {
        if day < range.lowerBound { throw .tooEarly(field, earliest: range.lowerBound) }
        if day > range.upperBound { throw .tooLate(field, latest: range.upperBound) }
    }

    private static func refuse(_ wage: Dong?) throws(ReferralError) {
        if let wage, !(1...1_000_000_000).contains(wage.amount) { throw .noSuchWage }
    }

    /// The kinds of steps that follow the stage on a day.
    package func nextSteps(on day: Day) -> [ReferralStep.Kind] {
        ReferralStep.Kind.allCases.filter { follows($0, on: day) }
    }

    /// Whether a kind of step follows the stage at all.
    private func follows(_ kind: ReferralStep.Kind, on day: Day) -> Bool {
        switch kind {
        case .contacted: stage == .proposed || stage == .contacted
        case .agreed: stage == .proposed || stage == .contacted
        // A letter whose days are over is made anew.
        case .referred: [.agreed, .referred, .interview].contains(stage)
        case .interview: stage == .referred || stage == .interview
        case .offered: stage == .referred || stage == .interview
        case .hired: [.referred, .interview, .offered].contains(stage)
        case .confirmed: stage == .hired
        case .checked: stage == .confirmed || stage == .sustained
        case .ended: stage.isInWork
        case .closed: stage.isUnderWay
        case .putBehind: stage.isUnderWay && !isBehind
        case .broughtForward: stage.isUnderWay && !holdsOpening(on: day)
        }
    }

    private func refuseUnlessPossible(_ check: RetentionCheck, on day: Day) throws(ReferralError) {
        guard RetentionCheck.schedule.contains(check.months) else { throw .noSuchCheck(months: check.months) }
        if checks.contains(where: { $0.months == check.months }) { throw .repeatedCheck(months: check.months) }
        if let first = hire?.start.adding(months: check.months), day < first {
            throw .tooEarly(.check, earliest: first)
        }
        // Who was in work later was so earlier, as far as this job goes.
        if !check.isInWork, let later = checks.first(where: { $0.isInWork && $0.months > check.months }) {
            throw .checksContradict(months: later.months)
        }
        try Self.refuse(check.wage)
    }

    private func refuseUnlessPossible(_ end: Day, _ reason: EndReason, on day: Day) throws(ReferralError) {
        guard let hire else { return }
        if reason == .neverStarted {
            // Known before the day or after it: what never began ends on the day on which it was to begin.
            guard stage == .hired else {
                throw .cannotFollow(step: ReferralStep.ended(on: end, reason).name, stage: stage)
            }
            return try Self.refuse(.end, end, unlessIn: hire.start...hire.start)
        }
        let lasted = checks.last { $0.isInWork }.map { hire.start.adding(months: $0.months) } ?? hire.start
        if end < lasted { throw .tooEarly(.end, earliest: lasted) }
        if end > day { throw .tooLate(.end, latest: day) }
    }

    /// What a step made of the referral, without asking whether it could: what was once stored stands whatever rules say
    /// since.
    ///
    /// - Parameters:
    ///   - step: the step.
    ///   - day: the day on which it was taken.
    ///   - dueDays: for how many days an answer was waited for then.
    /// - Returns: the referral after the step.
    package func applying(_ step: ReferralStep, on day: Day, dueDays: Int) -> Referral {
        var next = self
        next.version += 1
        let answer = day.adding(days: dueDays)
        switch step {
        case .contacted:
            next.stage = .contacted
            next.due = answer
        case .agreed(let consent):
            next.stage = .agreed
            next.consent = consent
            next.due = answer
        case .referred(let letter):
            if stage == .agreed { next.stage = .referred }
            next.letter = letter
            next.due = max(answer, due ?? answer)
        case .interview(let on, _):
            next.stage = .interview
            next.due = max(day, on).adding(days: dueDays)
        case .offered:
            next.stage = .offered
            next.due = answer
        case .hired(let hire):
            next.stage = .hired
            next.hire = hire
            next.isBehind = false
            next.due = max(day, hire.start).adding(days: dueDays)
        case .confirmed(let evidence):
            next.stage = .confirmed
            // Evidence only grows: that the work began adds to what was known of the contract.
            if let hire { next.hire?.evidence = max(hire.evidence, evidence) }
            next.due = next.nextCheck
        case .checked(let check):
            next.checks = (checks + [check]).sorted { $0.months < $1.months }
            if !check.isInWork {
                next.end(on: day, .unknown)
            } else {
                if check.months == RetentionCheck.schedule.last { next.stage = .sustained }
                next.due = next.nextCheck
            }
        case .ended(let on, let reason): next.end(on: on, reason)
        case .closed(let reason):
            next.stage = .closed
            next.exit = reason
            next.isBehind = false
            next.due = nil
        case .putBehind: next.isBehind = true
        case .broughtForward:
            next.isBehind = false
            next.due = answer
        }
        return next
    }

    private mutating func end(on day: Day, _ reason: EndReason) {
        stage = .ended
        end = JobEnd(on: day, reason: reason)
        due = nil
    }

    /// The day from which the next retention check may be made; nil where none is waited for.
    ///
    /// One that was left out is not waited for once a later one has been made.
    private var nextCheck: Day? {
        guard let hire else { return nil }
        let last = checks.last?.months ?? 0
        return RetentionCheck.schedule.first { $0 > last }.map { hire.start.adding(months: $0) }
    }
}
