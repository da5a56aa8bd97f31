import Store
import Vacancies
import Vocabulary

extension Office {
    /// Makes the record of an employer that no vacancy has named yet.
    ///
    /// - Returns: its id.
    /// - Throws: `OperationError.refused` where the caller may not, where a fact cannot be used, or where the tax code, or the
    ///   name without one, has a record already.
    package func addEmployer(_ details: EmployerDetails, caller: Caller) async throws -> EmployerID {
        try caller.require(.confirmEmployers)
        let details = try details.checked()
        guard let name = details.name else { throw OperationError.refused(.employerField("name")) }
        let at = now()
        return try await store.write { writing in
            let stated = StatedEmployer(name: name, taxCode: details.taxCode)
            if let code = stated.taxCode, let other = try writing.reading.employer(coded: code) {
                throw OperationError.refused(.taxCodeTaken(by: other.rawValue))
            }
            if let other = try writing.reading.employerWithoutCode(named: name) {
                throw OperationError.refused(.employerKnown(other.rawValue))
            }
            var generator = SystemRandomNumberGenerator()
            var employer = Employer(id: EmployerID(using: &generator), name: name)
            employer.taxCode = stated.taxCode
            employer.take(details)
            try writing.add(employer, at: at)
            if let contacts = details.contacts { try writing.set(contacts, of: employer.id) }
            try audit(
                writing,
                actor: caller.name,
                action: "add_employer",
                detail: ["employer": Int(employer.id.rawValue)]
            )
            return employer.id
        }
    }
}

extension Employer {
    /// Takes over what details say beside name and tax code.
    mutating func take(_ details: EmployerDetails) {
        if let kind = details.kind { self.kind = kind }
        if let sendsAbroad = details.sendsAbroad { self.sendsAbroad = sendsAbroad }
        if let licence = details.licenceNumber { licenceNumber = licence.isEmpty ? nil : licence }
    }
}
