import Households
import Referrals
import Store
import Vacancies
import Vocabulary

/// Whom to refer where.
package struct ReferralRequest: Sendable {
    /// The member who is to go.
    package var member: MemberID
    /// The vacancy.
    package var vacancy: VacancyID
    /// The referral of another member of the household, who stays at home; it closes, and this one takes its place.
    package var insteadOf: ReferralID?
    /// Why a supervisor lets it pass the household-first rule.
    package var overrideReason: String?
    /// Whether the person asks for what was tried or refused before.
    package var isWantedAgain = false

    /// A member and a vacancy.
    package init(member: MemberID, vacancy: VacancyID) {
        self.member = member
        self.vacancy = vacancy
    }
}

extension Office {
    /// Makes a referral, in one transaction with everything that it depends on: of any number of requests for the last
    /// place, exactly one is granted.
    ///
    /// Asked in this order: whether the person may and can be reached, whether the employer was checked, what gates say,
    /// how many referrals there are, and whether another household would lose by it.
    ///
    /// - Parameters:
    ///   - request: whom to refer where.
    ///   - caller: who asks, and follows it from now on.
    /// - Returns: the referral.
    /// - Throws: `OperationError.refused`.
    package func makeReferral(_ request: ReferralRequest, caller: Caller) async throws -> Referral {
        try caller.require(.refer)
        let reason = try StepText.checked(request.overrideReason, "overrideReason")
        if let reason, reason.count < 10 { throw OperationError.refused(.overrideReason) }
        return try await atDesk { writing, desk in
            var checked = request
            checked.overrideReason = reason
            return try make(checked, caller: caller, writing, desk)
        }
    }

    private func make(
        _ request: ReferralRequest,
        caller: Caller,
        _ writing: Writing,
        _ desk: DeskView
    ) throws -> Referral {
        let (reading, day, at) = (writing.reading, today(), now())
        guard let member = try reading.member(request.member), let household = try reading.household(member.household),
            caller.area.contains(household.commune, village: household.village),
            let vacancy = try reading.vacancy(request.vacancy)
        else { throw OperationError.refused(.notFound) }
        try refuseUnlessContactable(member.id, reading)
        try refuseUnlessReferable(vacancy, by: caller, on: day, reading)
        try refuseUnlessFitting(member.id, vacancy.id, reading, desk)
        let replaced = try replaced(by: request, of: household.id, caller: caller, reading)
        try refuseBeyondLimits(member.id, vacancy, except: replaced?.id, on: day, reading)
        let unwanted = try unwanted(member.id, vacancy, reading)
        let isOver = try !unwanted.isEmpty || wasTried(member.id, vacancy.id, reading)
        if isOver, !request.isWantedAgain { throw OperationError.refused(.pairIsOver) }
        var overrideReason: String?
        if replaced?.holdsOpening(on: day) != true {
            overrideReason = try refuseUnlessFirst(
                member.id,
                vacancy.id,
                overrideReason: request.overrideReason,
                caller: caller,
                reading,
                desk
            )
        }
        var generator = SystemRandomNumberGenerator()
        let rules = programme.referrals
        let referral = Referral(
            id: ReferralID(using: &generator),
            member: member.id,
            household: household.id,
            vacancy: vacancy.id,
            madeOn: day,
            povertyClass: household.povertyClass(on: day, newlyEscapedMonths: programme.newlyEscapedMonths),
            officer: caller.name,
            due: day.adding(days: rules.dueDays),
            overrideReason: overrideReason
        )
        try writing.save(referral, hiredAt: nil, at: at)
        var made = NewReferralEvent(
            .made,
            of: referral.id,
            dueDays: rules.dueDays,
            actor: caller.name,
            at: at,
            day: day
        )
        made.reason = overrideReason
        let event = try writing.add(made)
        for refused in unwanted { try writing.withdraw(refused, of: member.id, at: at) }
        if let replaced {
            let taking = StepTaking(actor: caller.name, at: at, day: day).because(of: event)
            _ = try take(.closed(.otherMember), by: replaced, taking, writing)
        }
        try audit(
            writing,
            actor: caller.name,
            action: overrideReason == nil ? "referral_made" : "referral_made_by_override",
            detail: ["referral": Int(referral.id.rawValue), "event": Int(event)]
        )
        return referral
    }

    /// Refuses what gates refuse, and what has a question open.
    func refuseUnlessFitting(_ member: MemberID, _ vacancy: VacancyID, _ reading: Reading, _ desk: DeskView) throws {
        let refusal: Refusal? =
            switch try desk.answer(member, vacancy, reading) {
            case .eligible?: nil
            case .provisional(let questions)?: .questionsOpen(questions)
            case .excluded(let exclusion)?: .gate(exclusion)
            case .notSeeking(let reason)?: .notSeeking(reason)
            case .notOffered?: .notOffered
            case .notServed?: .notServed
            case nil: .notFound
            }
        if let refusal { throw OperationError.refused(refusal) }
    }

    /// Refuses a referral by which fewer households could get a first job, unless a supervisor says why.
    ///
    /// - Returns: the reason, where it was needed.
    func refuseUnlessFirst(
        _ member: MemberID,
        _ vacancy: VacancyID,
        overrideReason: String?,
        caller: Caller,
        _ reading: Reading,
        _ desk: DeskView
    ) throws -> String? {
        let losers = try desk.losers(ifReferred: member, to: vacancy, reading)
        if losers.fewer == 0 { return nil }
        if let overrideReason {
            try caller.require(.overrideHouseholdFirst)
            return overrideReason
        }
        let visible = try losers.households.filter { id in
            try reading.household(id).map { caller.area.contains($0.commune, village: $0.village) } ?? false
        }
        throw OperationError.refused(
            .householdFirst(visible.sorted(), of: losers.households.count, fewer: losers.fewer)
        )
    }

    /// The referral of another member that this one takes the place of.
    private func replaced(
        by request: ReferralRequest,
        of household: HouseholdID,
        caller: Caller,
        _ reading: Reading
    ) throws -> Referral? {
        guard let id = request.insteadOf else { return nil }
        let other = try referral(id, for: caller, reading)
        guard other.household == household, other.vacancy == request.vacancy, other.member != request.member,
            other.stage.isUnderWay
        else { throw OperationError.refused(.notInstead) }
        return other
    }

    private func refuseBeyondLimits(
        _ member: MemberID,
        _ vacancy: Vacancy,
        except replaced: ReferralID?,
        on day: Day,
        _ reading: Reading
    ) throws {
        let own = try reading.referrals(of: member)
        if let same = own.first(where: { $0.vacancy == vacancy.id && ($0.stage.isUnderWay || $0.stage.isInWork) }) {
            throw OperationError.refused(.alreadyReferred(same.id))
        }
        if own.contains(where: \.stage.isInWork) { throw OperationError.refused(.hasJob) }
        let rules = programme.referrals
        // What is past its due date no longer counts as under way; one that is put behind others still does.
        func count(_ referrals: [Referral]) -> Int {
            referrals.count { one in
                one.stage.isUnderWay && one.id != replaced && one.due.map { day <= $0 } != false
            }
        }
        if count(own) >= rules.perMember { throw OperationError.refused(.memberLimit(rules.perMember)) }
        let left = vacancy.openingsLeft(after: try reading.hires(at: vacancy.id))
        if left == 0 { throw OperationError.refused(.noOpeningLeft) }
        let most = rules.perOpening * left
        if count(try reading.referrals(to: vacancy.id)) >= most { throw OperationError.refused(.openingLimit(most)) }
    }
}
