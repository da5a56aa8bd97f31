import Households
import Referrals
import Store
import Vacancies
import Vocabulary

extension Office {
    private static let outcomesAtOnce = 200

    /// Takes in what others tell of people's work, each outcome by itself, in their order.
    ///
    /// What cannot be taken is answered with its reason, and the others are taken. The same outcome again counts once; one
    /// that disagrees with what is known changes nothing, is kept, and is shown until a person has settled it. Work without
    /// a referral counts for promise B by its evidence, and never for promise A.
    ///
    /// - Parameters:
    ///   - outcomes: what is told.
    ///   - isTrial: whether nothing is to be changed.
    ///   - caller: who tells it; the source by which it is kept.
    /// - Returns: for each outcome what it did.
    /// - Throws: `OperationError.refused` where the caller may not record outcomes at all.
    package func take(
        _ outcomes: [Outcome],
        isTrial: Bool = false,
        caller: Caller
    ) async throws -> [OutcomeAnswer] {
        try caller.require(.recordOutcomes)
        var answers: [OutcomeAnswer] = []
        for start in stride(from: 0, to: outcomes.count, by: Office.outcomesAtOnce) {
            let part = Array(outcomes[start..<min(start + Office.outcomesAtOnce, outcomes.count)])
            answers += try await take(part, isTrial: isTrial, caller)
        }
        return answers
    }

    private struct Trial: Error {
        let answers: [OutcomeAnswer]
    }

    private func take(_ part: [Outcome], isTrial: Bool, _ caller: Caller) async throws -> [OutcomeAnswer] {
        do {
            return try await atDesk { writing, desk in
                let answers = try part.map { outcome -> OutcomeAnswer in
                    do {
                        return try writing.attempt { writing in
                            try OutcomeTaking(office: self, caller: caller, writing: writing, desk: desk).take(outcome)
                        }
                    } catch OperationError.refused(let refusal) {
                        return .refused(refusal)
                    }
                }
                // What was only tried is rolled back.
                if isTrial { throw Trial(answers: answers) }
                return answers
            }
        } catch let trial as Trial {
            return trial.answers
        }
    }
}

/// One outcome on its way into the ledger.
struct OutcomeTaking {
    let office: Office
    let caller: Caller
    let writing: Writing
    let desk: DeskView

    /// What an outcome is about.
    private enum Subject {
        /// A referral.
        case referral(Referral)
        /// Work that a member found alone: its lines that stand, none for work that is new.
        case found(Member, [LedgerLine])

        var member: MemberID {
            switch self {
            case .referral(let referral): referral.member
            case .found(let member, _): member.id
            }
        }
        var household: HouseholdID {
            switch self {
            case .referral(let referral): referral.household
            case .found(let member, _): member.household
            }
        }
    }

    /// Takes it in; inside a transaction.
    ///
    /// - Throws: `OperationError.refused`.
    func take(_ outcome: Outcome) throws -> OutcomeAnswer {
        let day = office.today()
        if outcome.day > day { throw OperationError.refused(.outcomeInFuture) }
        guard outcome.day.year == office.programme.year else { throw OperationError.refused(.outcomeOfOtherYear) }
        let subject = try subject(of: outcome)
        if try writing.reading.hasOutcome(outcome.fingerprint, of: caller.name) { return .known }
        let (answer, line) = try record(outcome, subject)
        try keep(outcome, subject, answer, line: line)
        return answer
    }

    private func keep(_ outcome: Outcome, _ subject: Subject, _ answer: OutcomeAnswer, line: Int64?) throws {
        var (referral, differs): (ReferralID?, String?) = (nil, nil)
        if case .referral(let found) = subject { referral = found.id }
        if case .disagrees(let fields) = answer { differs = fields.joined(separator: " ") }
        let term = outcome.contract == nil ? nil : try outcome.term
        let number = try writing.add(
            StoredOutcome(
                source: caller.name,
                fingerprint: outcome.fingerprint,
                kind: outcome.kind.rawValue,
                member: subject.member,
                household: subject.household,
                referral: referral,
                line: line,
                day: outcome.day,
                contract: outcome.contract == nil ? nil : ContractBand(of: term),
                wage: outcome.wage,
                evidence: outcome.evidence,
                differs: differs,
                at: office.now()
            )
        )
        try office.audit(
            writing,
            actor: caller.name,
            action: "take_outcome",
            detail: ["outcome": Int(number), "disagrees": differs == nil ? 0 : 1],
            subject: AuditSubject("member", subject.member.rawValue)
        )
    }

    /// What the outcome is about: the referral that it names, that of the member to the vacancy, or the member's job.
    private func subject(of outcome: Outcome) throws -> Subject {
        let reading = writing.reading
        if let id = outcome.referral {
            let referral = try office.referral(id, for: caller, reading)
            if let vacancy = outcome.vacancy, vacancy != referral.vacancy {
                throw OperationError.refused(.outcomeOfOtherVacancy)
            }
            if let member = outcome.member, member != referral.member {
                throw OperationError.refused(.outcomeOfOtherMember)
            }
            return .referral(referral)
        }
        guard let id = outcome.member else { throw OperationError.refused(.unknownOutcomeCode("member")) }
        let member = try office.reachable(id, caller, reading)
        let referrals = try reading.referrals(of: id)
        if let vacancy = outcome.vacancy {
            let toIt = referrals.filter { $0.vacancy == vacancy && $0.exit != .mistake }
            guard let last = toIt.max(by: { $0.stage.rank < $1.stage.rank }) else {
                throw OperationError.refused(.outcomeOfOtherVacancy)
            }
            return .referral(last)
        }
        // Of a hire without referral or vacancy nobody can tell that it came of a referral.
        if outcome.kind != .hired,
            let job = referrals.filter({ $0.hire != nil }).max(by: { $0.stage.rank < $1.stage.rank })
        {
            return .referral(job)
        }
        let lines = try reading.ledgerLines(of: id)
        return .found(member, lines)
    }

    private func record(_ outcome: Outcome, _ subject: Subject) throws -> (OutcomeAnswer, line: Int64?) {
        switch subject {
        case .referral(let referral): return (try record(outcome, referral), nil)
        case .found(let member, let lines): return try record(outcome, member, lines)
        }
    }
}

extension ReferralStage {
    /// Of several referrals of one person the one that an outcome is about: in work before ended before under way.
    fileprivate var rank: Int { isInWork ? 3 : self == .ended ? 2 : isUnderWay ? 1 : 0 }
}

extension ContractBand {
    /// The band of a contract; nil being none in writing.
    init(of term: ContractTerm?) {
        self =
            Hire(
                start: Day(number: 0),
                contract: term,
                wage: nil,
                isInsured: nil,
                evidence: .none
            ).band
    }
}
