import Households
import Referrals
import Store
import Vocabulary

extension Office {
    /// Records that a person withdraws consent and does not want to be contacted; needs no reason.
    ///
    /// From then on nothing of the person is shared: referrals under way are closed and their letters with them, plan and
    /// calls leave the person out. No roll changes it; only `recordConsent` does. Recording it again changes nothing.
    ///
    /// - Parameters:
    ///   - caller: who records it.
    ///   - id: the person.
    ///   - day: the day from which it holds; nil for today.
    ///   - reason: why, where the person gave one.
    /// - Throws: `OperationError.refused`.
    package func withdrawConsent(caller: Caller, _ id: MemberID, day: Day? = nil, reason: String? = nil) async throws {
        try caller.require(.withdrawConsent)
        let day = day ?? today()
        if day > today() { throw OperationError.refused(.futureDay) }
        try await atDesk { writing, _ in
            let (member, _) = try person(id, for: caller, writing.reading)
            if !member.isContactable { return }
            let wish = ContactWish(day: day, at: now(), actor: caller.name, consent: nil, reason: reason)
            var closed = 0
            for same in try writing.reading.samePerson(as: id) {
                try writing.add(wish, of: same)
                try writing.removeFromPlan(same)
                closed += try closeReferrals(of: same, .withdrawn, writing, actor: caller.name)
            }
            try audit(
                writing,
                actor: caller.name,
                action: "withdraw_consent",
                detail: ["member": Int(id.rawValue), "referrals": closed]
            )
        }
    }

    /// Records that a person agrees to be contacted again.
    ///
    /// - Throws: `OperationError.refused`.
    package func recordConsent(caller: Caller, _ id: MemberID, _ consent: Consent, day: Day? = nil) async throws {
        try caller.require(.withdrawConsent)
        let day = day ?? today()
        if day > today() { throw OperationError.refused(.futureDay) }
        try await atDesk { writing, _ in
            _ = try person(id, for: caller, writing.reading)
            let wish = ContactWish(day: day, at: now(), actor: caller.name, consent: consent, reason: nil)
            for same in try writing.reading.samePerson(as: id) { try writing.add(wish, of: same) }
            try audit(writing, actor: caller.name, action: "record_consent", detail: ["member": Int(id.rawValue)])
        }
    }
}
