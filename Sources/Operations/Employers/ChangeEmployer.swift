import Store
import Vacancies
import Vocabulary

extension Office {
    /// Changes what is recorded of an employer.
    ///
    /// A tax code that another record has joins the two, where this one had none: the other one stays. A confirmation speaks of
    /// the code and the licence that were checked, so with others it no longer holds.
    ///
    /// - Parameters:
    ///   - id: the employer.
    ///   - details: what changes.
    ///   - version: the version that the caller has read; nil where it is not to be compared.
    ///   - caller: who asks.
    /// - Returns: the employer as it is now.
    /// - Throws: `OperationError.refused`.
    package func changeEmployer(
        _ id: EmployerID,
        _ details: EmployerDetails,
        version: Int?,
        caller: Caller
    ) async throws -> Employer {
        try caller.require(.confirmEmployers)
        let details = try details.checked()
        return try await atDesk { writing, _ in
            var employer = try self.employer(id, version: version, writing.reading)
            if let name = details.name {
                let other = try writing.reading.employerWithoutCode(named: name)
                if let other, employer.taxCode == nil, details.taxCode == nil, other != employer.id {
                    throw OperationError.refused(.employerKnown(other.rawValue))
                }
                employer.name = name
            }
            employer.take(details)
            if let code = details.taxCode.flatMap({ TaxCode($0) }), code != employer.taxCode {
                if let other = try writing.reading.employer(coded: code) {
                    guard employer.taxCode == nil else {
                        throw OperationError.refused(.taxCodeTaken(by: other.rawValue))
                    }
                    try writing.join(employer.id, into: other)
                    try audit(
                        writing,
                        actor: caller.name,
                        action: "join_employers",
                        detail: ["employer": Int(other.rawValue), "alias": Int(employer.id.rawValue)]
                    )
                    return try self.employer(other, version: nil, writing.reading)
                }
                employer.taxCode = code
            }
            employer.version += 1
            try writing.update(employer)
            if let contacts = details.contacts { try writing.set(contacts, of: employer.id) }
            try audit(
                writing,
                actor: caller.name,
                action: "change_employer",
                detail: ["employer": Int(employer.id.rawValue), "version": employer.version]
            )
            return employer
        }
    }

    /// An employer as it is stored, for a change of a version that somebody has read.
    ///
    /// - Throws: `OperationError.refused` where there is none, or it has been changed since.
    func employer(_ id: EmployerID, version: Int?, _ reading: Reading) throws -> Employer {
        guard let employer = try reading.employer(id) else { throw OperationError.refused(.notFound) }
        if let version, version != employer.version { throw OperationError.refused(.stale) }
        return employer
    }
}
