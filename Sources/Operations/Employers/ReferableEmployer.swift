import Store
import Vacancies
import Vocabulary

extension Office {
    /// Refuses a referral to a vacancy whose employer nobody has confirmed, that is blocked, or that the caller is linked to.
    ///
    /// - Throws: `OperationError.refused`.
    func refuseUnlessReferable(_ vacancy: Vacancy, by caller: Caller, on day: Day, _ reading: Reading) throws {
        guard let employer = try vacancy.employerID.flatMap({ try reading.employer($0) }) else {
            throw OperationError.refused(.employerUnknown)
        }
        if employer.block != nil { throw OperationError.refused(.employerBlocked) }
        try refuseIfLinked(caller, to: employer.id, reading)
        let confirmations = try reading.confirmations(of: employer.id).filter { $0.withdrawnAt == nil }
        if confirmations.contains(where: { $0.holds(for: employer, abroad: vacancy.isAbroad, on: day) }) { return }
        guard let latest = confirmations.first(where: { $0.taxCode == employer.taxCode }) else {
            throw OperationError.refused(.employerUnconfirmed)
        }
        throw OperationError.refused(latest.validUntil < day ? .employerConfirmationExpired : .employerWithoutLicence)
    }

    /// Refuses what a caller would do for or with an employer that they are linked to, under whatever id.
    ///
    /// - Throws: `OperationError.refused`.
    func refuseIfLinked(_ caller: Caller, to employer: EmployerID, _ reading: Reading) throws {
        if caller.linkedEmployers.isEmpty { return }
        let ids = [employer] + (try reading.aliases(of: employer))
        if ids.contains(where: { caller.linkedEmployers.contains($0.rawValue) }) {
            throw OperationError.refused(.conflictOfInterest)
        }
    }
}
