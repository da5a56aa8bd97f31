import Referrals
import Store
import Vocabulary

extension Office {
    /// Takes the last step of a referral back, with all that it had done to others.
    ///
    /// Only who took it can, for some minutes, and only while nothing has followed on anything that it touched. The events
    /// stay and say that they were taken back; what is stored is what the remaining ones make of each referral.
    ///
    /// - Parameters:
    ///   - id: the referral.
    ///   - version: the version that the caller has read.
    ///   - caller: who takes it back.
    /// - Returns: the referral after it.
    /// - Throws: `OperationError.refused`.
    package func undoLastStep(of id: ReferralID, version: Int, caller: Caller) async throws -> Referral {
        guard caller.may(.refer) || caller.may(.recordOutcomes) else { throw OperationError.refused(.forbidden) }
        return try await atDesk { writing, _ in
            let reading = writing.reading
            let referral = try referral(id, for: caller, reading)
            guard referral.version == version else { throw OperationError.refused(.stale) }
            guard let last = try reading.events(of: id).last(where: { !$0.isUndone }) else {
                throw OperationError.refused(.nothingToUndo)
            }
            try refuseUnlessOwn(last, caller: caller)
            let caused = try reading.events(causedBy: last.number)
            for event in caused {
                let newest = try reading.events(of: event.referral).last { !$0.isUndone }
                guard newest == event else { throw OperationError.refused(.undoFollowed) }
            }
            // The step itself goes first: nobody comes back beside a job that is being taken back.
            for event in [last] + caused { try takeBack(event, caller: caller, writing) }
            try audit(
                writing,
                actor: caller.name,
                action: "referral_undone",
                detail: ["referral": Int(id.rawValue), "event": Int(last.number)]
            )
            guard let left = try reading.referral(id) else { throw OperationError.refused(.notFound) }
            return left
        }
    }

    private func refuseUnlessOwn(_ event: ReferralEvent, caller: Caller) throws {
        if event.cause != nil { throw OperationError.refused(.undoCaused) }
        if event.actor != caller.name { throw OperationError.refused(.undoNotYours) }
        let minutes = programme.referrals.undoMinutes
        if now() - event.at > Int64(minutes) * 60 { throw OperationError.refused(.undoTooLate(minutes: minutes)) }
    }

    private func takeBack(_ event: ReferralEvent, caller: Caller, _ writing: Writing) throws {
        let at = now()
        guard let referral = try writing.reading.referral(event.referral) else { return }
        try takeBackLedger(of: event.number, writing)
        try writing.undo(event.number, by: caller.name, at: at)
        try writing.takeBackLetters(of: event.number)
        try writing.withdrawRefusals(of: event.number, at: at)
        if event.what == .made { try writing.renewRefusals(of: referral.member, withdrawnAt: event.at) }
        let events = try writing.reading.events(of: referral.id)
        let hiredAt = events.last { !$0.isUndone && $0.what.name == "hired" }?.at
        let left = referral.folding(events)
        try refuseUnlessAlone(left, writing.reading)
        try writing.save(left, hiredAt: hiredAt, at: at)
    }

    /// Refuses to bring back a referral beside another of the same pair, or beside a job that the person has by now.
    private func refuseUnlessAlone(_ referral: Referral, _ reading: Reading) throws {
        guard referral.stage.isUnderWay || referral.stage.isInWork else { return }
        let others = try reading.referrals(of: referral.member).filter { $0.id != referral.id }
        let isDoubled = others.contains { $0.vacancy == referral.vacancy && $0.stage.isUnderWay }
        if isDoubled || others.contains(where: \.stage.isInWork) { throw OperationError.refused(.undoFollowed) }
    }
}
