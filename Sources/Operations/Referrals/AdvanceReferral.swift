import Households
import Referrals
import Store
import Vacancies
import Vocabulary

/// What an officer records of a referral.
package struct ReferralChange: Sendable {
    /// What happened.
    package enum Action: Sendable {
        /// A letter of introduction is made: its number comes from the register.
        case letter(signer: String)
        /// Any other step.
        case step(ReferralStep)
    }

    /// What happened.
    package var action: Action
    /// Why, in the officer's words.
    package var reason: String?
    /// What shows it, in the officer's words.
    package var evidence: String?
    /// What else the person does not want, where the person declined: asked, and never inferred.
    package var doesNotWant: Set<RefusedThing> = []

    /// Something that happened.
    package init(_ action: Action, reason: String? = nil, evidence: String? = nil) {
        self.action = action
        self.reason = reason
        self.evidence = evidence
    }

    /// What a caller must be allowed to record it.
    fileprivate var permission: Permission {
        switch action {
        case .step(.hired), .step(.confirmed), .step(.checked), .step(.ended): .recordOutcomes
        case .letter, .step: .refer
        }
    }
}

extension Office {
    /// Has a referral take a step, with all that follows from it, in one transaction.
    ///
    /// - Parameters:
    ///   - id: the referral.
    ///   - change: what happened.
    ///   - version: the version that the caller has read.
    ///   - caller: who records it.
    /// - Returns: the referral after it.
    /// - Throws: `OperationError.refused`.
    package func advance(
        _ id: ReferralID,
        _ change: ReferralChange,
        version: Int,
        caller: Caller
    ) async throws -> Referral {
        try caller.require(change.permission)
        return try await atDesk { writing, desk in
            let referral = try referral(id, for: caller, writing.reading)
            guard referral.version == version else { throw OperationError.refused(.stale) }
            return try advance(referral, change, caller: caller, writing, desk)
        }
    }

    /// Has a referral take a step inside a transaction.
    func advance(
        _ referral: Referral,
        _ change: ReferralChange,
        caller: Caller,
        _ writing: Writing,
        _ desk: DeskView
    ) throws -> Referral {
        var taking = StepTaking(actor: caller.name, at: now(), day: today())
        taking.reason = try StepText.checked(change.reason, "reason")
        taking.evidence = try StepText.checked(change.evidence, "evidence")
        let (step, place) = try step(of: change, writing.reading)
        try refuseUnlessPossible(step, of: referral, caller: caller, writing.reading, desk)
        let (next, event) = try take(step, by: referral, taking, writing)
        if let letter = next.letter, let place {
            try writing.add(letter, place: place, of: referral.id, event: event, on: taking.day)
        }
        switch step {
        case .hired: try settle(next, taking.because(of: event), writing)
        case .closed(.declined):
            for refused in change.doesNotWant.union([.vacancy(referral.vacancy)]) {
                try writing.add(refused, of: referral.member, event: event, at: taking.at)
            }
        default: break
        }
        try audit(
            writing,
            actor: caller.name,
            action: "referral_\(step.name)",
            detail: ["referral": Int(referral.id.rawValue), "event": Int(event)]
        )
        return next
    }

    /// The step that is recorded; of a letter with its place in the register.
    private func step(of change: ReferralChange, _ reading: Reading) throws -> (ReferralStep, place: Int?) {
        let rules = programme.referrals
        switch change.action {
        case .letter(let signer):
            guard let signer = try StepText.checked(signer, "signer", upTo: 100) else {
                throw OperationError.refused(.referralText("signer"))
            }
            let day = today()
            let place = try reading.nextLetter(of: day.year)
            let letter = Letter(
                number: rules.letterNumber(place, year: day.year),
                signer: signer,
                expires: day.adding(days: rules.letterDays)
            )
            return (.referred(letter), place)
        // Numbers come from the register and nowhere else.
        case .step(.referred): throw OperationError.refused(.referralText("signer"))
        case .step(.interview(let day, let place)):
            return (.interview(on: day, place: try StepText.checked(place, "place", upTo: 200) ?? ""), nil)
        case .step(.agreed(let consent)):
            guard try StepText.checked(consent.textVersion, "textVersion", upTo: 40) == consent.textVersion else {
                throw OperationError.refused(.referralText("textVersion"))
            }
            let letters = consent.language.utf8
            guard letters.count == 3, letters.allSatisfy({ (0x61...0x7A).contains($0) }) else {
                throw OperationError.refused(.referralText("language"))
            }
            return (.agreed(consent), nil)
        case .step(let step):
            if !change.doesNotWant.isEmpty {
                guard step == .closed(.declined), change.doesNotWant.allSatisfy(isKnown) else {
                    throw OperationError.refused(.refusedThing)
                }
            }
            return (step, nil)
        }
    }

    private func isKnown(_ refused: RefusedThing) -> Bool {
        switch refused {
        case .vacancy, .employer: true
        case .occupation(let group): programme.occupationNames[group < 10 ? "0\(group)" : "\(group)"] != nil
        case .district(let code): programme.territory.district(code) != nil
        }
    }

    /// Refuses what the rest of the office has something against.
    private func refuseUnlessPossible(
        _ step: ReferralStep,
        of referral: Referral,
        caller: Caller,
        _ reading: Reading,
        _ desk: DeskView
    ) throws {
        switch step {
        case .contacted, .agreed, .interview: try refuseUnlessContactable(referral.member, reading)
        case .referred:
            try refuseUnlessContactable(referral.member, reading)
            guard let vacancy = try reading.vacancy(referral.vacancy) else { return }
            try refuseUnlessReferable(vacancy, by: caller, on: today(), reading)
        case .hired: try refuseUnlessOpen(referral, reading, desk)
        case .broughtForward:
            try refuseUnlessFitting(referral.member, referral.vacancy, reading, desk)
            _ = try refuseUnlessFirst(
                referral.member,
                referral.vacancy,
                overrideReason: nil,
                caller: caller,
                reading,
                desk
            )
        case .offered, .confirmed, .checked, .ended, .closed, .putBehind: break
        }
    }

    /// Refuses a hire for which there is no opening.
    ///
    /// Hires never exceed the openings: of several referrals that hold the last one, the first hire takes it. A referral
    /// that holds none, being behind others or past its due date, takes none that others hold.
    private func refuseUnlessOpen(_ referral: Referral, _ reading: Reading, _ desk: DeskView) throws {
        if try reading.referrals(of: referral.member).contains(where: \.stage.isInWork) {
            throw OperationError.refused(.hasJob)
        }
        let (left, day) = (try desk.openingsNotTaken(of: referral.vacancy, reading), today())
        if left == 0 { throw OperationError.refused(.noOpeningLeft) }
        if referral.holdsOpening(on: day) { return }
        let held = try reading.referrals(to: referral.vacancy).count { $0.holdsOpening(on: day) }
        if held >= left { throw OperationError.refused(.openingsHeld) }
    }

    /// What follows from a hire: the person's other referrals are released, and the household's other members wait.
    private func settle(_ hired: Referral, _ taking: StepTaking, _ writing: Writing) throws {
        for other in try writing.reading.referrals(of: hired.member) where other.stage.isUnderWay {
            _ = try take(.closed(.hiredElsewhere), by: other, taking, writing)
        }
        for other in try writing.reading.referrals(of: hired.household)
        where other.stage.isUnderWay && other.stage != .offered && !other.isBehind {
            _ = try take(.putBehind, by: other, taking, writing)
        }
    }
}
