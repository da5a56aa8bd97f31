import Households
import Referrals
import Store
import Vacancies
import Vocabulary

extension Office {
    /// Records what an employer says of people, each answer by itself.
    ///
    /// What cannot be recorded is answered with its reason, and the others are taken. The same answers again change nothing.
    ///
    /// - Parameters:
    ///   - answers: the answers.
    ///   - employer: whose they are; an answer about another's vacancy is refused. Nil where nobody says.
    ///   - isTrial: whether nothing is to be changed; each answer is then judged as if it were the only one.
    ///   - caller: who records them.
    /// - Returns: for each answer what it did.
    /// - Throws: `OperationError.refused` where the caller may not record answers at all.
    package func record(
        _ answers: [EmployerAnswer],
        of employer: EmployerID? = nil,
        isTrial: Bool = false,
        caller: Caller
    ) async throws -> [AnswerOutcome] {
        try caller.require(.refer)
        try caller.require(.recordOutcomes)
        var outcomes: [AnswerOutcome] = []
        for answer in answers {
            outcomes.append(try await record(answer, of: employer, isTrial: isTrial, caller: caller))
        }
        return outcomes
    }

    private func record(
        _ answer: EmployerAnswer,
        of employer: EmployerID?,
        isTrial: Bool,
        caller: Caller
    ) async throws -> AnswerOutcome {
        do {
            return try await atDesk { writing, desk in
                let reading = writing.reading
                let referral = try referral(answer.referral, for: caller, reading)
                if let employer {
                    guard try reading.vacancy(referral.vacancy)?.employerID == employer else {
                        throw OperationError.refused(.notFound)
                    }
                }
                if let number = answer.letterNumber,
                    try !reading.letters(of: referral.id).contains(where: {
                        $0.letter.number == number
                    })
                {
                    throw OperationError.refused(.otherLetter)
                }
                guard let step = try step(of: answer, referral, reading) else { return .unchanged }
                let change = ReferralChange(.step(step), reason: answer.note, evidence: nil)
                let next = try advance(referral, change, caller: caller, writing, desk)
                let outcome = AnswerOutcome.taken(step: step.name, version: next.version)
                // What was only tried is rolled back.
                if isTrial { throw Trial(outcome: outcome) }
                return outcome
            }
        } catch OperationError.refused(let refusal) {
            return .refused(refusal)
        } catch let trial as Trial {
            return trial.outcome
        }
    }

    private struct Trial: Error {
        let outcome: AnswerOutcome
    }

    /// The step that an answer means; nil where it is known already, or says nothing.
    ///
    /// - Throws: `OperationError.refused` where something is missing.
    private func step(of answer: EmployerAnswer, _ referral: Referral, _ reading: Reading) throws -> ReferralStep? {
        let isOver = referral.stage == .closed || referral.stage == .ended
        switch answer.result {
        case .undecided: return nil
        case .interview:
            guard let day = answer.day else { throw OperationError.refused(.answerLacks("day")) }
            let last = try reading.events(of: referral.id).last { !$0.isUndone && $0.what.name == "interview" }
            if referral.stage == .interview, case .step(.interview(day, _))? = last?.what { return nil }
            return .interview(on: day, place: "")
        case .offered: return referral.stage == .offered ? nil : .offered
        case .hired:
            let hire = try hire(of: answer)
            // Ended or not, this hire is known.
            if let known = referral.hire, known.start == hire.start, known.contract == hire.contract { return nil }
            return .hired(hire)
        case .working: return referral.stage == .confirmed || referral.stage == .sustained ? nil : .confirmed(.employer)
        case .rejected: return isOver && referral.exit == .rejected ? nil : .closed(.rejected)
        case .noShow: return isOver && referral.exit == .noShow ? nil : .closed(.noShow)
        case .left:
            guard let day = answer.day else { throw OperationError.refused(.answerLacks("day")) }
            return referral.end?.on == day ? nil : .ended(on: day, .unknown)
        }
    }

    private func hire(of answer: EmployerAnswer) throws -> Hire {
        guard let start = answer.day else { throw OperationError.refused(.answerLacks("day")) }
        let contract: ContractTerm?
        switch answer.contract {
        case .indefinite: contract = .indefinite
        case .fixed:
            guard let months = answer.months else { throw OperationError.refused(.answerLacks("months")) }
            contract = .fixed(months: months)
        case .seasonal: contract = .seasonal
        case EmployerAnswer.Contract.none?: contract = nil
        case nil: throw OperationError.refused(.answerLacks("contract"))
        }
        return Hire(start: start, contract: contract, wage: answer.wage, isInsured: nil, evidence: .employer)
    }
}

extension Refusal {
    /// The letter's number is another referral's.
    static let otherLetter = Refusal(
        .invalid,
        "other_letter",
        field: "letterNumber",
        "This letter's number does not belong to this referral; look whether rows have been moved.",
        "Số giấy giới thiệu không thuộc phiếu này; hãy kiểm tra các dòng có bị lệch không."
    )

    /// An answer lacks what it has to say.
    static func answerLacks(_ field: String) -> Refusal {
        let words: [String: (english: String, vietnamese: String)] = [
            "day": ("the day", "ngày"), "months": ("the months of the contract", "số tháng hợp đồng"),
            "contract": ("the kind of contract", "loại hợp đồng"),
        ]
        let word = words[field] ?? (field, field)
        return Refusal(
            .invalid,
            "answer_lacks",
            field: field,
            "The answer does not give \(word.english).",
            "Câu trả lời chưa ghi \(word.vietnamese)."
        )
    }
}
