import Store
import Vacancies
import Vocabulary

/// What an officer found when checking an employer.
package struct EmployerCheck: Sendable {
    /// How it was checked.
    package var way: EmployerConfirmation.Way
    /// Whether the tax code is the employer's.
    package var isTaxCodeChecked: Bool
    /// Whether it takes no fee of workers.
    package var takesNoFee: Bool
    /// Whether it takes no deposit of workers.
    package var takesNoDeposit: Bool
    /// Whether it keeps no papers of workers.
    package var keepsNoPapers: Bool
    /// Number of the licence to send workers abroad, where one was seen.
    package var licenceNumber: String?

    /// A check from its parts.
    package init(
        way: EmployerConfirmation.Way,
        isTaxCodeChecked: Bool,
        takesNoFee: Bool,
        takesNoDeposit: Bool,
        keepsNoPapers: Bool,
        licenceNumber: String? = nil
    ) {
        (self.way, self.isTaxCodeChecked, self.licenceNumber) = (way, isTaxCodeChecked, licenceNumber)
        (self.takesNoFee, self.takesNoDeposit, self.keepsNoPapers) = (takesNoFee, takesNoDeposit, keepsNoPapers)
    }

    /// The first thing that was not found, by its name in the API; nil where all was.
    fileprivate var missing: String? {
        if !isTaxCodeChecked { return "taxCodeChecked" }
        if !takesNoFee { return "noFee" }
        if !takesNoDeposit { return "noDeposit" }
        return keepsNoPapers ? nil : "noPapersKept"
    }
}

extension Office {
    /// Notes that an officer checked an employer today: for some months people may be referred to it.
    ///
    /// - Returns: the last day on which that holds.
    /// - Throws: `OperationError.refused` where the caller may not, something was not checked, the employer is blocked, its tax
    ///   code is not on record, it works abroad and no licence was seen, or the caller is linked to it.
    package func confirmEmployer(_ id: EmployerID, _ check: EmployerCheck, caller: Caller) async throws -> Day {
        try caller.require(.confirmEmployers)
        guard check.way != .demo else { throw OperationError.refused(.onlyInDemo) }
        return try await atDesk { writing, _ in
            var employer = try self.employer(id, version: nil, writing.reading)
            let confirmation = try confirm(&employer, check, caller: caller, writing)
            try audit(
                writing,
                actor: caller.name,
                action: "confirm_employer",
                detail: ["employer": Int(employer.id.rawValue), "confirmation": Int(confirmation.number)]
            )
            return confirmation.validUntil
        }
    }

    /// The same for one of several, without its audit line.
    func confirm(
        _ employer: inout Employer,
        _ check: EmployerCheck,
        caller: Caller,
        _ writing: Writing
    ) throws -> EmployerConfirmation {
        if let missing = check.missing { throw OperationError.refused(.employerNotChecked(missing)) }
        if employer.block != nil { throw OperationError.refused(.employerBlocked) }
        if employer.wantsTaxCode { throw OperationError.refused(.taxCodeWanted) }
        try refuseIfLinked(caller, to: employer.id, writing.reading)
        let today = today()
        if let licence = check.licenceNumber {
            let licence = try checkedText(licence, "licenceNumber", 0...100)
            if !licence.isEmpty { employer.licenceNumber = licence }
        }
        if employer.licenceNumber == nil, try worksAbroad(employer, on: today, writing.reading) {
            throw OperationError.refused(.employerWithoutLicence)
        }
        employer.version += 1
        try writing.update(employer)
        let number = try writing.add(
            EmployerConfirmation(
                number: 0,
                by: caller.name,
                at: now(),
                day: today,
                way: check.way,
                taxCode: employer.taxCode,
                licenceNumber: employer.licenceNumber,
                validUntil: today.adding(months: programme.employerConfirmedMonths)
            ),
            of: employer.id
        )
        guard let stored = try writing.reading.confirmations(of: employer.id).first(where: { $0.number == number })
        else { throw OperationError.refused(.notFound) }
        return stored
    }

    /// Takes back what officers confirmed of an employer: nobody is referred to it until it is checked again.
    ///
    /// - Throws: `OperationError.refused` where the caller may not, or nothing is confirmed.
    package func withdrawConfirmation(of id: EmployerID, caller: Caller) async throws {
        try caller.require(.confirmEmployers)
        try await atDesk { writing, _ in
            var employer = try self.employer(id, version: nil, writing.reading)
            let withdrawn = try writing.withdrawConfirmations(of: employer.id, by: caller.name, at: now())
            guard withdrawn > 0 else { throw OperationError.refused(.employerNotConfirmed) }
            employer.version += 1
            try writing.update(employer)
            try audit(
                writing,
                actor: caller.name,
                action: "withdraw_confirmation",
                detail: ["employer": Int(employer.id.rawValue), "confirmations": withdrawn]
            )
        }
    }

    /// Whether all that an employer has to offer on a day is abroad, or it is known to send people there.
    ///
    /// Where only some of it is, a confirmation without a licence holds for the rest.
    private func worksAbroad(_ employer: Employer, on day: Day, _ reading: Reading) throws -> Bool {
        if employer.sendsAbroad { return true }
        let open = try reading.vacancies(of: employer.id).filter { $0.isOffered(on: day) }
        return !open.isEmpty && open.allSatisfy(\.isAbroad)
    }
}
