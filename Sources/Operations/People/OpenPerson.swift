import Households
import Store
import Vocabulary

/// One person's page, opened for a purpose.
package struct OpenedPerson: Sendable {
    /// The member with the household's facts.
    package let row: MemberRow
    /// The phone; nil where there is none.
    package let phone: String?
    /// Whether the person looks for work.
    package let standing: Standing
}

extension Office {
    /// Opens a person's page: what it is for is noted with who looked, in the transaction that reads it.
    ///
    /// - Parameters:
    ///   - member: whose.
    ///   - purpose: what for, in the caller's words.
    ///   - caller: who looks.
    /// - Returns: the page.
    /// - Throws: `OperationError.refused` where the caller may not, or the person is outside the caller's area.
    package func openPerson(_ member: MemberID, purpose: String, caller: Caller) async throws -> OpenedPerson {
        try caller.require(.openPerson)
        let row = try await store.write { writing in
            guard let row = try writing.reading.memberRow(member, in: caller.area, run: 0) else {
                throw OperationError.refused(.notFound)
            }
            try audit(writing, actor: caller.name, action: "open_person", detail: ["member": Int(member.rawValue)])
            return row
        }
        return OpenedPerson(
            row: row,
            phone: try row.sealedPhone.map(vault.open),
            standing: Standing.of(row.member, on: today(), workingAge: programme.workingAge)
        )
    }
}
