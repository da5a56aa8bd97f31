import Referrals
import Store
import Vacancies
import Vocabulary

extension Office {
    /// Blocks an employer at once: its vacancies leave the plan, and referrals under way to it are closed.
    ///
    /// - Parameters:
    ///   - id: the employer.
    ///   - reason: why, in the officer's words; shown to those who may see employers, and in no log.
    ///   - caller: who asks.
    /// - Throws: `OperationError.refused` where the caller may not, or it is blocked already.
    package func blockEmployer(_ id: EmployerID, reason: String, caller: Caller) async throws {
        try caller.require(.blockEmployers)
        let reason = try checkedText(reason, "reason", 1...1000)
        try await atDesk { writing, _ in
            var employer = try self.employer(id, version: nil, writing.reading)
            guard employer.block == nil else { throw OperationError.refused(.employerBlocked) }
            employer.block = Employer.Block(at: now(), by: caller.name, reason: reason)
            employer.version += 1
            try writing.update(employer)
            var closed = 0
            for vacancy in try writing.reading.vacancies(of: employer.id) {
                closed += try closeReferrals(to: vacancy.id, .vacancyClosed, writing, actor: caller.name)
            }
            try audit(
                writing,
                actor: caller.name,
                action: "block_employer",
                detail: ["employer": Int(employer.id.rawValue), "referrals": closed]
            )
        }
    }

    /// Takes the block off an employer; it is planned for again, as one that is to be checked anew.
    ///
    /// - Throws: `OperationError.refused` where the caller may not, or it is not blocked.
    package func unblockEmployer(_ id: EmployerID, caller: Caller) async throws {
        try caller.require(.blockEmployers)
        try await atDesk { writing, _ in
            var employer = try self.employer(id, version: nil, writing.reading)
            guard employer.block != nil else { throw OperationError.refused(.employerNotBlocked) }
            employer.block = nil
            employer.version += 1
            try writing.update(employer)
            // Whatever made somebody block it is to be looked at again.
            _ = try writing.withdrawConfirmations(of: employer.id, by: caller.name, at: now())
            try audit(
                writing,
                actor: caller.name,
                action: "unblock_employer",
                detail: ["employer": Int(employer.id.rawValue)]
            )
        }
    }
}
