import Foundation
import Households
import Referrals
import Store
import Vacancies
import Vocabulary

/// Who takes steps of referrals in one transaction, when, and why.
struct StepTaking {
    /// Who.
    let actor: String
    /// When, in Unix seconds.
    let at: Int64
    /// On which day.
    let day: Day
    /// Why, in the officer's words.
    var reason: String?
    /// What shows it, in the officer's words.
    var evidence: String?
    /// The event that has it done; nil where a person does.
    var cause: Int64?

    /// The same because of an event.
    func because(of event: Int64) -> StepTaking {
        StepTaking(actor: actor, at: at, day: day, cause: event)
    }
}

extension Office {
    /// Has a referral take one step and nothing else: stores the event and what it makes of the referral, cancels letters
    /// that no longer hold, and keeps the ledger.
    ///
    /// - Returns: the referral after it, and the event's number.
    /// - Throws: `OperationError.refused` where the step does not follow.
    func take(
        _ step: ReferralStep,
        by referral: Referral,
        _ taking: StepTaking,
        _ writing: Writing
    ) throws -> (referral: Referral, event: Int64) {
        let next: Referral
        do throws(ReferralError) {
            next = try referral.taking(step, on: taking.day, rules: programme.referrals)
        } catch {
            throw OperationError.refused(.step(error))
        }
        var event = NewReferralEvent(
            .step(step),
            of: referral.id,
            dueDays: programme.referrals.dueDays,
            actor: taking.actor,
            at: taking.at,
            day: taking.day
        )
        event.reason = taking.reason
        event.evidence = taking.evidence
        event.cause = taking.cause
        let number = try writing.add(event)
        let hiredAt = referral.hire == nil ? taking.at : try writing.reading.moments(of: referral.id)?.hired
        try writing.save(next, hiredAt: hiredAt, at: taking.at)
        switch step {
        case .referred, .closed: try writing.cancelLetters(of: referral.id, because: number)
        default: break
        }
        try keepLedger(step, of: next, event: number, writing)
        return (next, number)
    }

    /// Closes every referral of a member that is under way, for example because consent was withdrawn or because the person
    /// is no longer on the roll.
    ///
    /// - Returns: how many were closed.
    @discardableResult
    func closeReferrals(
        of member: MemberID,
        _ reason: ExitReason,
        _ writing: Writing,
        actor: String,
        cause: Int64? = nil
    ) throws -> Int {
        try close(try writing.reading.referrals(of: member), reason, writing, actor: actor, cause: cause)
    }

    /// Closes every referral to a vacancy that is under way, for example because it is closed or its employer blocked.
    ///
    /// - Returns: how many were closed.
    @discardableResult
    func closeReferrals(
        to vacancy: VacancyID,
        _ reason: ExitReason,
        _ writing: Writing,
        actor: String,
        cause: Int64? = nil
    ) throws -> Int {
        try close(try writing.reading.referrals(to: vacancy), reason, writing, actor: actor, cause: cause)
    }

    private func close(
        _ referrals: [Referral],
        _ reason: ExitReason,
        _ writing: Writing,
        actor: String,
        cause: Int64?
    ) throws -> Int {
        let taking = StepTaking(actor: actor, at: now(), day: today(), cause: cause)
        let underWay = referrals.filter(\.stage.isUnderWay)
        for referral in underWay { _ = try take(.closed(reason), by: referral, taking, writing) }
        return underWay.count
    }

    /// A referral of somebody whom a caller may see.
    ///
    /// - Throws: `OperationError.refused` with `notFound` where there is none of this id in the caller's area.
    func referral(_ id: ReferralID, for caller: Caller, _ reading: Reading) throws -> Referral {
        guard let referral = try reading.referral(id), let household = try reading.household(referral.household),
            caller.area.contains(household.commune, village: household.village)
        else { throw OperationError.refused(.notFound) }
        return referral
    }
}

/// Texts that officers write beside steps.
enum StepText {
    /// A text that somebody wrote, without white space around it; nil where there is none.
    ///
    /// - Throws: `OperationError.refused` where it is longer than it may be, or holds control characters.
    static func checked(_ text: String?, _ field: String, upTo most: Int = 500) throws -> String? {
        guard let text else { return nil }
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        let isHarmless = trimmed.unicodeScalars.allSatisfy { scalar in
            scalar == "\n"
                || scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format
        }
        guard trimmed.count <= most, isHarmless else { throw OperationError.refused(.referralText(field)) }
        return trimmed.isEmpty ? nil : trimmed.precomposedStringWithCanonicalMapping
    }
}
